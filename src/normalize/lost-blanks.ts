import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { lineFlags } from '../text/line-flags.ts';
import { isSyllable } from '../text/syllable.ts';
import { secondNuclei } from '../text/vowels.ts';
import { isLetterAt } from '../text/word-chars.ts';
import type { WordPairs } from '../text/word-pairs.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'lost-blank';
/** Three of the longest syllables. */
const LONGEST = 21;
const MOST_SYLLABLES = 3;
const LONGEST_SYLLABLE = 7;
/** So many different words that known text has in two prove that the copy lost blanks, so that others may have lost theirs too. */
const PROOF = 3;

/** A word that may be several, and where. */
interface GluedWord {
  start: number;
  key: string;
  /** The ways to cut it into syllables, by the offsets of the cuts; those of known words first. */
  known: number[][];
  possible: number[][];
}

/**
 * Puts back blanks that a copy of a web page or a text layer lost between words (`xây dựng kếhoạch` → `kế hoạch`, `theoQuyết định`). A word is cut
 * where known text has its parts one behind the other, or a capital letter begins the second one; where a text has several such words, also where
 * its syllables allow one cut only. A word without any accent may be a foreign one and stays. Recognized lines have a step of their own.
 */
export function lostBlankEdits(text: string, recognized: readonly boolean[], known: () => WordPairs): RuledEdit[] {
  const recognizedAt = lineFlags(text, recognized);
  const words: GluedWord[] = [];
  const cuts = new Map<string, number[][]>();
  let end = 0;
  for (const index of secondNuclei(text)) {
    if (index < end) continue;
    let start = index;
    while (start > end && isLetterAt(text, start - 1)) start--;
    end = index;
    while (isLetterAt(text, end)) end++;
    const word = text.slice(start, end);
    const key = fold(word);
    if (word.length > LONGEST || bare(key) === key || isSyllable(key) || recognizedAt(start)) continue;
    const possible = cuts.get(key) ?? cutsOf(key);
    cuts.set(key, possible);
    if (possible.length > 0) words.push({ start, key, possible, known: possible.filter((cuts) => isKnown(word, key, cuts, known())) });
  }
  const proven = new Set(words.filter((word) => word.known.length === 1).map(({ key }) => key)).size >= PROOF;
  const between = words.flatMap(({ start, known: sure, possible }) => {
    const chosen = sure.length === 1 ? sure : proven && sure.length === 0 ? possible : [];
    return chosen.length === 1 ? (chosen[0] as number[]).map((cut) => start + cut) : [];
  });
  const offsets = [...between, ...besideYears(text).filter((at) => !recognizedAt(at))].sort((a, b) => a - b);
  return offsets.map((at) => ({ start: at, end: at, replacement: ' ', rule: RULE }));
}

/**
 * Where a blank is lost between a year and a word with an accent: "GIAI ĐOẠN2012-2015", "năm 2020của". A shorter number may be the mark of a
 * footnote ("người dân1"), a word without accents a code ("QCVN2016").
 */
function besideYears(text: string): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) {
    let start = index;
    while (start > 0 && isLetterAt(text, start - 1)) start--;
    if (isAccentedSyllable(text.slice(start, index))) found.push(index);
    const behind = index + 4;
    let end = behind;
    while (isLetterAt(text, end)) end++;
    if (isAccentedSyllable(text.slice(behind, end))) found.push(behind);
  }
  return found;
}

function isAccentedSyllable(word: string): boolean {
  if (word.length < 2 || word.length > LONGEST_SYLLABLE) return false;
  const key = fold(word);
  return bare(key) !== key && isSyllable(key);
}

/** All ways to cut a word into two or three syllables. */
function cutsOf(key: string, count = MOST_SYLLABLES): number[][] {
  const found: number[][] = [];
  const last = Math.min(key.length - 1, LONGEST_SYLLABLE);
  for (let cut = Math.max(1, key.length - LONGEST_SYLLABLE * (count - 1)); cut <= last; cut++) {
    if (!isSyllable(key.slice(0, cut))) continue;
    const rest = key.slice(cut);
    if (isSyllable(rest)) found.push([cut]);
    if (count > 2) for (const cuts of cutsOf(rest, count - 1)) found.push([cut, ...cuts.map((each) => each + cut)]);
  }
  return found;
}

function isKnown(word: string, key: string, cuts: readonly number[], pairs: WordPairs): boolean {
  return cuts.every((cut, at) => {
    const first = key.slice(cuts[at - 1] ?? 0, cut);
    const second = key.slice(cut, cuts[at + 1] ?? key.length);
    return pairs.count(first, second) > 0 || /^\p{Ll}\p{Lu}\p{Ll}/u.test(word.slice(cut - 1, cut + 2));
  });
}
