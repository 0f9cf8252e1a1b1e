import { fold } from '../text/fold.ts';
import { isWordAt } from '../text/word-chars.ts';

interface Entry<V> {
  phrase: string;
  value: V;
  /** Whether the phrase begins and ends with a letter or digit, so that a word must begin and end there too. */
  opens: boolean;
  closes: boolean;
  /** The last character: most texts differ from most phrases there. */
  last: number;
}

/** Phrases with one first word, the longest first. */
interface Beginning<V> {
  entries: Entry<V>[];
  /** Where there are many, those with a second word by its hash; `entries` then has the others, which are shorter or no phrase of the same words. */
  bySecond: Map<number, Entry<V>[]> | null;
}

/** Lists that are no longer are looked through. */
const FEW = 3;
/** Places of the marks that tell whether a word begins a phrase of a vocabulary. */
const MARKS = 0x800;
const BLANK = 0x20;

/**
 * Phrases of a word list with a value each, found at the start or end of a stretch of folded text, the longest first and only
 * where a word ends: `trên` is in `trên 40%`, not in `triển khai`.
 */
export class Phrases<V> {
  /** By a hash of the first word: most words of a text begin no phrase. */
  readonly #byFirst = new Map<number, Beginning<V>>();
  /** Marks of the hashes in `#byFirst`, of which some share a place: one look instead of one in the map. */
  readonly #marks = new Uint8Array(MARKS);
  readonly #first = new LetterPairs();
  readonly #last = new LetterPairs();
  readonly #byLast = new Map<number, Entry<V>[]>();
  readonly #firstWords = new Set<string>();

