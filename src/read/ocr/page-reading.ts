import type { PageMarks } from '../../grammar/page-marks.ts';
import { withBar } from './barred-signs.ts';
import type { RecognizedLine, RecognizedWord } from './engine.ts';
import { withCountedStrokes } from './numeral-strokes.ts';
import { mapBox } from './pixels/geometry.ts';
import type { PreparedPage } from './prepare.ts';
import type { ReadWord, TextReader } from './readers/reader.ts';

/** What all steps of reading one page share. */
export interface PageReading {
  page: PreparedPage;
  /** Size of the image as it was given. */
  given: { width: number; height: number };
  reader: TextReader;
  marks: PageMarks;
  signal: AbortSignal;
}

/** A word with its box in the given image. */
export function toRecognizedWord(word: ReadWord, { page, given }: PageReading): RecognizedWord {
  return { text: withBar({ ...word, text: withCountedStrokes(word, page.print) }, page.print), box: mapBox(page.back, word, given), confidence: word.confidence };
}

export function toRecognizedLine(words: readonly ReadWord[], reading: PageReading): RecognizedLine {
  return { words: words.map((word) => toRecognizedWord(word, reading)) };
}
