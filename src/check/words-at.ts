import type { Place } from '../resolve/digest.ts';

/** Where the given words stand on the line of an evidence, the nearest at or after it; the evidence itself where they do not. */
export function placeOfWords(text: string, words: string, { start, end }: { start: number; end: number }): Place {
  const from = text.lastIndexOf('\n', start) + 1;
  const stop = text.indexOf('\n', end);
  const line = text.slice(from, stop === -1 ? text.length : stop);
  const after = line.indexOf(words, start - from);
  const at = after === -1 ? line.indexOf(words) : after;
  return at === -1 ? [start, end] : [from + at, from + at + words.length];
}
