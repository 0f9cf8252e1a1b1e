import { Comparator, Modality, Period, Target } from '../../model/targets.ts';
import { indicatorKey } from '../registers/indicator-register.ts';
import { evidenceColumns, FACT_KEY, type FactRow, whoseColumns } from './fact-columns.ts';
import { flag, list, real, type Table, text, whole } from './table.ts';

/** `targets.csv`: one row per committed value. */
export const TARGETS_TABLE: Table<FactRow<Target>> = {
  name: 'targets',
  columns: [
    ...whoseColumns<Target>(),
    text('indicator_key', ({ fact }) => indicatorKey(fact.indicator), { required: true }),
    text('indicator_id', ({ fact }) => fact.indicator.id),
    text('indicator', ({ fact }) => fact.indicator.name, { required: true }),
    text('indicator_raw', ({ fact }) => fact.indicator.raw, { required: true }),
    real('indicator_score', ({ fact }) => fact.indicator.match?.score ?? null, { minimum: 0, maximum: 1 }),
    text('area_id', ({ fact }) => fact.area?.id ?? null),
    text('area', ({ fact }) => fact.area?.name ?? null),
    text('scope_id', ({ fact }) => fact.scope?.id ?? null),
    text('scope', ({ fact }) => fact.scope?.name ?? null),
    text('period_kind', ({ fact }) => fact.period?.kind ?? null, { enum: Period.shape.kind.options }),
    whole('year_from', ({ fact }) => fact.period?.from ?? null),
    whole('year_to', ({ fact }) => fact.period?.to ?? null),
    text('comparator', ({ fact }) => fact.comparator, { required: true, enum: Comparator.options }),
    real('low', ({ fact }) => fact.low),
    real('high', ({ fact }) => fact.high),
    text('unit', ({ fact }) => fact.unit),
    real('canonical_low', ({ fact }) => fact.canonical?.low ?? null),
    real('canonical_high', ({ fact }) => fact.canonical?.high ?? null),
    text('canonical_unit', ({ fact }) => fact.canonical?.unit ?? null),
    flag('approximate', ({ fact }) => fact.approximate),
    text('modality', ({ fact }) => fact.modality, { enum: Modality.options }),
    text('state', ({ fact }) => fact.state),
    text('change_direction', ({ fact }) => fact.change?.direction ?? null, { enum: ['increase', 'decrease'] }),
    whole('change_base', ({ fact }) => fact.change?.base ?? null),
    text('change_per', ({ fact }) => fact.change?.per ?? null, { enum: ['year'] }),
    text('where', ({ fact }) => fact.where, { required: true, enum: Target.shape.where.options }),
    list('responsible_ids', ({ fact }) => fact.responsible.flatMap(({ id }) => id ?? [])),
    list('responsible', ({ fact }) => fact.responsible.map(({ name }) => name)),
    list('flags', ({ fact }) => fact.flags),
    text('eid', ({ fact }) => fact.eId),
    text('raw', ({ fact }) => fact.raw, { required: true }),
    ...evidenceColumns<Target>(),
  ],
  primaryKey: FACT_KEY,
  foreignKeys: [
    { fields: ['document'], table: 'documents', reference: ['id'] },
    { fields: ['indicator_key'], table: 'indicators', reference: ['key'] },
  ],
};
