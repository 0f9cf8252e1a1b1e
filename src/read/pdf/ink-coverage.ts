import type { Box } from '../../model/layout.ts';
import type { PageImage } from '../ocr/engine.ts';

/** At which a page is drawn to see where its ink lies: letters are grey specks, and drawing costs little. */
export const COVERAGE_DPI = 60;
/** Squares of so many pixels, a line of text is one or two of them high. */
const SQUARE = 5;
/** Ink is darker than this share of the paper. */
const DARK = 0.8;
/** So many dark pixels make a square inked: specks do not. */
const FEWEST_DARK = 2;
/** Scanners leave dark edges: this share of the page at each side is not looked at. */
const EDGE = 0.03;
/** Fewer inked squares tell nothing: a blank page with specks. */
const FEWEST_SQUARES = 40;

/**
 * How much of the print on a page has text under it: the share of inked squares that a word reaches into. Coloured ink (seals, signatures) is no
 * print. Null where the page is as good as blank. `words` are places on the page as it is drawn, in points.
 */
export function inkCoverage(page: PageImage, size: { width: number; height: number }, words: readonly Box[]): number | null {
  const [columns, rows] = [Math.ceil(page.width / SQUARE), Math.ceil(page.height / SQUARE)];
  const covered = squaresUnder(words, columns, rows, page.width / size.width, page.height / size.height);
  const dark = darkSquares(page, columns, rows);
  let [inked, under] = [0, 0];
  for (let at = 0; at < dark.length; at++) {
    if ((dark[at] as number) < FEWEST_DARK) continue;
    inked++;
    if (covered[at] === 1) under++;
  }
  return inked < FEWEST_SQUARES ? null : under / inked;
}

function squaresUnder(words: readonly Box[], columns: number, rows: number, scaleX: number, scaleY: number): Uint8Array {
  const covered = new Uint8Array(columns * rows);
  for (const [left, top, right, bottom] of words) {
    const [fromX, toX] = [Math.max(0, Math.floor((left * scaleX) / SQUARE)), Math.min(columns - 1, Math.floor((right * scaleX) / SQUARE))];
    const [fromY, toY] = [Math.max(0, Math.floor((top * scaleY) / SQUARE)), Math.min(rows - 1, Math.floor((bottom * scaleY) / SQUARE))];
    for (let y = fromY; y <= toY; y++) covered.fill(1, y * columns + fromX, y * columns + toX + 1);
  }
  return covered;
}

/** How many pixels of black print each square has. */
function darkSquares({ data, width, height, channels }: PageImage, columns: number, rows: number): Uint16Array {
  // Coloured ink is light in one of its colours.
  const lightness = (at: number) => (channels === 3 ? Math.max(data[at] as number, data[at + 1] as number, data[at + 2] as number) : (data[at] as number));
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += channels) {
    const value = lightness(at);
    counts[value] = (counts[value] as number) + 1;
  }
  const limit = paperOf(counts, width * height) * DARK;
  const dark = new Uint16Array(columns * rows);
  const [left, right, top, bottom] = [width * EDGE, width * (1 - EDGE), height * EDGE, height * (1 - EDGE)];
  for (let y = Math.ceil(top); y < bottom; y++) {
    const row = Math.floor(y / SQUARE) * columns;
    for (let x = Math.ceil(left); x < right; x++) {
      if (lightness((y * width + x) * channels) >= limit) continue;
      const at = row + Math.floor(x / SQUARE);
      dark[at] = (dark[at] as number) + 1;
    }
  }
  return dark;
}

/** The lightness that most of the page has at least. */
function paperOf(counts: Uint32Array, pixels: number): number {
  let rest = pixels / 2;
  for (let value = 255; value >= 0; value--) {
    rest -= counts[value] as number;
    if (rest <= 0) return value;
  }
  return 0;
}
