import type { Box } from '../../model/layout.ts';
import { textOf } from './columns.ts';
import { around, centreX, centreY } from './geometry.ts';
import { linesOf, type TextLine, turnWords } from './lines.ts';
import type { Grid } from './rulings.ts';
import type { Word } from './words.ts';

/** A table: rows of cells, each cell its lines. A cell that reaches over several columns or rows is followed by empty ones. */
export interface Table {
  box: Box;
  rows: TextLine[][][];
}

/** A line of a letterhead or of signatures has this many characters at most. */
const LAYOUT_LINE = 80;

/** Fills the grids of a page with the words that stand in them; gives the tables and the words that stand in none. */
export function fillTables(grids: readonly Grid[], words: readonly Word[], laysOut: (text: string) => boolean): { tables: Table[]; rest: Word[] } {
  const taken = new Set<Word>();
  const tables: Table[] = [];
  for (const grid of grids) {
    const cells = new Map<number, Word[]>();
    const own: Word[] = [];
    for (const word of words) {
      if (taken.has(word)) continue;
      const cell = cellAt(grid, centreX(word.box), centreY(word.box));
      if (cell === null) continue;
      own.push(word);
      const list = cells.get(cell);
      if (list) list.push(word);
      else cells.set(cell, [word]);
    }
    const table = tableOf(grid, cells);
    if (!table || laysOutPage(table, laysOut)) continue;
    tables.push(table);
    for (const word of own) taken.add(word);
  }
  return { tables, rest: words.filter((word) => !taken.has(word)) };
}

function cellAt({ box, xs, ys, cellOf }: Grid, x: number, y: number): number | null {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return null;
  const column = Math.max(0, xs.findIndex((right) => right > x) - 1);
  const row = Math.max(0, ys.findIndex((bottom) => bottom > y) - 1);
  return cellOf[row * (xs.length - 1) + column] ?? null;
}

function tableOf({ box, xs, ys, cellOf }: Grid, words: ReadonlyMap<number, Word[]>): Table | null {
  const columns = xs.length - 1;
  const rows: TextLine[][][] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    const cells = Array.from({ length: columns }, (_, column) => {
      const square = row * columns + column;
      return cellOf[square] === square ? cellLines(words.get(square) ?? []) : [];
    });
    if (cells.some((cell) => cell.length > 0)) rows.push(cells);
  }
  const used = Array.from({ length: columns }, (_, column) => column).filter((column) => rows.some((row) => (row[column]?.length ?? 0) > 0));
  // A frame around a text, or around one line of it, is no table.
  if (used.length < 2) return null;
  return { box, rows: rows.map((row) => used.map((column) => row[column] as TextLine[])) };
}

/** The lines of a cell; text that is set sideways in it is read in its own direction. */
function cellLines(words: readonly Word[]): TextLine[] {
  if (words.length === 0) return [];
  const sideways = words.filter((word) => word.turn === 1 || word.turn === 3);
  if (sideways.length * 2 <= words.length) return linesOf(words);
  const [, , right, bottom] = around(words.map((word) => word.box));
  return linesOf(turnWords(words, sideways[0]?.turn ?? 0, right, bottom));
}

/** True where a table holds a letterhead or signatures: it arranges a page and is no data. */
export function laysOutPage(table: Table, laysOut: (text: string) => boolean): boolean {
  return table.rows.some((row) => row.some((cell) => cell.some((line) => laysOut(textOf(line).slice(0, LAYOUT_LINE)))));
}
