/** Parts several values in one cell. */
export const LIST_SEPARATOR = '; ';

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** A line of CSV after RFC 4180, with its line end. Text stands exactly as it is: nothing is trimmed, escaped or put before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
