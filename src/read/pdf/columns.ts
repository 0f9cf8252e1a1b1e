import { around } from './geometry.ts';
import { segmentsOf, type TextLine } from './lines.ts';
import { unruledTable } from './unruled-rows.ts';

/** Lines read one after the other, or columns read one after the other, or rows of cells. */
export type Region = { kind: 'lines'; lines: TextLine[] } | { kind: 'columns'; columns: TextLine[][] } | { kind: 'rows'; rows: TextLine[][][] };

/** A gap that can part two columns, in type sizes. */
const COLUMN_GAP = 1.2;
/** What has to stay free of words all the way down, in type sizes. */
const NARROWEST_GUTTER = 0.7;
/** Lines of words on both sides that make columns of prose. */
const PROSE_LINES = 6;
const PROSE_WORDS = 4;
/** Lines further apart than this many type sizes do not belong to one set of columns, unless it has words on both sides again. */
const LONGEST_GAP = 9;

/** Lines side by side are at most this many type sizes apart in height. */
const BAND = 0.8;

/** Lines that stand side by side, as one line. */
interface Band extends TextLine {
  lines: TextLine[];
}

interface Gutter {
  from: number;
  to: number;
}

/**
 * Finds where a page is set in columns: stretches of lines that leave an upright strip of it free. A letterhead and signatures are
 * read column by column, and so is prose; anything else in columns is a list or a table without rulings and is read row by row.
 * `laysOut` tells by its first words whether a line belongs to a letterhead or signatures.
 */
export function regionsOf(lines: readonly TextLine[], laysOut: (text: string) => boolean): Region[] {
  const regions: Region[] = [];
  const bands = bandsOf(lines);
  let plain: Band[] = [];
  const flush = () => {
    if (plain.length > 0) regions.push({ kind: 'lines', lines: plain.flatMap((band) => band.lines) });
    plain = [];
  };
  for (let i = 0; i < bands.length; ) {
    const zone = zoneAt(bands, i);
    if (!zone) {
      plain.push(bands[i] as Band);
      i++;
      continue;
    }
    // A line above on one side of the gutter is the first of a column.
    const above: Band[] = [];
    while (plain.length > 0 && isBeside(plain.at(-1) as Band, above[0] ?? (bands[i] as Band), zone.gutters)) above.unshift(plain.pop() as Band);
    flush();
    regions.push(...arrange([...above, ...bands.slice(i, zone.end)], zone.gutters, laysOut));
    i = zone.end;
  }
  flush();
  return regions;
}

/** Lines of two columns need not stand at one height: what lies side by side, nearer than lines below each other do. */
function bandsOf(lines: readonly TextLine[]): Band[] {
  const bands: Band[] = [];
  for (const line of lines) {
    const band = bands.at(-1);
    if (band && line.baseline - band.baseline < BAND * Math.min(line.size, band.size) && isApart(band, line)) {
      const merged = [...band.lines, line];
      bands[bands.length - 1] = {
        lines: merged,
        words: merged.flatMap(({ words }) => words).sort((a, b) => a.box[0] - b.box[0]),
        box: around(merged.map(({ box }) => box)),
        baseline: band.baseline,
        size: Math.max(band.size, line.size),
      };
    } else bands.push({ ...line, lines: [line] });
  }
  return bands;
}

function isApart(band: Band, line: TextLine): boolean {
  const gap = COLUMN_GAP * line.size;
  return band.lines.every((other) => other.box[0] - line.box[2] >= gap || line.box[0] - other.box[2] >= gap);
}

function zoneAt(lines: readonly Band[], start: number): { end: number; gutters: Gutter[] } | null {
  const first = lines[start] as Band;
  let gutters = gapsOf(first);
  if (gutters.length === 0) return null;
  let both = 1;
  let end = start + 1;
  let previous = first;
  let lastBoth = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] as Band;
    const left = gutters.flatMap((gutter) => narrow(gutter, line));
    if (left.length === 0) break;
    const sides = sidesOf(line, left);
    if (sides === 2) {
      both++;
      lastBoth = end + 1;
    } else if (line.box[1] - previous.box[3] > LONGEST_GAP * line.size) break;
    gutters = left;
    previous = line;
  }
  // Two lines that happen to have a gap at one place are none.
  if (both < 2) return null;
  if (both === 2 && lastBoth - start > 8) return null;
  return { end, gutters };
}

