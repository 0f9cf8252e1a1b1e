import { centreX, centreY, median } from './geometry.ts';
import type { Word } from './words.ts';

/** A watermark is set in type this many times the size of the page's. */
const LARGE = 2.5;
/** Titles and initials are large as well, but nothing is printed across them. */
const FEWEST_ACROSS = 2;

/** Words set slanted, and large ones that lie under the lines of the text: `BẢN SAO`, `DỰ THẢO`. A large title stands by itself and is none. */
export function watermarksOf(words: readonly Word[]): Set<Word> {
  const found = new Set(words.filter((word) => word.turn === null));
  const usual = median(
    words.map((word) => word.size),
    0,
  );
  const large = words.filter((word) => word.turn !== null && word.size > usual * LARGE);
  const marks = large.filter((mark) => words.filter((word) => word.size < usual * LARGE && isAcross(word, mark)).length >= FEWEST_ACROSS);
  // Its other words may lie where the page is empty.
  for (const word of large) if (marks.some((mark) => mark.turn === word.turn && mark.size === word.size && mark.baseline === word.baseline)) found.add(word);
  return found;
}

function isAcross(word: Word, mark: Word): boolean {
  const [x, y] = [centreX(word.place), centreY(word.place)];
  const [left, top, right, bottom] = mark.place;
  return x > left && x < right && y > top && y < bottom;
}
