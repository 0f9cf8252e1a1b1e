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

/** Lines of one task lie so near to each other, in characters. */
const NEAR = 600;

/** Where the words of a deadline stand: on the line of the agency, else on the next line below or above that has them; the evidence itself where none is near. */
export function placeOfDeadline(text: string, words: string, evidence: { start: number; end: number }): Place {
  const [start, end] = placeOfWords(text, words, evidence);
  if (text.slice(start, end) === words) return [start, end];
  const below = text.slice(evidence.end, evidence.end + NEAR).indexOf(words);
  if (below !== -1) return [evidence.end + below, evidence.end + below + words.length];
  const from = Math.max(0, evidence.start - NEAR);
  const above = text.slice(from, evidence.start).lastIndexOf(words);
  return above === -1 ? [start, end] : [from + above, from + above + words.length];
}
