import { bare } from '../text/bare.ts';
import { casedLike } from '../text/letter-case.ts';
import { lineFlags } from '../text/line-flags.ts';
import { isSyllable } from '../text/syllable.ts';
import { type TextWord, WordPairs, wordsIn } from '../text/word-pairs.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-word';
/** Known text has the two pairs a correction makes this often, both together. */
const FEWEST_TOGETHER = 3;
/** A word that known text does not have at all is corrected by one pair alone, had this often; one that is no syllable by fewer. */
const FEWEST_ALONE = 20;
const FEWEST_FOR_NO_SYLLABLE = 3;
/** A pair of the text itself is no proof of its spelling until it stands there more often than this. */
const OWN_USES = 2;
/** What the runner-up has of the proof for the best spelling, at most. */
const MOST_DOUBT = 0.25;
const LONGEST_WORD = 10;
/** A word corrected first is a neighbour by which the one before it can be corrected next. */
const ROUNDS = 2;

/** A spelling of a word and how often known text has it behind the word before it and in front of the word after it. */
interface Spelling {
  word: string;
  before: number;
  after: number;
}

/**
 * Corrects accents that recognition got wrong in running text: `phát triền đô thị` → `phát triển đô thị`. A word is another one only
 * where it is known in neither of its pairs, the other has the same letters without accents, both its pairs are known (one is enough
 * for a word that is none: `đuợc`), and no third spelling comes near. Everything else stays: a name or a phrase that no known text has
 * is not made one that is known. `recognized` tells which lines come from a picture.
 */
export function recognizedWordEdits(text: string, recognized: readonly boolean[], known: WordPairs): RuledEdit[] {
  if (!recognized.includes(true)) return [];
  const words = wordsIn(text);
  const own = new WordPairs();
  own.addWords(words);
  const corrector = new Corrector(known, own);
  const isRecognized = lineFlags(text, recognized);
  const open = words.map((word) => word.key.length >= 2 && word.key.length <= LONGEST_WORD && isRecognized(word.start));
  const corrections = new Map<TextWord, string>();
  const keyed = [...words];
  for (let round = 0; round < ROUNDS; round++) {
    words.forEach((word, at) => {
      if (!open[at] || corrections.has(word)) return;
      const next = keyed[at + 1];
      const previous = word.follows ? keyed[at - 1] : undefined;
      const correct = corrector.spelling(word.key, {
        previous: previous?.key ?? null,
        next: next?.follows ? next.key : null,
        isName: isName(word, previous, next),
        farBefore: previous?.follows ? (keyed[at - 2]?.key ?? null) : null,
        farBehind: next?.follows && keyed[at + 2]?.follows ? (keyed[at + 2]?.key ?? null) : null,
      });
      if (correct === null) return;
      corrections.set(word, correct);
      keyed[at] = { ...word, key: correct };
    });
  }
  words.forEach((word, at) => {
    const next = keyed[at + 1];
    if (!next?.follows || !open[at] || !open[at + 1] || corrections.has(word) || corrections.has(words[at + 1] as TextWord)) return;
    const compound = corrector.compound(word.key, next.key, word.follows ? (keyed[at - 1]?.key ?? null) : null, keyed[at + 2]?.follows ? (keyed[at + 2]?.key ?? null) : null);
    if (compound === null || isName(word, undefined, next)) return;
    [word, words[at + 1] as TextWord].forEach((half, i) => {
      corrections.set(half, compound[i] as string);
      keyed[at + i] = { ...half, key: compound[i] as string };
    });
  });
  return words.flatMap((word) => {
    const correct = corrections.get(word);
    return correct === undefined ? [] : [{ start: word.start, end: word.end, replacement: casedLike(correct, word.text), rule: RULE }];
  });
}

/** The words around one, as far as they stand without punctuation between them. */
interface Neighbours {
  previous: string | null;
  next: string | null;
  farBefore: string | null;
  farBehind: string | null;
  /** It and the word beside it have a capital: "Đoàn Thế Hựu" is no đoàn thể. */
  isName: boolean;
}

