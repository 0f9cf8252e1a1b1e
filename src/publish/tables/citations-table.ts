import type { PublishedDocument } from '../../model/document.ts';
import { CitationForm, Relation, WorkLink } from '../../model/facts.ts';
import { evidenceColumns, FACT_KEY, type FactRow, whoseColumns } from './fact-columns.ts';
import { ISO_DATE, list, type Table, text } from './table.ts';

type Citation = PublishedDocument['citations'][number];

/** `citations.csv`: one row per mention of a document in a document. */
export const CITATIONS_TABLE: Table<FactRow<Citation>> = {
  name: 'citations',
  columns: [
    ...whoseColumns<Citation>(),
    text('cited_number', ({ fact }) => fact.number),
    text('cited_type', ({ fact }) => fact.documentType),
    text('cited_on', ({ fact }) => fact.issuedOn, { pattern: ISO_DATE }),
    text('cited_issuer_id', ({ fact }) => fact.issuer?.id ?? null),
    text('cited_issuer', ({ fact }) => fact.issuer?.name ?? null),
    text('cited_title', ({ fact }) => fact.title),
    text('form', ({ fact }) => fact.form, { required: true, enum: CitationForm.options }),
    text('relation', ({ fact }) => fact.relation, { required: true, enum: Relation.options }),
    text('within', ({ fact }) => fact.within),
    text('work_id', ({ fact }) => fact.work.id),
    text('work_status', ({ fact }) => fact.work.status, { required: true, enum: WorkLink.shape.status.options }),
    text('work_reason', ({ fact }) => fact.work.reason || null),
    list('work_candidates', ({ fact }) => fact.work.candidates),
    text('eid', ({ fact }) => fact.eId),
    ...evidenceColumns<Citation>(),
  ],
  primaryKey: FACT_KEY,
  foreignKeys: [
    { fields: ['document'], table: 'documents', reference: ['id'] },
    { fields: ['document', 'within'], table: '', reference: FACT_KEY },
  ],
};
