import { displayWidth } from './display-width.ts';

/** A column of a table in the terminal. */
export interface TerminalColumn {
  title: string;
  /** How narrow it may get. Columns without one keep the width of their content. */
  shrinkTo?: number;
  /** How much of the line it may claim beside the others, 1 where it does not say. */
  weight?: number;
  align?: 'end';
  /** How many lines a cell may have; a longer one ends with an ellipsis. */
  lines?: number;
}

const GAP = '  ';

/** The widths of columns: those of the content where the line holds them, else the columns that may shrink share what there is. */
export function columnWidths(columns: readonly TerminalColumn[], rows: readonly (readonly string[])[], width: number): number[] {
  const natural = columns.map(({ title }, at) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at] ?? ''))));
  const widths = [...natural];
  const least = (at: number) => Math.min(natural[at] ?? 0, columns[at]?.shrinkTo ?? Number.POSITIVE_INFINITY);
  let excess = widths.reduce((sum, own) => sum + own, 0) + GAP.length * (columns.length - 1) - width;
  const claim = (at: number) => (widths[at] ?? 0) / (columns[at]?.weight ?? 1);
  // The widest for its weight gives way first, so that short columns stay whole.
  while (excess > 0) {
    let widest = -1;
    for (const at of widths.keys()) if ((widths[at] ?? 0) > least(at) && (widest === -1 || claim(at) > claim(widest))) widest = at;
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}

/** The lines of one row: every cell wrapped to its column, padded by what the terminal shows. */
export function tableLines(columns: readonly TerminalColumn[], widths: readonly number[], row: readonly string[]): string[] {
  const cells = row.map((cell, at) => shortened(wrap(cell, widths[at] ?? 1), widths[at] ?? 1, columns[at]?.lines));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, at) => {
        const text = lines[line] ?? '';
        const blank = ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(text)));
        return columns[at]?.align === 'end' ? blank + text : text + blank;
      })
      .join(GAP)
      .trimEnd(),
  );
}

function shortened(lines: string[], width: number, limit: number | undefined): string[] {
  if (limit === undefined || lines.length <= limit) return lines;
  const last = lines[limit - 1] ?? '';
  const [fitting = ''] = wrap(last, width - 2);
  return [...lines.slice(0, limit - 1), `${fitting} …`];
}

/** Wraps between words; a word longer than the line is broken between characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const push = () => {
    if (line !== '') lines.push(line);
    line = '';
    taken = 0;
  };
  for (const word of text.split(/[^\S\u00a0]+/u).filter(Boolean)) {
    const own = displayWidth(word);
    if (line !== '' && taken + 1 + own > width) push();
    if (own <= width) {
      taken += own + (line === '' ? 0 : 1);
      line += line === '' ? word : ` ${word}`;
      continue;
    }
    for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
      const piece = displayWidth(segment);
      if (taken + piece > width) push();
      line += segment;
      taken += piece;
    }
  }
  push();
  return lines;
}
