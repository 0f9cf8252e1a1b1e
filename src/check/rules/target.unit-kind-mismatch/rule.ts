import { unitGrammar } from '../../../grammar/units.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';

/** A share that is measured in no share: `Tỷ lệ đất cây xanh … bình quân đầu người` in m²/người. */
export const rule: DocumentRule = {
  name: 'target.unit-kind-mismatch',
  *checkDocument({ targets }, knowledge) {
    const heads = knowledge.targets.ratio_heads.map(fold);
    const units = unitGrammar(knowledge);
    const found = new Map<string, FindingDraft<OwnSide>>();
    for (const { indicator, unit, evidence, raw } of targets) {
      const words = fold(indicator.raw);
      const dimension = unit === null ? null : (units.named(unit)?.unit?.dimension ?? null);
      // Shares per thousand people, ratios and rates have units of their own; an area or an amount of money has none of them.
      if (dimension === null || !PLAIN_AMOUNTS.test(dimension) || !heads.some((head) => words.startsWith(`${head} `))) continue;
      const side: OwnSide = { place: [evidence.start, evidence.end], value: raw };
      const key = indicator.id ?? words;
      const earlier = found.get(key);
      if (earlier) earlier.sides.push(side);
      else found.set(key, { subject: key, values: { indicator: indicator.raw, unit: unit as string, name: indicator.name }, sides: [side], verdict: null });
    }
    yield* found.values();
  },
};

/** Dimensions of `units.csv` that measure how much there is, not how large a part. */
const PLAIN_AMOUNTS = /^(?:area|length|volume|mass|money)/;
