import { inkBitmap } from './bitmap.ts';
import type { GrayImage } from './gray.ts';

/** Degrees to either side that are looked at on a page. */
const RANGE = 10;
const COARSE = 0.5;
const FINE = 0.05;
/** Dots an inch of the reduced page: letters are still apart, and a page has a hundred thousand pixels of ink at most. */
const REDUCED_DPI = 130;
const MAX_POINTS = 40_000;
/** For a first look at all directions. */
const MAX_COARSE_POINTS = 12_000;
const INK = 150;
/** A page this straight is left as it is: turning costs sharpness. */
const STRAIGHT = 0.08;
const GOLDEN = 0.6180339887;
/** Fewer points than these are no text, whatever way they lie. */
const MIN_POINTS = 200;
/** The best direction must stand out from the mean of all by this factor. */
const MIN_PROMINENCE = 1.25;

/** The direction in which the lines of text lie, and how far it stands out: 1 is not at all, text has 1.3 and more. */
export interface TextDirection {
  /** Degrees, clockwise, off the horizontal. */
  angle: number;
  prominence: number;
}

/**
 * Finds the direction of the lines of text. Lower edges of ink are projected along each direction: along the lines of text
 * they gather on baselines, and the sum of squares of the profile is greatest.
 */
export function findDirection(image: GrayImage, dpi: number, range = RANGE): TextDirection {
  const points = lowerEdges(image, Math.max(1, Math.floor(dpi / REDUCED_DPI)));
  if (points.length / 2 < MIN_POINTS) return { angle: 0, prominence: 1 };
  const span = image.width + image.height;
  const coarse = scan(thinned(points, MAX_COARSE_POINTS), span, -range, range, COARSE);
  const fine = scan(points, span, coarse.angle - COARSE, coarse.angle + COARSE, FINE);
  return { angle: Math.round(fine.angle * 100) / 100 || 0, prominence: coarse.best / coarse.mean };
}

/** Degrees, clockwise, by which the lines of text are turned off the horizontal; 0 where no direction stands out, and where the page is straight enough. */
export function skewOf({ angle, prominence }: TextDirection): number {
  return prominence < MIN_PROMINENCE || Math.abs(angle) < STRAIGHT ? 0 : angle;
}

export function findSkew(image: GrayImage, dpi: number, range = RANGE): number {
  return skewOf(findDirection(image, dpi, range));
}

/** x, y of reduced pixels that are ink above paper: x0, y0, x1, y1 … */
function lowerEdges(image: GrayImage, step: number): Int32Array {
  const { width, ink } = inkBitmap(image, step, INK);
  const found: number[] = [];
  for (let row = 1, at = width; at < ink.length; row++) {
    for (let column = 0; column < width; column++, at++) if (ink[at] === 0 && ink[at - width] === 1) found.push(column, row);
  }
  return thinned(Int32Array.from(found), MAX_POINTS);
}

/** Every so many points, so that no more than `most` are left. */
function thinned(points: Int32Array, most: number): Int32Array {
  const every = Math.ceil(points.length / 2 / most);
  return every <= 1 ? points : points.filter((_, index) => (index >> 1) % every === 0);
}

function scan(points: Int32Array, span: number, from: number, to: number, step: number): { angle: number; best: number; mean: number } {
  let angle = 0;
  let best = -1;
  let sum = 0;
  const count = Math.round((to - from) / step) + 1;
  const scores: number[] = [];
  for (let index = 0; index < count; index++) {
    const score = gathered(points, span, from + index * step);
    scores.push(score);
    sum += score;
    if (score > best) {
      best = score;
      angle = from + index * step;
    }
  }
  const top = scores.indexOf(best);
  const left = scores[top - 1];
  const right = scores[top + 1];
  // The peak lies between the steps: the vertex of the parabola through the three best.
  if (left !== undefined && right !== undefined && left + right < 2 * best) angle += (step * (left - right)) / (2 * (left + right - 2 * best));
  return { angle, best, mean: sum / count };
}

function gathered(points: Int32Array, span: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const bins = new Float64Array(2 * span);
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index] as number;
    // Rows are whole numbers, which would favour the horizontal: each point is put somewhere inside its pixel, evenly over all points.
    const y = (points[index + 1] as number) + ((x * GOLDEN) % 1) - x * slope + span;
    const bin = Math.floor(y);
    const part = y - bin;
    bins[bin] = (bins[bin] as number) + 1 - part;
    bins[bin + 1] = (bins[bin + 1] as number) + part;
  }
  let sum = 0;
  for (const value of bins) sum += value * value;
  return sum;
}
