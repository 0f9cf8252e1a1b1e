import { partsIn } from '../../counted-parts.ts';
import { isShareOf } from '../../measured-kinds.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

const WHOLE = 100;
const BINDING: ReadonlySet<string> = new Set(['eq', 'ge', 'gt', 'range']);

/** A share of more than a hundred; a part that is more than its whole: "60 xã đạt chuẩn nông thôn mới, trong đó có 72 xã đạt chuẩn nâng cao". */
export const rule: DocumentRule = {
  name: 'target.part-whole-order',
  *checkDocument({ text, targets }, knowledge) {
    for (const { whole, unit, parts } of partsIn(text, knowledge)) {
      const [part] = parts;
      if (!part || part.value <= whole.value) continue;
      yield {
        subject: `${unit}|${whole.place[0]}`,
        kind: 'counted',
        values: { whole: whole.printed, part: part.printed, unit },
        sides: [whole, part].map(({ place, printed }): OwnSide => ({ place, value: printed })),
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
    const isShare = isShareOf(knowledge);
    for (const target of targets) {
      const { indicator, comparator, low, raw, evidence } = target;
      if (low === null || low <= WHOLE || !BINDING.has(comparator) || indicator.match?.score !== 1 || !isShare(target)) continue;
      if (indicator.id === null || knowledge.checks.shares_above_whole.includes(indicator.id)) continue;
      yield {
        subject: `${indicator.id}|${evidence.start}`,
        kind: 'share',
        values: { indicator: indicator.name, part: raw, whole: '100%' },
        sides: [{ place: [evidence.start, evidence.end], value: raw }],
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
  },
};
