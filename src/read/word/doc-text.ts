import { FileProblem } from '../file-problem.ts';
import { fromWindows1252 } from '../legacy/windows-1252.ts';
import { type Exception, exceptionAt, properties, readExceptions } from './doc-properties.ts';
import { applyParagraph, type DocParagraphFormat, type DocRunFormat, DocStyles } from './doc-styles.ts';

/** Places of the tables of a DOC file in its table stream ([MS-DOC] 2.5.6), by their index. */
const FIRST_PLACE = 0x9a;
export const PLACES = {
  styles: 1,
  noteReferences: 2,
  noteTexts: 3,
  runs: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  overrides: 74,
} as const;

interface Piece {
  from: number;
  to: number;
  offset: number;
  narrow: boolean;
  /** Property changes that hold for the piece in files saved fast. */
  changes: [start: number, end: number] | null;
}

/** A stretch of text set in one way. */
export interface DocRun {
  text: string;
  format: DocRunFormat;
}

/** Text and formats of a DOC file by character position ([MS-DOC] 2.4). */
export class DocText {
  readonly #document: DataView;
  readonly #bytes: Uint8Array;
  readonly #table: DataView;
  readonly #pieces: Piece[] = [];
  readonly #runs: Exception[];
  readonly #paragraphs: Exception[];
  readonly #formats = new Map<string, DocRunFormat>();
  readonly styles: DocStyles;

  constructor(document: Uint8Array, table: Uint8Array) {
    this.#bytes = document;
    this.#document = new DataView(document.buffer, document.byteOffset, document.byteLength);
    this.#table = new DataView(table.buffer, table.byteOffset, table.byteLength);
    this.styles = new DocStyles(this.#table, ...this.place(PLACES.styles));
    this.#runs = readExceptions(this.#document, this.#table, ...this.place(PLACES.runs), false);
    this.#paragraphs = readExceptions(this.#document, this.#table, ...this.place(PLACES.paragraphs), true);
    this.#readPieces(...this.place(PLACES.pieces));
  }

  get table(): DataView {
    return this.#table;
  }

  /** Where one of the tables stands, and its size; size 0 where there is none. */
  place(index: number): readonly [at: number, size: number] {
    const at = FIRST_PLACE + index * 8;
    const [offset, size] = [this.#document.getUint32(at, true), this.#document.getUint32(at + 4, true)];
    if (size === 0) return [0, 0];
    if (offset + size > this.#table.byteLength) throw new FileProblem('broken', { type: 'DOC' });
    return [offset, size];
  }

  /** How many characters each part of the text has: main text, footnotes, headers, (macros), comments, endnotes, text boxes. */
  count(part: number): number {
    return Math.max(0, this.#document.getInt32(0x4c + part * 4, true));
  }

  /** The positions of a PLC table: `count + 1` of them, with data of `size` bytes each. */
  positions(index: number, size: number): { positions: number[]; data: number } {
    const [at, length] = this.place(index);
    const count = length < 4 ? 0 : Math.floor((length - 4) / (4 + size));
    const positions: number[] = [];
    for (let i = 0; i <= count && length >= 4; i++) positions.push(this.#table.getUint32(at + i * 4, true));
    return { positions, data: at + (count + 1) * 4 };
  }

  /** Names of the fonts. */
  fonts(): string[] {
    const [at, size] = this.place(PLACES.fonts);
    const names: string[] = [];
    for (let next = at + 4; next < at + size; ) {
      const length = this.#table.getUint8(next);
      let name = '';
      for (let i = next + 40; i + 2 <= next + 1 + length; i += 2) {
        const code = this.#table.getUint16(i, true);
        if (code === 0) break;
        name += String.fromCharCode(code);
      }
      names.push(name);
      next += length + 1;
    }
    return names;
  }

  /** The runs of `[from, to)` in a paragraph of a style. */
  runs(from: number, to: number, style: number): DocRun[] {
    const found: DocRun[] = [];
    for (const piece of this.#pieces) {
      const start = Math.max(from, piece.from);
      const end = Math.min(to, piece.to);
      const width = piece.narrow ? 1 : 2;
      for (let at = start; at < end; ) {
        const offset = piece.offset + (at - piece.from) * width;
        const exception = exceptionAt(this.#runs, offset);
        const stop = exception ? Math.min(end, at + Math.max(1, Math.ceil((exception.to - offset) / width))) : end;
        found.push({ text: this.#text(piece, at, stop), format: this.#format(exception, piece, style) });
        at = stop;
      }
    }
    return found;
  }

  /** The whole text of `[from, to)`, a character a position. */
  text(from: number, to: number): string {
    return this.#pieces.map((piece) => this.#text(piece, Math.max(from, piece.from), Math.min(to, piece.to))).join('');
  }

  /** How the paragraph that ends at a position is set. */
  paragraph(end: number): { style: number; format: DocParagraphFormat } {
    const piece = this.#pieces.find(({ from, to }) => end >= from && end < to);
    const exception = piece ? exceptionAt(this.#paragraphs, piece.offset + (end - piece.from) * (piece.narrow ? 1 : 2)) : null;
    const style = Math.max(0, exception?.style ?? 0);
    const format = this.styles.paragraph(style);
    if (exception) applyParagraph(format, properties(this.#document, exception.start, exception.end));
    if (piece?.changes) applyParagraph(format, properties(this.#table, ...piece.changes));
    return { style, format };
  }

  #text(piece: Piece, from: number, to: number): string {
    if (to <= from) return '';
    const start = piece.offset + (from - piece.from) * (piece.narrow ? 1 : 2);
    const bytes = this.#bytes.subarray(start, start + (to - from) * (piece.narrow ? 1 : 2));
    return piece.narrow ? fromWindows1252(bytes) : new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  }

  #format(exception: Exception | null, piece: Piece, style: number): DocRunFormat {
    const key = `${exception?.start ?? 0} ${piece.changes?.[0] ?? 0} ${style}`;
    let format = this.#formats.get(key);
    if (!format) {
      format = this.styles.run(style);
      if (exception) format = this.styles.applyRun(format, properties(this.#document, exception.start, exception.end));
      if (piece.changes) format = this.styles.applyRun(format, properties(this.#table, ...piece.changes));
      this.#formats.set(key, format);
    }
    return format;
  }

  #readPieces(at: number, size: number): void {
    const view = this.#table;
    const changes: [number, number][] = [];
    let next = at;
    while (next < at + size && view.getUint8(next) === 1) {
      const length = view.getUint16(next + 1, true);
      changes.push([next + 3, next + 3 + length]);
      next += 3 + length;
    }
    if (next >= at + size || view.getUint8(next) !== 2) throw new FileProblem('broken', { type: 'DOC' });
    const count = Math.floor((view.getUint32(next + 1, true) - 4) / 12);
    const first = next + 5;
    for (let i = 0; i < count; i++) {
      const [from, to] = [view.getUint32(first + i * 4, true), view.getUint32(first + i * 4 + 4, true)];
      const descriptor = first + (count + 1) * 4 + i * 8;
      const place = view.getUint32(descriptor + 2, true);
      const modifier = view.getUint16(descriptor + 6, true);
      const narrow = (place & 0x40000000) !== 0;
      const offset = narrow ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
      if (to < from || offset + (to - from) * (narrow ? 1 : 2) > this.#bytes.length) throw new FileProblem('broken', { type: 'DOC' });
      this.#pieces.push({ from, to, offset, narrow, changes: (modifier & 1) !== 0 ? (changes[modifier >> 1] ?? null) : null });
    }
  }
}
