import { compound } from './doc-file.ts';

const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
const record = (type: number, data: readonly number[]) => [...u16(type), ...u16(data.length), ...data];
const wide = (text: string) => [...u16(text.length), 1, ...[...Buffer.from(text, 'utf16le')]];
const double = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return [...bytes];
};

export interface WorkbookSpec {
  /** The table of strings; cells with one of them refer to it. */
  strings: readonly string[];
  /** Row, column and value of each cell, from 0. */
  cells: readonly (readonly [row: number, column: number, value: string | number])[];
  /** Where the table of strings is cut, in characters of its first string. */
  cut?: number;
  /** Number formats of cells that are numbers. */
  format?: string;
  hiddenRows?: readonly number[];
  encrypted?: boolean;
  /** More records of the sheet. */
  more?: readonly { type: number; data: readonly number[] }[];
}

/** A workbook of Excel 97 with one sheet. */
export function workbook({ strings, cells, cut, format = 'General', hiddenRows = [], encrypted = false, more = [] }: WorkbookSpec): Uint8Array {
  const begin = (type: number) => record(0x0809, [...u16(0x0600), ...u16(type), ...Array<number>(12).fill(0)]);
  const table = [...u32(strings.length), ...u32(strings.length), ...strings.flatMap(wide)];
  const at = 8 + 3 + (cut ?? 0) * 2;
  const sst = cut === undefined ? record(0x00fc, table) : [...record(0x00fc, table.slice(0, at)), ...record(0x003c, [1, ...table.slice(at)])];
  const globals = (start: number) => [
    ...begin(0x0005),
    ...(encrypted ? record(0x002f, [0, 0]) : []),
    ...record(0x041e, [...u16(200), ...wide(format)]),
    ...record(0x00e0, [0, 0, ...u16(200), ...Array<number>(16).fill(0)]),
    ...record(0x0085, [...u32(start), 0, 0, 5, 0, ...Buffer.from('Biểu', 'latin1')]),
    ...sst,
    ...record(0x000a, []),
  ];
  const sheet = [
    ...begin(0x0010),
    ...hiddenRows.flatMap((row) => record(0x0208, [...u16(row), ...Array<number>(10).fill(0), ...u16(0x20), 0, 0])),
    ...cells.flatMap(([row, column, value]) => {
      const place = [...u16(row), ...u16(column), ...u16(0)];
      return typeof value === 'string' ? record(0x00fd, [...place, ...u32(strings.indexOf(value))]) : record(0x0203, [...place, ...double(value)]);
    }),
    ...more.flatMap(({ type, data }) => record(type, data)),
    ...record(0x000a, []),
  ];
  const start = globals(0).length;
  return compound({ Workbook: Buffer.from([...globals(start), ...sheet]) });
}
