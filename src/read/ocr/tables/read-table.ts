import type { RecognizedLine, RecognizedTable } from '../engine.ts';
import { toRows } from '../layout/rows.ts';
import { type PageReading, toRecognizedLine } from '../page-reading.ts';
import { mapBox } from '../pixels/geometry.ts';
import type { ReadWord } from '../readers/reader.ts';
import { inkedArea, inside } from './cells.ts';
import type { Grid } from './grid.ts';
import { proveFigures, readCells } from './prove-figures.ts';

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

/** A figure that was read in several ways is no surer than this. */
const DOUBTFUL = 0.3;

/** Reads a ruled table cell by cell; figures twice. */
export async function readTable(grid: Grid, reading: PageReading): Promise<RecognizedTable> {
  const { page, given } = reading;
  const areas = grid.cells.map((cell) => inkedArea(page.print, inside(cell, RULING_MARGIN * page.dpi)));
  const found = await readCells(
    areas.filter((area) => area !== null),
    1,
    reading,
  );
  const doubtful = await proveFigures(found, reading);
  const rows: RecognizedTable['rows'] = Array.from({ length: grid.rows }, () => ({ cells: [] }));
  grid.cells.forEach((cell, index) => {
    const area = areas[index];
    const lines = (area && found.get(area)) ?? [];
    rows[cell.row]?.cells.push({
      box: mapBox(page.back, cell, given),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      lines: toRows(lines.map(({ words }) => words)).map((row) => toLine(row.words, area !== undefined && area !== null && doubtful.has(area), reading)),
    });
  });
  return { box: mapBox(page.back, grid, given), rows };
}

function toLine(words: readonly ReadWord[], isDoubtful: boolean, reading: PageReading): RecognizedLine {
  const line = toRecognizedLine(words, reading);
  return isDoubtful ? { words: line.words.map((word) => ({ ...word, confidence: Math.min(word.confidence, DOUBTFUL), doubtful: true })) } : line;
}