/** The gaps of a line that may be gutters. */
function gapsOf(line: TextLine): Gutter[] {
  const segments = segmentsOf(line, COLUMN_GAP);
  return segments.slice(1).map((segment, i) => ({ from: (segments[i] as TextLine).box[2], to: segment.box[0] }));
}

/** What a line leaves free of a gutter: nothing, or one or more strips that are wide enough. */
function narrow(gutter: Gutter, line: TextLine): Gutter[] {
  let strips = [gutter];
  for (const { box } of line.words) {
    strips = strips.flatMap(({ from, to }) =>
      box[2] <= from || box[0] >= to
        ? [{ from, to }]
        : [
            { from, to: box[0] },
            { from: box[2], to },
          ].filter((strip) => strip.to - strip.from > 0),
    );
  }
  const wide = strips.filter(({ from, to }) => to - from >= NARROWEST_GUTTER * line.size);
  // A word in the middle of a wide gap belongs to one side of it; the wider strip is the gutter.
  return wide.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1);
}

function sidesOf(line: TextLine, gutters: readonly Gutter[]): number {
  const columns = new Set(line.words.map((word) => columnOf(word.box[0], word.box[2], gutters)));
  return Math.min(2, columns.size);
}

function columnOf(left: number, right: number, gutters: readonly Gutter[]): number {
  const middle = (left + right) / 2;
  return gutters.filter(({ from, to }) => middle > (from + to) / 2).length;
}

function isBeside(line: TextLine, next: TextLine, gutters: readonly Gutter[]): boolean {
  const close = next.box[1] - line.box[3] < 1.2 * line.size;
  return close && sidesOf(line, gutters) === 1 && gutters.every((gutter) => narrow(gutter, line).length > 0);
}

function arrange(bands: readonly Band[], gutters: readonly Gutter[], laysOut: (text: string) => boolean): Region[] {
  const sorted = [...gutters].sort((a, b) => a.from - b.from);
  const lines = bands.flatMap((band) => band.lines);
  const parted = lines.map((line) => cellsOf(line, sorted));
  const columns = Array.from({ length: sorted.length + 1 }, (_, column) => parted.flatMap((row) => row[column] ?? []));
  if (columns.some((column) => column.some((line) => laysOut(textOf(line)))) || isProse(columns)) return [{ kind: 'columns', columns }];
  const table =
    sorted.length >= 2
      ? unruledTable(
          parted,
          bands.map((band) => cellsOf(band, sorted)),
        )
      : null;
  if (!table) return [{ kind: 'lines', lines }];
  const regions: Region[] = [
    { kind: 'lines', lines: table.above },
    { kind: 'rows', rows: table.rows },
    { kind: 'lines', lines: table.below },
  ];
  return regions.filter((region) => region.kind !== 'lines' || region.lines.length > 0);
}

function cellsOf(line: TextLine, gutters: readonly Gutter[]): TextLine[][] {
  const cells: TextLine['words'][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const word of line.words) cells[columnOf(word.box[0], word.box[2], gutters)]?.push(word);
  return cells.map((words) => (words.length === 0 ? [] : [{ ...line, words, box: around(words.map((word) => word.box)) }]));
}

function isProse(columns: readonly TextLine[][]): boolean {
  return columns.length === 2 && columns.every((lines) => lines.length >= PROSE_LINES && lines.reduce((sum, line) => sum + line.words.length, 0) >= lines.length * PROSE_WORDS);
}

/** The words of a line as one text. */
export function textOf(line: TextLine): string {
  return line.words.map((word, i) => (i > 0 && !word.glued ? ' ' : '') + word.text).join('');
}
