import type { Evidence } from '../../model/evidence.ts';
import type { Level } from '../../model/finding.ts';
import { type Content, type Html, html } from './html.ts';
import { say, term } from './words.ts';

/** The source lines of something: `dòng 5`, `dòng 5–7`. */
export function linesOf([from, to]: readonly [number, number]): Html {
  return html`<span class="lines">${from === to ? say('document.line', { from }) : say('document.lines', { from, to })}</span>`;
}

/** The place of a piece of evidence the way editors take it: `seeds/000.txt:15–17`. */
export function place(file: string, { lines: [from, to] }: Pick<Evidence, 'lines'>): Html {
  return html`<code class="place">${file}:${from}${from === to ? null : `–${to}`}</code>`;
}

/** Words of a document, set apart from the words of the report. */
export function wordsOf(content: Content): Html {
  return html`<q lang="vi">${content}</q>`;
}

/** A small label; `kind` is a class of the style sheet, never a value from a document. */
export function tag(kind: string, content: Content): Html {
  return html`<span class="tag ${kind}">${content}</span>`;
}

/** The name of a level, in its colour. */
export function levelTag(level: Level): Html {
  return tag(level, term('level', level));
}

/** What stands where there is nothing to show, and why where that is known. */
export function nothing(why?: Content): Html {
  return html`<span class="none">—</span>${why ? html` <span class="why">${why}</span>` : null}`;
}
