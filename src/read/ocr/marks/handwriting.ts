import type { Row } from '../layout/rows.ts';
import { type Component, findComponents } from '../pixels/components.ts';
import type { GrayImage } from '../pixels/gray.ts';
import type { ReadWord } from '../readers/reader.ts';
import type { FilledPlace } from './filled-places.ts';

/** Printed figures of one face are equally high to within a tenth, stand on one line, and have strokes of one width. */
const HEIGHT_RANGE = [0.88, 1.07] as const;
const BASELINE_DRIFT = 0.13;
const STROKE_RANGE = [0.72, 1.32] as const;
/** Widest printed figure, in heights; two figures that touch are no print. */
const MAX_WIDTH = 0.82;
/** Lower pieces are accents, dots and specks. */
const TALL = 0.6;
/** Words all of whose letters are as high as figures, and no descenders: "2024", "/CT-UBND". */
const FULL_HEIGHT = /^[\d\p{Lu}/⁄–-]{2,30}$/u;
/** The slash behind a number is cut from its word by counting letters: it may begin this far, in heights, before the cut. */
const SLASH_REACH = 0.6;
/** A slash is as thin as the thin strokes of the letters. */
const SLASH_STROKE = 0.85;
/** How far above and below the row a pen goes, in heights. */
const REACH = 0.5;

/** What the ink in a filled-in place is. */
export interface PlaceInk {
  kind: 'blank' | 'print' | 'handwriting';
  /** The pieces of ink that fill it. */
  pieces: Component[];
}

/**
 * Tells handwriting from print in a place by comparing its ink with the printed letters and figures of the same row: their height, line
 * and strokes. Print that misses all by a little is called handwriting: a doubtful number is better than a wrong one.
 */
export function judgeInk(image: GrayImage, place: FilledPlace, row: Row): PlaceInk {
  const words = [...place.before, ...place.behind];
  const exact = words.filter(({ text }) => FULL_HEIGHT.test(text)).flatMap((word) => modelsIn(image, word));
  const models = exact.length > 0 ? exact : ascendersIn(image, words);
  const height = median(models.map(({ top, bottom }) => bottom - top));
  if (height === 0) return { kind: 'blank', pieces: [] };
  const reach = REACH * height;
  const around = { left: place.area.left, right: place.area.right, top: row.top - reach, bottom: row.bottom + reach };
  const middle = (place.area.top + place.area.bottom) / 2;
  const filled = findComponents(image, around).filter(({ top, bottom }) => bottom - top >= TALL * height && top < middle && bottom > middle);
  const last = filled.at(-1);
  if (last && last.right > place.area.right - SLASH_REACH * height && isSlash(last, models)) filled.pop();
  if (filled.length === 0) return { kind: 'blank', pieces: [] };
  return { kind: filled.every((piece) => isPrint(piece, models, height)) ? 'print' : 'handwriting', pieces: filled };
}

/** The figures and capitals of a printed word, without what is cut off, runs together or hangs below. */
function modelsIn(image: GrayImage, word: ReadWord): Component[] {
  const pieces = findComponents(image, word).filter(({ top, bottom, left, right }) => bottom - top >= TALL * (word.bottom - word.top) && right - left < 2 * (bottom - top));
  const height = median(pieces.map(({ top, bottom }) => bottom - top));
  return pieces.filter(({ top, bottom }) => between(bottom - top, height, HEIGHT_RANGE));
}

/** Where the year is not read: letters that rise as high as figures ("tháng", "Hà"), told by standing on the line most letters stand on. */
function ascendersIn(image: GrayImage, words: readonly ReadWord[]): Component[] {
  const pieces = words.flatMap((word) => findComponents(image, word)).filter(({ top, bottom }) => bottom - top > 8);
  const baseline = median(pieces.map(({ bottom }) => bottom));
  const standing = pieces.filter(({ top, bottom }) => Math.abs(bottom - baseline) <= 0.15 * (bottom - top));
  const tallest = Math.max(0, ...standing.map(({ top, bottom }) => bottom - top));
  return standing.filter(({ top, bottom }) => bottom - top >= 0.85 * tallest);
}

function between(value: number, reference: number, [low, high]: readonly [number, number]): boolean {
  return value >= low * reference && value <= high * reference;
}

function stroke({ area, edge }: Component): number {
  return area / edge;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function isSlash(piece: Component, models: readonly Component[]): boolean {
  return stroke(piece) < SLASH_STROKE * median(models.map(stroke)) && piece.right - piece.left < 0.6 * (piece.bottom - piece.top);
}

function isPrint(piece: Component, print: readonly Component[], height: number): boolean {
  // A row that is not quite straight, or bent: the letters nearby tell where the line runs here.
  const near = [...print].sort((a, b) => Math.abs(a.left - piece.left) - Math.abs(b.left - piece.left)).slice(0, 5);
  const baseline = median(near.map(({ bottom }) => bottom));
  return (
    between(piece.bottom - piece.top, height, HEIGHT_RANGE) &&
    Math.abs(piece.bottom - baseline) <= BASELINE_DRIFT * height + 1 &&
    between(stroke(piece), median(near.map(stroke)), STROKE_RANGE) &&
    piece.right - piece.left <= MAX_WIDTH * height
  );
}
