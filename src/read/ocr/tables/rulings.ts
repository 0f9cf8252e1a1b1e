import type { GrayImage } from '../pixels/gray.ts';

/** A ruling line: `from` to `to` along it, `at` across it, in pixels; `thickness` in pixels. */
export interface Ruling {
  at: number;
  from: number;
  to: number;
  thickness: number;
}

export interface Rulings {
  horizontal: Ruling[];
  vertical: Ruling[];
}

/** A ruling may be thin and pale; noise is pale too, but makes no long run. */
const INK = 170;
/** Inches: longer than any stroke of a letter, shorter than the side of a cell. */
const MIN_RUN = 0.22;
const MAX_THICKNESS = 0.035;
/** A picture with more is a drawing or a photograph, not a page with tables; its lines are not worth their time. */
const MAX_RUNS = 40_000;
const MAX_RULINGS = 1_500;
/** Pieces of one line with a gap as wide as this between them are one line broken by the copier. */
const MAX_GAP = 0.1;

/** Dots an inch at which rulings are looked for: fine enough to tell double lines from thick ones. */
const REDUCED_DPI = 130;

/** Finds the ruling lines of a straight picture, across and down. Slight waves and tilts (two degrees) are followed. */
export function findRulings(image: GrayImage, dpi: number): Rulings {
  const step = Math.max(1, Math.floor(dpi / REDUCED_DPI));
  const { ink, width, height } = reduce(image, step);
  const turned = new Uint8Array(ink.length);
  for (let y = 0, pixel = 0; y < height; y++) for (let x = 0; x < width; x++, pixel++) turned[x * height + y] = ink[pixel] as number;
  const enlarge = (rulings: Ruling[]) =>
    rulings.map(({ at, from, to, thickness }) => ({ at: (at + 0.5) * step - 0.5, from: from * step, to: to * step, thickness: Math.max(1, thickness * step - (step - 1)) }));
  return { horizontal: enlarge(findAlong(ink, width, height, dpi / step)), vertical: enlarge(findAlong(turned, height, width, dpi / step)) };
}

/** One for each square of pixels with ink in it. */
function reduce({ width, height, data }: GrayImage, step: number): { ink: Uint8Array; width: number; height: number } {
  const columns = Math.floor(width / step);
  const rows = Math.floor(height / step);
  const ink = new Uint8Array(columns * rows);
  for (let y = 0; y < rows * step; y++) {
    const base = Math.floor(y / step) * columns;
    for (let column = 0, pixel = y * width; column < columns; column++) {
      for (let x = 0; x < step; x++, pixel++) if ((data[pixel] as number) < INK) ink[base + column] = 1;
    }
  }
  return { ink, width: columns, height: rows };
}

interface Run {
  row: number;
  from: number;
  to: number;
}

/** Rulings along the rows of a bitmap. */
function findAlong(ink: Uint8Array, length: number, rows: number, dpi: number): Ruling[] {
  const minRun = Math.round(MIN_RUN * dpi);
  const runs: Run[] = [];
  for (let row = 1; row < rows - 1; row++) {
    let start = -1;
    for (let along = 0, at = row * length; along <= length; along++, at++) {
      // A line that climbs goes on in the row above or below: a step of one row does not break its run.
      const beside = along < length && ink[at] === 0 ? (ink[at - length] as number) + (ink[at + length] as number) : 0;
      const inked = along < length && (ink[at] === 1 || beside === 2 || (beside === 1 && start >= 0));
      if (inked) {
        if (start < 0) start = along;
      } else if (start >= 0) {
        if (along - start >= minRun) runs.push({ row, from: start, to: along });
        if (runs.length > MAX_RUNS) return [];
        start = -1;
      }
    }
  }
  const pieces = gather(runs).filter(({ thickness }) => thickness <= Math.max(3, MAX_THICKNESS * dpi));
  if (pieces.length > MAX_RULINGS) return [];
  return join(pieces, MAX_GAP * dpi, Math.max(3, 0.02 * dpi));
}

/** Runs that touch in neighbouring rows are one line. */
function gather(runs: readonly Run[]): Ruling[] {
  const open: { last: number; from: number; to: number; top: number; area: number; moment: number; lastFrom: number; lastTo: number }[] = [];
  const closed: typeof open = [];
  for (const run of runs) {
    for (let index = open.length - 1; index >= 0; index--) {
      const line = open[index];
      if (line && line.last < run.row - 1) closed.push(...open.splice(index, 1));
    }
    const size = run.to - run.from;
    const line = open.find(({ lastFrom, lastTo, last }) => lastFrom < run.to && run.from < lastTo && last >= run.row - 1);
    if (line) {
      line.from = Math.min(line.from, run.from);
      line.to = Math.max(line.to, run.to);
      line.last = run.row;
      line.lastFrom = run.from;
      line.lastTo = run.to;
      line.area += size;
      line.moment += size * run.row;
    } else open.push({ last: run.row, lastFrom: run.from, lastTo: run.to, from: run.from, to: run.to, top: run.row, area: size, moment: size * run.row });
  }
  return [...closed, ...open].map(({ from, to, area, moment }) => ({ at: moment / area, from, to, thickness: area / (to - from) }));
}

/** Joins pieces of one line. */
function join(pieces: readonly Ruling[], gap: number, drift: number): Ruling[] {
  const joined: Ruling[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from || a.at - b.at)) {
    const line = joined.find((other) => Math.abs(other.at - piece.at) <= drift && piece.from - other.to <= gap);
    if (!line) {
      joined.push({ ...piece });
      continue;
    }
    const own = line.to - line.from;
    const added = piece.to - piece.from;
    line.at = (line.at * own + piece.at * added) / (own + added);
    line.thickness = Math.max(line.thickness, piece.thickness);
    line.to = Math.max(line.to, piece.to);
  }
  return joined.sort((a, b) => a.at - b.at || a.from - b.from);
}
