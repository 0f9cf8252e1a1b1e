import { z } from 'zod';

/** Left, top, right, bottom in PDF points (1/72 inch) from the page's top left corner as it is shown, rotation done. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/**
 * Words of a text and their places, in the order of the text, one entry per word in each list; `box` has four numbers a word.
 * Lists instead of objects: a page has hundreds of words, and they are kept in the cache.
 */
export const PlacedWords = z.object({
  start: z.array(z.int()),
  end: z.array(z.int()),
  box: z.array(z.number()),
  /** 0 to 1; null where the words were not recognized but read. */
  confidence: z.array(z.number()).nullable(),
});
export type PlacedWords = z.infer<typeof PlacedWords>;

/** How the words of a page were got. */
const ReadingDecision = z.enum(['text-layer', 'repaired-text-layer', 'ocr', 'blank', 'unreadable']);
export type ReadingDecision = z.infer<typeof ReadingDecision>;

/** One thing that was looked at to decide how to read a page, as `letters: 40`. */
export const ReadingReason = z.object({
  code: z.enum([
    'letters',
    'diacritics',
    'syllables',
    'pictures',
    'covered-print',
    'invisible-text',
    'few-letters',
    'drawn-letters',
    'bad-mapping',
    'picture-apart',
    'uncovered-print',
    'few-diacritics',
    'doubtful-digits',
    'font-map',
    'legacy-encoding',
    'image-file',
    'no-engine',
    'page-timed-out',
    'page-failed',
  ]),
  value: z.union([z.number(), z.string()]).nullable(),
});
export type ReadingReason = z.infer<typeof ReadingReason>;

/** Words of a page that are none of the document's: taken out of its text, kept here. */
export const SetAside = z.object({
  kind: z.enum(['running-head', 'page-number', 'watermark', 'hidden', 'arrival-stamp', 'stamp', 'handwriting', 'signature']),
  text: z.string(),
  box: Box,
});
export type SetAside = z.infer<typeof SetAside>;

/** The geometry of a page: its size, where each word of its text stands, and how it was read. */
export const PageLayout = z.object({
  width: z.number(),
  height: z.number(),
  words: PlacedWords,
  reading: z.object({ decision: ReadingDecision, reasons: z.array(ReadingReason), engine: z.string().nullable() }),
  setAside: z.array(SetAside),
});
export type PageLayout = z.infer<typeof PageLayout>;

/** Words of a normalized text and their places. `page` has one number a word. */
export const TextLayout = PlacedWords.extend({ page: z.array(z.int()) });
export type TextLayout = z.infer<typeof TextLayout>;

/** A part of a page: one line of words. */
export const PlacedBox = z.object({ page: z.int().positive(), box: Box });
export type PlacedBox = z.infer<typeof PlacedBox>;
