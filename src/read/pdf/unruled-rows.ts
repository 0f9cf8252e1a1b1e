import type { TextLine } from './lines.ts';

/** Rows of cells, each cell its lines. */
type Rows = TextLine[][][];

/** Fewer rows are no table. */
const FEWEST_ROWS = 3;
/** A step between rows is this much larger than one between the lines of a cell, in type sizes. */
const ROW_STEP = 0.15;

/** A table without rulings, and the lines above and below it that its columns leave room for. */
export interface UnruledTable {
  above: TextLine[];
  rows: Rows;
  below: TextLine[];
}

/**
 * Groups lines, parted to cells, to rows; `bands` are the same with what stands side by side as one line. Where rows stand further apart than the lines of a cell, what is free of words from side to side parts them;
 * else a row begins where its first column has words. Null where there are too few rows. What stands in the first column alone before the first row and,
 * parted by space, after the last one is no part of the table: the end of a paragraph, a heading.
 */
export function unruledTable(lines: Rows, bands: Rows): UnruledTable | null {
  const bySpace = rowsBySpace(lines);
  const rows = bySpace ?? rowsByFirstColumn(bands);
  const from = rows.findIndex(isFilled);
  let to = rows.length;
  if (bySpace) while (to > from && !isFilled(rows[to - 1] as TextLine[][])) to--;
  if (from < 0 || to - from < FEWEST_ROWS) return null;
  return { above: rows.slice(0, from).flat(2), rows: rows.slice(from, to), below: rows.slice(to).flat(2) };
}

/** Whether there is more than the first column. */
function isFilled(row: TextLine[][]): boolean {
  return row.some((cell, column) => column > 0 && cell.length > 0);
}

function rowsByFirstColumn(bands: Rows): Rows {
  const rows: Rows = [];
  for (const cells of bands) {
    const open = rows.at(-1);
    if (!open || (cells[0]?.length ?? 0) > 0) rows.push(cells.map((cell) => [...cell]));
    else for (const [column, cell] of cells.entries()) open[column]?.push(...cell);
  }
  return rows;
}

/** Null where space does not tell rows: their steps are those of lines, or a row would hold two lines in most of its columns. */
function rowsBySpace(lines: Rows): Rows | null {
  const columns = lines[0]?.length ?? 0;
  const placed = lines.flatMap((cells) => cells.flatMap((cell, column) => cell.map((line) => ({ line, column })))).sort((a, b) => a.line.box[1] - b.line.box[1]);
  const step = smallestStep(placed, columns);
  if (step === null) return null;
  const rows: Rows = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { line, column } of placed) {
    if (line.box[1] - bottom > step + ROW_STEP * line.size) rows.push(Array.from({ length: columns }, () => []));
    rows.at(-1)?.[column]?.push(line);
    bottom = Math.max(bottom, line.box[3]);
  }
  const holdsTwo = rows.some((row, at) => at > 0 && row.filter((cell) => cell.length > 1).length > Math.max(1, columns / 2));
  return rows.length < FEWEST_ROWS || holdsTwo ? null : rows;
}

/** The smallest space between lines one below the other in a column. */
function smallestStep(placed: readonly { line: TextLine; column: number }[], columns: number): number | null {
  const bottoms = new Array<number | undefined>(columns);
  let smallest: number | null = null;
  for (const { line, column } of placed) {
    const above = bottoms[column];
    if (above !== undefined && (smallest === null || line.box[1] - above < smallest)) smallest = line.box[1] - above;
    bottoms[column] = line.box[3];
  }
  return smallest;
}
