/** A row of cells; what stands in each, null where it is empty. */
export type CellRow<T> = readonly (T | null)[];

/** A row of a table of data has this many filled cells; rows with fewer are a title, a letterhead, signatures. */
export const FEWEST_FILLED = 3;

const filledCells = <T>(row: CellRow<T>): number => row.reduce((sum, cell) => sum + (cell === null ? 0 : 1), 0);

/**
 * The cells of rows around a table of data in reading order: a letterhead and signatures that stand side by side over several rows are read left
 * column first. `below`: behind the table, where the rows of the columns need not be the same ones ("Nơi nhận: | GIÁM ĐỐC", "- UBND tỉnh;", "| Phan Thị Hòa").
 */
export function inReadingOrder<T>(rows: readonly CellRow<T>[], below: boolean): T[] {
  const out: T[] = [];
  for (let at = 0; at < rows.length; ) {
    const columns = columnsFrom(rows, at, below);
    const part = rows.slice(at, columns?.end ?? at + 1);
    const middle = columns?.middle ?? Number.POSITIVE_INFINITY;
    for (const left of [true, false]) for (const row of part) for (const [column, cell] of row.entries()) if (cell !== null && column < middle === left) out.push(cell);
    at += part.length;
  }
  return out;
}

/** Two columns that begin at a row with a text on either side; null where there are none. */
function columnsFrom<T>(rows: readonly CellRow<T>[], start: number, below: boolean): { end: number; middle: number } | null {
  if (filledCells(rows[start] ?? []) !== 2) return null;
  let middle = Number.POSITIVE_INFINITY;
  let [end, both, left, right] = [start, 0, 0, 0];
  for (let at = start; at < rows.length; at++) {
    const row = rows[at] as CellRow<T>;
    const filled = filledCells(row);
    if (filled > 2) break;
    const last = row.findLastIndex((cell) => cell !== null);
    if (filled === 2) {
      both++;
      middle = Math.min(middle, last);
      end = at + 1;
    } else if (filled === 1) {
      if (last < middle) left++;
      else right++;
      // Above a table a text in the right column goes on with it only where it follows at once: farther down it is the unit of a table.
      if (last >= middle && (below || at === end)) end = at + 1;
    }
  }
  return both > 1 || (below && left > 0 && right > 0) ? { end, middle } : null;
}
