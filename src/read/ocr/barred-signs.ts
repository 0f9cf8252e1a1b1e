import { type Component, findComponents } from './pixels/components.ts';
import type { GrayImage } from './pixels/gray.ts';
import type { ReadWord } from './readers/reader.ts';

/** The model knows no `≥` and no `≤`: they are read as these, with full confidence. */
const BARRED = new Map([
  ['>', '≥'],
  ['<', '≤'],
]);
/** Of the height of the word: how far a bar may lie outside the box the engine gives. */
const AROUND = 0.35;
/** Of the sign's width: the shortest and the longest bar; of the bar's: how high it may be. */
const SHORTEST = 0.6;
const LONGEST = 1.5;
const FLAT = 0.4;

/** The text of a word that begins with `>` or `<`, with `≥` or `≤` where a bar lies below the sign in the picture: `>98` is another target than `≥ 98`. */
export function withBar(word: ReadWord, print: GrayImage): string {
  const barred = BARRED.get(word.text[0] as string);
  if (barred === undefined) return word.text;
  const height = word.bottom - word.top;
  const around = AROUND * height;
  const pieces = findComponents(print, { left: word.left - 2, top: word.top - around, right: word.right + 2, bottom: word.bottom + around });
  const sign = pieces.find((piece) => piece.bottom - piece.top >= height / 4 && piece.bottom > word.top && piece.top < word.bottom);
  return sign && pieces.some((piece) => isBarBelow(piece, sign)) ? barred + word.text.slice(1) : word.text;
}

function isBarBelow(piece: Component, sign: Component): boolean {
  const width = piece.right - piece.left;
  const middle = (sign.top + sign.bottom) / 2;
  const share = width / (sign.right - sign.left);
  const isUnder = piece.top > middle && piece.top < sign.bottom + (sign.bottom - sign.top) / 2 && Math.min(piece.right, sign.right) - Math.max(piece.left, sign.left) > width / 2;
  return piece !== sign && isUnder && share >= SHORTEST && share <= LONGEST && piece.bottom - piece.top <= FLAT * width;
}
