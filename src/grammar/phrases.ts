import { fold } from '../text/fold.ts';
import { longest, nameIndex } from './name-index.ts';

/** Phrases of the knowledge, found by the words they begin with. */
export interface Phrases<T> {
  /** The longest phrase that stands at an offset of a folded text and ends with a word. */
  at(folded: string, offset: number): { end: number; value: T } | null;
  /** True where a phrase begins with this word. */
  begins(word: string): boolean;
}

/** Phrases with a value each; of equal ones the first counts. */
export function phrases<T>(pairs: readonly (readonly [phrase: string, value: T])[]): Phrases<T> {
  const index = nameIndex(pairs.map(([phrase, value]) => [fold(phrase), { value }] as const));
  return {
    at(folded, offset) {
      const found = longest(index, folded, offset);
      return found && { end: offset + found.name.length, value: (found.rows[0] as { value: T }).value };
    },
    begins: (word) => index.byFirst.has(word),
  };
}

/** Phrases that are alike: only where they stand matters. */
export function phraseList(words: readonly string[]): Phrases<string> {
  return phrases(words.map((word) => [word, word] as const));
}
