import type { ReadWord } from '../readers/reader.ts';

/** Words of less confidence and no more than one letter, at either end of a line, are specks on the paper. */
const SPECK_CONFIDENCE = 0.2;
/** A line without any letter or figure needs this confidence: "./." has it, dirt has not. */
const SIGN_CONFIDENCE = 0.5;
const LETTERS = /[\p{L}\d]/gu;

/** Takes specks that were read as signs or single letters from the ends of a line; nothing may be left. */
export function withoutSpecks(words: readonly ReadWord[]): ReadWord[] {
  const isSpeck = ({ text, confidence }: ReadWord) => confidence < SPECK_CONFIDENCE && (text.match(LETTERS)?.length ?? 0) <= 1 && text.length <= 2;
  const first = words.findIndex((word) => !isSpeck(word));
  if (first < 0) return [];
  const kept = words.slice(first, words.findLastIndex((word) => !isSpeck(word)) + 1);
  const signsOnly = kept.every(({ text }) => text.search(LETTERS) < 0);
  return signsOnly && kept.every(({ confidence }) => confidence < SIGN_CONFIDENCE) ? [] : kept;
}
