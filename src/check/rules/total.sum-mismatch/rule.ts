import { unitGrammar } from '../../../grammar/units.ts';
import { sumsIn, totalOf } from '../../counted-parts.ts';
import type { DocumentRule, OwnSide, VerdictDraft } from '../../rule.ts';
import { wrongTotals } from './table-totals.ts';

/** A long column is quoted by its total and first members. */
const SIDES_SHOWN = 12;

/** A total and members that do not add up to it: "có 21 đô thị, gồm: 02 đô thị loại II, 01 đô thị loại III, 10 đô thị loại IV, 09 đô thị loại V"; and in tables. */
export const rule: DocumentRule = {
  name: 'total.sum-mismatch',
  *checkDocument(document, knowledge) {
    const { text } = document;
    for (const { total, parts, sum, name } of wrongTotals(document, knowledge)) {
      const found = String(sum).replace('.', ',');
      yield {
        subject: `table|${name}|${total.place[0]}`,
        kind: 'table',
        values: { total: total.printed, row: name, parts: parts.map(({ printed }) => printed).join(' + '), sum: found },
        sides: [total, ...parts].slice(0, SIDES_SHOWN).map(({ place, printed }): OwnSide => ({ place, value: printed })),
        verdict: verdictOf(total.printed, found),
      };
    }
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
        kind: 'sentence',
        values: { total: whole.printed, unit, parts: parts.map(({ printed }) => printed).join(' + '), sum: found },
        sides: [whole, ...parts].map(({ place, printed }): OwnSide => ({ place, value: printed })),
        verdict: verdictOf(whole.printed, found),
      };
    }
  },
};

function verdictOf(total: string, sum: string): VerdictDraft<OwnSide> {
  return {
    value: null,
    confidence: 'none',
    decidedBy: [],
    reason: 'total-or-part',
    values: {},
    candidates: [total, sum].map((value) => ({ value, mentions: 1, witnesses: 1, supports: [], refutes: [] })),
  };
}
