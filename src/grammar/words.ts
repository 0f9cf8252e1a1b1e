import { fold } from '../text/fold.ts';

/** The source of a pattern that matches any of some words as they are written, the longest first: `(?:cụ thể như sau|như sau)`. */
export function anyWritten(words: readonly string[]): string {
  const sources = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return `(?:${sources.join('|')})`;
}

/** The same for folded texts. */
export function anyOf(words: readonly string[]): string {
  return anyWritten(words.map(fold));
}

/** The same for texts in print: words in small letters and with a capital first, `số` and `Số`; `capitals` adds `SỐ`. */
export function anyPrinted(words: readonly string[], capitals: boolean): string {
  return anyWritten(words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), ...(capitals ? [word.toUpperCase()] : [])]));
}
