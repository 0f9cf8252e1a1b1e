import { type AgencyGrammar, agencyGrammar } from '../../grammar/agencies.ts';
import { type ColumnGrammar, columnGrammar } from '../../grammar/columns.ts';
import { type DateGrammar, dateGrammar } from '../../grammar/dates.ts';
import { type IndicatorGrammar, indicatorGrammar } from '../../grammar/indicators.ts';
import { type QuantityGrammar, quantityGrammar } from '../../grammar/quantities.ts';
import { type TargetWords, targetWords } from '../../grammar/target-words.ts';
import { type UnitGrammar, unitGrammar } from '../../grammar/units.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { fold } from '../../text/fold.ts';

export type TargetKnowledge = Pick<Knowledge, 'anatomy' | 'citations' | 'documentTypes' | 'dates' | 'agencies' | 'territories' | 'tables' | 'targets' | 'indicators' | 'units'>;

/** The grammars that reading targets needs. */
export interface TargetTools {
  knowledge: TargetKnowledge;
  words: TargetWords;
  quantities: QuantityGrammar;
  units: UnitGrammar;
  dates: DateGrammar;
  columns: ColumnGrammar;
  indicators: IndicatorGrammar;
  agencies: AgencyGrammar;
  perPerson(unit: string, name: string): string;
}

export function targetTools(knowledge: TargetKnowledge): TargetTools {
  const words = targetWords(knowledge);
  const units = unitGrammar(knowledge);
  return {
    knowledge,
    words,
    perPerson(unit, name) {
      const folded = fold(name);
      return units.perPerson(unit) !== null && words.perPerson.firstIn(folded, 0, folded.length) ? (units.perPerson(unit) as string) : unit;
    },
    quantities: quantityGrammar(knowledge),
    units,
    dates: dateGrammar(knowledge),
    columns: columnGrammar(knowledge),
    indicators: indicatorGrammar(knowledge),
    agencies: agencyGrammar(knowledge),
  };
}
