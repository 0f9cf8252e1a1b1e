import { signFontOf, signOf } from '../symbol-fonts.ts';
import { type Block, type Cell, MOST_COLUMNS, type Paragraph, type Revision, type Run, type Table } from './body.ts';
import type { DocxNotes } from './docx-notes.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { type DocxStyles, type RunFormat, readParagraphFormat, readRunFormat } from './docx-styles.ts';
import { noteOf } from './flow.ts';
import { child, childElements, type XmlElement } from './xml.ts';

/** Elements that hold nothing to read. */
const SILENT = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:instrText',
  'w:delInstrText',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:object',
  'm:ctrlPr',
]);

/** Revisions by the element that holds them. */
const REVISIONS: ReadonlyMap<string, Revision> = new Map([
  ['w:del', 'deleted-text'],
  ['w:moveFrom', 'deleted-text'],
  ['w:ins', 'inserted-text'],
  ['w:moveTo', 'inserted-text'],
]);

/** Reads the XML of a DOCX file's text into blocks, with the notes and boxes that belong to it. */
export class DocxReader {
  readonly #styles: DocxStyles;
  readonly #numbering: DocxNumbering;
  readonly #notes: DocxNotes;
  /** True where a page ended, when the file was last saved, before the paragraph being read, or in it or with it. */
  #pageEnded = false;
  #pageEndedInside = false;
  /** Paragraphs of text boxes anchored in the paragraph being read. */
  #boxes: Block[] = [];
  /** For each open field whether its code, not its result, is being read. */
  #fields: boolean[] = [];
  /** Runs of a paragraph whose end was deleted: they go on in the next one. */
  #carried: Run[] = [];

