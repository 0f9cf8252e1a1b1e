import { z } from 'zod';
import { AgencyLevel } from '../model/assignments.ts';
import { Relation } from '../model/facts.ts';
import { Bilingual, Level } from '../model/finding.ts';
import { Modality } from '../model/targets.ts';
import { ColumnKind, DivisionKind } from '../model/tree.ts';
import type { LineForm } from './files.ts';

const list = z.string().transform((cell) =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean),
);
const optional = z.string().transform((cell) => (cell.trim() === '' ? null : cell.trim()));
/** True for a day of the calendar: 2023-02-31 is none. */
function isDay(cell: string): boolean {
  const day = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell);
}

const isoDate = z
  .string()
  .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, 'yyyy-mm-dd')
  .refine((cell) => !/^\d{4}-\d{2}-\d{2}$/.test(cell) || isDay(cell), 'yyyy-mm-dd')
  .transform((cell) => cell || null);
const phrases = z.array(z.string().min(1));

/** A pattern an archivist may change, with texts it must and must not match. */
const pattern = z.strictObject({ pattern: z.string(), examples: phrases.min(1), counter_examples: phrases.min(1) });

export const DocumentTypeRow = z.object({
  code: z.string(),
  name: z.string().min(1),
  name_en: z.string(),
  system: z.enum(['state', 'party', 'both']),
  kind: z.enum(['administrative', 'legal', 'party', 'copy', 'paper', 'hypernym']),
  aliases: list,
  examples: list,
  counter_examples: list,
  source: z.string().min(1),
});

export const AgencyRow = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  name_en: z.string(),
  system: z.enum(['state', 'party']),
  level: z.enum(['central', 'province', 'district', 'commune', 'cell', '']),
  codes: list,
  parent: optional,
  territorial: z.enum(['yes', 'no', '']),
  aliases: list,
  valid_from: isoDate,
  valid_to: isoDate,
  successors: list,
  source: z.string().min(1),
});

export const TerritoryRow = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  kind: z.string().min(1),
  parent: optional,
  aliases: list,
  valid_from: isoDate,
  valid_to: isoDate,
  successors: list,
  source: z.string().min(1),
});

export const PartyTermRow = z.object({
  committee: z.string().min(1),
  term: z.string().min(1),
  from: isoDate,
  to: isoDate,
  boundary_days: z.string().transform((cell) => Number(cell || '0')),
  source: z.string().min(1),
});

/** A law that replaced or revised an earlier one of its name. */
export const LawRow = z.object({ number: z.string().min(1), name: z.string().min(1), passed: z.iso.date(), source: z.string().min(1) });

export const LegislatureRow = z.object({
  number: z.string().regex(/^\d+$/).transform(Number),
  roman: z.string(),
  from: isoDate,
  to: isoDate,
  boundary_days: z.string().transform((cell) => Number(cell || '0')),
  source: z.string().min(1),
});

export const HeadingsFile = z.strictObject({
  styles: z.array(
    pattern.extend({
      kind: DivisionKind,
      counting: z.enum(['ordinal', 'roman', 'arabic', 'upper', 'letter', 'decimal', 'none']),
      alone: z.boolean().default(false),
    }),
  ),
  ordinals: z.record(z.string(), z.int()),
  alphabets: z.strictObject({ vietnamese: z.string(), latin: z.string() }),
  ordinal_headers: phrases,
});

export const RepairsFile = z.strictObject({
  characters: z.array(z.strictObject({ from: z.string().length(1), to: z.string().length(1), when: z.string().length(1).optional(), rule: z.string(), examples: phrases })),
  latex: z.record(z.string(), z.string()),
  length_units: phrases,
  dangling_words: phrases,
  dangling_nouns: phrases,
  whole_words: phrases,
  unbroken_phrases: phrases,
  number_announcers: phrases,
  letter_announcers: phrases,
  numeral_announcers: phrases,
  numeral_strokes: z.record(z.string().min(1), z.string().regex(/^[IVX]{1,2}$/)),
  doubled_letters: phrases,
  digit_signs: z.record(z.string().length(1), z.string().regex(/^\d$/)),
  page_number: pattern,
  ticks: pattern,
  english_words: phrases,
});

export const TablesFile = z.strictObject({
  columns: z.array(pattern.extend({ kind: ColumnKind, yearless: z.boolean().default(false) })),
  unit_line: pattern,
  none_cells: phrases,
  same_cells: phrases,
  total_rows: phrases,
});

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

