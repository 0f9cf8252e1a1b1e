import type { PublishedDocument } from '../../model/document.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type Column, ISO_DATE, text, whole } from './table.ts';

/** A fact and the document it was read from. */
export interface FactRow<Fact> {
  document: PublishedDocument;
  fact: Fact;
}

/** What identifies a fact: its document and its id in it. */
export const FACT_KEY = ['document', 'id'] as const;

/** The columns every fact begins with: what it is, and which document says it. */
export function whoseColumns<Fact extends { id: string }>(): Column<FactRow<Fact>>[] {
  return [
    text('document', ({ document }) => document.id, { required: true }),
    text('id', ({ fact }) => fact.id, { required: true }),
    text('number', ({ document: { identity } }) => identity.number && (identity.number.value ?? identity.number.raw)),
    text('issued_on', ({ document }) => document.identity.issuedOn.value, { pattern: ISO_DATE }),
    text('issuer_id', ({ document }) => document.identity.issuer?.id ?? null),
    text('issuer', ({ document }) => document.identity.issuer?.name ?? null),
  ];
}

/** The columns every fact ends with: its words, and where they stand. */
export function evidenceColumns<Fact extends { evidence: Evidence }>(): Column<FactRow<Fact>>[] {
  return [
    text('quote', ({ fact }) => fact.evidence.quote, { required: true }),
    text('file', ({ document }) => document.source.file, { required: true }),
    whole('line_from', ({ fact }) => fact.evidence.lines[0], { required: true, minimum: 1 }),
    whole('line_to', ({ fact }) => fact.evidence.lines[1], { required: true, minimum: 1 }),
    whole('start', ({ fact }) => fact.evidence.start, { required: true, minimum: 0 }),
    whole('end', ({ fact }) => fact.evidence.end, { required: true, minimum: 0 }),
  ];
}
