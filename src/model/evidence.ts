import { z } from 'zod';
import { PlacedBox } from './layout.ts';

/** Half-open offsets `[start, end)` in UTF-16 code units of the document's normalized text. */
const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/**
 * The words a value was read from: `text.slice(start, end) === quote`; `lines` are the first and last source line, from 1.
 * From a source with pages it has the page the words begin on and a box around each line of them; where the words were recognized
 * in a picture, `confidence` (0 to 1) is that of the least certain one. The sides of a finding have `columns` where the source is a
 * text whose lines an editor shows: the column the words begin at in their first line, and the one behind them in their last, from 1.
 */
export const Evidence = Span.extend({
  quote: z.string(),
  lines: z.tuple([z.int(), z.int()]),
  columns: z.tuple([z.int().positive(), z.int().positive()]).optional(),
  page: z.int().positive().optional(),
  boxes: z.array(PlacedBox).optional(),
  confidence: z.number().optional(),
});
export type Evidence = z.infer<typeof Evidence>;
