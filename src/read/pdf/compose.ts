import { type Region, regionsOf } from './columns.ts';
import { median } from './geometry.ts';
import type { TextLine } from './lines.ts';
import { type PageText, PageWriter } from './page-writer.ts';
import { pagesOfSpread } from './spread.ts';
import type { Table } from './tables.ts';

/** A step down the page that is this much larger than the usual one parts paragraphs. */
const LARGE_STEP = 1.3;
/** A line that begins this many type sizes to the right of the text's edge begins a paragraph. */
const INDENT = 0.8;

/**
 * Lines and tables of a page of a size in reading order as one text. A blank line stands where a paragraph begins or a larger gap is left. Of two
 * pages side by side the left one is read first.
 */
export function composePage(lines: readonly TextLine[], tables: readonly Table[], size: { width: number; height: number }, laysOut: (text: string) => boolean): PageText {
  const writer = new PageWriter();
  for (const half of pagesOfSpread(lines, tables, size.width, size.height) ?? [{ lines, tables }]) {
    writer.blank();
    write(writer, half.lines, half.tables, laysOut);
  }
  return writer.finish();
}

function write(writer: PageWriter, lines: readonly TextLine[], tables: readonly Table[], laysOut: (text: string) => boolean): void {
  const step = usualStep(lines);
  const edges = edgesOf(lines);
  let at = 0;
  const textUntil = (bottom: number) => {
    let end = at;
    while (end < lines.length && (lines[end] as TextLine).baseline < bottom) end++;
    for (const region of regionsOf(lines.slice(at, end), laysOut)) writeRegion(writer, region, step, edges);
    at = end;
  };
  for (const table of tables) {
    textUntil(table.box[1] + 1);
    writer.blank();
    for (const row of table.rows) writer.row(row);
    writer.blank();
  }
  textUntil(Number.POSITIVE_INFINITY);
}

interface Edges {
  left: number;
  right: number;
}

function writeRegion(writer: PageWriter, region: Region, step: number, edges: Edges): void {
  switch (region.kind) {
    case 'lines':
      writeLines(writer, region.lines, step, edges);
      break;
    case 'columns':
      for (const column of region.columns) {
        writer.blank();
        writeLines(writer, column, step, edgesOf(column));
      }
      writer.blank();
      break;
    case 'rows':
      writer.blank();
      for (const row of region.rows) writer.row(row);
      writer.blank();
      break;
  }
}

function writeLines(writer: PageWriter, lines: readonly TextLine[], step: number, edges: Edges): void {
  let previous: TextLine | null = null;
  for (const line of lines) {
    const larger = previous && (line.baseline - previous.baseline) / Math.max(line.size, previous.size) > step * LARGE_STEP;
    if (larger || (previous && beginsParagraph(line, edges))) writer.blank();
    writer.line(line);
    previous = line;
  }
}

/** Indented, and not set in the middle as a title is. */
function beginsParagraph(line: TextLine, { left, right }: Edges): boolean {
  const [before, after] = [line.box[0] - left, right - line.box[2]];
  return before > INDENT * line.size && before < (right - left) / 3 && !(after > INDENT * line.size && Math.abs(before - after) < 0.15 * (right - left));
}

/** The usual distance between base lines, in type sizes. */
function usualStep(lines: readonly TextLine[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [above, line] = [lines[i - 1] as TextLine, lines[i] as TextLine];
    const step = (line.baseline - above.baseline) / Math.max(line.size, above.size);
    if (step > 0.8 && step < 3) steps.push(step);
  }
  return median(steps, 1.2);
}

/** Left and right edge of the text: where most of the longer lines begin and end. */
function edgesOf(lines: readonly TextLine[]): Edges {
  if (lines.length === 0) return { left: 0, right: 0 };
  const lefts = lines.map((line) => line.box[0]).sort((a, b) => a - b);
  const rights = lines.map((line) => line.box[2]).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.1)] as number, right: rights[Math.floor(rights.length * 0.9)] as number };
}
