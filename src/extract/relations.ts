import { compiledOnce } from '../grammar/compiled.ts';
import { phrases } from '../grammar/phrases.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Citation } from '../model/facts.ts';

/** Finds what a document does with a work it cites, by the words before the citation. */
export interface RelationGrammar {
  /** The relation whose phrase stands nearest before `end` within `[start, end)` of a folded text. */
  before(folded: string, start: number, end: number): Citation['relation'];
  /** The relation a work of a type can have: in a proposal something is proposed, and it is not carried out. */
  ofType(relation: Citation['relation'], typeCode: string | null): Citation['relation'];
  /** True for a relation that one work has and no list of works: an order or a proposal is given in one letter. */
  standsAlone(relation: Citation['relation']): boolean;
}

const REACH = 300;
/** What a proposal is by the words before it, where they say no more of it: "kết quả thực hiện Tờ trình số …", "Xét Tờ trình số …". */
const PROPOSED: ReadonlySet<Citation['relation']> = new Set(['implements', 'mentions']);

export const relationGrammar: (knowledge: Pick<Knowledge, 'relations'>) => RelationGrammar = compiledOnce(({ relations }) => {
  const found = phrases(relations.relations.flatMap(({ relation, phrases: words }) => words.map((phrase) => [phrase, relation] as const)));
  return {
    ofType: (relation, typeCode) => (PROPOSED.has(relation) && typeCode !== null && relations.proposals.includes(typeCode) ? 'proposed-in' : relation),
    standsAlone: (relation) => (relations.alone as readonly string[]).includes(relation),
    before(folded, start, end) {
      // The nearest words win; of two that end together the longer one ("được sửa đổi, bổ sung tại").
      const from = Math.max(start, end - REACH);
      for (let at = end; at > from; at--) {
        const phrase = found.endingAt(folded, at, from);
        if (phrase) return phrase.value;
      }
      return 'mentions';
    },
  };
});
