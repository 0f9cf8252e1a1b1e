import { z } from 'zod';
import { isoDate, list, optional } from './cells.ts';

/** A row of `document-types.csv`. */
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

/** A row of `agencies.csv`. */
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

/** A row of `territories.csv`. */
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

/** A row of `party-terms.csv`. */
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

/** A row of `legislatures.csv`. */
export const LegislatureRow = z.object({
  number: z.string().regex(/^\d+$/).transform(Number),
  roman: z.string(),
  from: isoDate,
  to: isoDate,
  boundary_days: z.string().transform((cell) => Number(cell || '0')),
  source: z.string().min(1),
});
