import { fold } from '../text/fold.ts';

/** A word of a passage, folded, with its offsets there. */
interface Word {
  word: string;
  start: number;
  end: number;
}

/** Words that one of two passages has and the other has not, with where they are and where they are missing. */
export interface LostWords {
  /** Which passage has them: 0 or 1. */
  in: 0 | 1;
  words: readonly string[];
  /** Offsets in both passages: of the words, and of those around the gap. */
  places: readonly [readonly [number, number], readonly [number, number]];
}

/** Longer passages are not compared: the time grows with the product of their lengths. */
const WORDS_COMPARED = 160;
/** Differences with fewer equal words between them are one: "huyện An Lão" / "địa bàn huyện". */
const APART = 3;
/** So many words on either side have to be equal. */
const AROUND = 4;
/** So many on either side are shown where words are missing. */
const SHOWN = 2;

/** Where one of two passages that are otherwise alike has words the other lacks, the words on both sides being equal. */
export function lostWords(one: string, other: string): LostWords[] {
  if (one === other) return [];
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0 || a.length > WORDS_COMPARED || b.length > WORDS_COMPARED) return [];
  const hunks = hunksOf(a, b);
  return hunks.flatMap(({ a: mine, b: theirs }, at): LostWords[] => {
    if (mine[0] !== mine[1] && theirs[0] !== theirs[1]) return [];
    const before = mine[0] - (hunks[at - 1]?.a[1] ?? 0);
    const after = (hunks[at + 1]?.a[0] ?? a.length) - mine[1];
    if (before < AROUND || after < AROUND) return [];
    const has = mine[0] === mine[1] ? 1 : 0;
    const [words, [from, to]] = has === 0 ? [a, mine] : [b, theirs];
    return [{ in: has, words: words.slice(from, to).map(({ word }) => word), places: [placeOf(a, mine), placeOf(b, theirs)] }];
  });
}

const wordsOf = (text: string): Word[] => [...fold(text).matchAll(/[\p{L}\p{N}²³%]+/gu)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));

/** The offsets of some words, or where there are none of those around the gap: "di động khu vực" where "5G" is missing. */
function placeOf(words: readonly Word[], [from, to]: readonly [number, number]): [number, number] {
  const [first, last] = from === to ? [words[from - SHOWN], words[from + SHOWN - 1]] : [words[from], words[to - 1]];
  return [first?.start ?? 0, last?.end ?? 0];
}

interface Hunk {
  a: [number, number];
  b: [number, number];
}

/** The stretches outside of the longest common subsequence, those close to each other joined. */
function hunksOf(a: readonly Word[], b: readonly Word[]): Hunk[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) lengths[i * width + j] = a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.word === b[j]?.word) {
      i++;
      j++;
      continue;
    }
    const [fromA, fromB] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i]?.word === b[j]?.word)) {
      if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    const last = hunks.at(-1);
    if (last && fromA - last.a[1] < APART) [last.a[1], last.b[1]] = [i, j];
    else hunks.push({ a: [fromA, i], b: [fromB, j] });
  }
  return hunks;
}
