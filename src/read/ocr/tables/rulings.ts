import { type Bitmap, inkBitmap, transposed } from '../pixels/bitmap.ts';
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
  const bitmap = inkBitmap(image, step, INK);
  const enlarge = (rulings: Ruling[]) =>
    rulings.map(({ at, from, to, thickness }) => ({ at: (at + 0.5) * step - 0.5, from: from * step, to: to * step, thickness: Math.max(1, thickness * step - (step - 1)) }));
  return { horizontal: enlarge(findAlong(bitmap, dpi / step)), vertical: enlarge(findAlong(transposed(bitmap), dpi / step)) };
}

interface Run {
  row: number;
  from: number;
  to: number;
}

/** Rulings along the rows of a bitmap. */
function findAlong(bitmap: Bitmap, dpi: number): Ruling[] {
  const runs = longRuns(bitmap, Math.max(1, Math.round(MIN_RUN * dpi)));
  const pieces = gather(runs).filter(({ thickness }) => thickness <= Math.max(3, MAX_THICKNESS * dpi));
  if (pieces.length > MAX_RULINGS) return [];
  return join(pieces, MAX_GAP * dpi, Math.max(3, 0.02 * dpi));
}

/** Runs of ink along the rows, at least `least` long; none where there are too many. Only every so many places are looked at: a run so long has one of them. */
function longRuns({ ink, width, height }: Bitmap, least: number): Run[] {
  const beside = (at: number) => (ink[at - width] as number) + (ink[at + width] as number);
  // A line that climbs goes on in the row above or below: a step of one row does not break its run.
  const begins = (at: number) => ink[at] === 1 || beside(at) === 2;
  const goesOn = (at: number) => ink[at] === 1 || beside(at) > 0;
  const runs: Run[] = [];
  for (let row = 1; row < height - 1; row++) {
    const start = row * width;
    for (let along = least - 1; along < width; along += least) {
      if (!goesOn(start + along)) continue;
      let [from, to] = [along, along + 1];
      while (from > 0 && goesOn(start + from - 1)) from--;
      while (to < width && goesOn(start + to)) to++;
      while (from < to && !begins(start + from)) from++;
      if (to - from >= least) runs.push({ row, from, to });
      if (runs.length > MAX_RUNS) return [];
      // On behind this run.
      while (along + least < to) along += least;
    }
  }
  return runs;
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
