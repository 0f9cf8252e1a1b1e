import type { PublishedDocument } from '../../model/document.ts';
import { linesOf, nothing, tag } from './evidence.ts';
import { anchor, type Html, html, joined } from './html.ts';
import { printedValue } from './value.ts';
import { count, say, term } from './words.ts';

type Citation = PublishedDocument['citations'][number];

const STATUS_KIND = { resolved: 'good', ambiguous: 'warning', unresolved: 'plain' } as const;

/** The citations of a document, those of one work together, works in the order in which they are first cited. `divisions`: the ids the outline has. */
export function citationsTable(document: string, citations: readonly Citation[], divisions: ReadonlySet<string>): Html {
  if (citations.length === 0) return html`<p class="empty">${say('document.noCitations')}</p>`;
  // `~` cannot stand alone in an anchor, so this id is no division's.
  const label = `${anchor('document', document)}:~citations`;
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${label}"><table class="citations">
<caption class="unseen" id="${label}">${say('document.citationsCaption')}</caption>
<thead><tr><th scope="col">${say('document.quote')}</th><th scope="col">${say('document.citedDate')}</th><th scope="col">${say('document.citedIssuer')}</th><th scope="col">${say('document.form')}</th><th scope="col">${say('document.relation')}</th></tr></thead>
${groupedByWork(citations).map((group) => workRows(document, group, divisions))}</table></div>
`;
}

function groupedByWork(citations: readonly Citation[]): Citation[][] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const { work, number, raw } = citation;
    const key = JSON.stringify([work.status, work.id ?? number ?? raw, work.id === null]);
    const group = groups.get(key);
    if (group) group.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups.values()];
}

function workRows(document: string, group: readonly Citation[], divisions: ReadonlySet<string>): Html {
  const { number, raw, work } = group[0] as Citation;
  const type = group.find(({ documentType }) => documentType !== null)?.documentType;
  const reasons = [...new Set(group.map((citation) => citation.work.reason))].filter((reason) => reason !== '');
  return html`<tbody>
<tr class="work"><th scope="rowgroup" colspan="5"><div class="work-head"><strong lang="vi">${number ?? raw}</strong>${type && html` <span lang="vi">${type}</span>`} ${tag(STATUS_KIND[work.status], term('status', work.status))} <span class="tally">${say('document.workMentions', { n: count(group.length) })}</span>
${work.id !== null && html`<code>${work.id}</code>`}${work.candidates.length > 0 && html`<span class="candidates">${say('document.candidates')}: ${work.candidates.map((id) => html`<code>${id}</code> `)}</span>`}${reasons.length > 0 && html`<span class="why">${joined(reasons.map((reason) => term('linkReason', reason)))}</span>`}</div></th></tr>
${group.map((citation) => mentionRow(document, citation, divisions))}</tbody>
`;
}

function mentionRow(document: string, { evidence, issuedOn, issuer, title, form, relation, eId }: Citation, divisions: ReadonlySet<string>): Html {
  return html`<tr>
<td class="quote"><q lang="vi">${evidence.quote}</q> ${title !== null && !evidence.quote.includes(title) && html` <span class="cited-title" lang="vi">${title}</span>`} <span class="where">${linesOf(evidence.lines)}${eId !== null && html` · ${divisions.has(eId) ? html`<a href="#${anchor('document', document, eId)}">${say('document.division', { id: eId })}</a>` : say('document.division', { id: eId })}`}</span></td>
<td class="date${issuedOn === null ? ' absent' : ''}">${issuedOn === null ? nothing() : printedValue(issuedOn)}</td>
<td${issuer === null && html` class="absent"`} lang="vi">${issuer?.name ?? nothing()}</td>
<td class="term">${term('form', form)}</td>
<td class="term">${term('relation', relation)}</td>
</tr>
`;
}
