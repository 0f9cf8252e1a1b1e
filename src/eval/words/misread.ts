import { knownPairs, pairLines } from '../../grammar/known-pairs.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { RuledEdit } from '../../normalize/characters.ts';
import { recognizedPhraseEdits } from '../../normalize/recognized-phrases.ts';
import { recognizedWordEdits } from '../../normalize/recognized-words.ts';
import { fold } from '../../text/fold.ts';
import { type WordPairs, wordsIn } from '../../text/word-pairs.ts';

/** Accents as recognition changes them, from what was read off real scans: the letter that was printed, then the one read for it. */
const MISREAD: ReadonlyMap<string, string> = new Map(
  'ổô ồô ốồ ểề ềế ếê ỏó ảà àá ứừ ửứ ũú ộô ợơ ịi ấẩ ầấ ắă đd ựư ệê ãà ẩấ ẫẩ ỹý ẻé ởớ ĩi'.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

const ROUND = 8;

interface Misread {
  text: string;
  /** What stood at the offsets of the words changed. */
  printed: ReadonlyMap<number, string>;
}

/** The text with one accent misread in every `step`th word that has such an accent, beginning with the `from`th. */
function misread(text: string, step: number, from: number): Misread {
  const printed = new Map<number, string>();
  let spoiled = text;
  let met = 0;
  for (const word of wordsIn(text)) {
    const at = [...word.text].findIndex((letter) => MISREAD.has(letter));
    if (at < 0 || met++ % step !== from) continue;
    printed.set(word.start, word.text);
    spoiled = spoiled.slice(0, word.start + at) + MISREAD.get(word.text.charAt(at)) + spoiled.slice(word.start + at + 1);
  }
  return { text: spoiled, printed };
}

/** All words corrected, by set phrases first and then by pairs. No correction changes the length of a word. */
function correctedWords(text: string, knowledge: Knowledge, pairs: WordPairs): RuledEdit[] {
  const recognized = text.split('\n').map(() => true);
  const phrases = recognizedPhraseEdits(text, recognized, knowledge, pairs);
  const mended = phrases.reduce((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), text);
  return [...phrases, ...recognizedWordEdits(mended, recognized, pairs)];
}

/** Counts of words. */
export interface WordTally {
  planted: number;
  /** Misread words put right. */
  right: number;
  /** Misread words made another wrong one, and sound ones changed. */
  wrong: number;
  /** Changes made to the same texts without any word misread. */
  soundChanged: number;
  words: number;
}

/** A text and the words misprinted in it as received: to correct them is right. */
export interface JudgedText {
  text: string;
  misprints: readonly { line: number; printed: string; right: string }[];
}

/**
 * Corrects each text after misreading, with the pairs of the other texts only. Each is spoiled anew at every `apart`th of the places
 * that `step` leaves: once where they are equal.
 */
export function judgeCorrections(judged: readonly JudgedText[], knowledge: Knowledge, step: number, apart = ROUND): WordTally {
  const total: WordTally = { planted: 0, right: 0, wrong: 0, soundChanged: 0, words: 0 };
  const texts = judged.map(({ text }) => text);
  for (const [at, { text, misprints }] of judged.entries()) {
    const isMisprint = (start: number, end: number, replacement: string) => {
      const line = text.slice(0, start).split('\n').length;
      return misprints.some((misprint) => misprint.line === line && misprint.printed === text.slice(start, end) && misprint.right === replacement);
    };
    const pairs = knownPairs({ ...knowledge, wordPairs: pairLines(texts.filter((_, other) => other !== at)) });
    const correct = (spoiled: string) => correctedWords(spoiled, knowledge, pairs);
    for (let from = 0; from < step; from += apart) {
      const { text: spoiled, printed } = misread(text, step, from);
      total.planted += printed.size;
      for (const { start, end, replacement } of correct(spoiled)) {
        const wanted = (printed.get(start) ?? text.slice(start, end)).replaceAll('ƣ', 'ư');
        if (isMisprint(start, end, replacement)) continue;
        if (fold(wanted) === fold(replacement)) total.right++;
        else total.wrong++;
      }
    }
    total.soundChanged += correct(text).filter(({ start, end, replacement }) => !isMisprint(start, end, replacement)).length;
    total.words += wordsIn(text).length;
  }
  return total;
}
