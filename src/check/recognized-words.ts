import type { TextLayout } from '../model/layout.ts';
import { placeOf } from '../text/text-layout.ts';

/** True where a word of `[start, end)` was recognized in a picture; words of a text layer are certain. */
export function isRecognized(layout: TextLayout | null, start: number, end: number): boolean {
  return layout?.confidence != null && (placeOf(layout, start, end)?.confidence ?? 1) < 1;
}
