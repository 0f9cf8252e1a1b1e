import { privateByte, signOf } from '../symbol-fonts.ts';
import type { PdfFont } from './page-content.ts';

/** The glyph of a text operator of pdf.js; a bare number moves the pen. */
export interface PdfGlyph {
  unicode: string;
  originalCharCode: number;
  width: number;
  isSpace: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a character map gives for letters it knows nothing of
const MEANINGLESS = /^[\0-\x08\x0e-\x1f\ufffd]+$/;
/** Private signs, one for each of so many codes. */
const FIRST_SIGN = 0xe000;
const SIGNS = 0x1000;
/** Codes of fonts with larger numbers are those of their pictures. */
const LAST_BYTE = 0xff;

/**
 * What a glyph stands for: in a font of symbols the sign it draws ("\uf0b7", "§" of Wingdings → "•"). A letter that the font's map gives no
 * meaning ("\0") gets a private sign, by which it is told from other such letters.
 */
export function glyphText({ unicode, originalCharCode }: PdfGlyph, { signs }: PdfFont): string {
  if (signs !== null) {
    const byte = privateByte(unicode);
    if (byte !== -1) return signOf(byte, signs);
    // The map of a font of ornaments gives letters; that of Symbol gives its signs, that of an old encoding its bytes.
    if (signs === 'ornaments' && unicode.trim() !== '') return signOf(originalCharCode <= LAST_BYTE ? originalCharCode : 0, signs);
  }
  return MEANINGLESS.test(unicode) ? String.fromCharCode(FIRST_SIGN + (originalCharCode % SIGNS)) : unicode;
}
