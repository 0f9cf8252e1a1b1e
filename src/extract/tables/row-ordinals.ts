import type { Column, LogicalRow } from './logical-table.ts';

/** No unit and no year: a few letters or nothing. */
const ORDINAL_HEADER = /^[\p{L}.]{0,4}$/u;

/** "ST" above 1, 2, 3: the rows are counted, whatever recognition or a hand made of the header. */
export function countsRows({ header }: Column, rows: readonly LogicalRow[]): boolean {
  const body = rows.filter(({ role }) => role === 'body');
  return ORDINAL_HEADER.test(header) && body.length > 1 && body.every(({ cells }, at) => cells[0]?.text === String(at + 1));
}

/** How deep a row stands by its ordinal: `5` and `Nhiệm vụ 5` above `5.1` above `a`, and a row without one below all. */
export function rankOf(marker: string | null): number {
  if (marker === null) return 9;
  if (/^(?:[IVXLC]+|[A-ZĐ])$/.test(marker)) return 1;
  const levels = /^\d+(?:\.\d+)*$/.exec(marker)?.[0].split('.').length;
  if (levels) return 1 + levels;
  if (/^[a-zđ]$/.test(marker)) return 6;
  return 2;
}
