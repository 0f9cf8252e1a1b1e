import { type PhrasePlace, type SetPhrase, type SetPhraseKnowledge, setPhrases } from '../grammar/set-phrases.ts';
import { bare } from '../text/bare.ts';
import { casedLike } from '../text/letter-case.ts';
import { lineFlags } from '../text/line-flags.ts';
import { type TextWord, type WordPairs, wordsIn } from '../text/word-pairs.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-phrase';
/** A phrase has as many words at least where letters and not only accents are wrong. */
const FEWEST_FOR_LETTERS = 3;
/** One word of so many may be wrong. */
const WORDS_TO_ONE_WRONG = 2;
/** What may stand for the sign of a phrase: `kinh tế – xã hội`. */
const DASHES = /[–—−]/g;
const DIGIT = /\d/;
/** A word as names have it: the second of two is none of a phrase then, "bà Tỷ Lê". */
const NAME = /^\p{Lu}\p{Ll}/u;

/**
 * Corrects words of phrases that are written in one way only: `chủ trì, phôi hợp với` → `phối hợp`, `Cộng hỏa xã hội chủ nghĩa Việt Nam`.
 * At least half of the words must stand there as they should; the others differ in accents, or in longer phrases one of them by a letter that
 * looks alike (`repairs.alike_letters`). A word that goes with the word beside the phrase stays: `hệ thống báo động` is no `thông báo`.
 * Nothing that holds a digit is touched. `recognized` tells which lines come from a picture.
 */
export function recognizedPhraseEdits(text: string, recognized: readonly boolean[], knowledge: SetPhraseKnowledge, known: WordPairs): RuledEdit[] {
  if (!recognized.includes(true)) return [];
  const places = setPhrases(knowledge);
  const alike = knowledge.repairs.alike_letters;
  const words = wordsIn(text);
  const letters = words.map(({ key }) => bare(key));
  const isRecognized = lineFlags(text, recognized);
  const edits: RuledEdit[] = [];
  let done = 0;
  for (let at = 0; at < words.length; at++) {
    if (!isRecognized((words[at] as TextWord).start)) continue;
    for (const { phrase, at: within } of places.get(letters[at] as string) ?? NONE) {
      const from = at - within;
      if (from < done || !stands(phrase, from, words, text)) continue;
      const wrong = misread(phrase, from, words, letters, alike);
      if (wrong === null) continue;
      if (!wrong.some((i) => belongsOutside(words, from + i, from, from + phrase.words.length, known))) {
        for (const i of wrong) {
          const { start, end, text: read } = words[from + i] as TextWord;
          edits.push({ start, end, replacement: casedLike(phrase.words[i] as string, read), rule: RULE });
        }
        done = from + phrase.words.length;
      }
      break;
    }
  }
  return edits;
}

const NONE: readonly PhrasePlace[] = [];

/** True where as many words stand there, with the signs of the phrase between them and no digit at their ends. */
function stands({ words: wanted, signs }: SetPhrase, from: number, words: readonly TextWord[], text: string): boolean {
  const last = words[from + wanted.length - 1];
  const first = words[from];
  if (!first || !last || DIGIT.test(text.charAt(first.start - 1)) || DIGIT.test(text.charAt(last.end))) return false;
  for (let i = 1; i < wanted.length; i++) {
    const word = words[from + i] as TextWord;
    const between = text.slice((words[from + i - 1] as TextWord).end, word.start).trim();
    if (signs[i] === '' ? !word.follows : between.replace(DASHES, '-') !== signs[i]) return false;
  }
  return true;
}

/** Which words of the phrase were misread; null where so many or such letters differ that it is another phrase. */
function misread(phrase: SetPhrase, from: number, words: readonly TextWord[], letters: readonly string[], alike: readonly string[]): number[] | null {
  const wrong: number[] = [];
  let otherLetters = 0;
  for (const [i, wanted] of phrase.words.entries()) {
    if (words[from + i]?.key === wanted) continue;
    if (letters[from + i] !== phrase.letters[i]) {
      if (phrase.words.length < FEWEST_FOR_LETTERS || ++otherLetters > 1) return null;
      if (!looksLike(letters[from + i] as string, phrase.letters[i] as string, alike)) return null;
    }
    if (phrase.words.length < FEWEST_FOR_LETTERS && i > 0 && NAME.test((words[from + i] as TextWord).text)) return null;
    wrong.push(i);
    if (wrong.length * WORDS_TO_ONE_WRONG > phrase.words.length) return null;
  }
  return wrong;
}

/** True where one letter of a word stands for one that looks like it. */
function looksLike(read: string, wanted: string, alike: readonly string[]): boolean {
  if (read.length !== wanted.length) return false;
  let different = 0;
  for (let i = 0; i < read.length; i++) {
    const [a, b] = [read.charAt(i), wanted.charAt(i)];
    if (a !== b && (++different > 1 || !alike.some((group) => group.includes(a) && group.includes(b)))) return false;
  }
  return true;
}

/** True where a word at the rim of a phrase, as it was read, is known to go with its neighbour outside. */
function belongsOutside(words: readonly TextWord[], at: number, from: number, to: number, known: WordPairs): boolean {
  const word = words[at] as TextWord;
  const next = words[at + 1];
  if (at === from && word.follows && known.count((words[at - 1] as TextWord).key, word.key) > 0) return true;
  return at === to - 1 && next?.follows === true && known.count(word.key, next.key) > 0;
}
