import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf } from './words.ts';

/** What is left of a set phrase that lost words from its middle, folded. */
export interface CutPhrase {
  /** The phrase in full, as it should read. */
  right: string;
  /** True where the first word is a part of a longer one: "phối với" may end "phân phối với" unless a new stretch begins. */
  openBefore: boolean;
  /** The same of the last: "theo định" may begin "theo định hướng". */
  openBehind: boolean;
}

/** Cut phrases by their words, and a pattern that finds them in a folded text. */
export interface CutPhrases {
  pattern: RegExp;
  of(words: string): CutPhrase | undefined;
}

/**
 * The ways the `set_phrases` of `checks.yaml` look when syllables from the middle are missing: "theo định" of "theo quy_định",
 * "phối với" of "phối_hợp với". Only where a word of several syllables (`_`) was cut: a phrase that lost whole words may be right. Of two
 * words cut at once ("triển hiện" of "triển_khai thực_hiện") only neighbours, for two halves may be a word ("cơ quan" of "cơ_quan có
 * liên_quan").
 */
export const cutPhrases: (knowledge: Pick<Knowledge, 'checks'>) => CutPhrases = compiledOnce(({ checks }) => {
  const cut = new Map<string, CutPhrase>();
  const whole = new Set(checks.set_phrases.map((phrase) => fold(phrase.replaceAll('_', ' '))));
  for (const phrase of checks.set_phrases) {
    const words = phrase.split(' ').map((word) => word.split('_'));
    const syllables = words.flatMap((word, at) => word.map(() => at));
    const printed = words.flat();
    for (let from = 1; from < printed.length - 1; from++)
      for (let to = from + 1; to < printed.length; to++) {
        // The word is cut where one of its syllables is gone and its neighbour is not.
        const openBefore = syllables[from - 1] === syllables[from];
        const openBehind = syllables[to] === syllables[to - 1];
        const left = [...printed.slice(0, from), ...printed.slice(to)].join(' ');
        const neighbours = (syllables[to] as number) - (syllables[from - 1] as number) === 1;
        if ((openBefore !== openBehind || (openBefore && neighbours)) && !whole.has(fold(left)) && !cut.has(fold(left)))
          cut.set(fold(left), { right: printed.join(' '), openBefore, openBehind });
      }
  }
  // "và các có liên quan": a plural without its noun.
  for (const plural of checks.lost_nouns.plurals)
    for (const word of checks.lost_nouns.never_behind) cut.set(fold(`${plural} ${word}`), { right: `${plural} … ${word}`, openBefore: false, openBehind: false });
  return { pattern: new RegExp(`(?<!\\p{L})${anyOf([...cut.keys()])}(?!\\p{L})`, 'gu'), of: (left) => cut.get(left) };
});
