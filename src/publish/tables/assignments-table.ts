import { AssignedAgency, Assignment, Deadline, Role } from '../../model/assignments.ts';
import { agencyKey } from '../registers/agency-register.ts';
import { evidenceColumns, FACT_KEY, type FactRow, whoseColumns } from './fact-columns.ts';
import { flag, ISO_DATE, type Table, text } from './table.ts';

/** `assignments.csv`: one row per agency with something to do with a task. */
export const ASSIGNMENTS_TABLE: Table<FactRow<Assignment>> = {
  name: 'assignments',
  columns: [
    ...whoseColumns<Assignment>(),
    text('task_label', ({ fact }) => fact.task.label),
    text('task', ({ fact }) => fact.task.text),
    text('task_eid', ({ fact }) => fact.task.eId),
    text('agency_key', ({ fact }) => agencyKey(fact.agency), { required: true }),
    text('agency_id', ({ fact }) => fact.agency.id),
    text('agency', ({ fact }) => fact.agency.name, { required: true }),
    text('agency_raw', ({ fact }) => fact.agency.raw, { required: true }),
    flag('collective', ({ fact }) => fact.agency.collective),
    text('level', ({ fact }) => fact.agency.level, { enum: AssignedAgency.shape.level.unwrap().options }),
    text('territory_id', ({ fact }) => fact.agency.territory?.id ?? null),
    text('territory', ({ fact }) => fact.agency.territory?.name ?? null),
    text('qualifier', ({ fact }) => fact.agency.qualifier),
    text('role', ({ fact }) => fact.role, { required: true, enum: Role.options }),
    text('deadline', ({ fact }) => fact.deadline?.raw ?? null),
    text('deadline_from', ({ fact }) => fact.deadline?.from ?? null, { pattern: ISO_DATE }),
    text('deadline_to', ({ fact }) => fact.deadline?.to ?? null, { pattern: ISO_DATE }),
    text('deadline_kind', ({ fact }) => fact.deadline?.kind ?? null, { enum: Deadline.shape.kind.options }),
    text('funding', ({ fact }) => fact.funding),
    text('where', ({ fact }) => fact.where, { required: true, enum: Assignment.shape.where.options }),
    ...evidenceColumns<Assignment>(),
  ],
  primaryKey: FACT_KEY,
  foreignKeys: [
    { fields: ['document'], table: 'documents', reference: ['id'] },
    { fields: ['agency_key'], table: 'agencies', reference: ['key'] },
  ],
};
