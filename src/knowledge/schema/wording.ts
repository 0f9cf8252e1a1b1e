import { z } from 'zod';
import { Relation } from '../../model/facts.ts';
import { DivisionKind } from '../../model/tree.ts';
import type { LineForm } from '../files.ts';
import { namedPattern, pattern, phrases } from './cells.ts';

/** `headings.yaml`: styles of labels. */
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

/** `repairs.yaml`: damage of texts. */
export const RepairsFile = z.strictObject({
  characters: z.array(z.strictObject({ from: z.string().length(1), to: z.string().length(1), when: z.string().length(1).optional(), rule: z.string(), examples: phrases })),
  capitals: z.array(pattern.extend({ to: z.string(), rule: z.string() })),
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
  alike_letters: phrases,
  set_phrases: phrases,
  digit_signs: z.record(z.string().length(1), z.string().regex(/^\d$/)),
  page_number: pattern,
  ticks: pattern,
  english_words: phrases,
  picture_words: phrases,
});

/** A line of `word-pairs.txt`: two words in small letters and a count. */
export const WORD_PAIR: LineForm = { pattern: /^\p{Ll}{1,30} \p{Ll}{1,30} \d{1,6}$/u, example: 'đô thị 412' };

/** A line of `compounds.txt`: a word of two syllables. */
export const COMPOUND: LineForm = { pattern: /^\p{Ll}{1,7} \p{Ll}{1,7}$/u, example: 'thi hành' };

/** `dates.yaml`: dates and horizons. */
export const DatesFile = z.strictObject({
  dates: z.array(namedPattern),
  partial_date: pattern,
  horizons: z.array(namedPattern.extend({ kind: z.enum(['by', 'in', 'before', 'after', 'period', 'vision', 'recurring', 'term']), shift: z.int().default(0) })),
});

/** `citations.yaml`: numbers and the words around them. */
export const CitationsFile = z.strictObject({
  historical_bodies: phrases,
  state_body_codes: phrases,
  party_body_codes: phrases,
  hyphenated_bodies: phrases,
  ministry_codes: pattern,
  one_letter_codes: phrases,
  code_spellings: z.record(z.string(), z.string()),
  central_codes: phrases,
  central_name_ends: phrases,
  district_codes: phrases,
  province_codes: pattern,
  any_level_codes: phrases,
  legislature_bodies: phrases,
  body_prefixes: pattern,
  short_form_markers: phrases,
  anaphors: phrases,
  looking_back_anaphors: phrases,
  serial_exceptions: phrases,
  issuer_words: phrases,
  list_connectors: phrases,
  name_joiners: phrases,
  plural_words: phrases,
  issue_words: phrases,
  told_issue_words: phrases,
  day_words: phrases,
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
  named_acts: phrases.min(1),
  drafting_words: phrases,
  draft_words: phrases,
  revised_words: phrases,
  title_stop_words: phrases,
  title_exits: phrases,
  stop_abbreviations: phrases,
});

/** `relations.yaml`: how a citation relates to its document. */
export const RelationsFile = z.strictObject({
  relations: z.array(z.strictObject({ relation: Relation, phrases, examples: phrases.min(1), counter_examples: phrases.min(1) })),
  causal: z.array(Relation),
  alone: z.array(Relation),
  proposals: phrases,
  procedures: z.array(z.strictObject({ before: phrases, after: phrases, relation: Relation })),
  orders: phrases,
  order_leads: phrases,
});

/** `anatomy.yaml`: the parts of a document. */
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
  meeting_ordinals: phrases,
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
  portal_labels: phrases,
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
