import { fold } from '../text/fold.ts';

const FOLDED = new WeakMap<object, string>();

/** The folded text of a document, made once for all rules that look for words in it. */
export function foldedText(document: { text: string }): string {
  let folded = FOLDED.get(document);
  if (folded === undefined) {
    folded = fold(document.text);
    FOLDED.set(document, folded);
  }
  return folded;
}
