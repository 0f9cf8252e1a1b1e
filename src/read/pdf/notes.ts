import { median } from './geometry.ts';
import type { TextLine } from './lines.ts';
import type { Ruling } from './page-content.ts';

/** The line above the notes is this much of the page's width. */
const SHORTEST = 0.08;
const LONGEST = 0.45;
/** It stands below this share of the page's height. */
const LOWER_PART = 0.35;
/** The first note begins at most this many type sizes below the line, and to the right of its left end. */
const BELOW = 2;
const INDENT = 4;
/** Notes are set in type of at most this share of the text's. */
const SMALLER = 0.95;
const MARK = /^\d{1,3}$/;

/**
 * Notes at the foot of a page stand below a short line, in smaller type. Where their marks are set like their words ("1 Sau đây gọi là …", as some
 * programs do), they become raised marks like those in the text.
 */
export function markNotes(lines: readonly TextLine[], rulings: readonly Ruling[], width: number, height: number): TextLine[] {
  const separator = rulings.find((ruling) => isShort(ruling, width) && ruling.at > height * LOWER_PART && startsNotes(ruling, lines));
  if (!separator) return [...lines];
  let last: number | null = null;
  return lines.map((line) => {
    const [mark, ...words] = line.words;
    if (line.baseline < separator.at || !mark || mark.raised || words.length === 0 || !MARK.test(mark.text)) return line;
    const number = Number(mark.text);
    // A year or a count that begins a line of a note is none.
    if (last !== null && number !== last + 1) return line;
    last = number;
    return { ...line, words: [{ ...mark, raised: true }, ...words] };
  });
}

function isShort({ level, from, to }: Ruling, width: number): boolean {
  return level && to - from > width * SHORTEST && to - from < width * LONGEST;
}

function startsNotes({ at, from }: Ruling, lines: readonly TextLine[]): boolean {
  const below = lines.filter((line) => line.baseline > at);
  const [first] = below;
  if (!first || below.length === lines.length || !MARK.test(first.words[0]?.text ?? '') || first.words.length < 2) return false;
  const size = median(
    lines.filter((line) => line.baseline < at).map((line) => line.size),
    0,
  );
  return first.size < size * SMALLER && first.box[1] - at < BELOW * first.size && Math.abs(first.box[0] - from) < INDENT * first.size;
}
