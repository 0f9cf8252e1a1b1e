import { convertLegacy } from '../legacy/convert.ts';
import { encodingOfFont, type LegacyRun, recognizeEncoding } from '../legacy/recognize.ts';
import type { PdfFont } from './page-content.ts';
import type { Word } from './words.ts';

/**
 * Turns words set in fonts of an encoding from before Unicode into Unicode: by the font's name, or, where the names say nothing, by
 * what the words of the page look like. What the file holds is kept beside it. Gives the encodings found.
 */
export function convertLegacyWords(words: readonly Word[]): { words: Word[]; encodings: string[] } {
  const runs = new Map<PdfFont, LegacyRun | null>();
  const unnamed: Word[] = [];
  for (const word of words) {
    if (!runs.has(word.font)) runs.set(word.font, encodingOfFont(word.font.name));
    if (runs.get(word.font) === null) unnamed.push(word);
  }
  const found = recognizeEncoding(unnamed.map((word) => word.text).join(' '));
  const guessed: LegacyRun | null = found && { encoding: found, capitals: false };
  const encodings = new Set<string>();
  const converted = words.map((word): Word => {
    const run = runs.get(word.font) ?? guessed;
    if (!run) return word;
    const plain = convertLegacy(word.text, run.encoding);
    const text = run.capitals ? plain.toUpperCase() : plain;
    if (text === word.text) return word;
    encodings.add(run.encoding);
    return { ...word, text, changed: { rule: `legacy-${run.encoding}`, from: word.text } };
  });
  return { words: encodings.size > 0 ? converted : [...words], encodings: [...encodings].sort() };
}
