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
  unitFor(symbol: string, name: string): string;
}

export function targetTools(knowledge: TargetKnowledge): TargetTools {
  const words = targetWords(knowledge);
  const units = unitGrammar(knowledge);
  return {
    knowledge,
    words,
    unitFor(symbol, name) {
      const folded = fold(name);
      const person = units.perPerson(symbol);
      if (person !== null && words.perPerson.firstIn(folded, 0, folded.length)) return person;
      if (symbol.includes('/') || units.named(symbol)?.unit?.dimension === 'share') return symbol;
      const base = words.rateBases.firstIn(folded, 0, folded.length);
      return base ? (units.named(`${symbol}/${base.value}`)?.symbol ?? `${symbol}/${base.value}`) : symbol;
    },
    quantities: quantityGrammar(knowledge),
    units,
    dates: dateGrammar(knowledge),
    columns: columnGrammar(knowledge),
    indicators: indicatorGrammar(knowledge),
    agencies: agencyGrammar(knowledge),
  };
}
