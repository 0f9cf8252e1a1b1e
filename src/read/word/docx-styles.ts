import { child, childElements, type XmlElement } from './xml.ts';

/** What a style, or direct formatting, says about text; undefined where it says nothing. */
export interface RunFormat {
  font?: string;
  strong?: boolean;
  capitals?: boolean;
  hidden?: boolean;
  raised?: boolean;
}

/** What a style says about a paragraph. */
export interface ParagraphFormat {
  list?: string;
  level?: number;
  heading?: boolean;
}

interface Style {
  basedOn: string | undefined;
  run: RunFormat;
  paragraph: ParagraphFormat;
}

const DEEPEST_CHAIN = 32;

const value = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** A property that is on when named, off when its value says so. */
function flag(properties: XmlElement, name: string): boolean | undefined {
  const element = child(properties, name);
  return element === undefined ? undefined : !/^(?:0|false|off|none)$/.test(value(element) ?? '');
}

/** The formatting that a `w:rPr` states itself. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  if (!properties) return {};
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const font = fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'];
  const format: RunFormat = {};
  if (font !== undefined) format.font = font;
  const strong = flag(properties, 'w:b');
  if (strong !== undefined) format.strong = strong;
  const capitals = flag(properties, 'w:caps');
  if (capitals !== undefined) format.capitals = capitals;
  const hidden = flag(properties, 'w:vanish');
  if (hidden !== undefined) format.hidden = hidden;
  const raised = value(child(properties, 'w:vertAlign'));
  if (raised !== undefined) format.raised = raised === 'superscript';
  return format;
}

/** The formatting that a `w:pPr` states itself. */
export function readParagraphFormat(properties: XmlElement | undefined): ParagraphFormat {
  if (!properties) return {};
  const format: ParagraphFormat = {};
  const numbering = child(properties, 'w:numPr');
  const list = value(child(numbering, 'w:numId'));
  const level = value(child(numbering, 'w:ilvl'));
  if (list !== undefined) format.list = list;
  if (level !== undefined) format.level = Math.max(0, Math.min(8, Number.parseInt(level, 10) || 0));
  const outline = value(child(properties, 'w:outlineLvl'));
  if (outline !== undefined) format.heading = Number(outline) < 9;
  return format;
}

/** The styles of a document with what they inherit (`word/styles.xml`). */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  readonly #runs = new Map<string, RunFormat>();
  readonly #paragraphs = new Map<string, ParagraphFormat>();
  readonly #defaults: RunFormat = {};
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string = '';

  constructor(root: XmlElement | null) {
    for (const element of root ? childElements(root) : []) {
      if (element.name === 'w:docDefaults') this.#defaults = readRunFormat(child(child(element, 'w:rPrDefault'), 'w:rPr'));
      if (element.name !== 'w:style') continue;
      const id = element.attributes['w:styleId'] ?? '';
      this.#styles.set(id, {
        basedOn: value(child(element, 'w:basedOn')),
        run: readRunFormat(child(element, 'w:rPr')),
        paragraph: readParagraphFormat(child(element, 'w:pPr')),
      });
      if (element.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')) this.defaultParagraph = id;
    }
  }

  /** Text formatting of a style on top of the document's defaults. */
  run(id: string): RunFormat {
    let format = this.#runs.get(id);
    if (!format) {
      format = Object.assign({}, this.#defaults, ...this.#chain(id).map((style) => style.run)) as RunFormat;
      this.#runs.set(id, format);
    }
    return format;
  }

  /** Text formatting that a character style adds. */
  character(id: string): RunFormat {
    return Object.assign({}, ...this.#chain(id).map((style) => style.run)) as RunFormat;
  }

  paragraph(id: string): ParagraphFormat {
    let format = this.#paragraphs.get(id);
    if (!format) {
      format = Object.assign({}, ...this.#chain(id).map((style) => style.paragraph)) as ParagraphFormat;
      this.#paragraphs.set(id, format);
    }
    return format;
  }

  /** A style and those it is based on, the base first. */
  #chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let at: string | undefined = id; at !== undefined && chain.length < DEEPEST_CHAIN; ) {
      const style = this.#styles.get(at);
      if (!style) break;
      chain.unshift(style);
      at = style.basedOn;
    }
    return chain;
  }
}
