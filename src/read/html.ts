import { Parser } from 'htmlparser2';
import { pageWords } from '../grammar/pages.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mark, Page, ReadRepair } from '../model/source.ts';
import { type HtmlList, listOf, nextLabel } from './html-lists.ts';
import { FEWEST_FILLED } from './word/sheet.ts';

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'nav', 'aside', 'footer', 'button', 'select', 'svg', 'iframe', 'head', 'object', 'textarea']);
const BLOCKS = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tbody thead tfoot tr blockquote pre hr address figure figcaption form fieldset center body html'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
const BLANKS = /[ \t\r\n\u00a0]+/g;
const HIDDEN = /(?:display\s{0,4}:\s{0,4}none|mso-hide\s{0,4}:\s{0,4}all)/i;
const NOTE_MARK = /^\s{0,9}\[?(\d{1,3})\]?\s{0,9}$/;
/** Fewer rows of several cells in a table with a letterhead are none of data. */
const FEWEST_DATA_ROWS = 3;
const MAX_SPAN = 50;
/** A cell of a letterhead or of signatures holds a line of this many characters at most. */
const LAYOUT_CELL = 60;
/** Tables inside so many others are read as part of the one around them. */
const DEEPEST_TABLE = 12;

interface OutputLine {
  text: string;
  line: number;
  strong: boolean;
  /** 1 to 6 in `<h1>` to `<h6>`; 0 in no heading. */
  heading: number;
  cells: number[] | null;
  /** What was struck out as a revision before its end, and is not read. */
  deleted: string[];
}

interface Table {
  rows: OutputLine[][][];
  layout: boolean;
  /** For each column, how many rows a cell above still reaches into. */
  reach: number[];
}

/**
 * Reads HTML as one page of lines: a line per block, a row of cells per table row, list items with the label they are shown
 * with. A table that lays out a letterhead or signatures is no data.
 */
