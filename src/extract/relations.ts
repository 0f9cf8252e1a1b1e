import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Citation } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';

/** Finds what a document does with a work it cites, by the words before the citation. */
export interface RelationGrammar {
  /** The relation whose phrase stands nearest before `end` within `[start, end)` of a folded text. */
  before(folded: string, start: number, end: number): Citation['relation'];
  /** The relation a work of a type can have: a proposal is not carried out. */
  ofType(relation: Citation['relation'], typeCode: string | null): Citation['relation'];
  /** True for a relation that one work has and no list of works: an order or a proposal is given in one letter. */
  standsAlone(relation: Citation['relation']): boolean;
}

const REACH = 300;

export const relationGrammar: (knowledge: Pick<Knowledge, 'relations'>) => RelationGrammar = compiledOnce(({ relations }) => {
  const phrases = relations.relations.flatMap(({ relation, phrases: words }) => words.map((phrase) => ({ relation, phrase: fold(phrase) })));
  return {
    ofType: (relation, typeCode) => (relation === 'implements' && typeCode !== null && relations.proposals.includes(typeCode) ? 'proposed-in' : relation),
    standsAlone: (relation) => (relations.alone as readonly string[]).includes(relation),
    before(folded, start, end) {
      const clause = folded.slice(Math.max(start, end - REACH), end);
      let best: Citation['relation'] = 'mentions';
      let bestEnd = -1;
      let bestStart = -1;
      for (const { relation, phrase } of phrases) {
        for (let at = clause.lastIndexOf(phrase); at !== -1; at = at === 0 ? -1 : clause.lastIndexOf(phrase, at - 1)) {
          const stop = at + phrase.length;
          if (isWord(clause, at, stop)) {
            // Nearest words win; of two that end together the longer one ("được sửa đổi, bổ sung tại").
            if (stop > bestEnd || (stop === bestEnd && at < bestStart)) {
              const contained = at < bestStart && stop >= bestEnd;
              if (stop > bestEnd || contained) [best, bestEnd, bestStart] = [relation, stop, at];
            }
            break;
          }
        }
      }
      return best;
    },
  };
});

function isWord(text: string, start: number, end: number): boolean {
  return !isLetterAt(text, start - 1) && !isLetterAt(text, end);
}
