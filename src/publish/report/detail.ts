import type { PublishedDocument } from '../../model/document.ts';
import type { FindingList } from '../../model/finding-list.ts';
import { citationsTable } from './citations.ts';
import { documentName, recordLink, textLink } from './documents.ts';
import { levelTag, linesOf } from './evidence.ts';
import { assignmentsTable, targetsTable } from './facts.ts';
import { anchor, type Content, type Html, html } from './html.ts';
import { identityFields } from './identity.ts';
import { divisionIds, outline } from './outline.ts';
import { noiseList, repairsTable } from './repairs.ts';
import { bilingual, count, say } from './words.ts';

/** Everything the report says about one document. */
export function documentDetail(document: PublishedDocument, text: string, findings: FindingList, listed: ReadonlySet<string>): Html {
  const { id, identity, tree, citations, targets, assignments, repairs, noise } = document;
  const target = anchor('document', id);
  const divisions = divisionIds(tree.children);
  return html`<article class="card detail" id="${target}" data-find="detail" data-key="${target}">
<header>
<h3><a href="#${target}">${documentName(identity)}</a> <span class="kind" lang="vi">${identity.number && identity.documentType?.name}</span> <code>${id}</code></h3>
<p class="headline">${identity.title ? html`<span lang="vi">${identity.title.value}</span> <span class="where">${linesOf(identity.title.evidence.lines)}</span>` : html`<span class="none">${say('document.untitled')}</span>`}</p>
</header>
${flagged(document.findings, findings, listed)}${identityFields(document)}${panel(say('document.outline'), divisions.size, outline(id, tree, text))}${panel(say('document.citations'), citations.length, citationsTable(id, citations, divisions))}${panel(say('page.targets'), targets.length, targetsTable(id, targets, divisions))}${panel(say('page.tasks'), assignments.length, assignmentsTable(id, assignments, divisions))}${panel(say('document.repairs'), repairs.length, repairsTable(repairs, text))}${panel(say('document.noise'), noise.length, noiseList(noise))}<p class="files"><a href="${recordLink(document)}">${say('document.json')}</a> <a href="${textLink(document)}">${say('document.text')}</a></p>
</article>
`;
}

function panel(name: Content, size: number, content: Html): Html {
  return html`<details class="panel"${size === 0 ? html` data-empty` : null}><summary>${name} <span class="n">${count(size)}</span></summary>
<div class="panel-body">${content}</div></details>
`;
}

/** The findings a document has a part in and that no decision set aside, most important first as in the list they come from; those that are `listed` are one click away. */
function flagged(ids: readonly string[], findings: FindingList, listed: ReadonlySet<string>): Html | null {
  const own = ids.flatMap((id) => findings.find(id) ?? []).filter(({ level, suppressed }) => level !== 'off' && suppressed === null);
  if (own.length === 0) return null;
  return html`<ul class="flagged">${own.map(({ id, level, message }) => html`<li>${levelTag(level)} ${listed.has(id) ? html`<a href="#${anchor('finding', id)}">${bilingual(message)}</a>` : bilingual(message)}</li>`)}</ul>
`;
}
