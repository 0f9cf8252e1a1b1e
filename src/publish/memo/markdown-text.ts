import { oneLine } from '../../text/one-line.ts';

/**
 * Words of a document on one line of Markdown: nothing in them is taken for markup, an entity or HTML, and what would control a terminal
 * or turn the direction of a line becomes `�`.
 */
export function markdownText(words: string): string {
  return oneLine(words)
    .trim()
    .replace(/[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[\\`*_{}[\]<>#|~&!$^]/g, '\\$&')
    .replace(/^(?:[-+=]|\d{1,9}[.)])/, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
}
