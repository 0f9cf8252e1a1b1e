import type { GrayImage } from './gray.ts';

/** One for each place with ink on it, zero for paper, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  ink: Uint8Array;
}

/** Pixels a side of the squares that are turned at a time: both ways of looking at one stay in the processor's nearest memory. */
const SQUARE = 32;

/** Ink is what is darker than `paper`: one place for each square of `step` pixels a side, what is left over at the edges left out. */
export function inkBitmap({ width: across, height: down, data }: GrayImage, step: number, paper: number): Bitmap {
  const width = Math.floor(across / step);
  const height = Math.floor(down / step);
  const ink = new Uint8Array(width * height);
  if (step === 1) {
    for (let at = 0; at < ink.length; at++) if ((data[at] as number) < paper) ink[at] = 1;
    return { width, height, ink };
  }
  for (let y = 0; y < height * step; y++) {
    const base = Math.floor(y / step) * width;
    for (let column = 0, pixel = y * across; column < width; column++) {
      for (let x = 0; x < step; x++, pixel++) if ((data[pixel] as number) < paper) ink[base + column] = 1;
    }
  }
  return { width, height, ink };
}

/** Rows as columns. */
export function transposed({ width, height, ink }: Bitmap): Bitmap {
  const turned = new Uint8Array(ink.length);
  for (let top = 0; top < height; top += SQUARE) {
    const bottom = Math.min(height, top + SQUARE);
    for (let left = 0; left < width; left += SQUARE) {
      const right = Math.min(width, left + SQUARE);
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) turned[x * height + y] = ink[y * width + x] as number;
    }
  }
  return { width: height, height: width, ink: turned };
}
