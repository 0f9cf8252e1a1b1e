import { knownPairs, type PairKnowledge } from '../grammar/known-pairs.ts';
import type { PhraseKnowledge } from '../grammar/known-phrases.ts';
import type { RuledEdit } from './characters.ts';
import { recognitionEdits } from './recognized.ts';
import { recognizedBlankEdits } from './recognized-blanks.ts';
import { recognizedBodyEdits } from './recognized-bodies.ts';
import { type CodeKnowledge, recognizedCodeEdits } from './recognized-codes.ts';
import { recognizedDateEdits } from './recognized-dates.ts';
import { recognizedNumeralEdits } from './recognized-numerals.ts';
import { recognizedPhraseEdits } from './recognized-phrases.ts';
import { recognizedSlashEdits } from './recognized-slashes.ts';
import { recognizedTypeEdits } from './recognized-types.ts';
import { recognizedWordEdits } from './recognized-words.ts';

export type RecognitionKnowledge = PhraseKnowledge & PairKnowledge & CodeKnowledge;

/** Edits of a text, by which of its lines come from a picture. */
type RecognitionStep = (text: string, recognized: readonly boolean[], knowledge: RecognitionKnowledge) => RuledEdit[];

/** What is corrected in recognized lines, one after the other: each step sees what those before it made of the text. */
export const RECOGNITION_STEPS: readonly RecognitionStep[] = [
  recognizedSlashEdits,
  (text, recognized, knowledge) => recognizedBlankEdits(text, recognized, knownPairs(knowledge)),
  recognitionEdits,
  recognizedNumeralEdits,
  recognizedDateEdits,
  recognizedTypeEdits,
  recognizedBodyEdits,
  recognizedCodeEdits,
  (text, recognized, knowledge) => recognizedPhraseEdits(text, recognized, knowledge, knownPairs(knowledge)),
  (text, recognized, knowledge) => recognizedWordEdits(text, recognized, knownPairs(knowledge)),
];
