import { FileProblem } from '../file-problem.ts';
import { signFontOf, signOf } from '../symbol-fonts.ts';
import { type Block, type Body, noteMark, type Paragraph, type Run } from './body.ts';
import type { CompoundFile } from './compound-file.ts';
import { readDoc95 } from './doc-95.ts';
import { DocLists } from './doc-lists.ts';
import type { DocParagraphFormat } from './doc-styles.ts';
import { DocText, PLACES } from './doc-text.ts';
import { Flow, noteOf, paragraphOf, runsOf } from './flow.ts';

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
const ENDS = new Set(['\r', '\x07', '\f']);
const CELL_END = '\x07';
/** Ends a page or a section. */
const PAGE_END = '\f';
const FIELD_BEGIN = '\x13';
const FIELD_RESULT = '\x14';
const FIELD_END = '\x15';
const NOTE = '\x02';

interface Note {
  from: number;
  to: number;
}

/**
 * Reads the text of a DOC file of Word 97 or later with fonts, tables, generated numbers, notes, text boxes and revisions.
 * Macros and embedded objects are never touched. Of Word 6 and 95 the text alone is read; null where it is in pieces.
 * @throws FileProblem for an encrypted or a damaged file.
 */
export function readDoc(file: CompoundFile): Body | null {
  const document = file.read('WordDocument');
  if (!document || document.length < 0x200) throw new FileProblem('broken', { type: 'DOC' });
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  const version = view.getUint16(0, true);
  const flags = view.getUint16(0x0a, true);
  if ((flags & ENCRYPTED) !== 0) throw new FileProblem('protected');
  if (version === WORD_6) return readDoc95(document);
  if (version !== WORD_97) return null;
  const table = file.read((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table');
  if (!table) throw new FileProblem('broken', { type: 'DOC' });
  return new DocReader(new DocText(document, table)).read();
}

class DocReader {
  readonly #text: DocText;
  readonly #fonts: readonly string[];
  readonly #lists: DocLists;
  /** Notes by the position of their mark in the main text. */
  readonly #notes = new Map<number, Note>();
  /** Text boxes by the position of their anchor. */
  readonly #boxes = new Map<number, Note>();
  /** Notes of the page being read. */
  readonly #footnotes: Paragraph[] = [];
  #noteCount = 0;

  constructor(text: DocText) {
    this.#text = text;
    this.#fonts = text.fonts();
    this.#lists = new DocLists(text.table, text.place(PLACES.lists), text.place(PLACES.overrides));
    const [main, footnotes, headers, macros, comments, endnotes] = [0, 1, 2, 3, 4, 5].map((part) => text.count(part)) as [number, number, number, number, number, number];
    this.#collectNotes(PLACES.noteReferences, PLACES.noteTexts, main);
    this.#collectNotes(PLACES.endnoteReferences, PLACES.endnoteTexts, main + footnotes + headers + macros + comments);
    this.#collectBoxes(main + footnotes + headers + macros + comments + endnotes);
  }

  read(): Body {
    const main = this.#text.count(0);
    const blocks = this.#blocks(0, main);
    const header = main + this.#text.count(1);
    const furniture = this.#blocks(header, header + this.#text.count(2)).map((block) =>
      runsOf([block])
        .map((run) => run.text)
        .join(''),
    );
    return { blocks: [...blocks, ...this.#footnotes], furniture };
  }

  #collectNotes(references: number, texts: number, start: number): void {
    const at = this.#text.positions(references, 2).positions;
    const ranges = this.#text.positions(texts, 0).positions;
    for (let i = 0; i + 1 < at.length && i + 1 < ranges.length; i++)
      this.#notes.set(at[i] as number, { from: start + (ranges[i] as number), to: start + (ranges[i + 1] as number) });
  }

  #collectBoxes(start: number): void {
    const anchors = this.#text.positions(PLACES.anchors, 26);
    const texts = this.#text.positions(PLACES.boxTexts, 22);
    const { table } = this.#text;
    const anchorOf = new Map<number, number>();
    for (let i = 0; i + 1 < anchors.positions.length; i++) anchorOf.set(table.getUint32(anchors.data + i * 26, true), anchors.positions[i] as number);
    for (let i = 0; i + 1 < texts.positions.length; i++) {
      const anchor = anchorOf.get(table.getUint32(texts.data + i * 22 + 14, true));
      if (anchor !== undefined) this.#boxes.set(anchor, { from: start + (texts.positions[i] as number), to: start + (texts.positions[i + 1] as number) });
    }
  }

  #blocks(from: number, to: number): Block[] {
    const flow = new Flow();
    const text = this.#text.text(from, to);
    let start = 0;
    for (let at = 0; at <= text.length; at++) {
      const end = text[at] ?? '\r';
      if (!ENDS.has(end) || (at === text.length && start >= at)) continue;
      const { style, format } = this.#text.paragraph(from + Math.min(at, text.length - 1));
      if (format.rowEnd && end === CELL_END) flow.endRow(format.edges, format.continued);
      else {
        for (const block of this.#paragraph(from + start, from + at, style, format)) flow.add(block, format.inTable);
        if (format.inTable && end === CELL_END) flow.endCell();
      }
      start = at + 1;
      if (end === PAGE_END && !format.inTable) for (const note of this.#footnotes.splice(0)) flow.add(note, false);
    }
    flow.endTable();
    return flow.blocks;
  }

  /** A paragraph, and the text boxes anchored in it. */
  #paragraph(from: number, to: number, style: number, format: DocParagraphFormat): Block[] {
    const runs: Run[] = [];
    const boxes: Block[] = [];
    const fields: boolean[] = [];
    let at = from;
    for (const { text, format: own } of this.#text.runs(from, to, style)) {
      const font = this.#fonts[own.font] ?? null;
      const revision = own.revision === 'deleted-text' ? own.revision : own.hidden ? ('hidden-text' as const) : own.revision;
      let shown = '';
      const flush = () => {
        if (shown !== '') runs.push({ text: shown, font, strong: own.strong, revision, capitals: own.capitals, raised: own.raised });
        shown = '';
      };
      for (const char of text) {
        const position = at;
        at += char.length;
        if (char === FIELD_BEGIN) fields.push(true);
        else if (char === FIELD_RESULT && fields.length > 0) fields[fields.length - 1] = false;
        else if (char === FIELD_END) fields.pop();
        else if (fields.includes(true)) continue;
        else if (char === NOTE) {
          flush();
          runs.push(...this.#note(position));
        } else shown += own.special || char < ' ' ? this.#special(char, position, own.symbol, boxes) : char;
      }
      flush();
    }
    const empty = runs.every((run) => run.text.trim() === '' || run.revision === 'deleted-text' || run.revision === 'hidden-text');
    const label = empty || format.list === 0 ? '' : this.#lists.next(format.list, format.level);
    return [paragraphOf(runs, label, format.heading), ...boxes];
  }

  /** What a character with a meaning of its own shows. */
  #special(char: string, position: number, sign: { font: number; code: number } | null, boxes: Block[]): string {
    if (char === '\t' || char === '\v') return char === '\v' ? '\n' : char;
    if (char === '\x1e') return '-';
    if (char === '(' && sign) return signOf(sign.code, signFontOf(this.#fonts[sign.font] ?? '') ?? 'ornaments');
    const box = this.#boxes.get(position);
    if (box) boxes.push(...this.#blocks(box.from, box.to));
    return '';
  }

  #note(position: number): Run[] {
    const note = this.#notes.get(position);
    if (!note) return [];
    const number = ++this.#noteCount;
    this.#footnotes.push(noteOf(this.#blocks(note.from, note.to), number));
    return [noteMark(number)];
  }
}
