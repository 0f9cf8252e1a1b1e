import type { PageImage } from '../engine.ts';
import type { Corners, Point } from './perspective.ts';

/** The photograph is looked at this small, its longer side in samples: edges of a sheet are told to a hundredth of it. */
const SAMPLES = 360;
/** Print is narrower than this many samples and is painted over by the paper around it. */
const PRINT = 3;
/** The sheet is this much brighter than what it lies on, of 255. */
const LEAST_CONTRAST = 45;
/** Shares of the picture: the smallest sheet; the least that must lie around it. */
const SMALLEST_SHEET = 0.25;
const LEAST_AROUND = 0.04;
/** Share of what lies around the sheet that may be as bright as paper: reflections, a second sheet's corner. */
const MOST_BRIGHT_AROUND = 0.12;
/** Share of the picture's edge that may be paper. */
const MOST_PAPER_AT_EDGE = 0.6;
/** Share of the sheet that must be bright: a picture printed on it may be dark. */
const LEAST_BRIGHT_INSIDE = 0.9;
/** How far, in samples, a point may lie off the side it belongs to, and the share of points that must lie nearer. */
const STRAIGHT = 2;
const MOSTLY = 0.85;
/** Cosine of the sharpest angle at a corner: 55 degrees. */
const SHARPEST = 0.574;
/** A side is fitted without its ends, which a finger or a dog-ear may cover. */
const END = 0.06;

/** A line a·x + b·y = c with a² + b² = 1. */
type Side = readonly [a: number, b: number, c: number];

interface Mask {
  width: number;
  height: number;
  /** 1 where there is paper. */
  data: Uint8Array;
}

/**
 * The corners of a sheet of paper that was photographed on something darker, in pixels; null where the picture shows none: a scan, a
 * page without ground around it, an outline that is not four straight sides. Nothing is cut off then.
 */
export function findSheet(image: PageImage): Corners | null {
  const step = Math.max(1, Math.max(image.width, image.height) / SAMPLES);
  for (const mask of papersOf(image, step)) {
    const found = sheetIn(mask);
    if (found !== null) return found.map(([x, y]): Point => [Math.min(image.width, Math.max(0, x * step)), Math.min(image.height, Math.max(0, y * step))]) as unknown as Corners;
  }
  return null;
}

/** The corners of the sheet a mask shows, in its samples. */
function sheetIn(mask: Mask): Corners | null {
  const sheet = largestPiece(mask);
  const size = mask.width * mask.height;
  if (sheet.area < SMALLEST_SHEET * size) return null;
  const sides = sidesOf(sheet.data, mask);
  if (sides === null) return null;
  const [top, right, bottom, left] = sides;
  const corners = [cross(left, top), cross(top, right), cross(right, bottom), cross(bottom, left)];
  if (corners.some((corner) => corner === null)) return null;
  const found = corners as unknown as Corners;
  return isPlausible(found, mask) && standsOut(found, mask) ? found : null;
}

/**
 * Where the picture is as bright as paper; nothing where it is all of one brightness. Where a shadow lies over a part of the sheet, what is dark is of two
 * kinds: paper in the shadow belongs to the sheet, so it is looked for first; else the lit part alone would be taken for a sheet.
 */
function papersOf({ width: fullWidth, height: fullHeight, channels, data }: PageImage, step: number): Mask[] {
  const [width, height] = [Math.floor(fullWidth / step), Math.floor(fullHeight / step)];
  if (width < 40 || height < 40) return [];
  const light = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (Math.floor((y + 0.5) * step) * fullWidth + Math.floor((x + 0.5) * step)) * channels;
      // The darkest channel: paper is white, wood and cloth are bright in some channels only.
      light[y * width + x] = channels === 1 ? (data[at] as number) : Math.min(data[at] as number, data[at + 1] as number, data[at + 2] as number);
    }
  }
  if (reachesEdge(light, width, height)) return [];
  // Print goes by taking the brightest around each sample, and the sheet gets its size back by taking the darkest.
  const filled = around(around(light, width, height, PRINT, Math.max), width, height, PRINT, Math.min);
  const { threshold, contrast } = otsu(filled);
  if (contrast < LEAST_CONTRAST) return [];
  const darker = otsu(filled.filter((value) => value <= threshold));
  const thresholds = darker.contrast >= LEAST_CONTRAST ? [darker.threshold, threshold] : [threshold];
  return thresholds.map((least) => ({ width, height, data: filled.map((value) => (value > least ? 1 : 0)) }));
}

