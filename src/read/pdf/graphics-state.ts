import type { Clip } from './covered.ts';
import type { Matrix } from './matrix.ts';
import type { Hiding, PdfFont } from './page-content.ts';

/** What of the graphics state matters to where text stands and whether it is seen. */
export interface GraphicsState {
  transform: Matrix;
  font: PdfFont | null;
  /** Type sizes in a unit of the font's widths. */
  fontScale: number;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
  fillLight: boolean;
  fillClear: boolean;
  /** One colour, and nothing below shows through it. */
  fillSolid: boolean;
  /** All of its alpha, blending and masking leaves as it is. */
  plain: { alpha: boolean; blending: boolean; mask: boolean };
  clip: Clip;
}

/** Text smaller than this cannot be read by anyone. */
const SMALLEST_TYPE = 1.5;
const INVISIBLE_MODES = new Set([3, 7]);

/** The state a page begins with. */
export function initialState(transform: Matrix): GraphicsState {
  return {
    transform,
    font: null,
    fontScale: 0.001,
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fillLight: false,
    fillClear: false,
    fillSolid: true,
    plain: { alpha: true, blending: true, mask: true },
    clip: null,
  };
}

/** An entry of a dictionary of graphics parameters, fonts apart. */
export function setParameter(state: GraphicsState, key: string, value: unknown): void {
  if (key === 'ca') {
    state.fillClear = value === 0;
    state.plain = { ...state.plain, alpha: value === 1 };
  } else if (key === 'BM') state.plain = { ...state.plain, blending: value === 'source-over' };
  else if (key === 'SMask') state.plain = { ...state.plain, mask: value === false };
}

/** Fills with `#rrggbb` from now on. */
export function fillWith(state: GraphicsState, colour: string): void {
  state.fillLight = isLight(colour);
  state.fillSolid = true;
}

/** Nothing shows through what is filled. */
export function isOpaque({ fillSolid, plain }: GraphicsState): boolean {
  return fillSolid && plain.alpha && plain.blending && plain.mask;
}

/** Why text of a type size is not to be seen; null where it is. */
export function hiding(state: GraphicsState, size: number): Hiding | null {
  if (INVISIBLE_MODES.has(state.mode) || state.fillClear) return 'invisible';
  if (size < SMALLEST_TYPE) return 'tiny';
  return state.fillLight && state.mode === 0 ? 'white' : null;
}

/** `#rrggbb` so light that it cannot be told from paper. */
function isLight(colour: string): boolean {
  const value = Number.parseInt(colour.slice(1), 16);
  return value >> 16 > 245 && ((value >> 8) & 255) > 245 && (value & 255) > 245;
}
