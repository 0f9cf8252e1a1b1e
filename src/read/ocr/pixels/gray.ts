/** One sample a pixel, 0 black to 255 white, row by row. */
export interface GrayImage {
  width: number;
  height: number;
  data: Uint8Array;
}

export const WHITE = 255;

export function blank(width: number, height: number): GrayImage {
  return { width, height, data: new Uint8Array(width * height).fill(WHITE) };
}

/** Whole pixels, right and bottom exclusive. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part of `area` that lies inside the image, in whole pixels. */
export function clip(area: Area, image: { width: number; height: number }): Area {
  const left = Math.min(image.width, Math.max(0, Math.floor(area.left)));
  const top = Math.min(image.height, Math.max(0, Math.floor(area.top)));
  const right = Math.max(left, Math.min(image.width, Math.ceil(area.right)));
  const bottom = Math.max(top, Math.min(image.height, Math.ceil(area.bottom)));
  return { left, top, right, bottom };
}

export function crop(image: GrayImage, area: Area): GrayImage {
  const { left, top, right, bottom } = clip(area, image);
  const width = right - left;
  const height = bottom - top;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) data.set(image.data.subarray((top + y) * image.width + left, (top + y) * image.width + right), y * width);
  return { width, height, data };
}

/** Copies `part` into `image` at `left`, `top`; what would lie outside is left out. */
export function paste(image: GrayImage, part: GrayImage, left: number, top: number): void {
  const width = Math.min(part.width, image.width - left);
  for (let y = 0; y < part.height && top + y < image.height; y++) {
    image.data.set(part.data.subarray(y * part.width, y * part.width + width), (top + y) * image.width + left);
  }
}

/** Paints an area white. */
export function erase(image: GrayImage, area: Area): void {
  const { left, top, right, bottom } = clip(area, image);
  for (let y = top; y < bottom; y++) image.data.fill(WHITE, y * image.width + left, y * image.width + right);
}
