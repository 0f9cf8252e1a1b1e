import type { Block, Cell, Paragraph } from './body.ts';

/** A row of a table of data has this many filled cells; rows with fewer are a title, a letterhead, signatures. */
export const FEWEST_FILLED = 3;

/** A row by its number, from 1, with the texts of its cells; empty ones between them are empty strings. */
export interface SheetRow {
  number: number;
  cells: string[];
  hidden: boolean;
}

const filled = (row: SheetRow) => row.cells.filter((text) => text !== '').length;

/** Rows to a table from its head on; what stands before it, and what comes after an empty row behind it, are lines. */
export function toBlocks(rows: readonly SheetRow[]): Block[] {
  const head = rows.findIndex((row) => filled(row) >= FEWEST_FILLED);
  const last = rows.findLastIndex((row) => filled(row) >= FEWEST_FILLED);
  const gap = rows.findIndex((row, at) => at > last && (filled(row) === 0 || row.number > (rows[at - 1]?.number ?? 0) + 1));
  const end = gap === -1 ? rows.length : gap;
  const start = head === -1 ? end : head;
  const lines = (part: readonly SheetRow[]) => part.flatMap((row) => row.cells.filter((text) => text !== '').map((text) => paragraph(text, row)));
  const width = Math.max(0, ...rows.slice(start, end).map((row) => row.cells.length));
  const table: Cell[][] = rows
    .slice(start, end)
    .map((row) => Array.from({ length: width }, (_, at) => ({ blocks: row.cells[at] ? [paragraph(row.cells[at] as string, row)] : [], columns: 1, continued: false })));
  return [...lines(rows.slice(0, start)), ...(table.length > 0 ? [{ kind: 'table' as const, rows: table }] : []), ...lines(rows.slice(end))];
}

function paragraph(text: string, row: SheetRow): Paragraph {
  return { kind: 'paragraph', label: '', runs: [{ text, font: null, strong: false, revision: row.hidden ? 'hidden-text' : null }], heading: false, ordinal: row.number };
}
