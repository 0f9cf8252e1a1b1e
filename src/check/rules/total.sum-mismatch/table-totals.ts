import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { Branch, Leaf } from '../../../model/tree.ts';
import { branchesOf } from '../../../model/tree-walk.ts';
import type { Place } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';

/** A total of a table that the cells it is made of do not add up to. */
export interface WrongTotal {
  total: Amount;
  parts: readonly Amount[];
  sum: number;
  /** What the total is of: the words of its row. */
  name: string;
}

interface Amount {
  value: number;
  printed: string;
  place: Place;
}

interface Row {
  marker: string | null;
  name: string;
  isTotal: boolean;
  amounts: readonly (Amount | null)[];
}

const AMOUNT = /^(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,9})(?:,\d{1,4})?$/;
/** A sum is one where so many rows or columns agree with it for each that does not. */
const AGREEING = 2;
/** Of a larger table only so many rows are read: a bound for hostile texts. */
const ROWS_READ = 2000;

/**
 * Totals of tables that are wrong: cells below "Tổng" that the amounts of their row do not add up to, cells beside "Tổng cộng" that those of
 * their column do not. A column or row is a sum only where most of its cells are: its words alone tell nothing.
 */
export function* wrongTotals({ tree, text }: Pick<ExtractedDocument, 'tree' | 'text'>, { tables, checks }: Pick<Knowledge, 'tables' | 'checks'>): Generator<WrongTotal> {
  const words = new Set(tables.total_rows.map(fold));
  const unsummed = checks.unsummed_words.map(fold);
  for (const { branch } of branchesOf(tree, 'table')) {
    const headers = headersOf(branch, text);
    const summed = (column: number) => !unsummed.some((word) => headers[column]?.some((header) => header.includes(word)));
    const rows = rowsOf(branch, text, words, summed);
    const total = headers.findIndex((column, at) => at > 0 && column.some((header) => words.has(header)));
    if (total > 0) yield* wrongInRows(rows, total);
    yield* wrongInColumns(rows);
  }
}

/** "Năm 2024 | Năm 2025 | Tổng": the last is the sum of those before, row by row. */
function* wrongInRows(rows: readonly Row[], total: number): Generator<WrongTotal> {
  const wrong: WrongTotal[] = [];
  let agreeing = 0;
  for (const { name, isTotal, amounts } of rows) {
    const said = amounts[total];
    const parts = amounts.filter((amount, column): amount is Amount => amount !== null && column !== total && column > 0);
    if (isTotal || !said || parts.length < 2) continue;
    const sum = sumOf(parts);
    if (isSame(sum, said, parts)) agreeing++;
    else wrong.push({ total: said, parts, sum, name });
  }
  if (agreeing >= AGREEING * Math.max(1, wrong.length)) yield* wrong;
}

/** "Tổng cộng": the sum of the rows above it, or of those with the widest ordinals ("I", "II"), column by column. */
function* wrongInColumns(rows: readonly Row[]): Generator<WrongTotal> {
  const [total, ...more] = rows.filter(({ isTotal }) => isTotal);
  if (!total || more.length > 0) return;
  const others = rows.filter((row) => row !== total);
  const first = others[0];
  const shape = (marker: string | null) => (marker === null ? '' : /^\d+$/.test(marker) ? '1' : /^[IVXLC]+$/.test(marker) ? 'I' : 'a');
  const members = others.filter(({ marker }) => shape(marker) === shape(first?.marker ?? null));
  const wrong: WrongTotal[] = [];
  let agreeing = 0;
  for (const [column, said] of total.amounts.entries()) {
    const parts = members.flatMap(({ amounts }) => amounts[column] ?? []);
    if (!said || parts.length < 2) continue;
    const sum = sumOf(parts);
    if (isSame(sum, said, parts)) agreeing++;
    else wrong.push({ total: said, parts, sum, name: total.name });
  }
  if (agreeing >= AGREEING * Math.max(1, wrong.length)) yield* wrong;
}

/** The header's words above each column, folded, the upper level first. */
function headersOf(branch: Branch, text: string): string[][] {
  const headers: string[][] = [];
  for (const row of branch.children) {
    if (row.role !== 'header') continue;
    for (const [column, { words }] of cellsOf(row, text).entries()) headers[column] = [...(headers[column] ?? []), fold(words)];
  }
  return headers;
}

function rowsOf(branch: Branch, text: string, words: ReadonlySet<string>, summed: (column: number) => boolean): Row[] {
  const rows = branch.children.slice(0, ROWS_READ).flatMap((row) => (row.type !== 'row' || row.role === 'header' ? [] : [{ row, cells: cellsOf(row, text) }]));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.flatMap(({ row, cells }) => {
    // A row with merged cells has its amounts in other columns.
    if (cells.length !== width) return [];
    const name = cells.find(({ words: cell }) => /\p{L}{2}/u.test(cell))?.words ?? '';
    const amounts = cells.map(({ words: cell, place }, column): Amount | null => (AMOUNT.test(cell) && summed(column) ? { value: readAmount(cell), printed: cell, place } : null));
    return [{ marker: row.marker ?? null, name, isTotal: words.has(fold(name)), amounts }];
  });
}

function cellsOf({ position }: Leaf, text: string): { words: string; place: Place }[] {
  let at = position.start.offset;
  return text
    .slice(at, position.end.offset)
    .split('\t')
    .map((cell) => {
      const words = cell.trim();
      const start = at + cell.indexOf(words);
      at += cell.length + 1;
      return { words, place: [start, start + words.length] };
    });
}

const readAmount = (printed: string): number => Number(printed.replaceAll('.', '').replace(',', '.'));

const sumOf = (parts: readonly Amount[]): number => Math.round(parts.reduce((sum, { value }) => sum + value, 0) * 1e4) / 1e4;

/** Rounded parts may miss their total by half of their last digit each. */
function isSame(sum: number, total: Amount, parts: readonly Amount[]): boolean {
  const decimals = Math.max(...[total, ...parts].map(({ printed }) => printed.split(',')[1]?.length ?? 0));
  const rounding = decimals === 0 ? 0 : (0.5 * (parts.length + 1)) / 10 ** decimals;
  return Math.abs(sum - total.value) <= rounding + 1e-9;
}
