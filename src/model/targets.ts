import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Reference } from './facts.ts';

/** How a value binds. `change`: the amount by which a level is to rise or fall; `status`: a state to be reached, without a number. */
export const Comparator = z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'range', 'min-to-ge', 'change', 'status']);
export type Comparator = z.infer<typeof Comparator>;

/** The time a target is for, in years as printed: `trước năm 2025` is `before` with `to: 2025`. */
export const Period = z.object({ kind: z.enum(['by', 'in', 'before', 'from', 'during', 'vision']), from: z.int().nullable(), to: z.int().nullable() });
export type Period = z.infer<typeof Period>;

export const Modality = z.enum(['strive', 'expect', 'orient', 'basically', 'ensure', 'toward']);
export type Modality = z.infer<typeof Modality>;

/** Why a target is linked to a row of `indicators.csv`: the name or alias that fits best and how well, from 0 to 1. */
const IndicatorMatch = z.object({ alias: z.string(), score: z.number() });

/**
 * What is measured. `name` is the registry's where `id` is set, else the words of the document; `raw` always the words.
 * An unlinked indicator has the nearest rows as `candidates`.
 */
export const TargetIndicator = z.object({
  id: z.string().nullable(),
  name: z.string(),
  raw: z.string(),
  match: IndicatorMatch.nullable(),
  candidates: z.array(IndicatorMatch.extend({ id: z.string() })),
});
export type TargetIndicator = z.infer<typeof TargetIndicator>;

/** What a reader has to know of how a target was read; see the glossary of the README. */
export const TargetFlag = z.enum([
  'arrow', // `16 -> 24%`: probably `16 - ≥ 24%` misread
  'year-inherited', // the horizon stands in an earlier sentence, a lead-in or a heading
  'approximate-inherited', // `khoảng` stands before the first of several values only
  'vacuous-bound', // `tối thiểu 100%` of a share
  'label-year', // the label names another year than the column the value stands in
  'base-year', // a change against a level of an earlier year
]);
export type TargetFlag = z.infer<typeof TargetFlag>;

const Amount = { low: z.number().nullable(), high: z.number().nullable(), unit: z.string().nullable() };

/** A committed future value (domain reference 6). */
export const Target = z.object({
  id: z.string(),
  indicator: TargetIndicator,
  area: Reference.nullable(),
  /** The part of the area or of what is counted: `khu vực nội thị`. */
  scope: Reference.nullable(),
  period: Period.nullable(),
  comparator: Comparator,
  ...Amount,
  /** The same amount in the canonical unit of its dimension; null where the unit is in no list. */
  canonical: z.object(Amount).nullable(),
  approximate: z.boolean(),
  modality: Modality.nullable(),
  /** Only with `status`: the state to be reached, in the document's words. */
  state: z.string().nullable(),
  /** Only with `change`: which way, against the level of which year, and whether per year. */
  change: z.object({ direction: z.enum(['increase', 'decrease']), base: z.int().nullable(), per: z.enum(['year']).nullable() }).nullable(),
  where: z.enum(['prose', 'table', 'footnote']),
  responsible: z.array(Reference),
  flags: z.array(TargetFlag),
  eId: z.string().nullable(),
  /** The value as printed: `60 - 70%`. */
  raw: z.string(),
  evidence: Evidence,
  /** Further places that give the same value: a cell beside the label, the header that gives the year. */
  furtherEvidence: z.array(Evidence),
});
export type Target = z.infer<typeof Target>;
