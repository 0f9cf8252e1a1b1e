import { encodingOfFont } from './legacy/recognize.ts';
import { fromWindows1252 } from './legacy/windows-1252.ts';

/** What a font draws instead of the letters its codes stand for: signs of Symbol, ornaments of Wingdings and the like, letters of an old encoding. */
export type SignFont = 'symbol' | 'ornaments' | 'legacy';

const SYMBOL = /^symbol/i;
const ORNAMENTS = /^(?:wingdings|webdings|opensymbol|starsymbol|zapfdingbats|itczapfdingbats|monotypesorts|marlett)/i;
/** Where fonts of symbols have their 256 codes in Unicode. */
const PRIVATE_USE = 0xf000;
const BULLET = '•';

/** Characters of the font "Symbol", by their byte, that documents use for signs of comparison and the like. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x2d, '−'],
  [0xa3, '≤'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, BULLET],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xde, '⇒'],
]);
/** Wingdings: what Word puts for "<--" and "-->", and its heavier arrows. */
const ARROWS: ReadonlyMap<number, string> = new Map([
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe7, '←'],
  [0xe8, '→'],
  [0xef, '⇐'],
  [0xf0, '⇒'],
]);

/** What a font draws, by its name; null for fonts of letters. */
export function signFontOf(name: string): SignFont | null {
  const plain = name.replace(/[ _-]/g, '');
  if (SYMBOL.test(plain)) return 'symbol';
  if (ORNAMENTS.test(plain)) return 'ornaments';
  return encodingOfFont(name) ? 'legacy' : null;
}

/** What a code (a byte, or that byte in the private use area) of such a font is drawn as. An ornament is a bullet. */
export function signOf(code: number, font: SignFont): string {
  const byte = code >= PRIVATE_USE ? code - PRIVATE_USE : code;
  if (font === 'legacy') return fromWindows1252(Uint8Array.of(byte));
  if (font === 'symbol') return SYMBOLS.get(byte) ?? (byte < 0x7f ? String.fromCharCode(byte) : BULLET);
  return ARROWS.get(byte) ?? BULLET;
}

/** The byte of a character in the private use area that fonts of symbols have, or -1. */
export function privateByte(char: string): number {
  const byte = char.charCodeAt(0) - PRIVATE_USE;
  return byte >= 0x20 && byte <= 0xff ? byte : -1;
}
