import { z } from 'zod';
import { Bilingual, Level } from '../../model/finding.ts';
import { phrases } from './cells.ts';

/** Words of two syllables: "Đảng bộ". */
const twoSyllables = z.array(z.string().regex(/^\p{L}+ \p{L}+$/u));

/** `checks.yaml`: levels and messages of the rules. */
export const ChecksFile = z.strictObject({
  rules: z.record(
    z.string(),
    z.strictObject({
      level: Level,
      /** `copy`: what it flags may be the fault of the copy at hand, and is nothing to ask the issuer about. */
      about: z.enum(['document', 'copy']).default('document'),
      /** The level where a place it flags was recognized in a picture: what was misread there is no error of the document. */
      recognized: Level.optional(),
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
  unsummed_words: phrases,
  title_period_words: phrases,
  counted_nouns: phrases,
  count_leads: phrases,
  count_ends: phrases,
  populations: z.array(phrases),
  population_fillers: phrases,
  sum_leads: phrases,
  part_leads: phrases,
  undated_bodies: phrases,
  never_doubled: phrases,
  may_be_doubled: phrases,
  programmes: z.strictObject({ nouns: phrases, carrying_out: phrases, looking_back: phrases }),
  sign_without_capacity: phrases,
  shares_above_whole: phrases,
  led_products: z.strictObject({ making: phrases, nouns: phrases, for_itself: phrases }),
  small_words: phrases,
  verb_marks: phrases,
  never_second: phrases,
  set_phrases: phrases,
  lost_nouns: z.strictObject({ plurals: phrases, never_behind: phrases }),
  set_compounds: phrases,
  share_leads: phrases,
  share_ends: phrases,
  not_counts: phrases,
  past_events: z.strictObject({ passive: phrases, adopted: phrases, not_yet: phrases, done: phrases, verbs: phrases, meetings: phrases }),
  minutes: phrases,
  kept_words: phrases,
  part_headings: phrases,
  generic_headings: phrases,
  split_compounds: z.strictObject({ numeral_before: twoSyllables, numeral_behind: twoSyllables }),
  misread_words: z.record(z.string(), z.string()),
});

/** `pipeline.yaml`: stages and options. */
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
  options: z.strictObject({
    max_bytes: z.int().positive(),
    page_seconds: z.int().positive(),
    ignore: phrases,
    report_findings: z.int().nonnegative(),
    report_details: z.int().nonnegative(),
  }),
});
