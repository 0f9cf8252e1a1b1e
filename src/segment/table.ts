import { numbersColumns } from '../grammar/columns.ts';
import type { LabelGrammar } from '../grammar/labels.ts';
import type { Branch, Cell, Leaf } from '../model/tree.ts';
import type { Locator } from '../text/locator.ts';
import type { LineView } from './line-view.ts';

const ORDINAL = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)]?$/u;

/** A year above a column of values is a header, no value. */
const YEAR = /^(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?$/;

/** The rows of one table: header rows (repeated ones too), section rows and body rows, each with its cells' places. */
export function buildTable(rows: readonly LineView[], locator: Locator, labels: LabelGrammar, nextId: (marker: string | null, task: boolean) => string): Branch {
  const children: Leaf[] = [];
  const headers = new Set<string>();
  let inHeader = true;
  let learned = false;
  for (const row of rows) {
    const cells = cellsOf(row, locator);
    const contents = row.words.split('\t').map((cell) => cell.trim());
    const filled = contents.filter((cell) => cell !== '');
    const first = contents[0] ?? '';
    const key = filled.join('|');
    let role: NonNullable<Leaf['role']> = 'body';
    if (headers.has(key) || labels.isOrdinalHeader(first)) {
      role = 'header';
      // A header of other words begins another table; a repeated one has its levels learned.
      if (!headers.has(key)) learned = false;
      inHeader = true;
    } else if (inHeader && !learned && isHeaderRow(contents, children.length)) role = 'header';
    else {
      inHeader = false;
      if (filled.length <= 2 && /^(?:[IVXLC]{1,6}|[A-ZĐ])[.)]?$/u.test(first) && contents.length > 2) role = 'section';
    }
    if (role === 'header') headers.add(key);
    const task =
      role === 'body'
        ? contents
            .slice(0, 3)
            .map((cell) => labels.read(cell).find((label) => label.kind === 'task'))
            .find(Boolean)
        : undefined;
    const marker = task?.marker ?? (role !== 'header' && ORDINAL.test(first) ? first.replace(/[.()]+$|^\(/g, '') : null);
    const leaf: Leaf = { type: 'row', role, marker, position: locator.position(row.line.start, row.line.end), children: cells };
    if (role !== 'header') leaf.eId = nextId(marker, task !== undefined);
    children.push(leaf);
  }
  const start = (rows[0] as LineView).line.start;
  const end = (rows.at(-1) as LineView).line.end;
  return { type: 'table', position: locator.position(start, end), children };
}

/** A header has no ordinal, and short cells without values. */
function isHeaderRow(contents: readonly string[], index: number): boolean {
  if (ORDINAL.test(contents[0] ?? '') && index > 0) return numbersColumns(contents);
  const filled = contents.filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => cell.length <= 60 && (YEAR.test(cell) || !/^[\d.,%\s–-]+$/.test(cell))) &&
    (index === 0 || (contents[0] === '' && filled.every((cell) => cell.length <= 40 && !/[.;]$/.test(cell))))
  );
}

function cellsOf(row: LineView, locator: Locator): Cell[] {
  const cells: Cell[] = [];
  let start = row.line.start;
  for (const cell of row.words.split('\t')) {
    cells.push({ type: 'cell', position: locator.position(start, start + cell.length) });
    start += cell.length + 1;
  }
  return cells;
}
