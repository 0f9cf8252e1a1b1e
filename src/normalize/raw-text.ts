import type { Mark, Page, ReadRepair } from '../model/source.ts';
import type { PageWords } from '../text/text-layout.ts';

/** Facts about each line of the raw text that the characters alone do not tell. */
export interface RawLines {
  /** Offset of each line in the raw text. */
  start: number[];
  /** Source line number, from 1. */
  line: number[];
  page: number[];
  strong: boolean[];
  row: boolean[];
  quoted: boolean[];
  /** True where the words were recognized in a picture. */
  recognized: boolean[];
  /** The depth of headings by index of their first line, where the source gives one. */
  depth: Map<number, number>;
}

/** The pages' texts joined by line ends, with the marks and repairs of all pages. */
export interface RawText {
  text: string;
  lines: RawLines;
  marks: Mark[];
  /** The words of pages that have places. */
  words: PageWords[];
  /** What readers changed, with offsets in this text. */
  repairs: ReadRepair[];
}

/** Puts the pages one after the other and spreads their marks over the lines. */
export function joinPages(pages: readonly Page[]): RawText {
  const lines: RawLines = { start: [], line: [], page: [], strong: [], row: [], quoted: [], recognized: [], depth: new Map() };
  const marks: Mark[] = [];
  const words: PageWords[] = [];
  const repairs: ReadRepair[] = [];
  let text = '';
  for (const page of pages) {
    const base = text.length;
    if (page.layout) words.push({ page: page.number, base, words: page.layout.words });
    for (const repair of page.repairs ?? []) repairs.push({ ...repair, start: base + repair.start, end: base + repair.end });
    const first = lines.start.length;
    let offset = base;
    let number = 0;
    const parts = page.text.split('\n');
    const strongLength = new Array<number>(parts.length).fill(0);
    for (const part of parts) {
      lines.start.push(offset);
      lines.line.push(page.lines?.[number] ?? page.firstLine + number);
      lines.page.push(page.number);
      lines.strong.push(false);
      lines.row.push(false);
      lines.quoted.push(false);
      lines.recognized.push(page.origin === 'ocr');
      offset += part.length + 1;
      number++;
    }
    let at = 0;
    for (const mark of page.marks) {
      marks.push({ kind: mark.kind, start: base + mark.start, end: base + mark.end });
      if (mark.kind === 'syntax' || mark.kind === 'cell') continue;
      while (at > 0 && (lines.start[first + at] as number) > base + mark.start) at--;
      while (at + 1 < parts.length && (lines.start[first + at + 1] as number) <= base + mark.start) at++;
      if (mark.depth !== undefined) lines.depth.set(first + at, mark.depth);
      for (let i = at; i < parts.length && (lines.start[first + i] as number) < base + mark.end; i++) {
        const from = Math.max(base + mark.start, lines.start[first + i] as number);
        const to = Math.min(base + mark.end, (lines.start[first + i] as number) + (parts[i] as string).length);
        if (mark.kind === 'strong' || mark.kind === 'heading') strongLength[i] = (strongLength[i] as number) + to - from;
        else if (mark.kind === 'row') lines.row[first + i] = true;
        else lines.quoted[first + i] = true;
      }
    }
    parts.forEach((part, i) => {
      lines.strong[first + i] = (strongLength[i] as number) > 0 && (strongLength[i] as number) >= part.trim().length * 0.6;
    });
    text += `${page.text}\n`;
  }
  return { text: text.slice(0, -1), lines, marks, repairs, words };
}