/** Scans have paper all along the edge of the picture: seen at once, without looking for a sheet. */
function reachesEdge(light: Uint8Array, width: number, height: number): boolean {
  let paper = 0;
  for (const value of light) if (value > paper) paper = value;
  let [bright, count] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += y === 0 || y === height - 1 ? 1 : width - 1, count++) if ((light[y * width + x] as number) > paper - LEAST_CONTRAST) bright++;
  }
  return bright > MOST_PAPER_AT_EDGE * count;
}

function around(values: Uint8Array, width: number, height: number, reach: number, pick: (a: number, b: number) => number): Uint8Array {
  const rows = new Uint8Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = values[y * width + x] as number;
      for (let near = Math.max(0, x - reach); near <= Math.min(width - 1, x + reach); near++) value = pick(value, values[y * width + near] as number);
      rows[y * width + x] = value;
    }
  }
  const all = new Uint8Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = rows[y * width + x] as number;
      for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) value = pick(value, rows[near * width + x] as number);
      all[y * width + x] = value;
    }
  }
  return all;
}

/** The brightness that parts two kinds of samples best (N. Otsu, 1979), and how far apart their means are. */
function otsu(values: Uint8Array): { threshold: number; contrast: number } {
  const histogram = new Float64Array(256);
  for (const value of values) histogram[value] = (histogram[value] as number) + 1;
  let total = 0;
  for (let level = 0; level < 256; level++) total += level * (histogram[level] as number);
  let best = { threshold: 0, contrast: 0, between: -1 };
  for (let level = 0, count = 0, sum = 0; level < 256; level++) {
    count += histogram[level] as number;
    sum += level * (histogram[level] as number);
    if (count === 0 || count === values.length) continue;
    const contrast = (total - sum) / (values.length - count) - sum / count;
    const between = count * (values.length - count) * contrast * contrast;
    if (between > best.between) best = { threshold: level, contrast, between };
  }
  return best;
}

function largestPiece({ width, height, data }: Mask): { data: Uint8Array; area: number } {
  const label = new Uint32Array(data.length);
  let best = { label: 0, area: 0 };
  let next = 0;
  const stack: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] !== 1 || label[start] !== 0) continue;
    next++;
    let area = 0;
    label[start] = next;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      area++;
      const x = at % width;
      const y = (at - x) / width;
      for (const [to, inside] of [
        [at - 1, x > 0],
        [at + 1, x < width - 1],
        [at - width, y > 0],
        [at + width, y < height - 1],
      ] as const) {
        if (!inside || data[to] !== 1 || label[to] !== 0) continue;
        label[to] = next;
        stack.push(to);
      }
    }
    if (area > best.area) best = { label: next, area };
  }
  return { data: Uint8Array.from(label, (value) => (value === best.label ? 1 : 0)), area: best.area };
}

/** The four sides of a piece: top, right, bottom, left; null where one of them is not straight. */
function sidesOf(piece: Uint8Array, { width, height }: Mask): readonly [Side, Side, Side, Side] | null {
  const paper: Point[] = [];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (piece[y * width + x] === 1) paper.push([x, y]);
  const most = (value: (point: Point) => number) => paper.reduce((best, point) => (value(point) > value(best) ? point : best), paper[0] as Point);
  const upperLeft = most(([x, y]) => -x - y);
  const upperRight = most(([x, y]) => x - y);
  const lowerRight = most(([x, y]) => x + y);
  const lowerLeft = most(([x, y]) => y - x);
  const has = (x: number, y: number) => piece[y * width + x] === 1;
  // From outside to the first paper of a row or column, between the corners.
  const rows = (from: Point, to: Point, toRight: boolean): Point[] =>
    between(from[1], to[1]).flatMap((y) => {
      const x = first(width, (at) => has(toRight ? at : width - 1 - at, y));
      return x === null ? [] : [[toRight ? x : width - x, y + 0.5] as const];
    });
  const columns = (from: Point, to: Point, toBottom: boolean): Point[] =>
    between(from[0], to[0]).flatMap((x) => {
      const y = first(height, (at) => has(x, toBottom ? at : height - 1 - at));
      return y === null ? [] : [[x + 0.5, toBottom ? y : height - y] as const];
    });
  const sides = [columns(upperLeft, upperRight, true), rows(upperRight, lowerRight, false), columns(lowerLeft, lowerRight, false), rows(upperLeft, lowerLeft, true)].map(fitSide);
  return sides.some((side) => side === null) ? null : (sides as unknown as readonly [Side, Side, Side, Side]);
}

