import { unitGrammar } from '../../../grammar/units.ts';
import { sumsIn, totalOf } from '../../counted-parts.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** A total and members that do not add up to it: "có 21 đô thị, gồm: 02 đô thị loại II, 01 đô thị loại III, 10 đô thị loại IV, 09 đô thị loại V". */
export const rule: DocumentRule = {
  name: 'total.sum-mismatch',
  *checkDocument({ text }, knowledge) {
    const units = unitGrammar(knowledge);
    for (const { whole, unit, parts, approximate, partial } of sumsIn(text, knowledge)) {
      const sum = totalOf(parts);
      // "khoảng 350 tỷ đồng" may be rounded; "khoảng 21 đô thị" is what its parts add up to.
      if (sum === whole.value || (approximate && (whole.value % 5 === 0 || !Number.isInteger(sum)))) continue;
      // Money is spent once; of 60 communes 50 may have one standard and 20 another.
      if (partial && (sum <= whole.value || approximate || !units.named(unit)?.unit?.dimension.startsWith('money'))) continue;
      const found = String(sum).replace('.', ',');
      yield {
        subject: `${unit}|${whole.place[0]}`,
        values: { total: whole.printed, unit, parts: parts.map(({ printed }) => printed).join(' + '), sum: found },
        sides: [whole, ...parts].map(({ place, printed }): OwnSide => ({ place, value: printed })),
        verdict: {
          value: null,
          confidence: 'none',
          decidedBy: [],
          reason: 'total-or-part',
          values: {},
          candidates: [whole.printed, found].map((value) => ({ value, mentions: 1, witnesses: 1, supports: [], refutes: [] })),
        },
      };
    }
  },
};
