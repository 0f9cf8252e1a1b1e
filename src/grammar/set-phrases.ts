import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { wordsIn } from '../text/word-pairs.ts';
import { compiledOnce } from './compiled.ts';

/** A phrase that the field writes in one way: its words in small letters, and the sign before each (`, ` before `phối hợp`), blank for none. */
export interface SetPhrase {
  words: readonly string[];
  /** The words without accents. */
  letters: readonly string[];
  signs: readonly string[];
}

/** A place of a phrase that a word without accents may stand in. */
export interface PhrasePlace {
  phrase: SetPhrase;
  at: number;
}

/** Names shorter than this have too many look-alikes. */
const FEWEST_WORDS_OF_NAME = 3;
/** So many places lead into a phrase: one of its first words is sound enough to be found by. */
const PLACES = 2;

export type SetPhraseKnowledge = Pick<Knowledge, 'repairs' | 'agencies' | 'documentTypes' | 'laws'>;

/**
 * `set_phrases` of `repairs.yaml` and the longer names of bodies, types and laws, by their first two words without accents, longest
 * first. Phrases that differ by accents only are left out: nothing tells which one was printed.
 */
export const setPhrases: (knowledge: SetPhraseKnowledge) => ReadonlyMap<string, readonly PhrasePlace[]> = compiledOnce(({ repairs, agencies, documentTypes, laws }) => {
  const names = [...[...agencies, ...documentTypes].flatMap(({ name, aliases }) => [name, ...aliases]), ...laws.map(({ name }) => name)];
  const phrases = new Map<string, SetPhrase | null>();
  const add = (text: string, fewest: number) => {
    const folded = fold(text.normalize('NFC'));
    const found = wordsIn(folded);
    if (found.length < fewest || /\d/.test(folded)) return;
    const words = found.map(({ key }) => key);
    const letters = words.map(bare);
    const signs = found.map(({ start }, i) => (i === 0 ? '' : folded.slice(found[i - 1]?.end, start).trim()));
    const key = letters.join(' ') + signs.join('');
    const known = phrases.get(key);
    phrases.set(key, known === undefined || known?.words.join() === words.join() ? { words, letters, signs } : null);
  };
  for (const phrase of repairs.set_phrases) add(phrase, 2);
  for (const name of names) add(name, FEWEST_WORDS_OF_NAME);
  const places = new Map<string, PhrasePlace[]>();
  for (const phrase of phrases.values()) {
    for (let at = 0; phrase && at < PLACES; at++) {
      const letters = phrase.letters[at] as string;
      const listed = places.get(letters);
      if (listed) listed.push({ phrase, at });
      else places.set(letters, [{ phrase, at }]);
    }
  }
  for (const listed of places.values()) listed.sort((a, b) => b.phrase.words.length - a.phrase.words.length || a.at - b.at);
  return places;
});
