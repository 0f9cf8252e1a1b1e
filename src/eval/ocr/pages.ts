import { breakLines, type Face, outline, widthOf } from './typeset.ts';

/** Points; A4 with the margins of Decree 30/2020, annex I: top and bottom 20 mm, left 30 mm, right 15 to 20 mm. */
export const PAGE = { width: 595, height: 842 };
const LEFT = 85;
const RIGHT = 545;
const TOP = 64;
const BOTTOM = 785;
const BODY_SIZE = 14;
const LEADING = 18.5;
const INDENT = 36;

/** A run of text on a page: its baseline begins at `x`, `y`, in points from the top left corner. */
export interface SetText {
  text: string;
  x: number;
  y: number;
  size: number;
  face: Face;
}

/** A made page: its drawing in points, and the text that stands on it, one entry a line. */
export interface MadePage {
  name: string;
  /** What the drawing is made of: words, and ruled lines from, to. */
  texts: SetText[];
  rules: (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** SVG elements, black on nothing. */
  drawing: string;
  /** In reading order, the left column of the head before the right one. */
  truth: string[];
  /** The same with the head row by row, right column beside left: an order that engines give as well. */
  truthByRows: string[];
}

/** Pages that follow one another. */
export interface MadeDocument {
  name: string;
  /** The file in `seeds/` its words are from; null where it is none. */
  seed: string | null;
  pages: MadePage[];
}

export interface Header {
  issuer: string[];
  number: string;
  place: string;
  type: string;
  title: string[];
}

class Sheet {
  readonly #parts: string[] = [];
  readonly #texts: SetText[] = [];
  readonly #rules: MadePage['rules'] = [];
  readonly truth: string[] = [];
  /** What stands in place of the first lines of the truth where the head is read row by row. */
  headByRows: string[] = [];

  text(text: string, x: number, y: number, size: number, face: Face = 'regular'): void {
    this.#parts.push(`<path d="${outline(text, x, y, size, face)}"/>`);
    this.#texts.push({ text, x, y, size, face });
  }

  centred(text: string, centre: number, y: number, size: number, face: Face): void {
    this.text(text, centre - widthOf(text, size, face) / 2, y, size, face);
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.7): void {
    this.#parts.push(`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="black" stroke-width="${width}" fill="none"/>`);
    this.#rules.push([x1, y1, x2, y2]);
  }

  /** Sets a line with its blanks widened to fill `width`. */
  justified(line: string, x: number, y: number, width: number, size: number, face: Face): void {
    const words = line.split(' ');
    const natural = words.reduce((sum, word) => sum + widthOf(word, size, face), 0);
    const gap = (width - natural) / Math.max(1, words.length - 1);
    let at = x;
    for (const word of words) {
      this.text(word, at, y, size, face);
      at += widthOf(word, size, face) + gap;
    }
  }

