import { displayWidth } from '../display-width.ts';
import { printable } from '../locale.ts';

/** A line of a document with words marked in it, ready for a terminal. */
export interface QuotedLine {
  before: string;
  words: string;
  after: string;
  /** Columns before the words, and those the words take: where the carets go. */
  indent: number;
  width: number;
}

const ELLIPSIS = '…';
const CHARACTERS = new Intl.Segmenter('vi');
/** Of a line without end so much is looked at: a character takes one column or two, and marks above a letter none. */
const UNITS_PER_COLUMN = 8;

/**
 * The logical line of `text` in which `[start, end)` begins, cut around these words to `width` columns. Words that go on in further
 * lines end with an ellipsis, and so does what is cut. Tabs become blanks; what would control the terminal is written out.
 */
export function quotedLine(text: string, start: number, end: number, width: number): QuotedLine {
  const blanks = /^\s*/.exec(text.slice(start, Math.min(end, start + width)))?.[0].length ?? 0;
  const from = start + blanks < end ? start + blanks : start;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', from);
  const lineEnd = next === -1 ? text.length : next;
  const to = Math.min(end, lineEnd);
  const reach = width * UNITS_PER_COLUMN;
  const goesOn = /\S/.test(text.slice(to, Math.min(end, to + reach)));
  const words = head(shown(text.slice(from, Math.min(to, from + reach))) + (goesOn ? ELLIPSIS : ''), width);
  const room = width - displayWidth(words);
  const before = shown(text.slice(Math.max(lineStart, from - reach), from)).trimStart();
  const after = goesOn ? '' : shown(text.slice(to, Math.min(lineEnd, to + reach))).trimEnd();
  // What one side does not need, the other may have.
  const ahead = tail(before, Math.max(Math.floor(room / 2), room - displayWidth(after)));
  const indent = displayWidth(ahead);
  return { before: ahead, words, after: head(after, room - indent), indent, width: Math.max(1, displayWidth(words)) };
}

function shown(text: string): string {
  return printable(text.replace(/\t/g, ' '));
}

/** The beginning of a text in so many columns. */
function head(text: string, width: number): string {
  return cut(
    text,
    width,
    (characters) => characters,
    (kept) => kept.join('').trimEnd() + ELLIPSIS,
  );
}

/** The end of a text in so many columns. */
function tail(text: string, width: number): string {
  return cut(
    text,
    width,
    (characters) => characters.reverse(),
    (kept) => ELLIPSIS + kept.reverse().join('').trimStart(),
  );
}

function cut(text: string, width: number, ordered: (characters: string[]) => string[], joined: (kept: string[]) => string): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  const kept: string[] = [];
  let taken = displayWidth(ELLIPSIS);
  for (const character of ordered(Array.from(CHARACTERS.segment(text), ({ segment }) => segment))) {
    taken += displayWidth(character);
    if (taken > width) break;
    kept.push(character);
  }
  return joined(kept);
}
