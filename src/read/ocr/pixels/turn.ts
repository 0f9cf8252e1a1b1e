import { type Mapping, UNCHANGED } from './geometry.ts';
import { blank, type GrayImage } from './gray.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

/** A picture and the way back to the one it was made from. */
export interface Treated {
  image: GrayImage;
  back: Mapping;
}

/** Turns by quarters, clockwise. */
export function turnQuarter(image: GrayImage, turn: QuarterTurn): Treated {
  const { width, height, data } = image;
  if (turn === 0) return { image, back: UNCHANGED };
  const turned = turn === 180 ? blank(width, height) : blank(height, width);
  const target = turned.data;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const at = turn === 180 ? target.length - 1 - pixel : turn === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      target[at] = data[pixel] as number;
    }
  }
  if (turn === 180) return { image: turned, back: [-1, 0, width, 0, -1, height] };
  return { image: turned, back: turn === 90 ? [0, 1, 0, -1, 0, height] : [0, -1, width, 1, 0, 0] };
}

/** Straightens a picture whose lines are turned clockwise by `degrees`; what comes in from outside is white. Bilinear, same size. */
export function straighten(image: GrayImage, degrees: number): Treated {
  const { width, height, data } = image;
  if (degrees === 0) return { image, back: UNCHANGED };
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cx = width / 2;
  const cy = height / 2;
  const back: Mapping = [cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy];
  const straight = blank(width, height);
  const target = straight.data;
  // 16 bits behind the point: whole numbers are quicker than floating point here, and exact enough for 8-bit samples.
  const stepX = Math.round(cos * 65536);
  const stepY = Math.round(sin * 65536);
  for (let y = 0, pixel = 0; y < height; y++) {
    let sourceX = Math.round((back[0] * 0.5 + back[1] * (y + 0.5) + back[2] - 0.5) * 65536);
    let sourceY = Math.round((back[3] * 0.5 + back[4] * (y + 0.5) + back[5] - 0.5) * 65536);
    for (let x = 0; x < width; x++, pixel++, sourceX += stepX, sourceY += stepY) {
      const column = sourceX >> 16;
      const row = sourceY >> 16;
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) continue;
      const right = (sourceX & 0xffff) >> 8;
      const down = (sourceY & 0xffff) >> 8;
      const at = row * width + column;
      const upper = (data[at] as number) * (256 - right) + (data[at + 1] as number) * right;
      const lower = (data[at + width] as number) * (256 - right) + (data[at + width + 1] as number) * right;
      target[pixel] = (upper * (256 - down) + lower * down + 32768) >> 16;
    }
  }
  return { image: straight, back };
}
