import { printable, say } from './locale.ts';
import { paint } from './paint.ts';
import { put, type TableRow } from './published.ts';
import { columnWidths, type TerminalColumn, tableLines } from './terminal-table.ts';

/** So many rows are looked at before the widths of the columns are set; the others are printed as they come. */
const LOOKED_AT = 200;
const WIDTH_WITHOUT_TERMINAL = 100;
const NARROWEST = 40;

/** A row to print: its cells, and the table row it is made of. */
export interface Listed {
  row: TableRow;
  cells: string[];
}

/** What was printed. */
export interface ListedCounts {
  rows: number;
  documents: number;
}

/** Prints rows under the documents they are from. Memory does not grow with their number. */
export async function putListing(columns: readonly TerminalColumn[], rows: AsyncIterable<Listed>): Promise<ListedCounts> {
  const width = lineWidth();
  const counts: ListedCounts = { rows: 0, documents: 0 };
  let widths: number[] | null = null;
  let waiting: Listed[] = [];
  let document: string | undefined;
  const print = async ({ row, cells }: Listed) => {
    if (row.document !== document) {
      document = row.document;
      counts.documents++;
      await put(`${counts.documents === 1 ? '' : '\n'}${heading(row)}\n`);
    }
    for (const line of tableLines(columns, widths ?? [], cells)) await put(`  ${line}\n`);
  };
  const flush = async () => {
    widths = columnWidths(
      columns,
      waiting.map(({ cells }) => cells),
      width - 2,
    );
    const [titles = ''] = tableLines(
      columns,
      widths,
      columns.map(({ title }) => title),
    );
    await put(`  ${paint('dim', titles)}\n`);
    for (const listed of waiting) await print(listed);
    waiting = [];
  };
  for await (const { row, cells } of rows) {
    const listed = { row, cells: cells.map(printable) };
    counts.rows++;
    if (widths) await print(listed);
    else if (waiting.push(listed) >= LOOKED_AT) await flush();
  }
  if (!widths && waiting.length > 0) await flush();
  return counts;
}

/** How many columns there are to print in. */
export function lineWidth(): number {
  const columns = process.stdout.columns ?? Number(process.env.COLUMNS);
  return Math.max(NARROWEST, Number.isInteger(columns) && columns > 0 ? columns : WIDTH_WITHOUT_TERMINAL);
}

function heading({ number = '', issued_on: date = '', issuer = '', file = '' }: TableRow): string {
  const rest = [date === '' ? say('summary.noDate') : printDate(date), issuer, file].filter(Boolean).map(printable).join(' · ');
  return `${paint('bold', number === '' ? say('summary.none') : printable(number))} ${paint('dim', `· ${rest}`)}`;
}

/** `2024-03-06` as 06/03/2024. */
export function printDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** `12` or `12–14`. */
export function printLines({ line_from: from = '', line_to: to = '' }: TableRow): string {
  return from === to ? from : `${from}–${to}`;
}
