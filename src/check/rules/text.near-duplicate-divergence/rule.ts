import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { DocumentDigest, Place } from '../../../resolve/digest.ts';
import type { Figure } from '../../../resolve/figures.ts';
import { fold } from '../../../text/fold.ts';
import { ownFigures } from '../../higher-documents.ts';
import { documentLabel } from '../../label.ts';
import type { CheckContext, CorpusRule, SideDraft } from '../../rule.ts';
import { lostWords } from '../../word-differences.ts';

/** More words than these are another sentence, not a word lost in copying. */
const WORDS_LOST = 2;
/** A longer passage between two targets is not compared. */
const PASSAGE = 900;

/** A passage two districts have in common but for a word: "mạng di động 5G khu vực đô thị" in one plan, "mạng di động khu vực đô thị" in the other. */
export const rule: CorpusRule = {
  name: 'text.near-duplicate-divergence',
  *checkCiting(document, context) {
    const siblings = context.graph.siblingsBefore(document.index);
    if (siblings.length === 0) return;
    const mine = inOrder(document);
    for (const index of siblings) {
      const other = context.graph.document(index);
      const differences = differencesOf(document, other, commonPassages(mine, inOrder(other)), context);
      if (differences.length === 0) continue;
      const words = [...new Set(differences.map(({ words }) => `“${words}”`))].join(', ');
      const having = new Set(differences.map(({ sides: [has] }) => has.document));
      const [one, two] = having.has(document.index) ? [document, other] : [other, document];
      yield {
        subject: `${document.id}|${other.id}`,
        kind: having.size === 1 ? 'one-way' : 'both-ways',
        values: { document: documentLabel(one), other: documentLabel(two), words },
        sides: differences.flatMap(({ sides }) => sides),
        verdict: null,
      };
    }
  },
};

interface Difference {
  words: string;
  /** The place that has the words first. */
  sides: [SideDraft, SideDraft];
}

function differencesOf(document: DocumentDigest, other: DocumentDigest, passages: readonly [Place, Place][], { words, knowledge }: CheckContext): Difference[] {
  const idle = new Set([...idleWords(knowledge), ...placeNames(document, knowledge), ...placeNames(other, knowledge)]);
  const found = new Map<number, Difference>();
  for (const [one, two] of passages) {
    const texts = [words(document.index, ...one), words(other.index, ...two)] as const;
    for (const { in: has, words: lost, places } of lostWords(...texts)) {
      if (lost.length > WORDS_LOST || lost.every((word) => idle.has(word) || !/\p{L}/u.test(word))) continue;
      const printed = texts[has].slice(...places[has]);
      const side = (at: 0 | 1): SideDraft => {
        const from = (at === 0 ? one : two)[0];
        return { document: (at === 0 ? document : other).index, place: [from + places[at][0], from + places[at][1]], value: at === has ? printed : null };
      };
      const sides: [SideDraft, SideDraft] = has === 0 ? [side(0), side(1)] : [side(1), side(0)];
      // Passages that follow each other share a target.
      found.set(one[0] + places[0][0], { words: printed, sides });
    }
  }
  return [...found.values()];
}

/** From one target to the next, where two documents have the same two one after the other. */
function commonPassages(mine: readonly Figure[], theirs: readonly Figure[]): [Place, Place][] {
  const following = new Map<string, Place>();
  const pairs = (figures: readonly Figure[]) =>
    figures.slice(1).map((figure, at): [string, Place] => {
      const before = figures[at] as Figure;
      return [`${keyOf(before)} ${keyOf(figure)}`, [before.place[0], figure.place[1]]];
    });
  for (const [key, place] of pairs(theirs)) if (!following.has(key)) following.set(key, place);
  return pairs(mine).flatMap(([key, place]): [Place, Place][] => {
    const same = following.get(key);
    return same && length(place) <= PASSAGE && length(same) <= PASSAGE ? [[place, same]] : [];
  });
}

const length = ([start, end]: Place) => end - start;

const inOrder = (document: DocumentDigest): Figure[] => ownFigures(document).sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]);

const keyOf = ({ indicator, scope, unit, year, low, high }: Figure): string => `${indicator}|${scope}|${unit}|${year}|${low}|${high}`;

/** Words that change nothing where they are left out, and what a district calls itself. */
const idleWords: (knowledge: CheckContext['knowledge']) => readonly string[] = compiledOnce(({ checks, anatomy }) =>
  [...checks.small_words, ...Object.keys(anatomy.territory_kinds)].flatMap((words) => fold(words).split(' ')),
);

const namesById: (knowledge: Pick<Knowledge, 'territories'>) => ReadonlyMap<string, readonly string[]> = compiledOnce(
  ({ territories }) => new Map(territories.map(({ id, name }) => [id, fold(name).split(' ')])),
);

const placeNames = ({ territories }: DocumentDigest, knowledge: Pick<Knowledge, 'territories'>): string[] => territories.flatMap((id) => [...(namesById(knowledge).get(id) ?? [])]);