const byKey = <K extends string>(keys: readonly K[]) => z.strictObject(Object.fromEntries(keys.map((key) => [key, phrases])) as Record<K, typeof phrases>);

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
  conjunctions: phrases,
  plural_years: phrases,
  share_head: z.string(),
  share_join: z.string(),
  rate_join: z.string(),
  count_head: z.string(),
  count_heads: phrases,
  share_of: phrases,
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
  rate_bases: phrases,
  clause_verbs: phrases,
  predicates: phrases,
  name_ends: phrases,
  funding_heads: phrases,
  past_words: phrases,
  past_headings: phrases,
  goal_headings: phrases,
  no_target_before: phrases,
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
  activity_nouns: phrases,
  state_verbs: phrases,
  task_states: phrases,
  scopes: z.array(pattern.extend({ id: z.string() })),
  country_words: phrases,
  silent_words: phrases,
  synonyms: z.record(z.string(), z.string()),
});

const namedPattern = pattern.extend({ id: z.string() });

export const DatesFile = z.strictObject({
  dates: z.array(namedPattern),
  partial_date: pattern,
  horizons: z.array(namedPattern.extend({ kind: z.enum(['by', 'in', 'before', 'after', 'period', 'vision', 'recurring', 'term']), shift: z.int().default(0) })),
});

export const CitationsFile = z.strictObject({
  historical_bodies: phrases,
  state_body_codes: phrases,
  party_body_codes: phrases,
  hyphenated_bodies: phrases,
  ministry_codes: pattern,
  one_letter_codes: phrases,
  code_spellings: z.record(z.string(), z.string()),
  central_codes: phrases,
  district_codes: phrases,
  province_codes: pattern,
  any_level_codes: phrases,
  legislature_bodies: phrases,
  body_prefixes: pattern,
  short_form_markers: phrases,
  anaphors: phrases,
  issuer_words: phrases,
  list_connectors: phrases,
  name_joiners: phrases,
  plural_words: phrases,
  issue_words: phrases,
  same_day_words: phrases,
  attached_after_words: phrases,
  term_words: phrases,
  issuer_before_words: phrases,
  done_words: phrases,
  body_stop_words: phrases,
  body_head_words: phrases,
  boards: phrases,
  board_compounds: phrases,
  title_words: phrases,
  subject_links: phrases,
  attribution_words: phrases,
  law_word: z.string().min(1),
  drafting_words: phrases,
  draft_words: phrases,
  revised_words: phrases,
  title_stop_words: phrases,
  stop_abbreviations: phrases,
});

export const RelationsFile = z.strictObject({
  relations: z.array(z.strictObject({ relation: Relation, phrases, examples: phrases.min(1), counter_examples: phrases.min(1) })),
  causal: z.array(Relation),
  alone: z.array(Relation),
  procedures: z.array(z.strictObject({ before: phrases, after: phrases, relation: Relation })),
  orders: phrases,
  order_leads: phrases,
});

/** What a phrase of `roles.yaml` says of the bodies around it. */
export const TriggerKind = z.enum([
  'lead',
  'is-lead',
  'co-lead',
  'coordinate',
  'focal',
  'order',
  'request',
  'given-to',
  'direct',
  'advise',
  'guide',
  'guided-by',
  'monitor',
  'supervised-by',
  'report',
  'inform',
  'via',
  'duty',
  'past',
  'mute',
]);
export type TriggerKind = z.infer<typeof TriggerKind>;

export const RolesFile = z.strictObject({
  triggers: z.array(z.strictObject({ kind: TriggerKind, phrases: phrases.min(1), examples: phrases.min(1), counter_examples: phrases.min(1) })),
  adverbs: phrases,
  verbs: z.string().transform((words) => words.split(',').map((word) => word.trim().replace(/\s+/g, ' '))),
  insertions: phrases,
  openings: phrases,
  past_openings: pattern,
  no_predicates: phrases,
  passive_verbs: phrases,
  purpose_words: phrases,
  links: phrases,
  narrations: phrases,
  announcements: phrases,
  giver_words: phrases,
  prepositions: phrases,
  list_heads: phrases,
  list_connectors: phrases,
  body_heads: phrases,
  no_bodies: phrases,
  small_names: phrases,
  norms: phrases,
  persons: phrases,
  supervisors: phrases,
  collectives: z.strictObject({
    determiners: phrases,
    heads: phrases,
    nouns: z.array(z.strictObject({ level: AgencyLevel.optional(), open: z.boolean().default(false), words: phrases.min(1) })),
    places: phrases,
    levels: z.record(z.string(), AgencyLevel.nullable()),
    qualifiers: phrases,
    relevance: phrases,
    owners: phrases,
    areas: phrases,
    exceptions: phrases,
    vague: phrases,
  }),
  headings: z.strictObject({ past: pattern, leads: phrases, tails: phrases }),
  attributes: z.strictObject({ deadline: phrases, funding: phrases, lead: phrases, coordinate: phrases, execute: phrases, other: phrases }),
  deadlines: z.strictObject({ leads: phrases, before: phrases, recurring: pattern, day: pattern, half: pattern, second_half: z.string(), hours: pattern, relative: pattern }),
  funding: pattern,
});

