import { z } from 'zod';
import { Assignment } from './assignments.ts';
import { Citation, DateMention, Identity, WorkLink } from './facts.ts';
import { PageLayout, TextLayout } from './layout.ts';
import { DigitalSignature, Origin } from './source.ts';
import { Target } from './targets.ts';
import { Repair } from './text.ts';
import { Root } from './tree.ts';

/** What a document lacks. */
export const Completeness = z.object({
  header: z.enum(['complete', 'partial', 'missing']),
  body: z.enum(['complete', 'truncated']),
  signature: z.enum(['complete', 'partial', 'missing']),
});

/** What belongs to no document of a source, and why. */
export const Noise = z.object({ reason: z.string(), text: z.string(), lines: z.tuple([z.int(), z.int()]) });
export type Noise = z.infer<typeof Noise>;

/** The facts of one document before works are resolved: what `extract` gives. */
export const ExtractedDocument = z.object({
  part: z.int(),
  parts: z.int(),
  lines: z.tuple([z.int(), z.int()]),
  text: z.string(),
  identity: Identity,
  tree: Root,
  citations: z.array(Citation),
  dates: z.array(DateMention),
  targets: z.array(Target),
  assignments: z.array(Assignment),
  repairs: z.array(Repair),
  completeness: Completeness,
  /** What a recognition model wrote behind the document's end; it stands among the noise of the source, not in `text`. */
  inventedTail: Noise.nullable(),
  /** Offsets of the text at which a new source line begins or goes on behind something left out, with line and column: leads any offset back. */
  lineBreaks: z.array(z.tuple([z.int(), z.int(), z.int()])),
  /** Where the words of the text stand on their pages; null where the source has none. */
  layout: TextLayout.nullable(),
});
export type ExtractedDocument = z.infer<typeof ExtractedDocument>;

/** How a page of the source was read, and what was taken out of its text. */
export const PageRecord = PageLayout.pick({ reading: true, setAside: true }).extend({ page: z.int().positive(), origin: Origin });
export type PageRecord = z.infer<typeof PageRecord>;

/** `output/documents/<id>.json`: the published contract. */
export const PublishedDocument = z.object({
  schema: z.literal('trichluc/document@1'),
  id: z.string(),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    origin: Origin,
    part: z.int(),
    parts: z.int(),
    pages: z.int(),
    lines: z.tuple([z.int(), z.int()]),
    /** The pages the document stands on; only where the source has pages of a size (PDF, pictures). */
    reading: z.array(PageRecord).optional(),
    /** Digital signatures of the file, as they say of themselves: nothing here was verified. */
    signatures: z.array(DigitalSignature).optional(),
  }),
  /** The normalized text all offsets refer to, in a file beside this one. */
  text: z.object({ file: z.string(), sha256: z.string(), length: z.int() }),
  identity: Identity,
  tree: Root,
  citations: z.array(Citation.extend({ work: WorkLink })),
  dates: z.array(DateMention),
  targets: z.array(Target),
  assignments: z.array(Assignment),
  findings: z.array(z.string()),
  repairs: z.array(Repair),
  noise: z.array(Noise),
  completeness: Completeness,
});
export type PublishedDocument = z.infer<typeof PublishedDocument>;
