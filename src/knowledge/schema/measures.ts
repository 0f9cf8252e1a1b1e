import { z } from 'zod';
import { Modality } from '../../model/targets.ts';
import { ColumnKind } from '../../model/tree.ts';
import { byKey, list, optional, pattern, phrases } from './cells.ts';

/** `tables.yaml`: what columns mean. */
export const TablesFile = z.strictObject({
  columns: z.array(pattern.extend({ kind: ColumnKind, yearless: z.boolean().default(false) })),
  unit_line: pattern,
  none_cells: phrases,
  same_cells: phrases,
  total_rows: phrases,
});

/** A row of `indicators.csv`. */
export const IndicatorRow = z.object({
  id: z.string().regex(/^[A-Za-z0-9.-]+$/),
  name: z.string().min(1),
  name_en: z.string(),
  dimension: z.string().min(1),
  unit: optional,
  denominator: optional,
  polarity: z.enum(['up', 'down', '']),
  sector: z.string(),
  aliases: list,
  source: z.string().min(1),
});

/** A row of `units.csv`. */
export const UnitRow = z.object({
  symbol: z.string().min(1),
  name_en: z.string(),
  dimension: z.string().min(1),
  factor: z
    .string()
    .refine((cell) => Number(cell) > 0, 'number > 0')
    .transform(Number),
  forms: list,
  source: z.string().min(1),
});

/** `targets.yaml`: the words of targets. */
export const TargetsFile = z.strictObject({
  comparators: byKey(['ge', 'gt', 'le', 'lt']),
  approximate: phrases,
  bounds_after: byKey(['ge', 'le']),
  range_start: phrases,
  range_joins: phrases,
  multipliers: z.record(z.string(), z.number()),
  modality: byKey(Modality.options),
  value_verbs: phrases,
  share_verbs: phrases,
  level_verbs: phrases,
  increase_words: phrases,
  decrease_words: phrases,
  multiple_words: phrases,
  multiple_units: phrases,
  growth_heads: phrases,
  base_words: phrases,
  deadline_words: phrases,
  per_year: phrases,
  fillers: phrases,
  name_tails: phrases,
  conjunctions: phrases,
  companions: phrases,
  plural_years: phrases,
  share_head: z.string(),
  share_join: z.string(),
  rate_join: z.string(),
  count_head: z.string(),
  count_heads: phrases,
  share_of: phrases,
  out_of: phrases,
  scope_words: phrases,
  heads: phrases,
  each_words: phrases,
  ordinal_words: phrases,
  ordinals_unless_unit: phrases,
  declared_nouns: phrases,
  time_units: phrases,
  time_heads: phrases,
  age_units: phrases,
  class_nouns: phrases,
  ratio_heads: phrases,
  shared_heads: phrases,
  parallels: z.array(phrases),
  rate_bases: phrases,
  clause_verbs: phrases,
  predicates: phrases,
  name_ends: phrases,
  funding_heads: phrases,
  past_words: phrases,
  past_headings: phrases,
  announcing_verbs: phrases,
  goal_headings: phrases,
  no_target_before: phrases,
  negations: phrases,
  base_brackets: phrases,
  result_brackets: phrases,
  joint_names: phrases,
  part_words: phrases,
  sum_words: phrases,
  lead_words: phrases,
  openers: phrases,
  home_words: phrases,
  per_person_words: phrases,
  raise_words: byKey(['increase', 'decrease']),
  trail_words: phrases,
  noun_stops: phrases,
  count_nouns: phrases,
  compounds: phrases,
  activity_nouns: phrases,
  state_verbs: phrases,
  task_states: phrases,
  scopes: z.array(pattern.extend({ id: z.string() })),
  country_words: phrases,
  silent_words: phrases,
  synonyms: z.record(z.string(), z.string()),
});
