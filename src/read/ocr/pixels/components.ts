import { type Area, clip, type GrayImage } from './gray.ts';

/** A connected piece of ink. */
export interface Component extends Area {
  /** Pixels of ink. */
  area: number;
  /** Pixels of ink with paper beside, above or below them. */
  edge: number;
}

/** The connected pieces of ink (eight neighbours) darker than `ink` inside an area, left to right. */
export function findComponents(image: GrayImage, within: Area, ink = 155): Component[] {
  const { left, top, right, bottom } = clip(within, image);
  const width = right - left;
  const height = bottom - top;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) dark[y * width + x] = (image.data[(top + y) * image.width + left + x] as number) < ink ? 1 : 0;
  }
  const found: Component[] = [];
  const seen = new Uint8Array(dark.length);
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || seen[start] === 1) continue;
    const piece: Component = { left: width, top: height, right: 0, bottom: 0, area: 0, edge: 0 };
    const stack = [start];
    seen[start] = 1;
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
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
            stack.push(next);
          }
        }
      }
      if (open) piece.edge++;
    }
    found.push({ ...piece, left: piece.left + left, right: piece.right + left, top: piece.top + top, bottom: piece.bottom + top });
  }
  return found.sort((a, b) => a.left - b.left);
}
