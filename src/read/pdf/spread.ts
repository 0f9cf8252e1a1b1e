import { around } from './geometry.ts';
import type { TextLine } from './lines.ts';
import type { Table } from './tables.ts';

/** Two pages side by side are wider than high; so is a single page that lies on its side. */
const WIDER = 1.2;
/** Where the fold may lie, from the middle, and what the two inner margins are at least, as shares of the width. */
const MIDDLE = 0.08;
const MARGINS = 0.05;
/** Each page has this many lines at least, over this share of the height. */
const FEWEST_LINES = 6;
const LEAST_HEIGHT = 0.15;

/** What stands on one of two pages. */
export interface Half {
  lines: TextLine[];
  tables: Table[];
}

/**
 * The two pages of a book or a folded sheet that lie on one page of a file, left one first; null for a single page. They are told by an upright strip
 * in the middle that no word and no table reaches into: titles set in the middle and tables of a single page do.
 */
export function pagesOfSpread(lines: readonly TextLine[], tables: readonly Table[], width: number, height: number): [Half, Half] | null {
  if (width < WIDER * height) return null;
  const taken = [...lines.flatMap(({ words }) => words.map(({ box }) => box)), ...tables.map(({ box }) => box)];
  const middle = foldOf(taken, width);
  if (middle === null) return null;
  const isLeft = (box: readonly number[]) => ((box[0] as number) + (box[2] as number)) / 2 < middle;
  const half = (left: boolean): Half => ({
    lines: lines.flatMap((line) => {
      const words = line.words.filter(({ box }) => isLeft(box) === left);
      return words.length === 0 ? [] : words.length === line.words.length ? [line] : [{ ...line, words, box: around(words.map(({ box }) => box)) }];
    }),
    tables: tables.filter(({ box }) => isLeft(box) === left),
  });
  const halves: [Half, Half] = [half(true), half(false)];
  return halves.every((page) => isPage(page, height)) ? halves : null;
}

/** The middle of the widest upright strip around the middle of the page that is free; null where none is as wide as two margins. */
function foldOf(taken: readonly (readonly number[])[], width: number): number | null {
  const [from, to] = [width * (0.5 - MIDDLE), width * (0.5 + MIDDLE)];
  let best: readonly [number, number] | null = null;
  let free = 0;
  for (const box of [...taken, [width, 0, width, 0]].sort((a, b) => (a[0] as number) - (b[0] as number))) {
    const [left, right] = [box[0] as number, box[2] as number];
    const strip = [free, left] as const;
    const centre = (strip[0] + strip[1]) / 2;
    if (free > 0 && left - free >= width * MARGINS && centre > from && centre < to && left - free > (best ? best[1] - best[0] : 0)) best = strip;
    free = Math.max(free, right);
  }
  return best && (best[0] + best[1]) / 2;
}

function isPage({ lines, tables }: Half, height: number): boolean {
  const boxes = [...lines, ...tables].map(({ box }) => box);
  const rows = lines.length + tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows < FEWEST_LINES) return false;
  return Math.max(...boxes.map((box) => box[3])) - Math.min(...boxes.map((box) => box[1])) > height * LEAST_HEIGHT;
}
