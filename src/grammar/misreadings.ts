import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';

/** Words that were probably misread. `sure`: the words found are none, whatever stands before them. */
export interface Misreading {
  start: number;
  end: number;
  /** The right words. */
  words: string;
  sure: boolean;
}

interface Phrase {
  /** Its syllables behind the first one: as spelled, or without accents. */
  rest: readonly string[];
  spelled: boolean;
  words: string;
  folded: string;
}

const NONE: readonly Phrase[] = [];
const LONGEST_SYLLABLE = 7;
const MOST_SYLLABLES = 20_000;

/**
 * Finds the `set_compounds` of `checks.yaml` with other accents ("chông chéo" for "chồng chéo"), and its `misread_words`, which have
 * another letter ("xây xanh" for "cây xanh"), in a folded text. One look at each syllable, however many phrases there are.
 */
export const misreadings: (knowledge: Pick<Knowledge, 'checks'>) => (folded: string) => Generator<Misreading> = compiledOnce(({ checks }) => {
  // "dụng" and "đúng" are two words: d and đ are letters, no accents of one.
  const letters = (words: string) => bare(words.replaceAll('đ', 'Đ')).replaceAll('D', 'đ');
  const known = new Map<string, string>();
  // A language has a few thousand syllables; what is written otherwise is not kept.
  const lettersOf = (syllable: string): string => {
    let found = known.get(syllable);
    if (found === undefined) {
      found = letters(syllable);
      if (syllable.length <= LONGEST_SYLLABLE && known.size < MOST_SYLLABLES) known.set(syllable, found);
    }
    return found;
  };
  const byFirst = new Map<string, Phrase[]>();
  const add = (key: string, printed: string, words: string, spelled: boolean) => {
    const [first, ...rest] = printed.split(' ') as [string, ...string[]];
    byFirst.set(`${key}${first}`, [...(byFirst.get(`${key}${first}`) ?? []), { rest, spelled, words, folded: fold(words) }]);
  };
  for (const [printed, words] of Object.entries(checks.misread_words)) add('=', fold(printed), words, true);
  // The longest first: "bảo vệ môi trường".
  for (const words of [...checks.set_compounds].sort((a, b) => b.length - a.length)) add('~', letters(fold(words)), words, false);
  const phrases = new Map<string, readonly Phrase[]>();
  const startingWith = (syllable: string): readonly Phrase[] => {
    let starting = phrases.get(syllable);
    if (starting === undefined) {
      const found = [...(byFirst.get(`=${syllable}`) ?? []), ...(byFirst.get(`~${lettersOf(syllable)}`) ?? [])];
      starting = found.length === 0 ? NONE : found;
      if (syllable.length <= LONGEST_SYLLABLE && phrases.size < MOST_SYLLABLES) phrases.set(syllable, starting);
    }
    return starting;
  };
  const wordEnd = (folded: string, from: number): number => {
    let end = from;
    while (isLetterAt(folded, end)) end++;
    return end;
  };
  /** Where a phrase ends that begins with the syllable that ends at an offset; -1 where it does not stand there. */
  const endOf = (folded: string, from: number, { rest, spelled }: Phrase): number => {
    let at = from;
    for (const syllable of rest) {
      if (folded[at] !== ' ') return -1;
      const end = wordEnd(folded, at + 1);
      const word = folded.slice(at + 1, end);
      if (word !== syllable && (spelled || lettersOf(word) !== syllable)) return -1;
      at = end;
    }
    return at;
  };
  return function* find(folded) {
    for (let at = 0; at < folded.length; at++) {
      if (!isLetterAt(folded, at)) continue;
      const start = at;
      at = wordEnd(folded, at);
      for (const phrase of startingWith(folded.slice(start, at))) {
        const end = endOf(folded, at, phrase);
        if (end === -1) continue;
        if (folded.slice(start, end) !== phrase.folded) yield { start, end, words: phrase.words, sure: phrase.spelled };
        at = end;
        break;
      }
    }
  };
});