  constructor(pairs: Iterable<readonly [phrase: string, value: V]>) {
    const entries = [...pairs].map(([words, value]): Entry<V> => {
      const phrase = fold(words);
      return { phrase, value, opens: isWordAt(phrase, 0), closes: isWordAt(phrase, phrase.length - 1), last: phrase.charCodeAt(phrase.length - 1) };
    });
    const byFirst = new Map<number, Entry<V>[]>();
    for (const entry of entries.sort((a, b) => b.phrase.length - a.phrase.length)) {
      this.#firstWords.add(entry.phrase.split(' ')[0] as string);
      push(byFirst, hashOfWord(entry.phrase, 0), entry);
      this.#first.add(entry.phrase.charCodeAt(0), entry.phrase.charCodeAt(1));
      push(this.#byLast, lastHash(entry.phrase, entry.phrase.length), entry);
      this.#last.add(entry.phrase.charCodeAt(entry.phrase.length - 1), entry.phrase.charCodeAt(entry.phrase.length - 2));
    }
    for (const [hash, list] of byFirst) {
      this.#byFirst.set(hash, beginning(list));
      this.#marks[markOf(hash)] = 1;
    }
  }

  /** The phrases of a list: only where they stand matters. */
  static of(words: readonly string[]): Phrases<true> {
    return new Phrases(words.map((word) => [word, true] as const));
  }

  /** The longest phrase that begins at `offset` and ends where a word ends. */
  at(folded: string, offset: number): { end: number; value: V } | null {
    return this.startingAt(folded, offset);
  }

  /** True where a phrase begins with this word. */
  begins(word: string): boolean {
    return this.#firstWords.has(word);
  }

  /** The longest phrase that begins at `start`, where a word begins, and ends where a word ends, not behind `limit`. */
  startingAt(folded: string, start: number, limit = folded.length): { start: number; end: number; value: V } | null {
    if (!this.#first.mayHave(folded.charCodeAt(start), folded.charCodeAt(start + 1))) return null;
    const hash = firstHash(folded, start);
    if (this.#marks[markOf(hash)] === 0) return null;
    const found = this.#byFirst.get(hash);
    if (!found) return null;
    const { entries, bySecond } = found;
    if (bySecond !== null) {
      const next = wordEnd(folded, start);
      const longer = folded.charCodeAt(next) === BLANK ? bySecond.get(firstHash(folded, next + 1)) : undefined;
      const phrase = longer && longestOf(longer, folded, start, limit);
      if (phrase) return phrase;
    }
    return longestOf(entries, folded, start, limit);
  }

  /** The longest phrase that ends at `end` and begins where a word begins, not before `floor`. */
  endingAt(folded: string, end: number, floor = 0): { start: number; end: number; value: V } | null {
    if (!this.#last.mayHave(folded.charCodeAt(end - 1), folded.charCodeAt(end - 2))) return null;
    const candidates = this.#byLast.get(lastHash(folded, end));
    if (!candidates) return null;
    const inside = isWordAt(folded, end);
    for (const { phrase, value, opens, closes } of candidates) {
      const start = end - phrase.length;
      if ((inside && closes) || start < floor || !folded.startsWith(phrase, start) || (opens && isWordAt(folded, start - 1))) continue;
      return { start, end, value };
    }
    return null;
  }

  /** The first phrase in `[start, end)`. */
  firstIn(folded: string, start: number, end: number): { start: number; end: number; value: V } | null {
    for (let at = start; at < end; at++) {
      if (!this.#first.mayHave(folded.charCodeAt(at), folded.charCodeAt(at + 1)) || (at > start && isWordAt(folded, at - 1))) continue;
      const found = this.startingAt(folded, at, end);
      if (found) return found;
    }
    return null;
  }
}

/**
 * Pairs of letters that phrases begin or end with, of which some share a place: two looks tell of most other places of a text that no
 * phrase stands there.
 */
class LetterPairs {
  readonly #letters = new Uint8Array(256);
  readonly #pairs = new Uint8Array(2048);

  /** `next` stands beside the letter inside of the phrase; NaN for a phrase of one letter, which may have any. */
  add(letter: number, next: number): void {
    const alone = Number.isNaN(next);
    this.#letters[letter & 0xff] = alone ? ANY : Math.max(PAIRED, this.#letters[letter & 0xff] as number);
    if (!alone) this.#pairs[pairPlace(letter, next)] = 1;
  }

  mayHave(letter: number, next: number): boolean {
    const found = this.#letters[letter & 0xff] as number;
    return found !== 0 && (found === ANY || this.#pairs[pairPlace(letter, next)] === 1);
  }
}

const PAIRED = 1;
const ANY = 2;

function pairPlace(letter: number, next: number): number {
  return ((letter << 5) ^ next) & 0x7ff;
}

/** The first of some phrases that stands at `start` by whole words and ends at `limit` at the latest. */
function longestOf<V>(entries: readonly Entry<V>[], folded: string, start: number, limit: number): { start: number; end: number; value: V } | null {
  const inside = isWordAt(folded, start - 1);
  for (const { phrase, value, opens, closes, last } of entries) {
    const end = start + phrase.length;
    if (end > limit || folded.charCodeAt(end - 1) !== last || (inside && opens) || !folded.startsWith(phrase, start) || (closes && isWordAt(folded, end))) continue;
    return { start, end, value };
  }
  return null;
}

/** Parts phrases with one first word by their second one, where they are many. */
function beginning<V>(all: Entry<V>[]): Beginning<V> {
  if (all.length <= FEW) return { entries: all, bySecond: null };
  const entries: Entry<V>[] = [];
  const bySecond = new Map<number, Entry<V>[]>();
  for (const entry of all) {
    const next = wordEnd(entry.phrase, 0);
    if (entry.phrase.charCodeAt(next) === BLANK) push(bySecond, hashOfWord(entry.phrase, next + 1), entry);
    else entries.push(entry);
  }
  return { entries, bySecond };
}

/** Where the word, or the mark, at an offset ends. */
function wordEnd(folded: string, offset: number): number {
  let at = offset + 1;
  if (isWordAt(folded, offset)) while (isWordAt(folded, at)) at++;
  return at;
}

/** How far into a text the hashes of its words are remembered. */
const REMEMBERED = 0x4000;
/** Hashes of words of the text asked about last, by where they begin: many vocabularies ask about the same words. */
const hashes = new Int32Array(REMEMBERED);
/** Which text each of them is of, by number. */
const hashedText = new Float64Array(REMEMBERED);
let lastText = '';
let textNumber = 1;

/** A number that the word at an offset gives, or the mark where none begins there; different words may share one. */
function firstHash(folded: string, offset: number): number {
  if (folded !== lastText) textNumber++;
  lastText = folded;
  if (offset >= REMEMBERED) return hashOfWord(folded, offset);
  if (hashedText[offset] === textNumber) return hashes[offset] as number;
  const hash = hashOfWord(folded, offset);
  hashedText[offset] = textNumber;
  hashes[offset] = hash;
  return hash;
}

function hashOfWord(folded: string, offset: number): number {
  let hash = folded.charCodeAt(offset);
  if (!isWordAt(folded, offset)) return hash;
  for (let at = offset + 1; isWordAt(folded, at); at++) hash = (hash * 31 + folded.charCodeAt(at)) | 0;
  return hash;
}

function markOf(hash: number): number {
  return (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (MARKS - 1);
}

/** The same of the word that ends at an offset. */
function lastHash(folded: string, end: number): number {
  let hash = folded.charCodeAt(end - 1);
  if (!isWordAt(folded, end - 1)) return hash;
  for (let at = end - 2; isWordAt(folded, at); at--) hash = (hash * 31 + folded.charCodeAt(at)) | 0;
  return hash;
}

function push<V>(map: Map<number, Entry<V>[]>, code: number, entry: Entry<V>): void {
  const list = map.get(code);
  if (list) list.push(entry);
  else map.set(code, [entry]);
}

/** Phrases with a value each; of equal ones the first counts. */
export function phrases<V>(pairs: Iterable<readonly [phrase: string, value: V]>): Phrases<V> {
  return new Phrases(pairs);
}

/** Phrases that are alike: only where they stand matters. */
export function phraseList(words: readonly string[]): Phrases<string> {
  return new Phrases(words.map((word) => [word, word] as const));
}
