import { FileProblem } from '../file-problem.ts';
import { fromWindows1252 } from '../legacy/windows-1252.ts';
import { type Body, noteMark, type Paragraph, type Run } from './body.ts';
import { noteOf, paragraphOf } from './flow.ts';

const FIRST_CHARACTER = 0x18;
const TEXT_LENGTH = 0x34;
const NOTES_LENGTH = 0x38;
const FAST_SAVED = 0x0004;
const NOTE = '\x02';
const CELL_END = '\x07';

/**
 * Reads the text of a DOC file of Word 6 or 95. Formats are not read: cells of tables are lines, and old encodings are told by their words.
 * Null for a file saved fast, whose text is in pieces.
 */
export function readDoc95(document: Uint8Array): Body | null {
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  if ((view.getUint16(0x0a, true) & FAST_SAVED) !== 0) return null;
  const start = view.getUint32(FIRST_CHARACTER, true);
  const main = start + view.getUint32(TEXT_LENGTH, true);
  const end = main + view.getUint32(NOTES_LENGTH, true);
  if (end > document.length) throw new FileProblem('broken', { type: 'DOC' });
  let marks = 0;
  const blocks = lines(fromWindows1252(document.subarray(start, main))).map((line) => toParagraph(line, () => ++marks));
  const notes = fromWindows1252(document.subarray(main, end))
    .split(NOTE)
    .slice(1)
    .map((text, at) => noteOf([toParagraph(text.replaceAll('\r', ' '), () => 0)], at + 1));
  return { blocks: [...blocks, ...notes], furniture: [] };
}

/** Paragraphs and cells of tables. */
function lines(text: string): string[] {
  return text.replaceAll(CELL_END, '\r').split(/[\r\f]/);
}

/** What a line shows: results of fields without their code, note marks, line breaks; other control characters show nothing. */
function toParagraph(line: string, nextMark: () => number): Paragraph {
  const runs: Run[] = [];
  const write = (text: string) => {
    const last = runs.at(-1);
    if (last && !last.raised) last.text += text;
    else runs.push({ text, font: null, strong: false, revision: null });
  };
  const fields: boolean[] = [];
  for (const char of line) {
    if (char === '\x13') fields.push(true);
    else if (char === '\x14' && fields.length > 0) fields[fields.length - 1] = false;
    else if (char === '\x15') fields.pop();
    else if (fields.includes(true)) continue;
    else if (char === NOTE) runs.push(noteMark(nextMark()));
    else if (char === '\v') write('\n');
    else if (char === '\x1e') write('-');
    else if (char >= ' ' || char === '\t') write(char);
  }
  return paragraphOf(runs);
}
