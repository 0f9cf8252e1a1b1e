/** What of a text a word processor does not show, or shows although the author has not accepted it. */
export type Revision = 'deleted-text' | 'hidden-text' | 'inserted-text';

/** A stretch of text in one font, as the file has it: `\n` is a line break, `\t` a tab. */
export interface Run {
  text: string;
  font: string | null;
  strong: boolean;
  revision: Revision | null;
  /** Small letters are shown as capitals. */
  capitals?: boolean;
  /** Set above the line: an exponent or the mark of a note. */
  raised?: boolean;
}

/** A paragraph; `label` is the number or bullet that the word processor generates before it. `ordinal`: where not by its place in the text. */
export interface Paragraph {
  kind: 'paragraph';
  label: string;
  runs: Run[];
  heading: boolean;
  ordinal?: number;
}

/** A cell; `columns`: how many it spans; `continued`: it goes on from the cell above. */
export interface Cell {
  blocks: Block[];
  columns: number;
  continued: boolean;
}

export interface Table {
  kind: 'table';
  rows: Cell[][];
}

export type Block = Paragraph | Table;

/** The text of a word-processor file: what every format of these is read into. */
export interface Body {
  blocks: Block[];
  /** Text of running headers and footers, which is no part of the document's. */
  furniture: string[];
  /** The running headers whole: some documents have their letterhead in one. */
  heads?: Block[][];
}

export const MOST_COLUMNS = 64;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `2` → `²`: digits set above the line. Null for other text, which stays as it is. */
export function raise(text: string): string | null {
  return /^\d{1,3}$/.test(text.trim()) ? text.trim().replace(/\d/g, (digit) => RAISED[Number(digit)] as string) : null;
}

/** The mark of a note in the text. */
export function noteMark(number: number): Run {
  return { text: String(number), font: null, strong: false, revision: null, raised: true };
}
