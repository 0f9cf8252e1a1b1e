import type { ExtractedDocument } from '../model/document.ts';
import type { Division } from '../model/tree.ts';
import { divisionsOf } from '../model/tree-walk.ts';
import { isRecognized } from './recognized-words.ts';

/** True where a label stands at the start of a line all the same: the point `2. 100% trạm y tế …` may have been read as text. */
export function standsBetween(label: number | string, text: string): boolean {
  return [`\n${label}.`, `\n${label})`, `\n${label}/`].some((start) => text.includes(start));
}

/**
 * True where a label that seems to be missing between two points of a picture was probably misread: `€)` for `c)`, `e)` for `c)` behind `b)`,
 * or none read at all. So it is where several seem to be missing, or where a line without a label stands between the two.
 */
export function mayBeMisread({ text, layout }: Pick<ExtractedDocument, 'text' | 'layout'>, elder: Division, younger: Division, missing: number): boolean {
  const [start, end] = [elder.position.start.offset, younger.position.start.offset];
  if (!isRecognized(layout, start, end + 1)) return false;
  if (missing > 1) return true;
  const between = text.slice(start, end);
  const lines = between.split('\n').filter((line) => line.trim() !== '').length;
  return lines > 1 + [...divisionsOf(elder)].length;
}
