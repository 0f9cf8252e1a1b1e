import { type Area, clip, type GrayImage, WHITE } from './gray.ts';

/** A connected piece of ink. */
export interface Component extends Area {
  /** Pixels of ink. */
  area: number;
  /** Pixels of ink with paper beside, above or below them. */
  edge: number;
}

/** Darker pixels are ink. */
const INK = 155;

/** The connected pieces of ink (eight neighbours) darker than `ink` inside an area, left to right. */
export function findComponents(image: GrayImage, within: Area, ink = INK): Component[] {
  const found: Component[] = [];
  eachComponent(image, within, ink, (piece) => found.push(piece));
  return found.sort((a, b) => a.left - b.left);
}

/** The image without those of its connected pieces that `isUnwanted` says so of. */
export function withoutComponents(image: GrayImage, isUnwanted: (piece: Component) => boolean): GrayImage {
  const data = Uint8Array.from(image.data);
  eachComponent(image, { left: 0, top: 0, right: image.width, bottom: image.height }, INK, (piece, pixels) => {
    if (isUnwanted(piece)) for (const pixel of pixels) data[pixel] = WHITE;
  });
  return { ...image, data };
}

/** Visits each piece with the pixels it is made of, counted within the area. */
function eachComponent(image: GrayImage, within: Area, ink: number, visit: (piece: Component, pixels: readonly number[]) => void): void {
  const { left, top, right, bottom } = clip(within, image);
  const width = right - left;
  const height = bottom - top;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) dark[y * width + x] = (image.data[(top + y) * image.width + left + x] as number) < ink ? 1 : 0;
  }
  const seen = new Uint8Array(dark.length);
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || seen[start] === 1) continue;
    const piece: Component = { left: width, top: height, right: 0, bottom: 0, area: 0, edge: 0 };
    const members = [start];
    seen[start] = 1;
    // Members found are visited in turn while more are found.
    for (let at = 0; at < members.length; at++) {
      const pixel = members[at] as number;
      const x = pixel % width;
      const y = (pixel - x) / width;
      piece.area++;
      piece.left = Math.min(piece.left, x);
      piece.right = Math.max(piece.right, x + 1);
      piece.top = Math.min(piece.top, y);
      piece.bottom = Math.max(piece.bottom, y + 1);
      let open = false;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nextX = x + dx;
          const nextY = y + dy;
          const next = nextY * width + nextX;
          if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height || dark[next] === 0) {
            open ||= dx === 0 || dy === 0;
            continue;
          }
          if (seen[next] === 0) {
            seen[next] = 1;
            members.push(next);
          }
        }
      }
      if (open) piece.edge++;
    }
    visit({ ...piece, left: piece.left + left, right: piece.right + left, top: piece.top + top, bottom: piece.bottom + top }, members);
  }
}
