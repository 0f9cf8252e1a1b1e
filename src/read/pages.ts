import type { Mark, Origin, Page } from '../model/source.ts';

/** Cuts a text at form feeds into pages whose line numbers go on. */
export function toPages(text: string, origin: Origin, marks: readonly Mark[]): Page[] {
  const pages: Page[] = [];
  let start = 0;
  let firstLine = 1;
  let mark = 0;
  for (const part of text.split('\f')) {
    const end = start + part.length;
    const own: Mark[] = [];
    for (; mark < marks.length && (marks[mark] as Mark).start < end; mark++) {
      const { start: from, end: to, ...rest } = marks[mark] as Mark;
      own.push({ ...rest, start: from - start, end: Math.min(to, end) - start });
    }
    pages.push({ number: pages.length + 1, origin, text: part, firstLine, lines: null, marks: own });
    for (let i = part.indexOf('\n'); i !== -1; i = part.indexOf('\n', i + 1)) firstLine++;
    start = end + 1;
  }
  return pages;
}
