import { isCapitalAt, isWordAt } from '../text/word-chars.ts';

const JOINTS: ReadonlySet<string> = new Set(['-', '&']);

/** Where the word at an offset ends, abbreviations that a hyphen joins taken for one: "PCTT-TKCN". */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (isWordAt(text, end) || (end > from && JOINTS.has(text.charAt(end)) && isCapitalAt(text, end - 1) && isCapitalAt(text, end + 1))) end++;
  return end;
}
