import type { ReadWord } from '../readers/reader.ts';

/** Words of less confidence and no more than one letter, at either end of a line, are specks on the paper. */
const SPECK_CONFIDENCE = 0.2;
/** A line without any letter or figure needs this confidence: "./." has it, dirt has not. */
const SIGN_CONFIDENCE = 0.5;
const LETTERS = /[\p{L}\d]/gu;
/** A letter or figure lower than this share of the page's words is none: the accents of capitals, read apart as "x" or "R". */
const LOW = 0.3;
/** Signs that stand in no text by themselves are what engines take lone accents for, where they are no higher than this share. */
const LONE_ACCENT = /^[ˆ^~<>¬`´¨˜]{1,3}$/u;
const ACCENT_HEIGHT = 0.5;
/** A dash is wider: what is read as one and has no more than this share of the height of words to either side is a dot of dirt. */
const DOT = 0.2;
/** No line begins with such a sign by itself: "_ NGHỊ ĐỊNH", "_. Căn cứ Luật". */
const DIRT = /^[_~¬`´'’.·]{1,2}$/u;

/** Takes accents and dirt that were read as words of their own from the lines of a page, wherever in a line they stand. */
export function withoutLowMarks(lines: readonly (readonly ReadWord[])[]): ReadWord[][] {
  const heights = lines.flatMap((words) => words.map(({ top, bottom }) => bottom - top)).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  const isMark = ({ text, left, right, top, bottom }: ReadWord) =>
    (text === '-' && Math.max(bottom - top, right - left) < DOT * usual) ||
    (LONE_ACCENT.test(text) ? bottom - top < ACCENT_HEIGHT * usual : bottom - top < LOW * usual && text.length <= 2 && text.search(LETTERS) >= 0);
  return lines.map((words) => words.filter((word) => !isMark(word)));
}

/** Lines of so few words, none of them surer, are what a pen or a seal left: "TwMt/". */
const SCRAWL_WORDS = 3;
const SCRAWL_CONFIDENCE = 0.3;

/** Whether a line is no print. */
export function isScrawl(words: readonly ReadWord[]): boolean {
  return words.length <= SCRAWL_WORDS && words.every(({ confidence }) => confidence < SCRAWL_CONFIDENCE);
}

/** Takes specks that were read as signs or single letters from the ends of a line; nothing may be left. */
export function withoutSpecks(words: readonly ReadWord[]): ReadWord[] {
  const isSpeck = ({ text, confidence }: ReadWord) => confidence < SPECK_CONFIDENCE && (text.match(LETTERS)?.length ?? 0) <= 1 && text.length <= 2;
  const first = words.findIndex((word) => !isSpeck(word) && !DIRT.test(word.text));
  if (first < 0) return [];
  const kept = words.slice(first, words.findLastIndex((word) => !isSpeck(word)) + 1);
  const signsOnly = kept.every(({ text }) => text.search(LETTERS) < 0);
  return signsOnly && kept.every(({ confidence }) => confidence < SIGN_CONFIDENCE) ? [] : kept;
}
