import type { Box } from '../../model/layout.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Glyph, PageContent } from './page-content.ts';

/** Areas that are looked at on a page: each is held against every letter before it. */
const MOST_AREAS = 2_000;
/** Where the body of a letter is, in type sizes above its base line. */
const BODY = [0.1, 0.45] as const;
/** An area that is thinner, in points, is a ruling: it covers no letter that can be read. */
const THINNEST = 2.5;
/** Corners of a rectangle may be off by this much, in points. */
const OFF = 0.5;

/** Codes of pdf.js in the numbers of a path: a corner of it is `MOVE` or `LINE` and two numbers. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** Where painting has an effect: everywhere (null), within a box, or nobody knows exactly. */
export type Clip = Box | 'unknown' | null;

/** What is painted of an area within a clip; null where that is not known. */
export function clipped(area: Box | null, clip: Clip): Box | null {
  if (area === null || clip === 'unknown') return null;
  if (clip === null) return area;
  return [Math.max(area[0], clip[0]), Math.max(area[1], clip[1]), Math.min(area[2], clip[2]), Math.min(area[3], clip[3])];
}

/** The clip that is left where one is set within another. */
export function narrowed(clip: Clip, area: Box | null): Clip {
  return clipped(area, clip) ?? 'unknown';
}

/** The upright rectangle that a path of pdf.js is; null where it is anything else. */
export function rectangleOf(data: ArrayLike<number> | null, transform: Matrix): Box | null {
  if (data === null || data.length < 12 || data.length > 17) return null;
  const corners: [number, number][] = [];
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] === CLOSE && at === data.length - 1) break;
    if (data[at] !== (at === 0 ? MOVE : LINE)) return null;
    corners.push(apply(transform, data[at + 1] as number, data[at + 2] as number));
  }
  const box = boundsOf(corners);
  const atCorner = ([x, y]: [number, number]) => Math.min(x - box[0], box[2] - x) < OFF && Math.min(y - box[1], box[3] - y) < OFF;
  const [first, , third] = corners;
  const across = first !== undefined && third !== undefined && Math.abs(first[0] - third[0]) > box[2] - box[0] - OFF && Math.abs(first[1] - third[1]) > box[3] - box[1] - OFF;
  return corners.every(atCorner) && across ? box : null;
}

/** The same for the box a form is drawn in. */
export function boxOfForm(bounds: ArrayLike<number>, transform: Matrix): Box | null {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
  return rectangleOf([MOVE, left, bottom, LINE, right, bottom, LINE, right, top, LINE, left, top, CLOSE], transform);
}

function boundsOf(points: readonly [number, number][]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Letters that an area was painted over cannot be seen: a correction, or something blacked out, by a program that leaves the text below. */
export class Covers {
  #areas = 0;

  paint(content: PageContent, area: Box | null): void {
    if (area === null || area[2] - area[0] < THINNEST || area[3] - area[1] < THINNEST || content.glyphs.length === 0 || this.#areas >= MOST_AREAS) return;
    this.#areas++;
    for (const glyph of content.glyphs) if (glyph.hidden === null && lies(glyph, area)) glyph.hidden = 'covered';
  }
}

function lies({ x, y, endX, endY, size }: Glyph, [left, top, right, bottom]: Box): boolean {
  const [middleX, middleY] = [(x + endX) / 2, (y + endY) / 2];
  if (middleX + size < left || middleX - size > right || middleY + size < top || middleY - size > bottom) return false;
  const length = Math.hypot(endX - x, endY - y);
  const [upX, upY] = length > 0 ? [((endY - y) / length) * size, (-(endX - x) / length) * size] : [0, -size];
  return BODY.every((share) => {
    const [atX, atY] = [middleX + upX * share, middleY + upY * share];
    return atX > left && atX < right && atY > top && atY < bottom;
  });
}
