import { type Property, properties, SPRM } from './doc-properties.ts';

/** How text is set. */
export interface DocRunFormat {
  font: number;
  strong: boolean;
  capitals: boolean;
  hidden: boolean;
  raised: boolean;
  revision: 'deleted-text' | 'inserted-text' | null;
  special: boolean;
  symbol: { font: number; code: number } | null;
}

/** How a paragraph is set; `edges`: right edges of a row's cells, in twips, the table's left edge first. */
export interface DocParagraphFormat {
  inTable: boolean;
  rowEnd: boolean;
  list: number;
  level: number;
  heading: boolean;
  edges: number[];
  /** For each cell whether it goes on from the one above. */
  continued: boolean[];
}

interface Style {
  base: number;
  paragraph: [start: number, end: number] | null;
  run: [start: number, end: number] | null;
}

const NO_STYLE = 0xfff;
const CHARACTER_STYLE = 2;
const DEEPEST_CHAIN = 16;

/** The styles of a DOC file with what they inherit ([MS-DOC] 2.9.271). */
export class DocStyles {
  readonly #view: DataView;
  readonly #styles: (Style | null)[] = [];
  readonly #font: number = 0;
  readonly #runs = new Map<number, DocRunFormat>();

  constructor(view: DataView, at: number, size: number) {
    this.#view = view;
    if (size < 20) return;
    const info = view.getUint16(at, true);
    const count = view.getUint16(at + 2, true);
    const base = view.getUint16(at + 4, true);
    if (info >= 18) this.#font = view.getUint16(at + 2 + 16, true);
    let next = at + 2 + info;
    for (let i = 0; i < count && next + 2 <= at + size; i++) {
      const length = view.getUint16(next, true);
      this.#styles.push(length === 0 ? null : this.#readStyle(next + 2, next + 2 + length, base));
      next += 2 + length + (length & 1);
    }
  }

  #readStyle(at: number, end: number, base: number): Style {
    const view = this.#view;
    const kind = view.getUint16(at + 2, true);
    const count = view.getUint16(at + 4, true) & 0xf;
    const name = at + base;
    let next = name + 2 + view.getUint16(name, true) * 2 + 2;
    const parts: [number, number][] = [];
    for (let i = 0; i < count && next + 2 <= end; i++) {
      const length = view.getUint16(next, true);
      parts.push([next + 2, Math.min(end, next + 2 + length)]);
      next += 2 + length + (length & 1);
    }
    const character = (kind & 0xf) === CHARACTER_STYLE;
    const [first = null, second = null] = parts;
    return { base: kind >> 4, paragraph: character || !first ? null : [first[0] + 2, first[1]], run: character ? first : second };
  }

  /** Text in a paragraph of a style. */
  run(style: number): DocRunFormat {
    let format = this.#runs.get(style);
    if (!format) {
      format = { font: this.#font, strong: false, capitals: false, hidden: false, raised: false, revision: null, special: false, symbol: null };
      for (const { run } of this.#chain(style)) if (run) format = this.applyRun(format, properties(this.#view, run[0], run[1]));
      this.#runs.set(style, format);
    }
    return format;
  }

  paragraph(style: number): DocParagraphFormat {
    const format: DocParagraphFormat = { inTable: false, rowEnd: false, list: 0, level: 0, heading: false, edges: [], continued: [] };
    for (const { paragraph } of this.#chain(style)) if (paragraph) applyParagraph(format, properties(this.#view, paragraph[0], paragraph[1]));
    return format;
  }

  /** A format after property changes; a character style among them comes first. */
  applyRun(format: DocRunFormat, changes: Iterable<Property>): DocRunFormat {
    let result = { ...format };
    for (const { code, at, view } of changes) {
      switch (code) {
        case SPRM.characterStyle:
          for (const { run } of this.#chain(view.getUint16(at, true))) if (run) result = this.applyRun(result, properties(this.#view, run[0], run[1]));
          break;
        case SPRM.font:
        case SPRM.fontBeyondAscii:
          result.font = view.getUint16(at, true);
          break;
        case SPRM.bold:
          result.strong = toggle(view.getUint8(at), format.strong);
          break;
        case SPRM.capitals:
          result.capitals = toggle(view.getUint8(at), format.capitals);
          break;
        case SPRM.hidden:
          result.hidden = toggle(view.getUint8(at), format.hidden);
          break;
        case SPRM.raised:
          result.raised = view.getUint8(at) === 1;
          break;
        case SPRM.deleted:
          if (view.getUint8(at) !== 0) result.revision = 'deleted-text';
          break;
        case SPRM.inserted:
          if (view.getUint8(at) !== 0) result.revision ??= 'inserted-text';
          break;
        case SPRM.special:
          result.special = view.getUint8(at) !== 0;
          break;
        case SPRM.symbol:
          result.symbol = { font: view.getUint16(at, true), code: view.getUint16(at + 2, true) };
          break;
      }
    }
    return result;
  }

  #chain(style: number): Style[] {
    const chain: Style[] = [];
    for (let at = style; at !== NO_STYLE && chain.length < DEEPEST_CHAIN; ) {
      const found = this.#styles[at];
      if (!found) break;
      chain.unshift(found);
      at = found.base;
    }
    return chain;
  }
}

/** 0x80: as the style says, 0x81: the opposite. */
function toggle(operand: number, ofStyle: boolean): boolean {
  if (operand === 0x80) return ofStyle;
  return operand === 0x81 ? !ofStyle : operand !== 0;
}

const CELL = 20;
const MERGED_WITH_ABOVE = 0x20;
const FIRST_OF_MERGED = 0x40;

/** Changes a paragraph's format in place. */
export function applyParagraph(format: DocParagraphFormat, changes: Iterable<Property>): void {
  for (const { code, at, size, view } of changes) {
    switch (code) {
      case SPRM.inTable:
        format.inTable = view.getUint8(at) !== 0;
        break;
      case SPRM.rowEnd:
        format.rowEnd = view.getUint8(at) !== 0;
        break;
      case SPRM.list:
        format.list = view.getUint16(at, true);
        break;
      case SPRM.level:
        format.level = Math.min(8, view.getUint8(at));
        break;
      case SPRM.outline:
        format.heading = view.getUint8(at) < 9;
        break;
      case SPRM.tableDefinition:
        readTableDefinition(format, view, at, size);
        break;
    }
  }
}

function readTableDefinition(format: DocParagraphFormat, view: DataView, at: number, size: number): void {
  if (size < 1) return;
  const cells = view.getUint8(at);
  format.edges = [];
  format.continued = [];
  for (let i = 0; i <= cells && 1 + i * 2 + 2 <= size; i++) format.edges.push(view.getInt16(at + 1 + i * 2, true));
  const first = 1 + (cells + 1) * 2;
  for (let i = 0; i < cells && first + i * CELL + 2 <= size; i++) {
    const flags = view.getUint16(at + first + i * CELL, true);
    format.continued.push((flags & MERGED_WITH_ABOVE) !== 0 && (flags & FIRST_OF_MERGED) === 0);
  }
}
