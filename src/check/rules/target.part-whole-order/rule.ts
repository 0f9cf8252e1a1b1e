import { partsIn } from '../../counted-parts.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** A part that is more than its whole: "60 xã đạt chuẩn nông thôn mới, trong đó có 72 xã đạt chuẩn nâng cao". */
export const rule: DocumentRule = {
  name: 'target.part-whole-order',
  *checkDocument({ text }, knowledge) {
    for (const { whole, unit, parts } of partsIn(text, knowledge)) {
      const [part] = parts;
      if (!part || part.value <= whole.value) continue;
      yield {
        subject: `${unit}|${whole.place[0]}`,
        values: { whole: whole.printed, part: part.printed, unit },
        sides: [whole, part].map(({ place, printed }): OwnSide => ({ place, value: printed })),
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
  },
};