  constructor(styles: DocxStyles, numbering: DocxNumbering, notes: DocxNotes) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#notes = notes;
  }

  readBody(body: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.#blocks(body, null, (block) => {
      // A page ends before the paragraph that begins the next one, or in the middle of one.
      const before = this.#pageEnded && block.kind === 'paragraph';
      if (before) blocks.push(...this.#footnotes());
      blocks.push(block);
      if (this.#pageEndedInside || (this.#pageEnded && !before)) blocks.push(...this.#footnotes());
      this.#pageEnded = false;
      this.#pageEndedInside = false;
    });
    blocks.push(...this.#footnotes());
    return blocks;
  }

  /** What a running header or footer holds. */
  readFurniture(root: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.#blocks(root, null, (block) => blocks.push(block));
    return blocks;
  }

  #blocks(container: XmlElement, revision: Revision | null, push: (block: Block) => void): void {
    for (const element of childElements(container)) {
      if (element.name === 'w:p') {
        const paragraph = this.#paragraph(element, revision);
        const boxes = this.#boxes;
        this.#boxes = [];
        if (paragraph) push(paragraph);
        boxes.forEach(push);
      } else if (element.name === 'w:tbl') push(this.#table(element, revision));
      else if (element.name === 'mc:AlternateContent') this.#blocks(alternative(element), revision, push);
      else if (!SILENT.has(element.name)) this.#blocks(element, REVISIONS.get(element.name) ?? revision, push);
    }
  }

  #table(element: XmlElement, revision: Revision | null): Table {
    const rows: Cell[][] = [];
    const visit = (container: XmlElement) => {
      for (const inner of childElements(container)) {
        if (inner.name === 'w:tr') rows.push(this.#row(inner, revision));
        else if (!SILENT.has(inner.name)) visit(inner);
      }
    };
    visit(element);
    return { kind: 'table', rows };
  }

  #row(element: XmlElement, inherited: Revision | null): Cell[] {
    const properties = child(element, 'w:trPr');
    const revision = child(properties, 'w:del') ? 'deleted-text' : inherited;
    const cells: Cell[] = [];
    const before = columnsOf(child(properties, 'w:gridBefore'), 0);
    if (before > 0) cells.push({ blocks: [], columns: before, continued: false });
    const visit = (container: XmlElement) => {
      for (const inner of childElements(container)) {
        if (inner.name === 'w:tc') {
          const own = child(inner, 'w:tcPr');
          const merge = child(own, 'w:vMerge');
          const blocks: Block[] = [];
          this.#blocks(inner, revision, (block) => blocks.push(block));
          cells.push({ blocks, columns: columnsOf(child(own, 'w:gridSpan'), 1), continued: merge !== undefined && merge.attributes['w:val'] !== 'restart' });
        } else if (!SILENT.has(inner.name)) visit(inner);
      }
    };
    visit(element);
    return cells;
  }

  /** Null where the paragraph goes on in the next one. */
  #paragraph(element: XmlElement, revision: Revision | null): Paragraph | null {
    const properties = child(element, 'w:pPr');
    if (child(properties, 'w:pageBreakBefore')) this.#pageEnded = true;
    const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? this.#styles.defaultParagraph;
    const format = { ...this.#styles.paragraph(style), ...readParagraphFormat(properties) };
    const runs: Run[] = this.#carried;
    this.#carried = [];
    this.#inline(element, this.#styles.run(style), revision, runs);
    if (child(properties, 'w:sectPr')) this.#pageEndedInside = true;
    if (child(child(properties, 'w:rPr'), 'w:del')) {
      this.#carried = runs;
      return null;
    }
    const shown = runs.some((run) => run.text !== '' && (run.revision === null || run.revision === 'inserted-text'));
    const gone = !shown && runs.length > 0;
    let label = '';
    if (format.list !== undefined && format.list !== '0' && !gone) {
      const level = readParagraphFormat(properties).level ?? this.#numbering.levelOf(format.list, style) ?? format.level ?? 0;
      label = this.#numbering.next(format.list, level);
    }
    return { kind: 'paragraph', label: shown ? label : '', runs, heading: format.heading === true };
  }

  #inline(container: XmlElement, base: RunFormat, revision: Revision | null, runs: Run[]): void {
    for (const element of childElements(container)) {
      const { name } = element;
      if (name === 'w:r') this.#run(element, base, revision, runs);
      else if (name === 'mc:AlternateContent') this.#inline(alternative(element), base, revision, runs);
      else if (name === 'm:t') runs.push(this.#make(element.children.join(''), base, revision));
      else if (name === 'm:sSup') {
        const [power, raised]: [Run[], Run[]] = [[], []];
        for (const part of childElements(element)) this.#inline(part, base, revision, part.name === 'm:sup' ? raised : power);
        runs.push(...power, ...raised.map((run) => ({ ...run, raised: true })));
      } else if (!SILENT.has(name)) this.#inline(element, base, REVISIONS.get(name) ?? revision, runs);
    }
  }

  #run(element: XmlElement, base: RunFormat, inherited: Revision | null, runs: Run[]): void {
    const properties = child(element, 'w:rPr');
    const style = child(properties, 'w:rStyle')?.attributes['w:val'];
    const format = { ...base, ...(style === undefined ? {} : this.#styles.character(style)), ...readRunFormat(properties) };
    const revision = inherited === 'deleted-text' ? inherited : format.hidden ? 'hidden-text' : inherited;
    let text = '';
    const flush = () => {
      if (text !== '') runs.push(this.#make(text, format, revision));
      text = '';
    };
    for (const inner of childElements(element)) {
      if (this.#fields.includes(true) && inner.name !== 'w:fldChar') continue;
      if (inner.name === 'w:lastRenderedPageBreak' || inner.attributes['w:type'] === 'page') {
        if (runs.length === 0 && text === '') this.#pageEnded = true;
        else this.#pageEndedInside = true;
      }
      if (inner.name === 'w:footnoteReference' || inner.name === 'w:endnoteReference') {
        flush();
        runs.push(...this.#notes.mark(inner));
      } else text += this.#piece(inner);
    }
    flush();
  }

  #make(text: string, format: RunFormat, revision: Revision | null): Run {
    return { text, font: format.font ?? null, strong: format.strong === true, revision, capitals: format.capitals === true, raised: format.raised === true };
  }

  /** What one element of a run shows. */
  #piece(element: XmlElement): string {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        return element.children.join('').replace(/[\n\r]/g, ' ');
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
        return '\n';
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return signOf(Number.parseInt(element.attributes['w:char'] ?? '', 16) || 0, signFontOf(element.attributes['w:font'] ?? '') ?? 'ornaments');
      case 'w:fldChar':
        this.#field(element.attributes['w:fldCharType'] ?? '');
        return '';
      case 'w:drawing':
      case 'w:pict':
      case 'mc:AlternateContent':
        this.#textBoxes(element);
        return '';
      default:
        return '';
    }
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
    else if (type === 'end') this.#fields.pop();
  }

  /** The notes of the pages passed, each a paragraph that begins with its mark. */
  #footnotes(): Paragraph[] {
    return this.#notes.take().map(({ number, note }) => {
      const blocks: Block[] = [];
      this.#blocks(note, null, (block) => blocks.push(block));
      return noteOf(blocks, number);
    });
  }

  #textBoxes(element: XmlElement): void {
    if (element.name === 'w:txbxContent') {
      const [outer, fields, carried] = [this.#boxes, this.#fields, this.#carried];
      [this.#boxes, this.#fields, this.#carried] = [[], [], []];
      const blocks: Block[] = [];
      this.#blocks(element, null, (block) => blocks.push(block));
      this.#boxes = [...outer, ...blocks];
      this.#fields = fields;
      this.#carried = carried;
    } else if (element.name === 'mc:AlternateContent') this.#textBoxes(alternative(element));
    else for (const inner of childElements(element)) this.#textBoxes(inner);
  }
}

/** The version of a drawing for newer programs, else the one for older ones: both say the same. */
function alternative(element: XmlElement): XmlElement {
  return child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] };
}

function columnsOf(element: XmlElement | undefined, missing: number): number {
  const count = Number.parseInt(element?.attributes['w:val'] ?? '', 10);
  return Number.isFinite(count) ? Math.max(missing, Math.min(MOST_COLUMNS, count)) : missing;
}