export function readHtml(html: string, knowledge: Pick<Knowledge, 'anatomy'>): Page[] {
  const lines = collectLines(html, pageWords(knowledge).laysOut);
  let text = '';
  const marks: Mark[] = [];
  const repairs: ReadRepair[] = [];
  for (const line of lines) {
    const start = text.length;
    text += line.text;
    for (const before of line.deleted) repairs.push({ rule: 'deleted-text', before, after: '', start, end: start });
    if (line.strong) marks.push({ kind: 'strong', start, end: text.length });
    if (line.heading > 0) marks.push({ kind: 'heading', start, end: text.length, depth: line.heading });
    if (line.cells) {
      marks.push({ kind: 'row', start, end: text.length });
      for (const offset of line.cells) marks.push({ kind: 'cell', start: start + offset, end: start + offset + 1 });
    }
    text += '\n';
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  return [
    { number: 1, origin: 'markup', text, firstLine: 1, lines: [...lines.map((line) => line.line), lines.at(-1)?.line ?? 1], marks, ...(repairs.length > 0 ? { repairs } : {}) },
  ];
}

function collectLines(html: string, laysOut: (text: string) => boolean): OutputLine[] {
  const output: OutputLine[] = [];
  const tables: Table[] = [];
  const lists: HtmlList[] = [];
  /** How many elements are open, and at which of these a part begins that is not read. */
  let depth = 0;
  let skippedFrom: number | null = null;
  let deletion: string | null = null;
  let deleted: string[] = [];
  let noteMark: number | null = null;
  let buffer = '';
  let bufferLine = 1;
  let strong = 0;
  let raised = 0;
  let strongLength = 0;
  let heading = 0;
  let label = '';
  let line = 1;
  let lineEnd = html.indexOf('\n');
  let pendingSpan = 1;
  const lineAt = (offset: number): number => {
    for (; lineEnd !== -1 && lineEnd < offset; lineEnd = html.indexOf('\n', lineEnd + 1)) line++;
    return line;
  };
  const flush = () => {
    const text = folded(buffer);
    if (text !== '' || label !== '') {
      const made: OutputLine = { text: label + text, line: bufferLine, strong: strongLength > text.length * 0.6, heading, cells: null, deleted };
      const table = tables.at(-1);
      const cell = table?.rows.at(-1)?.at(-1);
      if (text !== '') {
        if (cell) cell.push(made);
        else output.push(made);
        label = '';
        deleted = [];
      }
    }
    buffer = '';
    strongLength = 0;
  };
  const endTable = () => {
    flush();
    const table = tables.pop();
    if (!table || table === tables.at(-1)) return;
    const target = tables.at(-1)?.rows.at(-1)?.at(-1) ?? output;
    const layout = table.layout || tables.length > 0 || table.rows.every((row) => row.length < 2);
    const [from, to] = !layout ? [0, table.rows.length] : table.layout && tables.length === 0 ? dataRows(table.rows) : [table.rows.length, table.rows.length];
    target.push(...table.rows.slice(0, from).flat(2));
    for (const row of table.rows.slice(from, to)) if (row.some((cell) => cell.length > 0)) target.push(joinRow(row));
    target.push(...table.rows.slice(to).flat(2));
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (skippedFrom !== null) return;
        if (SKIPPED.has(name)) flush();
        if (name === 'del') deletion = '';
        if (SKIPPED.has(name) || name === 'del' || isHidden(attributes)) {
          skippedFrom = depth;
          return;
        }
        if (BLOCKS.has(name) || name === 'br' || name === 'td' || name === 'th') flush();
        if (name === 'b' || name === 'strong') strong++;
        else if (name === 'sup' || name === 'sub') {
          if (raised++ === 0) buffer += `<${name}>`;
        } else if (name === 'a') noteMark = isNoteMark(attributes) && raised === 0 && buffer.trim() === '' ? buffer.length : null;
        else if (name === 'ul' || name === 'ol') {
          lists.push(listOf(name, attributes));
        } else if (name === 'li') {
          const list = lists.at(-1);
          if (list) label = `${nextLabel(list, attributes.value)} `.trimStart();
        } else if (name === 'table') {
          const outer = tables.at(-1);
          tables.push(outer && tables.length >= DEEPEST_TABLE ? outer : { rows: [], layout: false, reach: [] });
        } else if (name === 'tr') tables.at(-1)?.rows.push([]);
        else if (name === 'td' || name === 'th') {
          const table = tables.at(-1);
          const row = table?.rows.at(-1);
          if (table && row) {
            passReached(table, row);
            const rows = spanOf(attributes.rowspan);
            if (rows > 1) for (let i = 0; i < spanOf(attributes.colspan); i++) table.reach[row.length + i] = rows - 1;
            row.push([]);
          }
        } else if (HEADING.test(name)) heading = Number(name[1]);
        if (name === 'hr') output.push({ text: '-----', line: lineAt(parser.startIndex), strong: false, heading: 0, cells: null, deleted: [] });
      },
      ontext(text) {
        if (skippedFrom !== null) {
          if (deletion !== null) deletion += text;
          return;
        }
        if (buffer.trim() === '') bufferLine = lineAt(parser.startIndex + (text.length - text.trimStart().length));
        buffer += text;
        if (strong > 0) strongLength += text.trim().length;
        const table = tables.at(-1);
        // A cell that holds nothing else; a task that names the Party is data.
        if (table && isShort(buffer) && laysOut(folded(buffer))) table.layout = true;
      },
      onclosetag(name) {
        const closed = depth--;
        if (skippedFrom !== null) {
          if (closed > skippedFrom) return;
          if (deletion !== null && folded(deletion) !== '') deleted.push(folded(deletion));
          deletion = null;
          skippedFrom = null;
          return;
        }
        if (name === 'b' || name === 'strong') strong = Math.max(0, strong - 1);
        else if (name === 'sup' || name === 'sub') {
          raised = Math.max(0, raised - 1);
          if (raised === 0) buffer += `</${name}>`;
        } else if (name === 'a' && noteMark !== null) {
          const mark = NOTE_MARK.exec(buffer.slice(noteMark))?.[1];
          if (mark !== undefined) buffer = `${buffer.slice(0, noteMark)}<sup>${mark}</sup> `;
          noteMark = null;
        } else if (name === 'table') endTable();
        else if (name === 'tr') {
          const table = tables.at(-1);
          const row = table?.rows.at(-1);
          if (table && row && row.length > 0) passReached(table, row);
        } else if (BLOCKS.has(name)) flush();
        if (name === 'ul' || name === 'ol') lists.pop();
        if (name === 'li') label = '';
        if (HEADING.test(name)) heading = 0;
        if (name === 'td' || name === 'th') {
          flush();
          const row = tables.at(-1)?.rows.at(-1);
          const span = Math.min(MAX_SPAN, pendingSpan);
          for (let i = 1; i < span; i++) row?.push([]);
          pendingSpan = 1;
        }
      },
      onattribute(name, value) {
        if (name === 'colspan') pendingSpan = Number.parseInt(value, 10) || 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  while (tables.length > 0) endTable();
  return output;
}

/** The rows of data in a table that a spreadsheet program wrote whole, letterhead and signatures included. */
function dataRows(rows: readonly OutputLine[][][]): [from: number, to: number] {
  const data = rows.map((row) => row.filter((cell) => cell.length > 0).length >= FEWEST_FILLED);
  return data.filter(Boolean).length >= FEWEST_DATA_ROWS ? [data.indexOf(true), data.lastIndexOf(true) + 1] : [rows.length, rows.length];
}

/** An element that browsers do not show, or Word would not print. */
function isHidden({ hidden, style }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || (style !== undefined && HIDDEN.test(style));
}

/** A link at a note that leads back to its mark in the text. */
function isNoteMark({ href, name, id }: Readonly<Record<string, string>>): boolean {
  return href?.startsWith('#') === true && (name !== undefined || id !== undefined);
}

/** Blanks and line ends between words are shown as one blank. */
function folded(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

/** Whether a cell may hold no more than a line of a letterhead; a source breaks such a line where it likes and indents what follows. */
function isShort(text: string): boolean {
  return text.length < LAYOUT_CELL || (text.length < LAYOUT_CELL * 4 && folded(text).length < LAYOUT_CELL);
}

function spanOf(value: string | undefined): number {
  return Math.max(1, Math.min(MAX_SPAN, Number.parseInt(value ?? '1', 10) || 1));
}

/** Empty cells where cells of rows above reach into this one. A cell just set reaches into the rows below it only. */
function passReached(table: Table, row: OutputLine[][]): void {
  for (let reach = table.reach[row.length] ?? 0; reach > 0; reach = table.reach[row.length] ?? 0) {
    table.reach[row.length] = reach - 1;
    row.push([]);
  }
}

function joinRow(row: readonly OutputLine[][]): OutputLine {
  let text = '';
  const cells: number[] = [];
  row.forEach((cell, index) => {
    if (index > 0) {
      cells.push(text.length);
      text += '\t';
    }
    text += cell.map((line) => line.text.replaceAll('\t', ' ')).join(' ');
  });
  const first = row.flat()[0];
  return { text, line: first?.line ?? 1, strong: row.flat().every((line) => line.strong), heading: 0, cells, deleted: row.flat().flatMap((line) => line.deleted) };
}
