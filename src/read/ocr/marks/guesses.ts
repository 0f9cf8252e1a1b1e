import type { PixelBox, RecognizedHandwriting, RecognizedWord } from '../engine.ts';
import { type PageReading, toRecognizedWord } from '../page-reading.ts';
import type { ReadWord } from '../readers/reader.ts';
import type { CoveredWord } from './covered-words.ts';

/** A guess is never surer than this. */
const GUESS_CONFIDENCE = 0.3;

/** Words of a row; those under a stamp become guesses, and such beside each other one. */
export function withGuesses(words: readonly CoveredWord[], reading: PageReading): RecognizedWord[] {
  const made: RecognizedWord[] = [];
  for (const { word, covered } of words) {
    const recognized = toRecognizedWord(word, reading);
    const last = made.at(-1);
    if (!covered) made.push(recognized);
    else if (last?.covered) made[made.length - 1] = { ...joined([last, recognized]), covered: true };
    else made.push({ ...recognized, confidence: Math.min(GUESS_CONFIDENCE, recognized.confidence), covered: true });
  }
  return made;
}

/** What an engine made of a pen's strokes. */
export function toHandwriting(words: readonly ReadWord[], reading: PageReading): RecognizedHandwriting {
  return joined(words.map((word) => toRecognizedWord(word, reading)));
}

function joined(words: readonly RecognizedWord[]): RecognizedHandwriting {
  const side = (at: 0 | 1 | 2 | 3) => words.map(({ box }) => box[at]);
  const box: PixelBox = [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
  return { text: words.map(({ text }) => text).join(' '), box, confidence: Math.min(...words.map(({ confidence }) => confidence)) };
}
