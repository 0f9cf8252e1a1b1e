import type { PageImage, PixelBox } from '../engine.ts';
import { clip } from './gray.ts';

export type Point = readonly [x: number, y: number];
/** Upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point];
/** Takes a point of a flat picture to where it was in the photograph: x' = (a·x + b·y + c) / (g·x + h·y + 1), y' = (d·x + e·y + f) / (g·x + h·y + 1). */
export type Projection = readonly [a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number];

/** The projection of a rectangle of a size, from 0, 0, onto four corners (P. Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.2). */
export function projectionOnto([p0, p1, p2, p3]: Corners, width: number, height: number): Projection {
  const [dx1, dy1] = [p1[0] - p2[0], p1[1] - p2[1]];
  const [dx2, dy2] = [p3[0] - p2[0], p3[1] - p2[1]];
  const [sx, sy] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return [
    (p1[0] - p0[0] + g * p1[0]) / width,
    (p3[0] - p0[0] + h * p3[0]) / height,
    p0[0],
    (p1[1] - p0[1] + g * p1[1]) / width,
    (p3[1] - p0[1] + h * p3[1]) / height,
    p0[1],
    g / width,
    h / height,
  ];
}

export function project([a, b, c, d, e, f, g, h]: Projection, [x, y]: Point): Point {
  const depth = g * x + h * y + 1;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

/** The upright box around where a box comes from, in whole pixels, inside the image. */
export function projectBox(projection: Projection, [left, top, right, bottom]: PixelBox, image: { width: number; height: number }): PixelBox {
  const [centre, middle] = [(left + right) / 2, (top + bottom) / 2];
  // Along its middle lines: the corners of a crooked box would reach into the lines above and below.
  const points = [project(projection, [left, middle]), project(projection, [right, middle]), project(projection, [centre, top]), project(projection, [centre, bottom])];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const area = clip({ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }, image);
  return [area.left, area.top, area.right, area.bottom];
}

/** The part of a picture that lies between four corners, flat, `width` by `height` pixels. Bilinear. */
export function flatten({ width: fullWidth, height: fullHeight, channels, data }: PageImage, projection: Projection, width: number, height: number): Uint8Array {
  const [a, b, c, d, e, f, g, h] = projection;
  const flat = new Uint8Array(width * height * channels);
  const row = fullWidth * channels;
  for (let y = 0, target = 0; y < height; y++) {
    const down = y + 0.5;
    for (let x = 0; x < width; x++) {
      const across = x + 0.5;
      const depth = g * across + h * down + 1;
      const sourceX = Math.min(fullWidth - 1.001, Math.max(0, (a * across + b * down + c) / depth - 0.5));
      const sourceY = Math.min(fullHeight - 1.001, Math.max(0, (d * across + e * down + f) / depth - 0.5));
      const [column, line] = [Math.floor(sourceX), Math.floor(sourceY)];
      const [right, below] = [sourceX - column, sourceY - line];
      for (let channel = 0, at = line * row + column * channels; channel < channels; channel++, at++, target++) {
        const upper = (data[at] as number) * (1 - right) + (data[at + channels] as number) * right;
        const lower = (data[at + row] as number) * (1 - right) + (data[at + row + channels] as number) * right;
        flat[target] = upper * (1 - below) + lower * below + 0.5;
      }
    }
  }
  return flat;
}
