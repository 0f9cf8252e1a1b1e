import { type AgencyGrammar, agencyGrammar } from '../../grammar/agencies.ts';
import { type ColumnGrammar, columnGrammar } from '../../grammar/columns.ts';
import { type DateGrammar, dateGrammar } from '../../grammar/dates.ts';
import { type IndicatorGrammar, indicatorGrammar } from '../../grammar/indicators.ts';
import { type QuantityGrammar, quantityGrammar } from '../../grammar/quantities.ts';
import { type TargetWords, targetWords } from '../../grammar/target-words.ts';
import { type UnitGrammar, unitGrammar } from '../../grammar/units.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

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
}

export function targetTools(knowledge: TargetKnowledge): TargetTools {
  return {
    knowledge,
    words: targetWords(knowledge),
    quantities: quantityGrammar(knowledge),
    units: unitGrammar(knowledge),
    dates: dateGrammar(knowledge),
    columns: columnGrammar(knowledge),
    indicators: indicatorGrammar(knowledge),
    agencies: agencyGrammar(knowledge),
  };
}
