import type { Anatomy } from '../grammar/anatomy.ts';
import type { RawLines } from './raw-text.ts';

/** A line as it stands in the source, trimmed, with what surrounds it. Offsets are in the text whose lines are the raw ones. */
export interface PhysicalLine {
  start: number;
  end: number;
  text: string;
  /** Blank lines before it. */
  gap: number;
  raw: number;
  page: number;
  strong: boolean;
  row: boolean;
  quoted: boolean;
  /** The depth of a heading, where the source gives one. */
  depth: number | undefined;
}

/** The non-blank lines of a text, table rows recognized, columns printed side by side taken apart. */
export function physicalLines(text: string, raw: RawLines, anatomy: Anatomy): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let gap = 0;
  let start = 0;
  const content = text.split('\n');
  const tabs = content.map((line) => countTabs(line));
  for (let i = 0; i < content.length; i++) {
    const line = content[i] as string;
    if (line.trim() === '') {
      gap++;
      start += line.length + 1;
      continue;
    }
    const row = (raw.row[i] as boolean) || isDumpedRow(tabs, i);
    if (row && anatomy.columnBreak(line) < 0) {
      const end = start + lengthWithoutBlanks(line);
      const from = start + (/^ */.exec(line)?.[0].length ?? 0);
      lines.push(physicalLine(raw, i, from, text.slice(from, end), gap, true));
      gap = 0;
    } else {
      let at = start;
      for (const piece of line.split('\v')) {
        gap = pushColumns(lines, piece, at, gap, raw, i, anatomy);
        at += piece.length + 1;
      }
    }
    start += line.length + 1;
  }
  return lines;
}

/** A line of a raw one; its members are always the same, in one order, since a document has many of them. */
function physicalLine(raw: RawLines, index: number, start: number, text: string, gap: number, row: boolean): PhysicalLine {
  return {
    start,
    end: start + text.length,
    text,
    gap,
    raw: index,
    page: raw.page[index] as number,
    strong: raw.strong[index] as boolean,
    row,
    quoted: raw.quoted[index] as boolean,
    depth: raw.depth.get(index),
  };
}

/** Adds a line, or the two columns it holds side by side; returns the blank lines that stand before the next one. */
function pushColumns(lines: PhysicalLine[], line: string, start: number, gap: number, raw: RawLines, index: number, anatomy: Anatomy): number {
  let rest = line;
  let at = start;
  let before = gap;
  for (let cut = anatomy.columnBreak(rest); ; cut = anatomy.columnBreak(rest)) {
    const part = cut > 0 ? rest.slice(0, cut) : rest;
    const trimmed = part.trim();
    if (trimmed !== '') {
      lines.push(physicalLine(raw, index, at + part.indexOf(trimmed), trimmed, before, false));
      before = 0;
    }
    if (cut <= 0) return before;
    at += cut;
    rest = rest.slice(cut);
  }
}

/** The length of a line without the blanks at its end; tabs there are empty cells. */
function lengthWithoutBlanks(line: string): number {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  return end;
}

/** Tabs of a line; one at its start alone is an indent, no empty cell. */
function countTabs(line: string): number {
  if (line.lastIndexOf('\t') === 0) return 0;
  let count = 0;
  for (let at = line.indexOf('\t'); at !== -1; at = line.indexOf('\t', at + 1)) count++;
  return count;
}

/** A line of a tab-separated dump: as many tabs as a neighbour, or so many that no layout has them. */
function isDumpedRow(tabs: readonly number[], index: number): boolean {
  const own = tabs[index] as number;
  if (own === 0) return false;
  // Two columns: one tab in each of three lines that follow one another.
  if (own === 1) return [-2, -1, 0].some((from) => [0, 1, 2].every((step) => tabs[index + from + step] === 1));
  return own >= 3 || tabs[index - 1] === own || tabs[index + 1] === own;
}

/** How the source sets its lines: how many blank lines stand between two, and at which width it breaks them (null: it does not). */
export interface Layout {
  gap: number;
  width: number | null;
}

/** Lines of this many characters or more are not the printed lines of a page. */
const WIDEST_PAGE = 140;

export function measureLayout(lines: readonly PhysicalLine[]): Layout {
  const gaps: number[] = [];
  const lengths: number[] = [];
  let continued = 0;
  let pairs = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as PhysicalLine;
    if (line.row) continue;
    lengths.push(line.text.length);
    const previous = lines[i - 1];
    if (!previous || previous.row) continue;
    gaps[line.gap] = (gaps[line.gap] ?? 0) + 1;
    pairs++;
    if (!/[.;:!?…,]["”)]?$/.test(previous.text) && /^\p{Ll}/u.test(line.text)) continued++;
  }
  let gap = 0;
  gaps.forEach((count, size) => {
    if (count > (gaps[gap] ?? 0)) gap = size;
  });
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const longest = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  const wrapped = lengths.length >= 6 && width >= 40 && longest <= WIDEST_PAGE && continued >= pairs * 0.2;
  return { gap, width: wrapped ? width : null };
}
