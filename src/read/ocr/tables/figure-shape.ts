import { type Component, findComponents } from '../pixels/components.ts';
import type { Area, GrayImage } from '../pixels/gray.ts';

/**
 * The pieces of ink of a figure, left to right, one letter each: `T` a digit, `N` a narrow one (`1`), `W` what is wider than a digit (`%`, digits that
 * touch), `,` `.` marks at the foot, `m` one of these, `-` a dash, `o` anything else.
 */
export type FigureShape = string;

/** Of the height of the digits. */
const TALL = 0.62;
const WIDE = 0.9;
const NARROW = 0.57;
const MARK = 0.42;
const SPECK = 0.1;
/** A comma hangs below the line on which a full stop stands. */
const HANGS = 0.12;
const STANDS = 0.06;

/** The shape of what stands on one line in `area`; null where nothing does. */
export function figureShape(print: GrayImage, area: Area): FigureShape | null {
  const pieces = findComponents(print, area);
  const height = Math.max(0, ...pieces.map(({ top, bottom }) => bottom - top));
  const glyphs = joined(pieces.filter((piece) => piece.area > Math.max(1, (SPECK * height) ** 2)));
  const feet = glyphs.filter((glyph) => glyph.bottom - glyph.top >= TALL * height).map(({ bottom }) => bottom);
  if (feet.length === 0) return null;
  const foot = feet.sort((a, b) => a - b)[feet.length >> 1] as number;
  return glyphs.map((glyph) => kindOf(glyph, height, foot)).join('');
}

/** Pieces above one another are one sign: a broken digit, `≥`, `%`. */
function joined(pieces: readonly Component[]): Area[] {
  const glyphs: Area[] = [];
  for (const { left, right, top, bottom } of pieces) {
    const last = glyphs.at(-1);
    if (last && Math.min(last.right, right) - left > 0.5 * Math.min(last.right - last.left, right - left)) {
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else glyphs.push({ left, right, top, bottom });
  }
  return glyphs;
}

function kindOf({ left, right, top, bottom }: Area, height: number, foot: number): string {
  const wide = (right - left) / height;
  const high = (bottom - top) / height;
  if (high >= TALL) return wide > WIDE ? 'W' : wide < NARROW ? 'N' : 'T';
  if (high > MARK || wide > WIDE) return 'o';
  const below = (bottom - foot) / height;
  if (wide > 1.4 * high && below < -HANGS) return '-';
  if (top < foot - MARK * height || wide > MARK || below < -HANGS) return 'o';
  return below > HANGS ? ',' : Math.abs(below) < STANDS && high < 0.24 ? '.' : 'm';
}

const MARKS = /[,.]/;
const SIGN = /[≥≤><~]/;
const DIGIT = /\d/;
/** What engines make of marks between digits besides these. */
const STRAY = /["'’⁄/\s]/g;
/** Rings and stroke of `%`, which hang together or not. */
const PER_CENT = /o[WTN]o?$/;
const ONES = /1+/g;

/**
 * `text` with the marks of `shape` between its digits, and the ones that engines leave out of "11": they lose the comma of "74,3" and are sure of it.
 * Null where text and shape do not go together or the shape does not tell.
 */
export function fitted(text: string, shape: FigureShape): string | null {
  const own = text.replace(STRAY, '');
  const bare = [...own].filter((sign) => !MARKS.test(sign)).join('');
  const signs = own.endsWith('%') ? shape.replace(PER_CENT, 'W') : shape;
  const glyphs = signs.replace(/[,.m]/g, '');
  const core = bare.length < glyphs.length ? withLostOnes(bare, glyphs) : bare;
  if (core === null || core.length !== glyphs.length) return null;
  for (let at = 0; at < core.length; at++) if (!goesWith(core[at] as string, glyphs[at] as string)) return null;
  let result = '';
  let next = 0;
  for (const glyph of signs) {
    if (glyph === ',' || glyph === '.') result += glyph;
    else if (glyph === 'm') {
      const mark = core === bare ? markAfter(own, next) : null;
      if (mark === null) return null;
      result += mark;
    } else result += core[next++];
  }
  return result;
}

function goesWith(sign: string, glyph: string): boolean {
  if (DIGIT.test(sign)) return glyph === 'T' || glyph === 'N';
  if (SIGN.test(sign)) return glyph !== '-';
  if (sign === '%') return glyph === 'W';
  return (sign === '-' || sign === '–') && glyph === '-';
}

/** The mark that stands behind the first `count` other signs of a text. */
function markAfter(text: string, count: number): string | null {
  let seen = 0;
  for (const sign of text) {
    if (MARKS.test(sign)) {
      if (seen === count) return sign;
    } else seen++;
  }
  return null;
}

/** `bare` with a run of ones made longer where narrow digits too many stand; null where none or more than one run may be meant. */
function withLostOnes(bare: string, glyphs: string): string | null {
  const lost = glyphs.length - bare.length;
  const ways = [...bare.matchAll(ONES)].flatMap(({ 0: run, index }) => {
    const length = run.length + lost;
    const longer = bare.slice(0, index) + '1'.repeat(length) + bare.slice(index + run.length);
    return glyphs.slice(index, index + length) === 'N'.repeat(length) ? [longer] : [];
  });
  return ways.length === 1 ? (ways[0] as string) : null;
}
