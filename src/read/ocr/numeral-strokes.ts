import type { GrayImage } from './pixels/gray.ts';
import type { ReadWord } from './readers/reader.ts';

/** Read as letters, at least one of them a capital that is all strokes: "H,", "IL-", "I."; not "11" and not a lone "L". */
const STROKES = /^(?=.{0,4}[IHL])(?!L[^IHL1l|!])(?!L$)[IHL1l|!]{1,4}(?<sign>[.,;:\-–]{0,2})$/;
/** No numeral has more of one stroke. */
const MOST = 3;
const INK = 128;
/** Where strokes are counted, from the top of the word: above what is struck through an H, and at it. */
const UPPER = 0.3;
const MIDDLE = 0.5;
/** Of the height of a word: the widest stroke, and how far a stroke may lean between the two places. */
const WIDEST = 0.35;
const LEAN = 0.06;

/**
 * The text of a word of upright strokes, by counting them: engines read `II` as `H` or `I`, and `III` as `II`, with full confidence.
 * Strokes that do not stand apart, lean or are joined by a bar leave the word as it was read.
 */
export function withCountedStrokes(word: ReadWord, print: GrayImage): string {
  const match = STROKES.exec(word.text);
  if (!match) return word.text;
  const height = word.bottom - word.top;
  const upper = runsOfInk(print, word, UPPER);
  const middle = runsOfInk(print, word, MIDDLE);
  if (upper.length === 0 || upper.length > MOST || upper.length !== middle.length) return word.text;
  const straight = upper.every(([left, right], at) => {
    const [otherLeft, otherRight] = middle[at] as Run;
    return right - left <= WIDEST * height && otherRight - otherLeft <= WIDEST * height && Math.abs(otherLeft - left) <= Math.max(1, LEAN * height);
  });
  const widths = upper.map(([left, right]) => right - left);
  if (!straight || Math.max(...widths) > 2 * Math.min(...widths)) return word.text;
  return 'I'.repeat(upper.length) + (match.groups?.sign ?? '');
}

type Run = readonly [left: number, right: number];

/** The stretches of ink that a row through the word meets. */
function runsOfInk({ data, width, height }: GrayImage, word: ReadWord, share: number): Run[] {
  const y = Math.min(height - 1, Math.round(word.top + (word.bottom - word.top) * share));
  const runs: Run[] = [];
  let left = -1;
  const end = Math.min(width, Math.ceil(word.right) + 1);
  for (let x = Math.max(0, Math.floor(word.left) - 1); x <= end; x++) {
    const ink = x < end && (data[y * width + x] ?? 255) < INK;
    if (ink && left < 0) left = x;
    if (!ink && left >= 0) {
      runs.push([left, x]);
      left = -1;
    }
  }
  return runs;
}
