import type { CorpusCounts } from '../../model/corpus-counts.ts';
import type { PublishedDocument } from '../../model/document.ts';
import type { Bilingual } from '../../model/finding.ts';
import type { FindingList } from '../../model/finding-list.ts';
import type { AgencyEntry } from '../registers/agency-register.ts';
import type { IndicatorEntry } from '../registers/indicator-register.ts';
import { AgenciesOverview } from './agencies-overview.ts';
import { agenciesSection } from './agencies-section.ts';
import { documentDetail } from './detail.ts';
import { tableHead, tableRow } from './documents.ts';
import { findingsSection, type ShownLevel } from './findings.ts';
import { type Html, html } from './html.ts';
import { pageEnd, pageStart } from './page.ts';
import { TargetsOverview } from './targets-overview.ts';
import { targetsSection } from './targets-section.ts';
import { count, say } from './words.ts';

/** What the header of the report counts, and the files that could not be read. */
export interface ReportSummary extends CorpusCounts {
  findings: Record<ShownLevel, number>;
  problems: readonly { file: string; message: Bilingual }[];
}

/** A document and its normalized text. */
export interface ReportedDocument {
  document: PublishedDocument;
  text: string;
}

export interface ReportInput {
  summary: ReportSummary;
  /** Most important first; they are shown in this order within their level. */
  findings: FindingList;
  /** One at a time; a document is not kept once its row is written. */
  documents: AsyncIterable<ReportedDocument> | Iterable<ReportedDocument>;
  /** One of them again, by its place, for its detail below the table. */
  document(at: number): ReportedDocument;
  /** Every indicator and agency of the documents, with how often it appears: which of them are shown is decided before the documents come. */
  indicators: readonly IndicatorEntry[];
  agencies: readonly AgencyEntry[];
  /** Titles of rules and of the constraints of verdicts, by id. */
  rules: Readonly<Record<string, Bilingual>>;
  /** How many findings are shown. */
  findingLimit: number;
  /** How many documents get their outline and citations in the report, those with findings first; the rest get a row in the table only. */
  detailLimit: number;
}

/**
 * Writes the report page chunk by chunk, so that neither memory nor the page grows with the corpus: `findingLimit` findings, `detailLimit` details; only the
 * overviews of targets and tasks, which have a bound, wait until the table of documents before them is complete.
 * The same input gives the same bytes.
 */
export async function writeReport(input: ReportInput, write: (chunk: string) => void | Promise<void>): Promise<void> {
  const { summary, findings, documents, rules, findingLimit, detailLimit } = input;
  const put = async (chunk: Html) => await write(chunk.toString());
  await put(pageStart(summary));
  for (const chunk of findingsSection(findings, rules, findingLimit)) await put(chunk);

  const listed = new Set(findings.heads.slice(0, findingLimit).map(({ id }) => id));
  const first = firstInFindings(findings, detailLimit);
  let others = Math.max(0, detailLimit - first.size);
  const details: number[] = [];
  const targets = new TargetsOverview(input.indicators);
  const tasks = new AgenciesOverview(input.agencies);
  let rows = 0;
  await put(html`<section id="documents" aria-labelledby="documents-heading">
<h2 id="documents-heading">${say('page.documents')}</h2>
${tableHead()}`);
  for await (const { document } of documents) {
    const detailed = first.has(document.id) || others-- > 0;
    if (detailed) details.push(rows);
    targets.add(document);
    tasks.add(document);
    await put(tableRow(document, detailed, findings));
    rows++;
  }
  await put(html`</tbody></table></div>
<p class="empty no-match" hidden>${say('page.noMatch')}</p>${rows === 0 && html`<p class="empty">${say('page.noDocuments')}</p>`}
</section>
`);
  for (const chunk of targetsSection(targets, summary.targets)) await put(chunk);
  for (const chunk of agenciesSection(tasks, summary.assignments)) await put(chunk);
  await put(html`<section id="details" aria-labelledby="details-heading">
<div class="section-head"><h2 id="details-heading">${say('page.documentDetails')}</h2><p class="all"><button type="button" data-open-all>${say('page.openAll')}</button> <button type="button" data-close-all>${say('page.closeAll')}</button></p></div>
${
  details.length < rows &&
  html`<p class="note">${say('document.limited', { shown: count(details.length), hidden: count(rows - details.length) })}</p>
`
}`);
  for (const at of details) {
    const { document, text } = input.document(at);
    await put(documentDetail(document, text, findings, listed));
  }
  await put(html`</section>
`);
  await put(pageEnd(summary));
}

/** The documents of the most important findings, no more than get a detail. */
function firstInFindings({ heads }: FindingList, limit: number): Set<string> {
  const ids = new Set<string>();
  for (const { level, documents } of heads) {
    if (level === 'off') continue;
    for (const id of documents) if (ids.size < limit) ids.add(id);
  }
  return ids;
}
