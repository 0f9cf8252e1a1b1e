import { type Finding, Level, Verdict } from '../../model/finding.ts';
import { list, type Table, text, whole } from './table.ts';

/** `findings.csv`: one row per finding; all sides and grounds are in `findings.json`. */
export const FINDINGS_TABLE: Table<Finding> = {
  name: 'findings',
  columns: [
    text('id', ({ id }) => id, { required: true, unique: true }),
    text('rule', ({ rule }) => rule, { required: true }),
    text('level', ({ level }) => level, { required: true, enum: Level.options }),
    text('subject', ({ subject }) => subject),
    text('message_vi', ({ message }) => message.vi),
    text('message_en', ({ message }) => message.en),
    list('documents', ({ documents }) => documents),
    whole('places', ({ sides }) => sides.length, { required: true, minimum: 0 }),
    list('values', ({ sides }) => [...new Set(sides.flatMap(({ value }) => value ?? []))]),
    text('likely_value', ({ verdict }) => verdict?.value ?? null),
    text('confidence', ({ verdict }) => verdict?.confidence ?? null, { enum: Verdict.shape.confidence.options }),
    list('decided_by', ({ verdict }) => verdict?.decidedBy ?? []),
    text('reason_vi', ({ verdict }) => verdict?.reason.vi ?? null),
    text('reason_en', ({ verdict }) => verdict?.reason.en ?? null),
    text('suppressed_reason', ({ suppressed }) => suppressed?.reason ?? null),
    text('suppressed_by', ({ suppressed }) => suppressed?.by ?? null),
    text('suppressed_on', ({ suppressed }) => suppressed?.date ?? null),
    text('cause', ({ cause }) => cause?.root ?? null),
  ],
  primaryKey: ['id'],
  foreignKeys: [],
};
