import { AssignedAgency } from '../../model/assignments.ts';
import { type AgencyEntry, fullName } from '../registers/agency-register.ts';
import { flag, ISO_DATE, list, type Table, text, whole } from './table.ts';

/** An agency, and the agencies that followed it one step on. */
export interface AgencyRow {
  entry: AgencyEntry;
  successors: readonly AgencyEntry[];
}

const count = (name: string, value: (entry: AgencyEntry) => number) => whole<AgencyRow>(name, ({ entry }) => value(entry), { required: true, minimum: 0 });

/** `agencies.csv`: every agency that appears, and those that followed it. */
export const AGENCIES_TABLE: Table<AgencyRow> = {
  name: 'agencies',
  columns: [
    text('key', ({ entry }) => entry.key, { required: true, unique: true }),
    text('id', ({ entry }) => entry.known?.id ?? null),
    text('name', ({ entry }) => entry.name, { required: true }),
    text('full_name', ({ entry }) => fullName(entry), { required: true }),
    text('name_en', ({ entry }) => entry.known?.nameEn || null),
    list('aliases', ({ entry }) => entry.known?.aliases ?? []),
    flag('collective', ({ entry }) => entry.collective),
    text('level', ({ entry }) => entry.level, { enum: AssignedAgency.shape.level.unwrap().options }),
    text('territory_id', ({ entry }) => entry.territory?.id ?? null),
    text('territory', ({ entry }) => entry.territory?.name ?? null),
    text('valid_from', ({ entry }) => entry.known?.validFrom ?? null, { pattern: ISO_DATE }),
    text('valid_to', ({ entry }) => entry.known?.validTo ?? null, { pattern: ISO_DATE }),
    list('successor_keys', ({ successors }) => successors.map(({ key }) => key)),
    list('successors', ({ successors }) => successors.map(fullName)),
    count('documents', ({ documents }) => documents),
    count('issued', ({ issued }) => issued),
    count('assignments', ({ assignments }) => assignments),
    count('lead', ({ lead }) => lead),
    count('targets', ({ targets }) => targets),
  ],
  primaryKey: ['key'],
  foreignKeys: [],
};
