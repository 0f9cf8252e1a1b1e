import type { Bilingual } from '../../model/finding.ts';
import { type Cell, LIST_SEPARATOR } from './csv.ts';
import words from './words.json' with { type: 'json' };

type Words = typeof words;
/** The tables, by the names of their files. */
export type TableName = keyof Words['tables'];

/** What a cell of a column must satisfy, in the terms of Frictionless. */
interface Constraints {
  required?: true;
  unique?: true;
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** One column: its type, and how its cells follow from a row's subject. */
export interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  constraints: Constraints;
  value(row: Row): Cell;
}

/** A published table. Its columns are declared in one place, so that the data and their description cannot differ. */
export interface Table<Row> {
  name: TableName;
  columns: readonly Column<Row>[];
  primaryKey: readonly string[];
  foreignKeys: readonly { fields: readonly string[]; table: TableName | ''; reference: readonly string[] }[];
}

/** A table as far as its description goes, whatever its rows are made from. */
export type TableShape = Pick<Table<never>, 'name' | 'columns' | 'primaryKey' | 'foreignKeys'>;

/** An ISO date as precise as it is known. */
export const ISO_DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

export const text = <Row>(name: string, value: (row: Row) => string | null, constraints: Constraints = {}): Column<Row> => ({ name, type: 'string', constraints, value });
export const whole = <Row>(name: string, value: (row: Row) => number | null, constraints: Constraints = {}): Column<Row> => ({ name, type: 'integer', constraints, value });
export const real = <Row>(name: string, value: (row: Row) => number | null, constraints: Constraints = {}): Column<Row> => ({ name, type: 'number', constraints, value });
export const flag = <Row>(name: string, value: (row: Row) => boolean): Column<Row> => ({ name, type: 'boolean', constraints: { required: true }, value });
export const list = <Row>(name: string, value: (row: Row) => readonly string[]): Column<Row> => text(name, (row) => value(row).join(LIST_SEPARATOR) || null);

/** The cells of a row, in the order of the columns. */
export function cellsOf<Row>({ columns }: Table<Row>, row: Row): Cell[] {
  return columns.map((column) => column.value(row));
}

/** What a table, or one of its columns, is called and holds. */
export function wordsOf(table: TableName, column?: string): { title: Bilingual; about: Bilingual | null } {
  const own: Readonly<Record<string, { title: Bilingual; about?: Bilingual }>> = column === undefined ? words.tables : words.columns[table];
  const shared: Readonly<Record<string, { title: Bilingual; about?: Bilingual }>> = words.common;
  const entry = column === undefined ? own[table] : (own[column] ?? shared[column]);
  if (!entry) throw new Error(`no words for ${table}.${column}`);
  return { title: entry.title, about: entry.about ?? null };
}

/** The name and description of the whole package. */
export const packageWords: { title: Bilingual; about: Bilingual } = words.package;
