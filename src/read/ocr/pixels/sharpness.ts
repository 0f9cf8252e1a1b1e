import sharp from 'sharp';
import type { GrayImage } from './gray.ts';

/** Where paper turns to ink the brightness passes this. */
const MIDDLE = 128;
/** An edge is one of print where the brightness changes this much around it: grain and the threads of paper change less. */
const LEAST_CONTRAST = 120;
/** Pixels to either side in which an edge begins and ends. */
const REACH = 5;
/** Every so many rows are looked at. */
const ROW_STEP = 7;
/** Fewer edges than these are no text. */
const FEWEST_EDGES = 200;
/** Dots an inch at which widths of edges are compared: engines bring lines of any size to one height. */
const COMPARED_DPI = 200;
/** Pixels at `COMPARED_DPI`: print that is drawn by a machine has edges of 1 to 1.6, a good scan up to 2. */
const BLURRED = 2.3;
/** Unsharp masking: the radius follows the blur; flat paper is changed as little as sharp edges. */
const STRENGTH = { m1: 1, m2: 2, x1: 0, y2: 100, y3: 100 };
/** Of the width of an edge: the deviation of the blur that made it. An edge is √(2π) deviations wide. */
const DEVIATION = 0.4;
const MOST_SIGMA = 3;

/** The width of the edges of print, in pixels, the median of them; null where there are too few to tell. */
export function edgeWidth({ width, height, data }: GrayImage): number | null {
  const widths: number[] = [];
  for (let y = 0; y < height; y += ROW_STEP) {
    const row = y * width;
    for (let x = row + REACH; x < row + width - REACH - 1; x++) {
      const [before, after] = [data[x] as number, data[x + 1] as number];
      if (before >= MIDDLE === after >= MIDDLE) continue;
      let [darkest, brightest] = [255, 0];
      for (let near = x - REACH; near <= x + 1 + REACH; near++) {
        const value = data[near] as number;
        if (value < darkest) darkest = value;
        if (value > brightest) brightest = value;
      }
      if (brightest - darkest >= LEAST_CONTRAST) widths.push((brightest - darkest) / Math.abs(before - after));
    }
  }
  if (widths.length < FEWEST_EDGES) return null;
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1] as number;
}

/**
 * Sharpens a page whose print is blurred; any other is given back as it is. In a blurred line the hook of `ổ` is read as the stroke of `ố`.
 */
export async function sharpen(image: GrayImage, dpi: number): Promise<GrayImage> {
  const edge = edgeWidth(image);
  if (edge === null || (edge * COMPARED_DPI) / dpi < BLURRED) return image;
  const { width, height } = image;
  const data = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .sharpen({ sigma: Math.min(MOST_SIGMA, edge * DEVIATION), ...STRENGTH })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
