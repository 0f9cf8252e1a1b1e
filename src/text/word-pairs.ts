import { bare } from './bare.ts';
import { fold } from './fold.ts';

const WORD = /\p{L}+/gu;
/** What may stand between two words of one phrase: a blank or the end of a line of print. */
const BETWEEN = /^(?:[^\S\t\n]{1,3}|[^\S\t\n]{0,2}\n)$/;

/** A word of a text with its offsets. `follows`: it stands directly behind the word before it, without punctuation between them. */
export interface TextWord {
  text: string;
  /** Folded. */
  key: string;
  start: number;
  end: number;
  follows: boolean;
}

/** The words of a text in order. */
export function wordsIn(text: string): TextWord[] {
  const folded = fold(text);
  const words: TextWord[] = [];
  for (const match of folded.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const last = words.at(-1);
    words.push({ text: text.slice(start, end), key: match[0], start, end, follows: last !== undefined && BETWEEN.test(text.slice(last.end, start)) });
  }
  return words;
}

/** How often one word directly follows another in known text, and how words are spelled there. All words folded. */
export class WordPairs {
  readonly #counts = new Map<string, number>();
  readonly #spellings = new Map<string, Set<string>>();
  readonly #compounds = new Set<string>();
  readonly #compoundsOf = new Map<string, (readonly [string, string])[]>();

  add(first: string, second: string, count: number): void {
    const key = `${first} ${second}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
    this.#spell(first);
    this.#spell(second);
  }

  /** A word of two syllables: a pair as good as one that known text has once. */
  addCompound(first: string, second: string): void {
    this.add(first, second, 1);
    const compound = `${first} ${second}`;
    if (this.#compounds.has(compound)) return;
    this.#compounds.add(compound);
    const letters = bare(compound);
    this.#compoundsOf.set(letters, [...(this.#compoundsOf.get(letters) ?? []), [first, second]]);
  }

  /** The words of two syllables with the letters of two words, accents aside: "thâm quyên" has those of "thẩm quyền". */
  compoundsLike(first: string, second: string): readonly (readonly [string, string])[] {
    return this.#compoundsOf.get(bare(`${first} ${second}`)) ?? [];
  }

  isCompound(first: string, second: string): boolean {
    return this.#compounds.has(`${first} ${second}`);
  }

  addWords(words: readonly TextWord[], count = 1): void {
    for (let i = 1; i < words.length; i++) {
      const word = words[i] as TextWord;
      if (word.follows) this.add((words[i - 1] as TextWord).key, word.key, count);
    }
  }

  count(first: string, second: string): number {
    return this.#counts.get(`${first} ${second}`) ?? 0;
  }

  /** The spellings met of these letters without accents. */
  spellings(letters: string): ReadonlySet<string> {
    return this.#spellings.get(letters) ?? NONE;
  }

  /** All pairs in the order of their letters: `["đô thị", 412]`. */
  list(): [pair: string, count: number][] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #spell(word: string): void {
    const letters = bare(word);
    const known = this.#spellings.get(letters);
    if (known) known.add(word);
    else this.#spellings.set(letters, new Set([word]));
  }
}

const NONE: ReadonlySet<string> = new Set();
