import { z } from 'zod';
import { PageLayout } from './layout.ts';

/** Where the characters of a page came from. */
export const Origin = z.enum(['text-layer', 'ocr', 'markup', 'text', 'mixed']);
export type Origin = z.infer<typeof Origin>;

/**
 * A stretch of a page's text that means something else than its characters say.
 * `syntax`: markup to be left out (`**`, `## `); `strong`: set in bold; `heading`: marked as a heading, of `depth` 1 to 6 in Markdown and HTML;
 * `cell`: a separator between two cells of a table row; `row`: a row of a table; `quoted`: a block quotation or code block.
 */
export const Mark = z.object({
  kind: z.enum(['syntax', 'strong', 'heading', 'cell', 'row', 'quoted']),
  start: z.int(),
  end: z.int(),
  depth: z.int().optional(),
});
export type Mark = z.infer<typeof Mark>;

/**
 * What a reader changed or left out, the raw characters kept: an old encoding converted, text of a deletion that was tracked.
 * `start`/`end` are offsets in the page's text (equal where something was left out).
 */
export const ReadRepair = z.object({ rule: z.string(), before: z.string(), after: z.string(), start: z.int(), end: z.int() });
export type ReadRepair = z.infer<typeof ReadRepair>;

/** One page as read. `lines[i]` is the source line, from 1, of the page's i-th line; null where they are the same, counted from `firstLine`. */
export const Page = z.object({
  number: z.int().positive(),
  origin: Origin,
  text: z.string(),
  firstLine: z.int().positive(),
  lines: z.array(z.int()).nullable(),
  marks: z.array(Mark),
  /** Present where the source has pages of a size: PDF files and images. */
  layout: PageLayout.optional(),
  repairs: z.array(ReadRepair).optional(),
});
export type Page = z.infer<typeof Page>;

/**
 * A digital signature of a file: who signed by the certificate, when (ISO, in UTC or with its offset; the signer's own clock unless it
 * is a time stamp), and whether it covers the whole file. Read, not verified.
 */
export const DigitalSignature = z.object({
  signer: z.string().nullable(),
  organisation: z.string().nullable(),
  signedAt: z.string().nullable(),
  coversWholeFile: z.boolean(),
});
export type DigitalSignature = z.infer<typeof DigitalSignature>;

/** What reading a file gave: its pages, and what was done to decode it. */
export const ReadResult = z.object({
  mediaType: z.string(),
  encoding: z.string(),
  pages: z.array(Page),
  /** Of PDF files, in the order they were made. */
  signatures: z.array(DigitalSignature).optional(),
});
export type ReadResult = z.infer<typeof ReadResult>;
