import type { PublishedDocument } from '../../model/document.ts';
import type { Identity } from '../../model/facts.ts';
import type { FindingList } from '../../model/finding-list.ts';
import { nothing, tag } from './evidence.ts';
import { SHOWN_LEVELS } from './findings.ts';
import { anchor, type Content, type Html, html, joined } from './html.ts';
import { printedValue } from './value.ts';
import { count, say, term } from './words.ts';

/** Where a document's record lies, seen from the report. */
export function recordLink(document: PublishedDocument): string {
  return published(`${document.id}.json`);
}

/** Where a document's normalized text lies, seen from the report. */
export function textLink(document: PublishedDocument): string {
  return published(document.text.file);
}

/** Always a path below `documents/`, whatever the name. */
function published(name: string): string {
  const segments = name.split('/').filter((segment) => !['', '.', '..'].includes(segment));
  return ['documents', ...segments.map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))].join('/');
}

/** What a document is called: its number, else its type. */
export function documentName({ number, documentType }: Identity): Html {
  if (number) return html`<span lang="vi">${number.value ?? number.raw}</span>`;
  return documentType
    ? html`<span lang="vi">${documentType.name}</span> <span class="none">${say('document.noNumber')}</span>`
    : html`<span class="none">${say('document.noNumber')}</span>`;
}

/** The day of issue in short: the day, or how early it can be. */
function issueDate({ value, notBefore }: Identity['issuedOn']): Html {
  if (value !== null) return printedValue(value);
  return nothing(notBefore !== null && say('document.notBefore', { date: printedValue(notBefore) }));
}

/** The head of the table of documents. */
export function tableHead(): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="documents-heading"><table class="documents">
<caption class="unseen">${say('document.tableCaption')}</caption>
<thead><tr><th scope="col">${say('document.number')}</th><th scope="col">${say('document.date')}</th><th scope="col">${say('document.type')}</th><th scope="col">${say('document.issuer')}</th><th scope="col">${say('document.title')}</th><th scope="col" class="number">${say('document.citations')}</th><th scope="col" class="number">${say('document.targets')}</th><th scope="col" class="number">${say('document.assignments')}</th><th scope="col">${say('document.findings')}</th></tr></thead>
<tbody>
`;
}

/** The row of a document; it leads to the document's detail, or to its record where the report has none. */
export function tableRow(document: PublishedDocument, detailed: boolean, findings: FindingList): Html {
  const { identity, id, source } = document;
  const target = anchor('document', id);
  const link = detailed ? `#${target}` : recordLink(document);
  return html`<tr data-find="document" data-key="${target}"${detailed ? null : html` id="${target}"`}>
<th scope="row"><a href="${link}">${documentName(identity)}</a>${detailed ? null : html` <span class="unseen">${say('document.noDetail')}</span>`}</th>
<td class="date">${issueDate(identity.issuedOn)}</td>
<td lang="vi">${identity.documentType?.name ?? nothing()}</td>
<td lang="vi">${identity.issuer?.name ?? nothing()}</td>
<td class="title" lang="vi">${identity.title ? identity.title.value : html`<span class="none">${say('document.untitled')}</span>`}<code class="place">${source.file}${source.parts > 1 && html` ${source.part}/${source.parts}`}</code></td>
<td class="number"><span class="unit">${say('document.citations')}</span> ${count(document.citations.length)}</td>
<td class="number"><span class="unit">${say('document.targets')}</span> ${tally(document.targets.length)}</td>
<td class="number"><span class="unit">${say('document.assignments')}</span> ${tally(document.assignments.length)}</td>
<td class="levels"><span class="unit">${say('document.findings')}</span> ${findingTally(document.findings, findings)}</td>
</tr>
`;
}

function tally(number: number): Content {
  return number === 0 ? html`<span class="none">0</span>` : count(number);
}

/** How many findings of which level a document has a part in. */
function findingTally(ids: readonly string[], findings: FindingList): Content {
  const open = ids.filter((id) => !findings.head(id)?.suppressed);
  if (open.length === 0) return html`<span class="none">0</span>`;
  const levels = open.map((id) => findings.head(id)?.level);
  const tags = SHOWN_LEVELS.map((level) => {
    const number = levels.filter((found) => found === level).length;
    return number > 0 && tag(level, html`${count(number)} ${term('level', level)}`);
  });
  const known = joined(tags, ' ');
  return known.length > 0 ? known : count(open.length);
}
