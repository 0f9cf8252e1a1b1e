import { bare } from '../text/bare.ts';
import { lineFlags } from '../text/line-flags.ts';
import { isSyllable } from '../text/syllable.ts';
import { type WordPairs, wordsIn } from '../text/word-pairs.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-blank';
const SHORTEST = 4;
/** Two syllables and a letter more. */
const LONGEST = 14;
/** Known text has the two words one behind the other this often. */
const FEWEST_TOGETHER = 3;

/**
 * Puts back a blank that recognition lost between two words: `Ủyban nhân dân` → `Ủy ban nhân dân`. Only in what is no syllable, and
 * where one cut alone gives two that known text has in this order. Words without any accent are left: they may be names from elsewhere.
 */
export function recognizedBlankEdits(text: string, recognized: readonly boolean[], known: WordPairs): RuledEdit[] {
  const recognizedAt = lineFlags(text, recognized);
  return wordsIn(text).flatMap(({ key, start }) => {
    if (key.length < SHORTEST || key.length > LONGEST || bare(key) === key || isSyllable(key) || !recognizedAt(start)) return [];
    const cuts = Array.from({ length: key.length - 1 }, (_, i) => i + 1).filter((cut) => known.count(key.slice(0, cut), key.slice(cut)) >= FEWEST_TOGETHER);
    return cuts.length === 1 ? [{ start: start + (cuts[0] as number), end: start + (cuts[0] as number), replacement: ' ', rule: RULE }] : [];
  });
}
