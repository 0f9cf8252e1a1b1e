import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { textOf } from './columns.ts';
import { linesOf } from './lines.ts';
import type { Word } from './words.ts';

/** What an annotation's words are: written into the document, or a mark on top of it. */
export type AnnotationRole = 'text' | 'signature' | 'stamp';

/** A signature field that prints no more than this may be a blank of the letterhead being filled: "1178", "09". */
const LONGEST_FILLING = 24;
const FILLING = /^[\d\p{Lu}][\p{L}\d\s./-]*$/u;

/**
 * Tells what the annotations that print words on a page are. Signing programs fill number and day into the letterhead as form
 * fields, some of them as signature fields of their own; the stamp of the signature itself ("Ký bởi: … Thời gian ký: …") is one too.
 */
export async function annotationRoles(page: PDFPageProxy, words: readonly Word[]): Promise<Map<string, AnnotationRole>> {
  const roles = new Map<string, AnnotationRole>();
  if (words.every((word) => word.annotation === null)) return roles;
  const annotations = (await page.getAnnotations({ intent: 'display' })) as { id: string; subtype?: string; fieldType?: string | null }[];
  for (const { id, subtype, fieldType } of annotations) {
    const own = words.filter((word) => word.annotation === id);
    if (own.length === 0) continue;
    const text = linesOf(own).map(textOf).join(' ');
    if (subtype === 'Stamp') roles.set(id, 'stamp');
    else if (fieldType !== 'Sig') roles.set(id, 'text');
    else roles.set(id, text.length <= LONGEST_FILLING && /\d/.test(text) && FILLING.test(text) && linesOf(own).length === 1 ? 'text' : 'signature');
  }
  return roles;
}
