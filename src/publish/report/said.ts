import type { PublishedDocument } from '../../model/document.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shorten } from '../../text/shorten.ts';
import { place, wordsOf } from './evidence.ts';
import { anchor, type Html, html } from './html.ts';
import { say } from './words.ts';

/** Longer words are cut: the whole stands in the record. */
const LONGEST_WORDS = 400;

/** A document as the overviews name it. */
export interface Speaker {
  id: string;
  /** Its number; null where it has none. */
  name: string | null;
  file: string;
}

/** The words a value was read from, and whose they are. */
export interface Said {
  speaker: Speaker;
  words: string;
  cut: boolean;
  lines: Evidence['lines'];
}

export function speakerOf({ id, identity, source }: PublishedDocument): Speaker {
  return { id, name: identity.number ? (identity.number.value ?? identity.number.raw) : null, file: source.file };
}

/** What the overviews keep of a piece of evidence. */
export function saidIn(speaker: Speaker, { quote, lines }: Evidence): Said {
  return { speaker, words: shorten(quote, LONGEST_WORDS), cut: quote.length > LONGEST_WORDS, lines };
}

/** A link to a document by its number. */
export function speakerLink({ id, name }: Speaker): Html {
  return html`<a href="#${anchor('document', id)}">${name === null ? html`${id}` : html`<span lang="vi">${name}</span>`}</a>`;
}

/** The words, the document they stand in, file and lines. */
export function saidWords({ speaker, words, cut, lines }: Said): Html {
  return html`${wordsOf(words)} <span class="where">${speakerLink(speaker)} ${place(speaker.file, { lines })}${cut && html` <span class="why">${say('target.cutWords')}</span>`}</span>`;
}
