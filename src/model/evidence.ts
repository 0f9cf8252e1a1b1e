import { z } from 'zod';

/** Half-open offsets `[start, end)` in UTF-16 code units of the document's normalized text. */
const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** The words a value was read from: `text.slice(start, end) === quote`; `lines` are the first and last source line, from 1. */
export const Evidence = Span.extend({ quote: z.string(), lines: z.tuple([z.int(), z.int()]) });
export type Evidence = z.infer<typeof Evidence>;