/** Whole numbers between two, without the ends. */
function between(from: number, to: number): number[] {
  const cut = Math.ceil((to - from) * END);
  return Array.from({ length: Math.max(0, to - from - 2 * cut) }, (_, at) => from + cut + at);
}

function first(count: number, holds: (at: number) => boolean): number | null {
  for (let at = 0; at < count; at++) if (holds(at)) return at;
  return null;
}

/** The straight line through most of the points; null where there is none. */
function fitSide(points: readonly Point[]): Side | null {
  if (points.length < 10) return null;
  let side = leastSquares(points);
  const off = ([x, y]: Point) => Math.abs(side[0] * x + side[1] * y - side[2]);
  // What lies far off is a finger or a fold: the line is fitted once more without it.
  const near = [...points].sort((a, b) => off(a) - off(b)).slice(0, Math.ceil(points.length * MOSTLY));
  side = leastSquares(near);
  return points.filter((point) => off(point) <= STRAIGHT).length >= points.length * MOSTLY ? side : null;
}

/** Total least squares: the direction in which the points are spread least. */
function leastSquares(points: readonly Point[]): Side {
  const [mx, my] = [points.reduce((sum, [x]) => sum + x, 0) / points.length, points.reduce((sum, [, y]) => sum + y, 0) / points.length];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [a, b] = [-Math.sin(angle), Math.cos(angle)];
  return [a, b, a * mx + b * my];
}

function cross([a, b, c]: Side, [d, e, f]: Side): Point | null {
  const area = a * e - b * d;
  return Math.abs(area) < 1e-6 ? null : [(c * e - b * f) / area, (a * f - c * d) / area];
}

/** Four corners in their order with no sharp angle, not far outside the picture. */
function isPlausible(corners: Corners, { width, height }: Mask): boolean {
  const margin = 0.02 * Math.max(width, height);
  if (corners.some(([x, y]) => x < -margin || y < -margin || x > width + margin || y > height + margin)) return false;
  return corners.every((corner, at) => {
    const [before, after] = [corners[(at + 3) % 4] as Point, corners[(at + 1) % 4] as Point];
    const [ax, ay, bx, by] = [after[0] - corner[0], after[1] - corner[1], before[0] - corner[0], before[1] - corner[1]];
    const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
    return ax * by - ay * bx > 0 && Math.abs(ax * bx + ay * by) < SHARPEST * lengths;
  });
}

/** Inside is paper, around it is none, and there is something around it. */
function standsOut(corners: Corners, { width, height, data }: Mask): boolean {
  let [inside, paperInside, outside, paperOutside] = [0, 0, 0, 0];
  const edges = corners.map((corner, at) => [corner, corners[(at + 1) % 4] as Point] as const);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const depth = Math.min(
        ...edges.map(([from, to]) => ((to[0] - from[0]) * (y + 0.5 - from[1]) - (to[1] - from[1]) * (x + 0.5 - from[0])) / Math.hypot(to[0] - from[0], to[1] - from[1])),
      );
      const paper = data[y * width + x] as number;
      if (depth > STRAIGHT) {
        inside++;
        paperInside += paper;
      } else if (depth < -STRAIGHT) {
        outside++;
        paperOutside += paper;
      }
    }
  }
  return outside >= LEAST_AROUND * data.length && paperInside >= LEAST_BRIGHT_INSIDE * inside && paperOutside <= MOST_BRIGHT_AROUND * outside;
}
