import { FileProblem } from '../file-problem.ts';
import { type Body, MOST_COLUMNS } from './body.ts';
import { type SheetRow, toBlocks } from './sheet.ts';
import { type NumberFormat, numberFormat, readFormatCode, showNumber } from './xlsx-cells.ts';

/** Records read here ([MS-XLS] 2.3). */
const RECORD = {
  formula: 0x0006,
  encryption: 0x002f,
  continued: 0x003c,
  sheet: 0x0085,
  numbers: 0x00bd,
  style: 0x00e0,
  strings: 0x00fc,
  string: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  formulaString: 0x0207,
  row: 0x0208,
  compact: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;
const BIFF8 = 0x0600;
const SHEET = 0x0010;
const HIDDEN_ROW = 0x20;
const MOST_STRINGS = 1_000_000;

/** Bytes of a record; longer ones go on in further pieces. */
interface Piece {
  at: number;
  end: number;
}

/**
 * Reads the sheets of a workbook of Excel 97 to 2003, one body each, as those of XLSX. Null for older workbooks.
 * @throws FileProblem for a workbook under a password.
 */
export function readXls(workbook: Uint8Array): Body[] | null {
  const view = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
  if (view.getUint16(0, true) !== RECORD.begin || view.getUint16(4, true) !== BIFF8) return null;
  const reader = new XlsReader(view);
  return reader.read();
}

class XlsReader {
  readonly #view: DataView;
  readonly #formats = new Map<number, NumberFormat>();
  readonly #styles: number[] = [];
  #strings: string[] = [];

  constructor(view: DataView) {
    this.#view = view;
  }

  read(): Body[] {
    const view = this.#view;
    const sheets: number[] = [];
    for (const { type, pieces } of this.#records(0)) {
      const { at } = pieces[0] as Piece;
      if (type === RECORD.encryption) throw new FileProblem('protected');
      if (type === RECORD.strings) this.#strings = readStrings(view, pieces);
      else if (type === RECORD.style) this.#styles.push(view.getUint16(at + 2, true));
      else if (type === RECORD.format) this.#formats.set(view.getUint16(at, true), readFormatCode(this.#text(at + 2)));
      else if (type === RECORD.sheet && view.getUint8(at + 4) === 0 && view.getUint8(at + 5) === 0) sheets.push(view.getUint32(at, true));
    }
    return sheets.map((start) => ({ blocks: toBlocks(this.#rows(start)), furniture: [] }));
  }

  /** The records from one that begins a part of the workbook to the one that ends it, those that continue one put to it. */
  *#records(start: number): Generator<{ type: number; pieces: Piece[] }> {
    const view = this.#view;
    let open: { type: number; pieces: Piece[] } | null = null;
    for (let at = start; at + 4 <= view.byteLength; ) {
      const type = view.getUint16(at, true);
      const piece = { at: at + 4, end: at + 4 + view.getUint16(at + 2, true) };
      if (piece.end > view.byteLength) throw new FileProblem('broken', { type: 'XLS' });
      if (type === RECORD.continued && open) open.pieces.push(piece);
      else {
        if (open) yield open;
        open = { type, pieces: [piece] };
      }
      // The end of the part.
      if (type === 0x000a) return;
      at = piece.end;
    }
    if (open) yield open;
  }

  #rows(start: number): SheetRow[] {
    const view = this.#view;
    const rows = new Map<number, SheetRow>();
    const set = (row: number, column: number, text: string) => {
      if (column >= MOST_COLUMNS) return;
      const { cells } = this.#rowOf(rows, row);
      while (cells.length < column) cells.push('');
      cells[column] = text.trim();
    };
    if (view.getUint16(start, true) !== RECORD.begin || view.getUint16(start + 6, true) !== SHEET) return [];
    let formula: [row: number, column: number] | null = null;
    for (const { type, pieces } of this.#records(start)) {
      const { at, end } = pieces[0] as Piece;
      const [row, column] = end - at >= 4 ? [view.getUint16(at, true), view.getUint16(at + 2, true)] : [0, 0];
      const show = (value: number, style: number) => showNumber(String(value), numberFormat(this.#styles[style] ?? 0, this.#formats));
      switch (type) {
        case RECORD.string:
          set(row, column, this.#strings[view.getUint32(at + 6, true)] ?? '');
          break;
        case RECORD.label:
          set(row, column, this.#text(at + 6));
          break;
        case RECORD.number:
          set(row, column, show(view.getFloat64(at + 6, true), view.getUint16(at + 4, true)));
          break;
        case RECORD.compact:
          set(row, column, show(compactNumber(view, at + 6), view.getUint16(at + 4, true)));
          break;
        case RECORD.numbers:
          for (let i = at + 4, next = column; i + 6 <= end - 2; i += 6, next++) set(row, next, show(compactNumber(view, i + 2), view.getUint16(i, true)));
          break;
        case RECORD.formula:
          // 0xFFFF: no number but a text, which follows, a truth value or an error.
          if (view.getUint16(at + 12, true) !== 0xffff) set(row, column, show(view.getFloat64(at + 6, true), view.getUint16(at + 4, true)));
          else formula = view.getUint8(at + 6) === 0 ? [row, column] : null;
          break;
        case RECORD.formulaString:
          if (formula) set(formula[0], formula[1], this.#text(at));
          formula = null;
          break;
        case RECORD.row:
          if ((view.getUint16(at + 12, true) & HIDDEN_ROW) !== 0) this.#rowOf(rows, row).hidden = true;
          break;
      }
    }
    const found = [...rows.values()].sort((a, b) => a.number - b.number);
    for (const { cells } of found) while (cells.at(-1) === '') cells.pop();
    return found;
  }

  #rowOf(rows: Map<number, SheetRow>, row: number): SheetRow {
    let found = rows.get(row);
    if (!found) {
      found = { number: row + 1, cells: [], hidden: false };
      rows.set(row, found);
    }
    return found;
  }

  /** A text with its length in two bytes before it. */
  #text(at: number): string {
    return readStrings(this.#view, [{ at: at - 8, end: this.#view.byteLength }], 1)[0] ?? '';
  }
}

/** A number in four bytes: an integer or the upper half of a float, perhaps in hundredths. */
function compactNumber(view: DataView, at: number): number {
  const raw = view.getInt32(at, true);
  const wide = new DataView(new ArrayBuffer(8));
  wide.setInt32(4, raw & ~3, true);
  const value = (raw & 2) !== 0 ? raw >> 2 : wide.getFloat64(0, true);
  return (raw & 1) !== 0 ? value / 100 : value;
}

/** The table of strings ([MS-XLS] 2.4.265): a string may go on in the next piece, which then says anew how wide its characters are. */
function readStrings(view: DataView, pieces: readonly Piece[], most = MOST_STRINGS): string[] {
  const strings: string[] = [];
  let piece = 0;
  let at = (pieces[0] as Piece).at + 8;
  const end = () => pieces[piece]?.end ?? at;
  const turn = () => {
    piece++;
    at = pieces[piece]?.at ?? at;
    return piece < pieces.length;
  };
  const skip = (count: number) => {
    let left = count;
    while (piece < pieces.length && left > end() - at) {
      left -= end() - at;
      if (!turn()) return;
    }
    at += left;
  };
  while (piece < pieces.length && strings.length < most) {
    if (at + 3 > end()) {
      if (!turn()) break;
      continue;
    }
    let left = view.getUint16(at, true);
    let flags = view.getUint8(at + 2);
    at += 3;
    const runs = (flags & 8) !== 0 ? view.getUint16(at, true) : 0;
    if ((flags & 8) !== 0) at += 2;
    const extension = (flags & 4) !== 0 ? view.getUint32(at, true) : 0;
    if ((flags & 4) !== 0) at += 4;
    let text = '';
    while (left > 0) {
      const width = (flags & 1) !== 0 ? 2 : 1;
      const count = Math.min(left, Math.floor((end() - at) / width));
      for (let i = 0; i < count; i++) text += String.fromCharCode(width === 2 ? view.getUint16(at + i * 2, true) : view.getUint8(at + i));
      at += count * width;
      left -= count;
      if (left === 0) break;
      if (!turn()) break;
      flags = view.getUint8(at++);
    }
    strings.push(text);
    skip(runs * 4 + extension);
  }
  return strings;
}
