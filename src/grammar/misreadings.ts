import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';

/** Words misread, found in a folded text; the pattern finds the right spellings too. */
export interface Misreadings {
  pattern: RegExp;
  /** The right words for those found; null where they are right. `sure`: the words found are none, whatever stands before them. */
  right(found: string): { words: string; sure: boolean } | null;
}

const VOWELS: readonly string[] = ['aàáảãạăằắẳẵặâầấẩẫậ', 'eèéẻẽẹêềếểễệ', 'iìíỉĩị', 'oòóỏõọôồốổỗộơờớởỡợ', 'uùúủũụưừứửữự', 'yỳýỷỹỵ'];

/**
 * The `set_compounds` of `checks.yaml` with other accents ("chông chéo" for "chồng chéo"), and its `misread_words`, which have
 * another letter ("xây xanh" for "cây xanh").
 */
export const misreadings: (knowledge: Pick<Knowledge, 'checks'>) => Misreadings = compiledOnce(({ checks }) => {
  // "dụng" and "đúng" are two words: d and đ are letters, no accents of one.
  const letters = (words: string) => bare(words.replaceAll('đ', 'Đ')).replaceAll('D', 'đ');
  const rights = new Map(checks.set_compounds.map((words) => [letters(fold(words)), words] as const));
  const others = new Map(Object.entries(checks.misread_words).map(([printed, right]) => [fold(printed), right]));
  const sources = [...rights.keys()].map((words) => words.replace(/[aeiouy]/g, accented));
  return {
    pattern: new RegExp(`(?<!\\p{L})(?:${[...sources, ...others.keys()].join('|')})(?!\\p{L})`, 'gu'),
    right(found) {
      const other = others.get(found);
      if (other !== undefined) return { words: other, sure: true };
      const right = rights.get(letters(found));
      return right === undefined || fold(right) === found ? null : { words: right, sure: false };
    },
  };
});

const accented = (letter: string): string => `[${VOWELS.find((group) => group.startsWith(letter)) ?? letter}]`;
