import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { Citation, Identity } from '../model/facts.ts';
import type { NormalizedText } from '../model/text.ts';
import type { Root } from '../model/tree.ts';
import { readAssignments } from './assignments/assignments.ts';
import { readCitations } from './citations.ts';
import { readCalendar, readDates } from './dates.ts';
import { DocumentView } from './document-view.ts';
import { readIdentity } from './identity.ts';
import { logicalTables } from './tables/logical-table.ts';
import { withResponsible } from './targets/responsible.ts';
import { readTargets } from './targets/targets.ts';

export type ExtractKnowledge = Pick<
  Knowledge,
  'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'agencies' | 'territories' | 'relations' | 'headings' | 'tables' | 'targets' | 'indicators' | 'units' | 'roles'
>;

/**
 * Reads the facts of one document off its tree: identity, citations, dates, targets, assignments.
 * Afterwards `text.slice(start, end)` is the quote of every piece of evidence.
 */
export function extract(content: NormalizedText, tree: Root, part: number, parts: number, knowledge: ExtractKnowledge): ExtractedDocument {
  const view = new DocumentView(content, tree);
  const { identity, context, anchors } = readIdentity(view, knowledge);
  const citations = readCitations(view, identity, context, knowledge);
  const calendar = readCalendar(view.folded, knowledge);
  const dates = readDates(view, citations, calendar);
  const tables = logicalTables(view, knowledge);
  const targets = readTargets(view, tables, identity, citations, calendar, context, knowledge);
  const assignments = readAssignments(view, tables, identity, citations, context, knowledge);
  return {
    part,
    parts,
    lines: [content.lines[0]?.from ?? 1, content.lines.at(-1)?.to ?? 1],
    text: content.text,
    identity: withLowerBound(identity, citations),
    tree,
    citations,
    dates,
    targets: withResponsible(targets, assignments),
    assignments,
    repairs: content.repairs,
    completeness: judgeCompleteness(view, identity, anchors),
    inventedTail: null,
    lineBreaks: view.lineBreaks(),
    layout: content.layout,
  };
}

/** A document without a date is no older than the latest document it cites. */
function withLowerBound(identity: Identity, citations: readonly Citation[]): Identity {
  if (identity.issuedOn.value !== null) return identity;
  const latest = citations
    .flatMap(({ issuedOn }) => (issuedOn ? [issuedOn] : []))
    .sort()
    .at(-1);
  return { ...identity, issuedOn: { ...identity.issuedOn, notBefore: latest ?? null } };
}

function judgeCompleteness(view: DocumentView, identity: Identity, anchors: number): ExtractedDocument['completeness'] {
  const read = [identity.number?.value, identity.issuedOn.value, identity.issuer].filter((value) => value != null).length;
  const header = anchors === 0 ? 'missing' : read === 3 && identity.number?.derived === false ? 'complete' : 'partial';
  const signed = identity.signatories[0];
  const signature = !signed ? 'missing' : signed.name && signed.capacity ? 'complete' : 'partial';
  const last = view.leaves.at(-1);
  const ended = last === undefined || last.zone !== null || last.leaf.type === 'row' || /[.;:!?…)”"]\s*$/.test(last.words) || last.words.length < 60;
  return { header, body: ended ? 'complete' : 'truncated', signature };
}
