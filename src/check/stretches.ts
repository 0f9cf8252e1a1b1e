import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isWordAt } from '../text/word-chars.ts';

/**
 * Where a syllable cannot belong to a longer word with its neighbour: Vietnamese writes a blank between the syllables of a word,
 * so "thông nhất" may be the end and the beginning of two ("giao thông nhất là"), but not behind a comma or "để".
 */
export interface Stretches {
  /** True where nothing, a mark, a tab, a new line or a small word stands before an offset of a folded text. */
  beginsAt(folded: string, offset: number): boolean;
  /** The same without small words. */
  isBehindMark(folded: string, offset: number): boolean;
  /**
   * True where nothing, a mark, a tab, a new line or a word that ends none stands behind an offset: "theo định của Luật". "triển khai
   * hiện đã xong" has a small word there that begins something new.
   */
  endsAt(folded: string, offset: number): boolean;
  /** True where a whole set compound ends a blank before an offset: "tổ chức | triển …". What begins behind it is no part of it. */
  isBehindCompound(folded: string, offset: number): boolean;
  /** True where a set compound or phrase begins a blank behind an offset: "… hiện | đảm bảo tiến độ". */
  isBeforeCompound(folded: string, offset: number): boolean;
}

export const stretchesOf: (knowledge: Pick<Knowledge, 'checks'>) => Stretches = compiledOnce(({ checks }) => {
  const small = new Set(checks.small_words.map(fold));
  const never = checks.never_second.map(fold);
  const compounds = [...checks.set_compounds, ...checks.set_phrases.map((phrase) => phrase.replaceAll('_', ' '))].map(fold);
  const longest = Math.max(...checks.small_words.map((word) => word.length));
  return {
    isBehindMark: behindMark,
    beginsAt(folded, offset) {
      if (behindMark(folded, offset)) return true;
      let start = offset - 1;
      while (offset - start <= longest + 1 && isWordAt(folded, start - 1)) start--;
      return small.has(folded.slice(start, offset - 1));
    },
    isBehindCompound: (folded, offset) =>
      folded[offset - 1] === ' ' && compounds.some((words) => folded.endsWith(words, offset - 1) && !isWordAt(folded, offset - 2 - words.length)),
    isBeforeCompound: (folded, offset) => folded[offset] === ' ' && compounds.some((words) => folded.startsWith(words, offset + 1) && !isWordAt(folded, offset + 1 + words.length)),
    endsAt: (folded, offset) =>
      folded[offset] !== ' ' || !isWordAt(folded, offset + 1) || never.some((word) => folded.startsWith(word, offset + 1) && !isWordAt(folded, offset + 1 + word.length)),
  };
});

const behindMark = (folded: string, offset: number): boolean => folded[offset - 1] !== ' ' || !isWordAt(folded, offset - 2);
