import { z } from 'zod';
import { Relation } from '../model/facts.ts';
import { Bilingual, Level } from '../model/finding.ts';
import { ColumnKind, DivisionKind } from '../model/tree.ts';

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

export const AnatomyFile = z.strictObject({
  national_heading: phrases,
  national_motto: phrases,
  party_heading: phrases,
  number_words: phrases.min(1),
  date_words: phrases.min(1),
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
      title: Bilingual,
      message: Bilingual,
      kinds: z.record(z.string(), z.strictObject({ level: Level.optional(), message: Bilingual.optional() })).default({}),
      options: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
    }),
  ),
  constraints: z.record(z.string(), z.strictObject({ title: Bilingual, vi: z.string(), en: z.string() })),
  verdicts: z.record(z.string(), Bilingual),
  confusable_digits: phrases,
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
  options: z.strictObject({ max_bytes: z.int().positive(), ignore: phrases, report_details: z.int().nonnegative() }),
});
