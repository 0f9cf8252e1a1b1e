const YEAR = /\d{4}/g;
/** How much of the line before goes with a line: patterns look back at what stands before a word. */
const BEFORE = 4;

/** The lines of a text with four digits in a row, as a text of their own. */
export interface YearLines {
  text: string;
  /** The place in the whole text of a place in `text`. */
  offset(at: number): number;
}

/**
 * The lines on which a year can stand; null where there is none. A pattern that asks for a year and gives no match beyond its line finds in
 * them what it finds in the whole text, most of which has no year.
 */
export function yearLines(whole: string): YearLines | null {
  let text = '';
  const starts: number[] = [];
  const shifts: number[] = [];
  let end = -1;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(whole); match; match = YEAR.exec(whole)) {
    const start = Math.max(end + 1, whole.lastIndexOf('\n', match.index) + 1 - BEFORE);
    end = whole.indexOf('\n', match.index);
    if (end === -1) end = whole.length;
    if (text !== '') text += '\n';
    starts.push(text.length);
    shifts.push(start - text.length);
    text += whole.slice(start, end);
    YEAR.lastIndex = end;
  }
  if (text === '') return null;
  let line = 0;
  return {
    text,
    offset(at) {
      if (at < (starts[line] as number)) line = 0;
      while (line + 1 < starts.length && (starts[line + 1] as number) <= at) line++;
      return at + (shifts[line] as number);
    },
  };
}

/** True where a pattern matches nothing without its group `y`, a year: `năm (?<y>\d{4})`. */
export function asksForYear(pattern: string): boolean {
  return /\(\?<y>(?:[^()]|\([^()]{0,40}\)){1,60}\)(?![?*{])/.test(pattern);
}
