import type { RecognizedTable } from '../engine.ts';
import { toRows } from '../layout/rows.ts';
import { type PageReading, toRecognizedLine } from '../page-reading.ts';
import { mapBox } from '../pixels/geometry.ts';
import type { Area } from '../pixels/gray.ts';
import { resize } from '../pixels/resize.ts';
import type { ReadLine, ReadWord } from '../readers/reader.ts';
import { inkedArea, inside, type Stack, stackAreas, unstack } from './cells.ts';
import type { Grid } from './grid.ts';

/** Inches from the middle of a ruling that still may be its ink. */
const RULING_MARGIN = 0.03;

/** A word of a table, not what an engine makes of strokes. */
const LEGIBLE = 0.6;
const WORD = /\d|\p{L}{2}/u;

/** False where cells hold ink but no word: the strokes of a seal in black print or of a signature meet like rulings. A table without any ink is one to be filled in. */
export function isLegibleTable({ rows }: RecognizedTable): boolean {
  const words = rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
  return words.length === 0 || words.some(({ text, confidence }) => confidence >= LEGIBLE && WORD.test(text));
}

/** A short line by itself loses figures at fewer dots an inch ("32" as "3"), which a line of a paragraph does not. */
const CELL_DPI = 280;
const ENLARGED_DPI = 320;

/** The lines of a stack in its own pixels, read from a larger picture where the page is coarse. */
async function readStack({ image }: Stack, { page: { dpi }, reader, signal }: PageReading): Promise<ReadLine[]> {
  if (dpi >= CELL_DPI) return reader.read(image, 'block', dpi, signal);
  const scale = ENLARGED_DPI / dpi;
  const lines = await reader.read(await resize(image, scale), 'block', ENLARGED_DPI, signal);
  const back = (word: ReadWord) => ({ ...word, left: word.left / scale, top: word.top / scale, right: word.right / scale, bottom: word.bottom / scale });
  return lines.map((line) => ({ ...line, words: line.words.map(back) }));
}

/** Reads a ruled table cell by cell. */
export async function readTable(grid: Grid, reading: PageReading): Promise<RecognizedTable> {
  const { page, given } = reading;
  const areas = grid.cells.map((cell) => inkedArea(page.print, inside(cell, RULING_MARGIN * page.dpi)));
  const found = new Map<Area, ReadLine[]>();
  const inked = areas.filter((area) => area !== null);
  for (const stack of stackAreas(page.print, inked, page.dpi)) {
    for (const [area, lines] of unstack(stack, await readStack(stack, reading))) found.set(area, lines);
  }
  const rows: RecognizedTable['rows'] = Array.from({ length: grid.rows }, () => ({ cells: [] }));
  grid.cells.forEach((cell, index) => {
    const area = areas[index];
    const lines = (area && found.get(area)) ?? [];
    rows[cell.row]?.cells.push({
      box: mapBox(page.back, cell, given),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      lines: toRows(lines.map(({ words }) => words)).map((row) => toRecognizedLine(row.words, reading)),
    });
  });
  return { box: mapBox(page.back, grid, given), rows };
}
