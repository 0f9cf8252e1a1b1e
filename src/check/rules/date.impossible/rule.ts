import { anatomyGrammar } from '../../../grammar/anatomy.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';

/** A day that no calendar has: `31/4/2023`, `29/02/2023`, month 13. */
export const rule: DocumentRule = {
  name: 'date.impossible',
  *checkDocument({ dates }, knowledge) {
    const anatomy = anatomyGrammar(knowledge);
    const found = new Map<string, FindingDraft<OwnSide>>();
    for (const { kind, raw, evidence } of dates) {
      if (kind !== 'impossible') continue;
      const printed = raw.slice(anatomy.dateWord(fold(raw)));
      const side: OwnSide = { place: [evidence.start, evidence.end], value: null };
      const earlier = found.get(printed);
      if (earlier) earlier.sides.push(side);
      else found.set(printed, { subject: printed, values: { date: printed }, sides: [side], verdict: null });
    }
    yield* found.values();
  },
};
