import { isSyllable } from '../text/syllable.ts';
import { CONSONANTS, VOWELS } from '../text/vowels.ts';
import type { WordPairs } from '../text/word-pairs.ts';
import type { RuledEdit } from './characters.ts';

/** A sign for a letter whose meaning a file does not give; each letter of a font has its own (see `readablePdfText` of `read/pdf/interpret.ts`). */
const SIGN = /[\ue000-\uefff]/;
const SIGNS = /[\ue000-\uefff]/g;
const WORD = /[\p{L}\p{M}\ue000-\uefff]{1,40}/gu;
const BETWEEN_WORDS = /^\s{1,3}$/;
const UNKNOWN = '\ufffd';

const LETTERS = [...VOWELS.join(''), ...CONSONANTS];

/** Of the words with the sign so many have to become syllables; the rest may be foreign names. */
const MOST_FIT = 0.9;
/** Known pairs of words that a letter has to make, and what the runner-up has of its score at most. */
const FEWEST_PAIRS = 2;
const MOST_DOUBT = 0.5;
/** A letter found first shows the words beside which another can be found. */
const ROUNDS = 2;

/** A word with signs in it, between its neighbours where these stand directly beside it. All in small letters. */
interface SignedWord {
  previous: string | null;
  word: string;
  next: string | null;
  capitals: boolean;
}

/**
 * Letters for which a PDF font has no meaning on file (`x hội`, `g i là`, `sở h u`): the letter a sign stands for makes a syllable of every
 * word it is in, and pairs of words that are known (`xã hội`, `cấp xã`, `đã được`). Where no one letter stands out the sign becomes U+FFFD: unknown.
 */
export function unmappedLetterEdits(text: string, known: () => WordPairs): RuledEdit[] {
  if (!SIGN.test(text)) return [];
  const letters = lettersOf(signedWords(text), known());
  return [...text.matchAll(SIGNS)].map(({ index, 0: sign }) => {
    const letter = letters.get(sign);
    return { start: index, end: index + 1, replacement: letter ?? UNKNOWN, rule: letter === undefined ? 'unmapped-sign' : 'unmapped-letter' };
  });
}

function signedWords(text: string): SignedWord[] {
  const found = [...text.matchAll(WORD)];
  const beside = (left: number, right: number): boolean => {
    const [a, b] = [found[left], found[right]];
    return a !== undefined && b !== undefined && BETWEEN_WORDS.test(text.slice(a.index + a[0].length, b.index));
  };
  const lower = (at: number) => (found[at]?.[0] ?? '').toLowerCase();
  return found.flatMap(([word], at) => {
    if (!SIGN.test(word)) return [];
    return { previous: beside(at - 1, at) ? lower(at - 1) : null, word: lower(at), next: beside(at, at + 1) ? lower(at + 1) : null, capitals: inCapitals(word) };
  });
}

/** True for "TH?" and for "X?", which may begin a sentence: most words with a sign tell. */
function inCapitals(word: string): boolean {
  const letters = word.replace(SIGNS, '');
  return letters !== '' && letters === letters.toUpperCase();
}

/** The letters of those signs that have one; of a sign that stands in words of capitals the capital. */
function lettersOf(words: readonly SignedWord[], known: WordPairs): ReadonlyMap<string, string> {
  const bySign = new Map<string, SignedWord[]>();
  for (const word of words) for (const sign of new Set(word.word.match(SIGNS))) bySign.set(sign, [...(bySign.get(sign) ?? []), word]);
  const letters = new Map<string, string>();
  const solved = (word: string | null) => word?.replace(SIGNS, (sign) => letters.get(sign) ?? sign) ?? null;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [sign, signed] of bySign) {
      if (letters.has(sign)) continue;
      const letter = letterIn(
        signed.map(({ previous, word, next }) => ({ previous: solved(previous), word: solved(word) as string, next: solved(next) })),
        sign,
        known,
      );
      if (letter !== null) letters.set(sign, letter);
    }
  }
  for (const [sign, letter] of letters) {
    const signed = bySign.get(sign) ?? [];
    if (signed.filter(({ capitals }) => capitals).length * 2 > signed.length) letters.set(sign, letter.toUpperCase());
  }
  return letters;
}

/** The letter by which all words with a sign become syllables and most of them words that are known beside their neighbours; null where two may be meant. */
function letterIn(signed: readonly Omit<SignedWord, 'capitals'>[], sign: string, known: WordPairs): string | null {
  // Each surrounding counts once: a phrase printed on every page is one witness. A sign that stands alone is a bullet.
  const places = [...new Map(signed.filter(({ word }) => word.replaceAll(sign, '') !== '').map((place) => [`${place.previous} ${place.word} ${place.next}`, place])).values()];
  if (places.length === 0) return null;
  const candidates = LETTERS.flatMap((letter) => {
    const read = places.map(({ previous, word, next }) => ({ previous, word: word.replaceAll(sign, letter), next }));
    return read.filter(({ word }) => isSyllable(word)).length < places.length * MOST_FIT ? [] : { letter, ...proofOf(read, known) };
  });
  const [best, second] = candidates.sort((a, b) => b.score - a.score);
  return best && best.pairs >= FEWEST_PAIRS && (second?.score ?? 0) <= best.score * MOST_DOUBT ? best.letter : null;
}

/**
 * How many pairs of words are known, and a score in which words count alike, however often they are there: "để" beside "đã" is in known
 * pairs too, "xể" beside "xã" in none.
 */
function proofOf(places: readonly Omit<SignedWord, 'capitals'>[], known: WordPairs): { pairs: number; score: number } {
  const byWord = new Map<string, { known: number; all: number }>();
  for (const { previous, word, next } of places) {
    const pairs = byWord.get(word) ?? { known: 0, all: 0 };
    byWord.set(word, pairs);
    const beside = [...(previous === null ? [] : [known.count(previous, word)]), ...(next === null ? [] : [known.count(word, next)])];
    pairs.all += beside.length;
    pairs.known += beside.filter((count) => count > 0).length;
  }
  const words = [...byWord.values()];
  return { pairs: words.reduce((sum, pairs) => sum + pairs.known, 0), score: words.reduce((sum, pairs) => sum + (pairs.all === 0 ? 0 : pairs.known / pairs.all), 0) };
}
