import type { Bilingual } from '../../model/finding.ts';
import words from './words.json' with { type: 'json' };

export type Language = keyof Bilingual;
export type Word = keyof typeof words;

/** Words of a memo, `{name}` places filled. What is put in has to be Markdown already. */
export function say(word: Word, language: Language, values: Readonly<Record<string, string>> = {}): string {
  return words[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Whether there are words of this name. */
export function isWord(name: string): name is Word {
  return Object.hasOwn(words, name);
}
