import { expect, it } from 'vitest';
import { withCountedStrokes } from '../../../src/read/ocr/numeral-strokes.ts';
import type { GrayImage } from '../../../src/read/ocr/pixels/gray.ts';

/** A picture drawn with letters: `#` is ink. Every row is four pixels high, every column two wide. */
function drawn(rows: readonly string[]): GrayImage {
  const width = Math.max(...rows.map((row) => row.length)) * 2;
  const data = new Uint8Array(width * rows.length * 4).fill(255);
  for (let y = 0; y < rows.length * 4; y++) for (let x = 0; x < width; x++) if (rows[y >> 2]?.[x >> 1] === '#') data[y * width + x] = 0;
  return { width, height: rows.length * 4, data };
}

const read = (text: string, picture: GrayImage) => withCountedStrokes({ text, left: 0, top: 0, right: picture.width, bottom: picture.height, confidence: 0.9 }, picture);

const SERIF = '### ###';
const TWO = drawn([SERIF, ' #   # ', ' #   # ', ' #   # ', ' #   # ', SERIF]);
const THREE = drawn(['### ### ###', ' #   #   # ', ' #   #   # ', ' #   #   # ', ' #   #   # ', '### ### ###']);
const H = drawn([SERIF, ' #   # ', ' #   # ', ' ##### ', ' #   # ', SERIF]);

it.each([
  ['H', TWO, 'II'],
  ['I.', TWO, 'II.'],
  ['IL-', TWO, 'II-'],
  ['H,', THREE, 'III,'],
  ['II', THREE, 'III'],
])('%s with strokes that stand apart is %s', (text, picture, expected) => expect(read(text, picture)).toBe(expected));

it.each([
  ['H', H],
  ['11', TWO],
  ['L', TWO],
  ['IV', TWO],
  ['Hà', TWO],
])('%s stays where its strokes are joined or it may be something else', (text, picture) => expect(read(text, picture)).toBe(text));
