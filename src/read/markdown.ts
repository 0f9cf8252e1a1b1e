import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Mark, Page } from '../model/source.ts';
import { toPages } from './pages.ts';

const commonMark = unified().use(remarkParse).freeze();
const withTables = unified().use(remarkParse).use(remarkGfm).freeze();
const TABLE_DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$/m;
/** A line that opens or closes a fenced block. */
const FENCE = /^ {0,3}(`{3,64}|~{3,64})/gm;
/** Blocks that blank lines do not end: fences, comments, raw HTML. */
const SPANNING_BLOCK = /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*){0,8}(?:`{3}|~{3}|<(?:[!?]|(?:script|pre|style|textarea)\b))/im;
/** A blank line before text at the margin: what stands on its two sides are blocks of their own. */
const BLOCK_END = /\n[ \t]*\n(?=[^ \t\n])/g;
/** Each construct that leaves marks has one of these: emphasis, code, escape, link, strikethrough; heading, quotation, rule at a line's start. */
const SIGN = /[*_`]|\\[!-/:-@[-`{-~]|\]\(|~~|<[a-z][^\s<>]{1,64}[:@]|^[ \t]*(?:(?:[-+]|\d{1,9}[.)])[ \t]+){0,8}(?:[#>]|(?:=+|-+)[ \t]*$)/im;
/** The delimiter row of a table. */
const TABLE_SIGN = /^.{0,512}-[ \t]*\|/m;
/** Size of the stretches a text is parsed in: bounds the parser's time and memory on hostile input. */
const CHUNK = 32_768;
/** A stretch in which more of the characters are marks is no text with emphasis and links; the parser's time grows with their square. */
const MOST_MARKS = 0.25;
const FEW_MARKS = 1_500;
/** A table is not cut in two unless it is longer than this. */
const LONGEST_TABLE = 1_048_576;

/**
 * Reads Markdown: the page keeps the source as it is, marks say which characters are markup.
 * The parser's block structure is not used beyond that: in OCR output the depth of a heading is noise and a list item is
 * a labelled paragraph, so `1.` and `-` stay in the text for `segment` to judge.
 */
export function readMarkdown(text: string): Page[] {
  const marks: Mark[] = [];
  for (const [start, end] of chunks(text)) {
    const blocks = [...signedBlocks(text, start, end)].map(([from, to]): Block => ({ from, text: text.slice(from, to) })).filter(isReadable);
    markBlocks(
      blocks.filter(({ text }) => !TABLE_DELIMITER.test(text)),
      commonMark,
      marks,
    );
    markBlocks(
      blocks.filter(({ text }) => TABLE_DELIMITER.test(text)),
      withTables,
      marks,
    );
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  return toPages(text, 'markup', marks);
}

/** A piece of a text that is parsed, and where it begins. */
interface Block {
  from: number;
  text: string;
}

function isReadable({ text }: Block): boolean {
  return (text.match(/[*_[\]]/g)?.length ?? 0) <= Math.max(FEW_MARKS, text.length * MOST_MARKS);
}

/**
 * Marks blocks in one go: starting the parser costs more than reading a block. Each of them but the last ends in a blank line and
 * begins at the margin, so that they are blocks of their own in the joined text as well, and no mark reaches from one into the next.
 */
function markBlocks(blocks: readonly Block[], parser: typeof commonMark | typeof withTables, marks: Mark[]): void {
  if (blocks.length === 0) return;
  const found: Mark[] = [];
  const joined = blocks.map(({ text }) => text).join('');
  markTree(parser.parse(joined) as Nodes, joined, found);
  found.sort((a, b) => a.start - b.start);
  let next = 0;
  let at = 0;
  for (const { from, text } of blocks) {
    const end = at + text.length;
    for (let mark = found[next]; mark && mark.start < end; mark = found[++next]) marks.push({ ...mark, start: mark.start + from - at, end: mark.end + from - at });
    at = end;
  }
}

/** Stretches cut at blank lines, or at any line end where there is none; a single longer line is left unparsed. */
function* chunks(text: string): Generator<[start: number, end: number]> {
  let start = 0;
  while (start < text.length) {
    let end = text.length;
    if (end - start > CHUNK) {
      const limit = start + CHUNK;
      const blank = text.lastIndexOf('\n\n', limit);
      const line = blank > start ? blank + 1 : text.lastIndexOf('\n', limit);
      if (line > start) end = endOfTable(text, endOfFence(text, start, line + 1, start + LONGEST_TABLE), start + LONGEST_TABLE);
      else {
        const next = text.indexOf('\n', limit);
        start = next === -1 ? text.length : next + 1;
        continue;
      }
    }
    yield [start, end];
    start = end;
  }
}

/** The blocks of a stretch that have anything to mark; most of a directive is plain paragraphs, which need no parser. */
function* signedBlocks(text: string, start: number, end: number): Generator<[start: number, end: number]> {
  const chunk = text.slice(start, end);
  if (SPANNING_BLOCK.test(chunk)) {
    yield [start, end];
    return;
  }
  let from = 0;
  for (const match of chunk.matchAll(BLOCK_END)) {
    const to = match.index + match[0].length;
    if (hasSign(chunk.slice(from, to))) yield [start + from, start + to];
    from = to;
  }
  if (hasSign(chunk.slice(from))) yield [start + from, end];
}

function hasSign(block: string): boolean {
  return SIGN.test(block) || (block.includes('|') && TABLE_SIGN.test(block));
}

/** The end of the fenced block that is open at `cut`, else `cut` itself; a fence that nothing closes before the limit does not count. */
function endOfFence(text: string, start: number, cut: number, limit: number): number {
  let open: string | null = null;
  for (const [, fence] of text.slice(start, cut).matchAll(FENCE)) {
    if (open === null) open = fence as string;
    else if (fence?.startsWith(open)) open = null;
  }
  if (open === null) return cut;
  for (const match of text.slice(cut, limit).matchAll(FENCE)) if (match[1]?.startsWith(open)) return Math.min(text.length, lineEnd(text, cut + match.index) + 1);
  return cut;
}

/** The end of the table whose rows stand on both sides of `cut`, else `cut` itself. */
function endOfTable(text: string, cut: number, limit: number): number {
  const isRow = (from: number) => text.slice(from, lineEnd(text, from)).includes('|');
  const before = text.lastIndexOf('\n', cut - 2) + 1;
  if (cut >= text.length || !isRow(before)) return cut;
  let end = cut;
  while (end < Math.min(text.length, limit) && isRow(end)) end = lineEnd(text, end) + 1;
  return Math.min(end, text.length);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Lists the marks of a parsed text. */
function markTree(tree: Nodes, chunk: string, marks: Mark[]): void {
  const add = (kind: Mark['kind'], start: number, end: number, depth?: number) => {
    if (end > start) marks.push({ kind, start, end, ...(depth === undefined ? {} : { depth }) });
  };
  /** Markup never takes a line end with it, so that lines keep their numbers. */
  const addSyntax = (start: number, end: number) => {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at === end || chunk[at] === '\n') {
        add('syntax', from, at);
        from = at + 1;
      }
    }
  };
  const stack: Nodes[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop() as Nodes;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const children: Nodes[] = 'children' in node ? node.children : [];
    const innerStart = children[0]?.position?.start.offset ?? end;
    const innerEnd = children.at(-1)?.position?.end.offset ?? start;
    switch (node.type) {
      case 'strong':
        add('strong', start, end);
        addSyntax(start, innerStart);
        addSyntax(innerEnd, end);
        break;
      case 'emphasis':
      case 'delete':
      case 'link':
        // An autolink has no markup around its text; a bracketed one ends in "](address)".
        addSyntax(start, innerStart);
        addSyntax(innerEnd, end);
        break;
      case 'heading':
        add('heading', start, end, node.depth);
        addSyntax(start, innerStart);
        addSyntax(innerEnd, end);
        break;
      case 'inlineCode':
        addSyntax(start, start + 1);
        addSyntax(end - 1, end);
        break;
      case 'image':
        addSyntax(start, end);
        break;
      case 'blockquote':
        add('quoted', start, end);
        for (const match of chunk.slice(start, end).matchAll(/^[ \t]*(?:>[ \t]?)+/gm)) addSyntax(start + match.index, start + match.index + match[0].length);
        break;
      case 'code':
        if (/^(?:`{3}|~{3})/.test(chunk.slice(start, start + 3))) {
          add('quoted', start, end);
          const firstEnd = chunk.indexOf('\n', start);
          const lastStart = chunk.lastIndexOf('\n', end - 1) + 1;
          if (firstEnd !== -1 && firstEnd < end) addSyntax(start, firstEnd);
          if (lastStart > start && /^[ \t]*(?:`{3}|~{3})/.test(chunk.slice(lastStart, end))) addSyntax(lastStart, end);
        }
        break;
      case 'table':
        markTable(chunk, node.children, add, addSyntax);
        break;
      case 'text':
        for (const match of chunk.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])(?!\\)/g)) {
          addSyntax(start + match.index, start + match.index + 1);
        }
        break;
    }
    stack.push(...children);
  }
}

type Add = (kind: Mark['kind'], start: number, end: number) => void;

function markTable(chunk: string, rows: readonly Nodes[], add: Add, addSyntax: (start: number, end: number) => void): void {
  rows.forEach((row, index) => {
    const start = row.position?.start.offset ?? 0;
    const end = row.position?.end.offset ?? 0;
    add('row', start, end);
    const cells = 'children' in row ? row.children : [];
    let at = start;
    cells.forEach((cell, column) => {
      const inner = 'children' in cell ? cell.children : [];
      const from = inner[0]?.position?.start.offset ?? cell.position?.end.offset ?? at;
      const to = inner.at(-1)?.position?.end.offset ?? from;
      add(column === 0 ? 'syntax' : 'cell', at, Math.max(at, from));
      at = Math.max(at, to);
    });
    addSyntax(at, end);
    if (index === 0) {
      const lineEnd = chunk.indexOf('\n', end);
      if (lineEnd !== -1) {
        const next = chunk.indexOf('\n', lineEnd + 1);
        addSyntax(lineEnd + 1, next === -1 ? chunk.length : next);
      }
    }
  });
}
