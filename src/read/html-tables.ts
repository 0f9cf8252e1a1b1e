import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Page } from '../model/source.ts';
import { readHtml } from './html.ts';

const TABLE_TAG = /<(\/?)table\b/gi;

/** Whole lines of a source, and whether they are one HTML table. */
interface Stretch {
  text: string;
  /** How many lines of the source stand before it. */
  linesBefore: number;
  table: boolean;
}

type PlacedPage = Page & { lines: number[] };

/**
 * Reads a text or Markdown source in which tables are written in HTML, as recognition models write them (often in one line:
 * `<table><tr><td rowspan="2">TT</td>…`): each table by its rows and cells, what stands around it by `read`.
 * A table that nothing closes, or that a page break cuts, is left to `read`.
 */
export function readWithHtmlTables(text: string, read: (text: string) => Page[], knowledge: Pick<Knowledge, 'anatomy'>): Page[] {
  const stretches = stretchesOf(text);
  if (!stretches.some(({ table }) => table)) return read(text);
  const pages: PlacedPage[] = [];
  for (const stretch of stretches) {
    const own = placed(stretch, stretch.table ? readHtml(stretch.text, knowledge) : read(stretch.text));
    for (const [at, page] of own.entries()) {
      const last = pages.at(-1);
      if (at === 0 && last) append(last, page);
      else pages.push({ ...page, number: pages.length + 1 });
    }
  }
  return pages;
}

/** The text cut before and after each outermost table; a table begins and ends a line. */
function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  let linesBefore = 0;
  const take = (end: number, table: boolean) => {
    const own = text.slice(done, end);
    if (own !== '') stretches.push({ text: own.endsWith('\n') && !table ? own.slice(0, -1) : own, linesBefore, table });
    linesBefore += own.split('\n').length - 1;
    done = end;
    if (table && text[done] === '\n') {
      done++;
      linesBefore++;
    }
  };
  let start = -1;
  let depth = 0;
  for (const match of text.matchAll(TABLE_TAG)) {
    if (match[1] === '') {
      if (depth === 0) start = match.index;
      depth++;
      continue;
    }
    depth = Math.max(0, depth - 1);
    const close = text.indexOf('>', match.index);
    if (depth > 0 || start < done || close === -1 || text.slice(start, close).includes('\f')) continue;
    take(start, false);
    take(close + 1, true);
    start = -1;
  }
  take(text.length, false);
  return stretches;
}

/** The pages of a stretch with the lines of the source they stand in. */
function placed({ linesBefore, table }: Stretch, pages: readonly Page[]): PlacedPage[] {
  return pages.map((page) => {
    const text = table && page.text.endsWith('\n') ? page.text.slice(0, -1) : page.text;
    const lines = text.split('\n').map((_, at) => (page.lines?.[at] ?? page.firstLine + at) + linesBefore);
    return { ...page, text, lines, firstLine: lines[0] as number, marks: [...page.marks] };
  });
}

/** Adds a piece of a page to the one before it; it begins a line. */
function append(page: PlacedPage, next: PlacedPage): void {
  const start = page.text.length + 1;
  page.text += `\n${next.text}`;
  for (const line of next.lines) page.lines.push(line);
  for (const mark of next.marks) page.marks.push({ ...mark, start: mark.start + start, end: mark.end + start });
}
