import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { signFontOf } from '../symbol-fonts.ts';
import type { PdfFont } from './page-content.ts';

/** A font that the file does not tell of. */
export const UNKNOWN_FONT: PdfFont = { name: '', bold: false, italic: false, ascent: 0.9, descent: -0.22, signs: null };

/** A font of a page, and how many type sizes a unit of its widths is. */
export function readFont(page: PDFPageProxy, id: string): { font: PdfFont; scale: number } {
  const data = page.commonObjs.has(id)
    ? (page.commonObjs.get(id) as { name?: string; bold?: boolean; black?: boolean; italic?: boolean; ascent?: number; descent?: number; fontMatrix?: number[] })
    : {};
  const name = (data.name ?? '').replace(/^[A-Z]{6}\+/, '');
  const style = name.toLowerCase();
  const ascent = data.ascent && data.ascent > 0.3 && data.ascent < 1.5 ? data.ascent : UNKNOWN_FONT.ascent;
  const descent = data.descent && data.descent < 0 && data.descent > -0.8 ? data.descent : UNKNOWN_FONT.descent;
  return {
    font: {
      name,
      bold: data.bold === true || data.black === true || /bold|black|heavy|[-,_ ]bd\b/.test(style),
      italic: data.italic === true || /italic|oblique/.test(style),
      ascent,
      descent,
      signs: signFontOf(name),
    },
    scale: data.fontMatrix?.[0] || 0.001,
  };
}
