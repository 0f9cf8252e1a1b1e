import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { WordPairs, wordsIn } from '../text/word-pairs.ts';
import { compiledOnce } from './compiled.ts';

export type PairKnowledge = Pick<Knowledge, 'wordPairs' | 'compounds' | 'agencies' | 'territories' | 'documentTypes' | 'indicators' | 'laws' | 'repairs'>;

/** Pairs of words known from directives (`word-pairs.txt`), words of two syllables (`compounds.txt`) and the names in the other tables. */
export const knownPairs: (knowledge: PairKnowledge) => WordPairs = compiledOnce((knowledge) => {
  const pairs = new WordPairs();
  for (const line of knowledge.wordPairs) {
    const [first = '', second = '', count] = line.split(' ');
    pairs.add(first, second, Number(count));
  }
  for (const line of knowledge.compounds) {
    const [first = '', second = ''] = fold(line).split(' ');
    pairs.addCompound(first, second);
  }
  const names = new Set([
    ...[...knowledge.agencies, ...knowledge.documentTypes, ...knowledge.indicators].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...[...knowledge.territories, ...knowledge.laws].map(({ name }) => name),
    ...knowledge.repairs.unbroken_phrases,
  ]);
  for (const name of names) pairs.addWords(wordsIn(name.normalize('NFC')));
  return pairs;
});

/** The lines of `word-pairs.txt` for these texts: two words and how often the second follows the first, in the order of their letters. */
export function pairLines(texts: readonly string[]): string[] {
  const pairs = new WordPairs();
  for (const text of texts) pairs.addWords(wordsIn(fold(text.normalize('NFC'))));
  return pairs.list().map(([pair, count]) => `${pair} ${count}`);
}