  page(name: string): MadePage {
    return {
      name,
      texts: this.#texts,
      rules: this.#rules,
      drawing: this.#parts.join('\n'),
      truth: this.truth,
      truthByRows: [...this.headByRows, ...this.truth.slice(this.headByRows.length)],
    };
  }
}

/** The two-column header, type and title; gives the height at which the body begins. */
function setHeader(sheet: Sheet, header: Header): number {
  const left = 165;
  const right = 402;
  let y = TOP + 10;
  header.issuer.forEach((line, index) => {
    sheet.centred(line, left, y + index * 16, 13, index === header.issuer.length - 1 ? 'bold' : 'regular');
  });
  sheet.centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right, y, 13, 'bold');
  sheet.centred('Độc lập - Tự do - Hạnh phúc', right, y + 16, 14, 'bold');
  sheet.rule(right - 88, y + 21, right + 88, y + 21);
  // The place stands below the motto, also beside an issuer of one line.
  y += 16 * Math.max(1, header.issuer.length - 1);
  sheet.rule(left - 30, y + 6, left + 30, y + 6);
  y += 25;
  sheet.centred(header.number, left, y, 13, 'regular');
  sheet.centred(header.place, right, y, 14, 'italic');
  sheet.truth.push(...header.issuer, header.number, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', header.place);
  const rows = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
  sheet.headByRows = [...header.issuer.flatMap((line, index) => [line, ...rows.slice(index, index + 1)]), ...rows.slice(header.issuer.length), header.number, header.place];
  const middle = (LEFT + RIGHT) / 2;
  y += 40;
  sheet.centred(header.type, middle, y, 14, 'bold');
  for (const line of header.title) {
    y += 18;
    sheet.centred(line, middle, y, 14, 'bold');
  }
  sheet.rule(middle - 40, y + 8, middle + 40, y + 8);
  sheet.truth.push(header.type, ...header.title);
  return y + 36;
}

/** Sets paragraphs until the page is full; gives how many were set. A heading is one that begins with a Roman number. */
function setBody(sheet: Sheet, paragraphs: readonly string[], top: number): number {
  let y = top;
  for (const [count, paragraph] of paragraphs.entries()) {
    const face: Face = /^(?:[IVX]{1,5}\.|Điều \d)/.test(paragraph) ? 'bold' : /^\(|^Căn cứ/.test(paragraph) ? 'italic' : 'regular';
    const lines = breakLines(paragraph, RIGHT - LEFT, BODY_SIZE, face, INDENT);
    if (y + lines.length * LEADING > BOTTOM) return count;
    lines.forEach((line, index) => {
      const x = LEFT + (index === 0 ? INDENT : 0);
      if (index === lines.length - 1) sheet.text(line, x, y, BODY_SIZE, face);
      else sheet.justified(line, x, y, RIGHT - x, BODY_SIZE, face);
      y += LEADING;
    });
    y += 5;
    sheet.truth.push(...lines);
  }
  return paragraphs.length;
}

/** A first page, and as many following ones as asked for and filled. */
export function makeTextPages(name: string, header: Header, paragraphs: readonly string[], pages: number): MadePage[] {
  const made: MadePage[] = [];
  let rest = paragraphs;
  while (made.length < pages && rest.length > 0) {
    const sheet = new Sheet();
    let top = TOP + 30;
    if (made.length === 0) top = setHeader(sheet, header);
    else {
      sheet.centred(String(made.length + 1), (LEFT + RIGHT) / 2, TOP - 12, 13, 'regular');
      sheet.truth.push(String(made.length + 1));
    }
    const set = setBody(sheet, rest, top);
    if (set === 0) break;
    rest = rest.slice(set);
    made.push(sheet.page(`${name}-${made.length + 1}`));
  }
  return made;
}

/** A page with a paragraph, a ruled table and a paragraph. Cells in reading order row by row; a row of one cell spans the table. */
export function makeTablePage(name: string, before: string, widths: readonly number[], rows: readonly (readonly string[])[], after: string, size = 12): MadePage {
  const sheet = new Sheet();
  setBody(sheet, [before], TOP + 20);
  let y = TOP + 20 + sheet.truth.length * LEADING + 8;
  const leading = size * 1.25;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const x0 = LEFT;
  sheet.rule(x0, y, x0 + total, y);
  for (const [number, row] of rows.entries()) {
    const face: Face = number === 0 || row.length === 1 ? 'bold' : 'regular';
    const cells = row.map((text, column) => breakLines(text, (row.length === 1 ? total : (widths[column] ?? 0)) - 10, size, face));
    const height = Math.max(...cells.map((lines) => lines.length)) * leading + 6;
    if (y + height > BOTTOM - 60) break;
    let x = x0;
    cells.forEach((lines, column) => {
      const width = row.length === 1 ? total : (widths[column] ?? 0);
      lines.forEach((line, index) => {
        if (number === 0) sheet.centred(line, x + width / 2, y + leading * (index + 1) - 2, size, face);
        else sheet.text(line, x + 5, y + leading * (index + 1) - 2, size, face);
      });
      sheet.rule(x, y, x, y + height);
      x += width;
      sheet.truth.push(...lines);
    });
    sheet.rule(x0 + total, y, x0 + total, y + height);
    y += height;
    sheet.rule(x0, y, x0 + total, y);
  }
  setBody(sheet, [after], y + 28);
  return sheet.page(name);
}
