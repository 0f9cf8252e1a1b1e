import type { RecognizedStamp } from '../engine.ts';
import { toRows } from '../layout/rows.ts';
import { type PageReading, toRecognizedLine } from '../page-reading.ts';
import { type Mapping, mapBox } from '../pixels/geometry.ts';
import { type Area, blank, clip, crop, type GrayImage, paste } from '../pixels/gray.ts';
import { findSkew } from '../pixels/skew.ts';
import { straighten } from '../pixels/turn.ts';
import type { ReadWord } from '../readers/reader.ts';
import type { Grid } from '../tables/grid.ts';
import { findColourMarks } from './colour-marks.ts';

/** Stamps are put on by hand: degrees to either side. */
const STAMP_RANGE = 45;
/** Inches of white around a stamp that is read by itself. */
const SPACE = 0.15;
/** A page has a few marks; a coloured picture has many, and each costs a reading. */
const MAX_MARKS = 12;
/** A mark that is neither seal nor arrival stamp is one only if words are read in it with this confidence. */
const MIN_CONFIDENCE = 0.75;
const MIN_LETTERS = 4;

/**
 * Reads small frames in the black print and gives those that are stamps: of a receiving office, by their words, and others (urgency, secrecy), by having no columns: a
 * table has.
 */
export async function readFrames(frames: readonly Grid[], reading: PageReading): Promise<{ frame: Grid; stamp: RecognizedStamp }[]> {
  const found: { frame: Grid; stamp: RecognizedStamp }[] = [];
  for (const frame of frames.slice(0, MAX_MARKS)) {
    const rows = await readArea(reading.page.print, frame, reading);
    const arrival = isArrival(rows, reading, frame.columns === 1);
    if (arrival || frame.columns === 1) found.push({ frame, stamp: toStamp(arrival ? 'arrival' : 'other', frame, rows, reading) });
  }
  return found;
}

/** By the word for arrival; in a frame without columns the label of a day is enough, as the word may be unreadable. */
function isArrival(rows: readonly (readonly ReadWord[])[], { marks }: PageReading, isFrame: boolean): boolean {
  return marks.isArrival(textOf(rows)) || (isFrame && rows.flat().some(({ text }) => marks.dayLabel(text) > 0));
}

/** Seals and stamps in coloured ink. A signature or a tick in blue ink is none. */
export async function readColourStamps(reading: PageReading): Promise<RecognizedStamp[]> {
  const { colour, dpi } = reading.page;
  if (!colour) return [];
  const stamps: RecognizedStamp[] = [];
  for (const mark of findColourMarks(colour, dpi).slice(0, MAX_MARKS)) {
    if (mark.round) {
      stamps.push(toStamp('seal', mark, [], reading));
      continue;
    }
    const rows = await readArea(colour, mark, reading);
    const sure = rows.flat().filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
    const letters = sure.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    if (isArrival(rows, reading, false)) stamps.push(toStamp('arrival', mark, rows, reading));
    else if (letters >= MIN_LETTERS || mark.sealSized) stamps.push(toStamp('other', mark, letters >= MIN_LETTERS ? rows : [], reading));
  }
  return stamps;
}

function textOf(rows: readonly (readonly ReadWord[])[]): string {
  return rows.map((words) => words.map(({ text }) => text).join(' ')).join('\n');
}

function toStamp(kind: RecognizedStamp['kind'], area: Area, rows: readonly (readonly ReadWord[])[], reading: PageReading): RecognizedStamp {
  return { box: mapBox(reading.page.back, area, reading.given), kind, lines: rows.map((words) => toRecognizedLine(words, reading)) };
}

/** The words in a part of a layer, in rows, with places on the page; the part is straightened by itself. */
async function readArea(layer: GrayImage, area: Area, { page, reader, signal }: PageReading): Promise<ReadWord[][]> {
  const part = crop(layer, area);
  const space = Math.round(SPACE * page.dpi);
  const framed = blank(part.width + 2 * space, part.height + 2 * space);
  paste(framed, part, space, space);
  const straight = straighten(framed, findSkew(framed, page.dpi, STAMP_RANGE));
  const lines = await reader.read(straight.image, 'sparse', page.dpi, signal);
  const origin = clip(area, layer);
  return toRows(lines.map(({ words }) => words)).map(({ words }) => words.map((word) => moved(word, straight.back, origin.left - space, origin.top - space, layer)));
}

function moved(word: ReadWord, back: Mapping, dx: number, dy: number, layer: GrayImage): ReadWord {
  const [a, b, c, d, e, f] = back;
  const [left, top, right, bottom] = mapBox([a, b, c + dx, d, e, f + dy], word, layer);
  return { ...word, left, top, right, bottom };
}
