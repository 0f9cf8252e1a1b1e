import { isLetterAt } from '../text/word-chars.ts';

/** One or two syllables that stand twice in a row, a blank between: `[start, end)` of both. */
export interface Repeated {
  start: number;
  end: number;
  syllables: 1 | 2;
}

/** What is repeated in a text, in order; one pass. */
export function* repeatedWords(text: string): Generator<Repeated> {
  let before = -1;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (isLetterAt(text, at)) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    const blank = text[at] === ' ';
    if (blank && comesAgain(text, start, at)) yield { start, end: at + 1 + at - start, syllables: 1 };
    if (blank && before >= 0 && comesAgain(text, before, at)) yield { start: before, end: at + 1 + at - before, syllables: 2 };
    before = blank ? start : -1;
    start = -1;
  }
}

/** True where the words `[start, end)` stand behind the blank at `end` once more. */
function comesAgain(text: string, start: number, end: number): boolean {
  for (let from = start, to = end + 1; from < end; from++, to++) if (text.charCodeAt(from) !== text.charCodeAt(to)) return false;
  return !isLetterAt(text, end + 1 + end - start);
}
