import type { ReadWord } from '../readers/reader.ts';

/** Words of one row of the page, left to right. */
export interface Row {
  words: ReadWord[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function toRow(words: readonly ReadWord[]): Row {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return {
    words: sorted,
    left: Math.min(...sorted.map((word) => word.left)),
    right: Math.max(...sorted.map((word) => word.right)),
    top: Math.min(...sorted.map((word) => word.top)),
    bottom: Math.max(...sorted.map((word) => word.bottom)),
  };
}

/** Share of the lower row that lies beside the other, 0 to 1. */
function beside(a: Row, b: Row): number {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap / Math.max(1, Math.min(a.bottom - a.top, b.bottom - b.top));
}

const BESIDE = 0.55;

/**
 * Rows of the page, top to bottom, from the lines an engine read: engines part a row at wide blanks ("ỦY BAN NHÂN DÂN    CỘNG HÒA …") or not, as they see
 * columns. Lines that stand beside each other and do not overlap become one row.
 */
export function toRows(lines: readonly (readonly ReadWord[])[]): Row[] {
  const rows: Row[] = [];
  const pieces = lines.filter((words) => words.length > 0).map(toRow);
  for (const piece of pieces.sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const row = rows.findLast((other, index) => index >= rows.length - 3 && beside(other, piece) >= BESIDE && (piece.left >= other.right || piece.right <= other.left));
    if (row) Object.assign(row, toRow([...row.words, ...piece.words]));
    else rows.push(piece);
  }
  return rows.sort((a, b) => a.top + a.bottom - b.top - b.bottom);
}

/** Two lines that an engine took for one stand apart by this much of a word's height. */
const STACKED = 0.6;
/** A word so many times as high as the others reaches over both lines. */
const TALL = 1.8;

/**
 * Parts what an engine read as one line where its words stand on two, one below the other: "Nơi - Như nhận: trên;" is "Nơi nhận:" above "- Như trên;".
 * Words beside each other at two heights, as the columns of a crooked page, are left together.
 */
export function unstacked(words: readonly ReadWord[]): (readonly ReadWord[])[] {
  if (words.length < 3) return [words];
  const heights = words.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] as number;
  const plain = words.filter(({ top, bottom }) => bottom - top <= TALL * usual && bottom - top >= usual / 2).sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const middle = ({ top, bottom }: ReadWord) => (top + bottom) / 2;
  for (let i = 1; i < plain.length; i++) {
    const [last, next] = [plain[i - 1] as ReadWord, plain[i] as ReadWord];
    if (middle(next) - middle(last) < STACKED * usual) continue;
    const cut = (middle(last) + middle(next)) / 2;
    // A word over both lines begins the upper one.
    const isUpper = (word: ReadWord) => middle(word) < cut || (word.bottom - word.top > TALL * usual && word.top < cut);
    const upper = words.filter(isUpper).map((word) => ({ ...word, bottom: Math.min(word.bottom, last.bottom) }));
    const lower = words.filter((word) => !isUpper(word));
    const [above, below] = [toRow(upper), toRow(lower)];
    if (Math.min(above.right, below.right) - Math.max(above.left, below.left) > usual) return [upper, lower];
    return [words];
  }
  return [words];
}

/** Typical height of a row: the median. */
export function rowHeight(rows: readonly Row[]): number {
  const heights = rows.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}
