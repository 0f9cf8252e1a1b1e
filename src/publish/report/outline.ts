import type { Division, Root, TreeNode } from '../../model/tree.ts';
import { shorten } from '../../text/shorten.ts';
import { tag } from './evidence.ts';
import { anchor, type Html, html } from './html.ts';
import { say } from './words.ts';

/** A division without a title is shown by so many characters of its text. */
const LONGEST_OPENING = 120;

/** The labelled divisions of a document as a nested list; each can be linked to by its `eId`. */
export function outline(document: string, tree: Root, text: string): Html {
  const divisions = divisionsOf(tree.children);
  return divisions.length === 0 ? html`<p class="empty">${say('document.noOutline')}</p>` : list(document, divisions, text, 0);
}

/** The ids of all labelled divisions of a tree. */
export function divisionIds(nodes: readonly TreeNode[], ids: Set<string> = new Set()): Set<string> {
  for (const { eId, children } of divisionsOf(nodes)) {
    ids.add(eId);
    divisionIds(children, ids);
  }
  return ids;
}

function divisionsOf(nodes: readonly TreeNode[]): Division[] {
  return nodes.filter((node) => node.type === 'division');
}

function list(document: string, divisions: readonly Division[], text: string, depth: number): Html {
  return html`<ol class="outline">${divisions.map((division) => {
    const below = divisionsOf(division.children);
    const line = heading(division, text);
    const id = anchor('document', document, division.eId);
    const link = html`<a class="eid" href="#${id}">${division.eId}</a>`;
    return below.length === 0
      ? html`<li id="${id}"><div class="entry">${line}${link}</div></li>
`
      : html`<li id="${id}"><details${depth === 0 ? html` open` : null}><summary><span class="entry">${line}${link}</span></summary>${list(document, below, text, depth + 1)}</details></li>
`;
  })}</ol>`;
}

function heading({ marker, title, sequence, children }: Division, text: string): Html {
  const note = sequence === 'gap' ? tag('warning', say('document.gap')) : sequence === 'restart' ? tag('plain', say('document.restart')) : null;
  if (title !== null) return html`<span class="heading" lang="vi"><b>${marker}</b> ${title} ${note}</span>`;
  const own = children[0]?.position;
  return html`<span class="heading opening" lang="vi">${own ? shorten(text.slice(own.start.offset, own.end.offset), LONGEST_OPENING) : null} ${note}</span>`;
}
