import { z } from 'zod';
import { SourceMapData } from '../text/source-map.ts';
import { TextLayout } from './layout.ts';

/** A recorded change from raw to normalized text. `start`/`end` are offsets in the normalized text (equal where something was dropped). */
export const Repair = z.object({
  rule: z.string(),
  before: z.string(),
  after: z.string(),
  start: z.int(),
  end: z.int(),
  lines: z.tuple([z.int(), z.int()]),
});
export type Repair = z.infer<typeof Repair>;

/**
 * A logical line of the normalized text: a paragraph, a heading, a table row.
 * `depth`: that of a heading in Markdown or HTML; `gap`: blank source lines before it; `ruled`: a printed rule (`-----`) stood before it; `from`/`to`: source lines.
 */
export const Line = z.object({
  start: z.int(),
  end: z.int(),
  from: z.int(),
  to: z.int(),
  gap: z.int(),
  page: z.int(),
  strong: z.boolean(),
  row: z.boolean(),
  quoted: z.boolean(),
  ruled: z.boolean(),
  depth: z.int().optional(),
});
export type Line = z.infer<typeof Line>;

/** Normalized text: NFC, one `\n` between logical lines, cells of a table row separated by `\t`. */
export const NormalizedText = z.object({
  text: z.string(),
  map: SourceMapData,
  lines: z.array(Line),
  repairs: z.array(Repair),
  /** Where each raw line starts in the text the map leads to, and its source line, from 1. */
  source: z.object({ start: z.array(z.int()), line: z.array(z.int()) }),
  /** Where the words stand on their pages; null where the source has none. */
  layout: TextLayout.nullable(),
});
export type NormalizedText = z.infer<typeof NormalizedText>;

/** A part of a source's text: a document, or `noise` that belongs to none, with the reason. */
export const Part = z.object({
  kind: z.enum(['document', 'noise']),
  reason: z.string().nullable(),
  content: NormalizedText,
});
export type Part = z.infer<typeof Part>;
