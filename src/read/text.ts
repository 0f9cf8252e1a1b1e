import type { Page } from '../model/source.ts';
import { toPages } from './pages.ts';

/** Reads plain text, such as the text dump of a PDF: what is on the page is what is meant. */
export function readText(text: string): Page[] {
  return toPages(text, 'text', []);
}