function isName(word: TextWord, previous: TextWord | undefined, next: TextWord | undefined): boolean {
  const capital = (other: TextWord | undefined) => other !== undefined && /^\p{Lu}\p{Ll}/u.test(other.text);
  return capital(word) && (capital(previous) || (next?.follows === true && capital(next)));
}

class Corrector {
  readonly #known: WordPairs;
  readonly #own: WordPairs;

  /** `own`: the pairs of the text itself, misread ones among them. */
  constructor(known: WordPairs, own: WordPairs) {
    this.#known = known;
    this.#own = own;
  }

  /** What a word between others is a misreading of; null where it may be right, or where nothing tells. */
  spelling(word: string, { previous, next, isName, farBefore, farBehind }: Neighbours): string | null {
    if ((previous !== null && this.#known.count(previous, word) > 0) || (next !== null && this.#known.count(word, next) > 0)) return null;
    const [ownBefore, ownAfter] = [previous === null ? 0 : this.#own.count(previous, word), next === null ? 0 : this.#own.count(word, next)];
    const repeated = ownBefore >= OWN_USES || ownAfter >= OWN_USES;
    const letters = bare(word);
    const met = this.#known.spellings(letters);
    const spellings: Spelling[] = [];
    for (const other of new Set([...met, ...this.#own.spellings(letters)])) {
      if (other === word) continue;
      const before = previous === null ? 0 : this.#count(previous, other);
      const after = next === null ? 0 : this.#count(other, next);
      if (before + after > 0) spellings.push({ word: other, before, after });
    }
    const [best, second] = spellings.sort((a, b) => proof(b) - proof(a));
    if (!best || (second && proof(second) > proof(best) * MOST_DOUBT)) return null;
    const alone = met.has(word) ? Number.POSITIVE_INFINITY : isSyllable(word) ? FEWEST_ALONE : FEWEST_FOR_NO_SYLLABLE;
    const both = best.before > 0 && best.after > 0;
    if (!repeated && ((both && proof(best) >= FEWEST_TOGETHER) || proof(best) >= alone)) return best.word;
    // Recognition makes one mistake again and again: "tô chức" four times beside ten "tổ chức".
    if (isName || (repeated && this.#ownUses(best.word, previous, next) < ownBefore + ownAfter)) return null;
    // "thì hành" is "thi hành", but not in "thì hành động", where "hành" is of another word.
    const withPrevious = previous !== null && this.#known.isCompound(previous, best.word) && !(farBefore !== null && this.#known.isCompound(farBefore, previous));
    const withNext = next !== null && this.#known.isCompound(best.word, next) && !(farBehind !== null && this.#known.isCompound(next, farBehind));
    return withPrevious || withNext ? best.word : null;
  }

  /** The word of two syllables of which both are misread: "thâm quyên"; null where either may belong to the word beside it, or two words have its letters. */
  compound(first: string, second: string, previous: string | null, next: string | null): readonly [string, string] | null {
    const like = this.#known.compoundsLike(first, second);
    const [only] = like;
    // "khi có yêu cầu" is no cơ yếu: one of the two is in no known text.
    if (this.#known.spellings(bare(first)).has(first) && this.#known.spellings(bare(second)).has(second)) return null;
    if (!only || like.length > 1 || only[0] === first || only[1] === second || this.#isUsual(first, second, only)) return null;
    if ((previous !== null && this.#known.count(previous, first) > 0) || (next !== null && this.#known.count(second, next) > 0)) return null;
    return only;
  }

  /** Whether two words may well stand together: known text has them so, or the text itself more often than the word they may be misread from. */
  #isUsual(first: string, second: string, compound: readonly [string, string]): boolean {
    return this.#known.count(first, second) > 0 || this.#own.count(first, second) > Math.max(OWN_USES - 1, this.#own.count(...compound));
  }

  #ownUses(word: string, previous: string | null, next: string | null): number {
    return (previous === null ? 0 : this.#own.count(previous, word)) + (next === null ? 0 : this.#own.count(word, next));
  }

  #count(first: string, second: string): number {
    return this.#known.count(first, second) + Math.max(0, this.#own.count(first, second) - OWN_USES);
  }
}

const proof = ({ before, after }: Spelling) => before + after;
