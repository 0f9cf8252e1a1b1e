import { type Area, blank, clip, crop, type GrayImage, paste, WHITE } from '../pixels/gray.ts';
import type { ReadLine } from '../readers/reader.ts';

/** One picture with several areas of a page below each other, and where each of them went. */
export interface Stack {
  image: GrayImage;
  places: { area: Area; top: number; bottom: number }[];
}

const INK = 160;
/** Inches of white around and between areas. */
const SPACE = 0.12;
/** A picture this many inches high is read in one go; the engine's work grows with the text, its care for layout with the page. */
const MAX_HEIGHT = 30;

/** Fewer dark pixels are specks. */
const LEAST_INK = 6;

/** Whether there is more on a picture than specks. */
export function hasInk({ data }: GrayImage): boolean {
  let count = 0;
  for (let at = 0; at < data.length; at++) if ((data[at] as number) < INK && ++count === LEAST_INK) return true;
  return false;
}

/** The smallest area that holds all ink of `area`; null where it is empty but for specks. */
export function inkedArea(image: GrayImage, area: Area, minInk = LEAST_INK): Area | null {
  const { left, top, right, bottom } = clip(area, image);
  let [x0, y0, x1, y1, count] = [right, bottom, left, top, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left, pixel = y * image.width + left; x < right; x++, pixel++) {
      if ((image.data[pixel] as number) >= INK) continue;
      count++;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return count < minInk ? null : { left: x0, top: y0, right: x1, bottom: y1 };
}

/** Stacks areas of a page into as few pictures as their height allows: many small reads cost far more than one. */
export function stackAreas(page: GrayImage, areas: readonly Area[], dpi: number): Stack[] {
  const space = Math.round(SPACE * dpi);
  const stacks: Area[][] = [[]];
  let height = space;
  for (const area of areas) {
    const own = area.bottom - area.top + space;
    if (height + own > MAX_HEIGHT * dpi && height > space) {
      stacks.push([]);
      height = space;
    }
    stacks.at(-1)?.push(area);
    height += own;
  }
  return stacks
    .filter((stack) => stack.length > 0)
    .map((stack) => {
      const width = Math.max(...stack.map(({ left, right }) => right - left)) + 2 * space;
      const image = blank(
        width,
        stack.reduce((sum, { top, bottom }) => sum + bottom - top + space, space),
      );
      let y = space;
      const places = stack.map((area) => {
        paste(image, onWhite(crop(page, area)), space, y);
        const place = { area, top: y, bottom: y + area.bottom - area.top };
        y = place.bottom + space;
        return place;
      });
      return { image, places };
    });
}

/** Lighter pixels are the grain of the paper. */
const PAPER = 205;

/** A picture without the grain of its paper, which engines take for strokes where short lines stand on pure white. */
export function onWhite(part: GrayImage): GrayImage {
  return { ...part, data: part.data.map((value) => (value > PAPER ? WHITE : value)) };
}

/** Gives the lines read from a stack back to their areas, in the page's pixels; a line belongs where its middle lies. */
export function unstack({ places, image }: Stack, lines: readonly ReadLine[]): Map<Area, ReadLine[]> {
  const found = new Map<Area, ReadLine[]>(places.map(({ area }) => [area, []]));
  const space = places[0]?.top ?? 0;
  for (const line of lines) {
    const middle = line.words.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0) / line.words.length;
    const place = places.find(({ bottom }, index) => middle < (places[index + 1] ? (bottom + (places[index + 1]?.top ?? 0)) / 2 : image.height));
    if (!place) continue;
    const dx = place.area.left - space;
    const dy = place.area.top - place.top;
    const words = line.words.map((word) => ({ ...word, left: word.left + dx, right: word.right + dx, top: word.top + dy, bottom: word.bottom + dy }));
    found.get(place.area)?.push({ ...line, words });
  }
  return found;
}

/** A cell without its rulings: `margin` pixels less on each side. */
export function inside(cell: Area, margin: number): Area {
  return { left: cell.left + margin, top: cell.top + margin, right: cell.right - margin, bottom: cell.bottom - margin };
}
