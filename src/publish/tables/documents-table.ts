import type { PublishedDocument } from '../../model/document.ts';
import { Completeness } from '../../model/document.ts';
import { System } from '../../model/facts.ts';
import { agencyKey } from '../registers/agency-register.ts';
import { ISO_DATE, list, type Table, text, whole } from './table.ts';

/** `documents.csv`: one row per document. */
export const DOCUMENTS_TABLE: Table<PublishedDocument> = {
  name: 'documents',
  columns: [
    text('id', ({ id }) => id, { required: true, unique: true }),
    text('number', ({ identity }) => identity.number && (identity.number.value ?? identity.number.raw)),
    text('system', ({ identity }) => identity.system, { enum: System.options }),
    text('type_code', ({ identity }) => identity.documentType?.code ?? null),
    text('type', ({ identity }) => identity.documentType?.name ?? null),
    text('title', ({ identity }) => identity.title?.value ?? null),
    text('issued_on', ({ identity }) => identity.issuedOn.value, { pattern: ISO_DATE }),
    text('not_before', ({ identity }) => identity.issuedOn.notBefore, { pattern: ISO_DATE }),
    text('issuer_key', ({ identity }) => identity.issuer && agencyKey(identity.issuer)),
    text('issuer_id', ({ identity }) => identity.issuer?.id ?? null),
    text('issuer', ({ identity }) => identity.issuer?.name ?? null),
    text('territory_id', ({ identity }) => identity.issuer?.territory?.id ?? null),
    text('territory', ({ identity }) => identity.issuer?.territory?.name ?? null),
    list('signed_by', ({ identity }) => identity.signatories.flatMap(({ name }) => name ?? [])),
    whole('citations', ({ citations }) => citations.length, { required: true, minimum: 0 }),
    whole('targets', ({ targets }) => targets.length, { required: true, minimum: 0 }),
    whole('assignments', ({ assignments }) => assignments.length, { required: true, minimum: 0 }),
    whole('findings', ({ findings }) => findings.length, { required: true, minimum: 0 }),
    text('header', ({ completeness }) => completeness.header, { required: true, enum: Completeness.shape.header.options }),
    text('body', ({ completeness }) => completeness.body, { required: true, enum: Completeness.shape.body.options }),
    text('signature', ({ completeness }) => completeness.signature, { required: true, enum: Completeness.shape.signature.options }),
    text('file', ({ source }) => source.file, { required: true }),
    whole('part', ({ source }) => source.part, { required: true, minimum: 1 }),
    whole('line_from', ({ source }) => source.lines[0], { required: true, minimum: 1 }),
    whole('line_to', ({ source }) => source.lines[1], { required: true, minimum: 1 }),
    text('sha256', ({ source }) => source.sha256, { required: true }),
    text('record', ({ id }) => `../documents/${id}.json`, { required: true }),
  ],
  primaryKey: ['id'],
  foreignKeys: [{ fields: ['issuer_key'], table: 'agencies', reference: ['key'] }],
};
