import type { PixelBox } from '../engine.ts';
import { clip } from './gray.ts';

/** Takes a point of a treated picture to where it was before: x' = a·x + b·y + c, y' = d·x + e·y + f. Pixels are measured at their edges, not their middles. */
export type Mapping = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNCHANGED: Mapping = [1, 0, 0, 0, 1, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Mapping, inner: Mapping): Mapping {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + b * j, a * h + b * k, a * i + b * l + c, d * g + e * j, d * h + e * k, d * i + e * l + f];
}

/** The upright box around where a box comes from, in whole pixels, inside the image. */
export function mapBox(mapping: Mapping, box: { left: number; top: number; right: number; bottom: number }, image: { width: number; height: number }): PixelBox {
  const [a, b, c, d, e, f] = mapping;
  // A turned word's box is taken along its middle line: the corners of the turned rectangle would reach into the lines above and below.
  const middle = (box.top + box.bottom) / 2;
  const centre = (box.left + box.right) / 2;
  const xs = [a * box.left + b * middle + c, a * box.right + b * middle + c, a * centre + b * box.top + c, a * centre + b * box.bottom + c];
  const ys = [d * box.left + e * middle + f, d * box.right + e * middle + f, d * centre + e * box.top + f, d * centre + e * box.bottom + f];
  const { left, top, right, bottom } = clip({ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }, image);
  return [left, top, right, bottom];
}
