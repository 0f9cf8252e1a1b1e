import { fold } from '../text/fold.ts';

const WORD = /[\p{L}\d]/u;

function isWord(char: string): boolean {
  return char !== '' && WORD.test(char);
}

/**
 * Phrases of a word list with a value each, found at the start or end of a stretch of folded text, the longest first and only
 * where a word ends: `trên` is in `trên 40%`, not in `triển khai`.
 */
export class Phrases<V> {
  readonly #byFirst = new Map<string, { phrase: string; value: V }[]>();
  readonly #byLast = new Map<string, { phrase: string; value: V }[]>();

  readonly #firstWords = new Set<string>();

  constructor(entries: Iterable<readonly [phrase: string, value: V]>) {
    const sorted = [...entries].map(([phrase, value]) => ({ phrase: fold(phrase), value })).sort((a, b) => b.phrase.length - a.phrase.length);
    for (const entry of sorted) {
      this.#firstWords.add(entry.phrase.split(' ')[0] as string);
      const first = entry.phrase.charAt(0);
      const last = entry.phrase.charAt(entry.phrase.length - 1);
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), entry]);
      this.#byLast.set(last, [...(this.#byLast.get(last) ?? []), entry]);
    }
  }

  /** The longest phrase that begins at `offset` and ends where a word ends. */
  at(folded: string, offset: number): { end: number; value: V } | null {
    return this.startingAt(folded, offset);
  }

  /** True where a phrase begins with this word. */
  begins(word: string): boolean {
    return this.#firstWords.has(word);
  }

  static of(words: readonly string[]): Phrases<true> {
    return new Phrases(words.map((word) => [word, true] as const));
  }

  /** The longest phrase that begins at `start` and ends where a word ends. */
  startingAt(folded: string, start: number, limit = folded.length): { start: number; end: number; value: V } | null {
    const candidates = this.#byFirst.get(folded.charAt(start));
    if (!candidates || (isWord(folded.charAt(start)) && isWord(folded.charAt(start - 1)))) return null;
    for (const { phrase, value } of candidates) {
      const end = start + phrase.length;
      if (end > limit || !folded.startsWith(phrase, start)) continue;
      if (isWord(phrase.charAt(phrase.length - 1)) && isWord(folded.charAt(end))) continue;
      return { start, end, value };
    }
    return null;
  }

  /** The longest phrase that ends at `end` and begins where a word begins, not before `floor`. */
  endingAt(folded: string, end: number, floor = 0): { start: number; end: number; value: V } | null {
    const candidates = this.#byLast.get(folded.charAt(end - 1));
    if (!candidates || (isWord(folded.charAt(end)) && isWord(folded.charAt(end - 1)))) return null;
    for (const { phrase, value } of candidates) {
      const start = end - phrase.length;
      if (start < floor || !folded.startsWith(phrase, start)) continue;
      if (isWord(phrase.charAt(0)) && isWord(folded.charAt(start - 1))) continue;
      return { start, end, value };
    }
    return null;
  }

  /** The first phrase in `[start, end)`. */
  firstIn(folded: string, start: number, end: number): { start: number; end: number; value: V } | null {
    for (let at = start; at < end; at++) {
      if (at > start && isWord(folded.charAt(at - 1))) continue;
      const found = this.startingAt(folded, at, end);
      if (found) return found;
    }
    return null;
  }
}

/** Phrases with a value each; of equal ones the first counts. */
export function phrases<V>(pairs: Iterable<readonly [phrase: string, value: V]>): Phrases<V> {
  return new Phrases(pairs);
}

/** Phrases that are alike: only where they stand matters. */
export function phraseList(words: readonly string[]): Phrases<string> {
  return new Phrases(words.map((word) => [word, word] as const));
}
