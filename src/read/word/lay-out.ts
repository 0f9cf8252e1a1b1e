import { pageWords } from '../../grammar/pages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mark, Page, ReadRepair } from '../../model/source.ts';
import { type Block, type Body, type Cell, MOST_COLUMNS, type Paragraph, type Table } from './body.ts';
import { linesOf } from './flow.ts';
import { type SetText, Setter } from './set-text.ts';

/** A cell of a letterhead or of signatures holds a line of this many characters at most. */
const LAYOUT_CELL = 60;
/** A letterhead stands within this many blocks of the text. */
const OPENING = 12;

/** The page a body is laid out as, and the old encodings its text was in. */
export interface LaidOut {
  page: Page;
  encodings: string[];
}

/**
 * Lays out a word-processor text, or a sheet of a workbook, as one page: a line for each printed line of a paragraph, a row of cells for each row of a table.
 * The page's `lines` are the ordinals of the paragraphs, from 1, those in tables and empty ones counted too, or the rows of the
 * sheet. Text in an old encoding is
 * converted run by run, deletions, hidden text and running headers are left out; all are listed in the page's repairs.
 */
export function layOut(body: Body, number: number, knowledge: Pick<Knowledge, 'anatomy'>): LaidOut {
  const setter = new Setter(body.blocks);
  const layout = new Layout(pageWords(knowledge).laysOut, setter);
  const head = letterheadIn(body, pageWords(knowledge).laysOut);
  if (head) for (const block of head) layout.block(block);
  const read = new Set(head ? linesOf(head) : []);
  layout.leaveOut(
    'page-furniture',
    body.furniture.filter((line) => !read.has(line)),
  );
  for (const block of body.blocks) layout.block(block);
  return { page: layout.finish(number), encodings: setter.encodings };
}

/** The running header that holds the document's letterhead, where its text begins without one. Its lines are the first paragraph's. */
function letterheadIn({ blocks, heads = [] }: Body, laysOut: (text: string) => boolean): Block[] | null {
  const holds = (part: readonly Block[]) => linesOf(part.flatMap(paragraphsOf)).some((line) => line.split('\n').some((text) => text.trim().length < LAYOUT_CELL && laysOut(text)));
  if (heads.length === 0 || holds(blocks.slice(0, OPENING))) return null;
  const head = heads.find(holds);
  return head ? head.map(atTop) : null;
}

function paragraphsOf(block: Block): Paragraph[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(paragraphsOf)));
}

function atTop(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, ordinal: 1 };
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(atTop) }))) };
}

/** A paragraph's text and its ordinal. */
interface PlacedText extends SetText {
  ordinal: number;
}

class Layout {
  readonly #laysOut: (text: string) => boolean;
  readonly #setter: Setter;
  readonly #parts: string[] = [];
  readonly #lines: number[] = [];
  readonly #marks: Mark[] = [];
  readonly #repairs: ReadRepair[] = [];
  #length = 0;
  #ordinal = 0;

  constructor(laysOut: (text: string) => boolean, setter: Setter) {
    this.#laysOut = laysOut;
    this.#setter = setter;
  }

  finish(number: number): Page {
    this.#marks.sort((a, b) => a.start - b.start || a.end - b.end);
    const lines = [...this.#lines, this.#lines.at(-1) ?? 1];
    return { number, origin: 'markup', text: this.#parts.join(''), firstLine: 1, lines, marks: this.#marks, ...(this.#repairs.length > 0 ? { repairs: this.#repairs } : {}) };
  }

  /** Lists texts that are not part of the page at the place reached. */
  leaveOut(rule: string, texts: readonly string[]): void {
    for (const text of new Set(texts.map((line) => line.trim())))
      if (/\p{L}{2}/u.test(text)) this.#repairs.push({ rule, before: text, after: '', start: this.#length, end: this.#length });
  }

  block(block: Block): void {
    if (block.kind === 'paragraph') {
      const start = this.#length;
      this.#line(this.#set(block));
      if (block.heading) this.#marks.push({ kind: 'heading', start, end: this.#length - 1 });
      return;
    }
    const rows = block.rows.map((row) => row.map((cell) => this.#setCell(cell)));
    if (this.#isLayout(block, rows)) for (const set of rows.flat(2)) this.#line(set);
    else for (const [at, row] of block.rows.entries()) this.#row(row, rows[at] as PlacedText[][]);
  }

  #set(paragraph: Paragraph): PlacedText {
    return { ...this.#setter.set(paragraph), ordinal: paragraph.ordinal ?? ++this.#ordinal };
  }

  #setCell(cell: Cell): PlacedText[] {
    return cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [this.#set(block)] : block.rows.flatMap((row) => row.flatMap((inner) => this.#setCell(inner)))));
  }

  /** A letterhead or signatures set side by side, or a frame around text: no data. */
  #isLayout({ rows }: Table, cells: readonly PlacedText[][][]): boolean {
    if (rows.every((row) => row.length < 2)) return true;
    return cells.flat(2).some(({ text }) => text.split('\n').some((line) => line.trim().length < LAYOUT_CELL && this.#laysOut(line)));
  }

  /** A paragraph: as many lines as it is broken into. */
  #line(set: PlacedText): void {
    this.#append(set, set.text);
    this.#push('\n');
    for (const _ of set.text.split('\n')) this.#lines.push(set.ordinal);
  }

  /** A row that has any text; a cell that spans columns is followed by empty ones. */
  #row(row: readonly Cell[], texts: readonly PlacedText[][]): void {
    if (texts.every((cell) => cell.every((set) => set.text.trim() === ''))) return;
    const start = this.#length;
    let column = 0;
    row.forEach((cell, index) => {
      for (let i = 0; i < cell.columns && column < MOST_COLUMNS; i++, column++) {
        if (column > 0) {
          this.#marks.push({ kind: 'cell', start: this.#length, end: this.#length + 1 });
          this.#push('\t');
        }
        if (i > 0) continue;
        for (const [at, set] of (texts[index] as PlacedText[]).entries()) {
          if (at > 0) this.#push(' ');
          this.#append(set, set.text.replaceAll('\n', ' '));
        }
      }
    });
    this.#marks.push({ kind: 'row', start, end: this.#length });
    this.#push('\n');
    this.#lines.push(texts.flat()[0]?.ordinal ?? this.#ordinal);
  }

  #append({ strong, repairs }: SetText, text: string): void {
    for (const [start, end] of strong) this.#marks.push({ kind: 'strong', start: this.#length + start, end: this.#length + end });
    for (const repair of repairs) this.#repairs.push({ ...repair, start: this.#length + repair.start, end: this.#length + repair.end });
    this.#push(text);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