export const AnatomyFile = z.strictObject({
  national_heading: phrases,
  national_motto: phrases,
  party_heading: phrases,
  number_words: phrases.min(1),
  date_words: phrases.min(1),
  month_words: phrases.min(1),
  year_words: phrases.min(1),
  arrival_stamp_words: phrases.min(1),
  number_line: pattern,
  place_date_line: pattern,
  filled_date: pattern,
  subject_line: pattern,
  addressee_line: pattern,
  basis_line: pattern,
  basis_words: phrases,
  enacting_authorities: phrases,
  enacting_exceptions: phrases,
  about_words: phrases,
  enacting_verbs: phrases,
  perfect_words: phrases,
  issuer_link_words: phrases,
  name_connectors: phrases,
  units_of_superior: phrases,
  passing_on_issuers: phrases,
  capital_abbreviations: phrases,
  untyped_document: z.string().min(1),
  recipients_line: pattern,
  archive_item: z.string(),
  signature_authority: pattern,
  on_behalf_marks: phrases,
  on_behalf_words: phrases,
  deputy_marks: phrases,
  capacities: phrases,
  honorifics: phrases,
  signed_marks: phrases,
  signed_words: phrases,
  annex_caption: pattern,
  attachment_titles: phrases,
  form_marks: phrases,
  urgency: phrases,
  confidentiality: phrases,
  adoption_sentence: pattern,
  directing_phrases: phrases,
  end_mark: z.string(),
  territory_kinds: z.record(z.string(), z.string()),
  territory_abbreviations: phrases,
  party_committees: phrases,
  layout_table: pattern,
  error_page: pattern,
});

export const ChecksFile = z.strictObject({
  rules: z.record(
    z.string(),
    z.strictObject({
      level: Level,
      /** `copy`: what it flags may be the fault of the copy at hand, and is nothing to ask the issuer about. */
      about: z.enum(['document', 'copy']).default('document'),
      title: Bilingual,
      message: Bilingual,
      kinds: z.record(z.string(), z.strictObject({ level: Level.optional(), message: Bilingual.optional() })).default({}),
      options: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
    }),
  ),
  constraints: z.record(z.string(), z.strictObject({ title: Bilingual, vi: z.string(), en: z.string() })),
  verdicts: z.record(z.string(), Bilingual),
  causes: z.strictObject({ same_value: z.strictObject({ words: Bilingual }), older_part: z.strictObject({ rules: phrases, words: Bilingual }) }),
  confusable_digits: phrases,
  counted_nouns: phrases,
  populations: z.array(phrases),
  population_fillers: phrases,
  sum_leads: phrases,
  part_leads: phrases,
  never_doubled: phrases,
  may_be_doubled: phrases,
  small_words: phrases,
  set_phrases: phrases,
  set_compounds: phrases,
  misread_words: z.record(z.string(), z.string()),
});

export const PipelineFile = z.strictObject({
  stages: z.tuple([
    z.literal('read'),
    z.literal('normalize'),
    z.literal('split'),
    z.literal('segment'),
    z.literal('extract'),
    z.literal('resolve'),
    z.literal('check'),
    z.literal('publish'),
  ]),
  options: z.strictObject({ max_bytes: z.int().positive(), page_seconds: z.int().positive(), ignore: phrases, report_details: z.int().nonnegative() }),
});

/** A line of `word-pairs.txt`: two words in small letters and a count. */
export const WORD_PAIR: LineForm = { pattern: /^\p{Ll}{1,30} \p{Ll}{1,30} \d{1,6}$/u, example: 'đô thị 412' };
