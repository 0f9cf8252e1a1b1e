import type { RecognizedStamp } from '../engine.ts';
import { toRows } from '../layout/rows.ts';
import { type PageReading, toRecognizedLine } from '../page-reading.ts';
import { withoutComponents } from '../pixels/components.ts';
import { type Mapping, mapBox } from '../pixels/geometry.ts';
import { type Area, blank, clip, crop, type GrayImage, paste } from '../pixels/gray.ts';
import { findSkew } from '../pixels/skew.ts';
import { straighten } from '../pixels/turn.ts';
import type { Layout, ReadWord } from '../readers/reader.ts';
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
    const precedence = arrival ? null : precedenceIn(rows, reading);
    if (precedence) found.push({ frame, stamp: toStamp('precedence', frame, precedence, reading) });
    else if (arrival || frame.columns === 1) found.push({ frame, stamp: toStamp(arrival ? 'arrival' : 'other', frame, rows, reading) });
  }
  return found;
}

/** By the word for arrival; in a frame without columns the label of a day is enough, as the word may be unreadable. */
function isArrival(rows: readonly (readonly ReadWord[])[], { marks }: PageReading, isFrame: boolean): boolean {
  return marks.isArrival(textOf(rows)) || (isFrame && rows.flat().some(({ text }) => marks.dayLabel(text) > 0));
}

/** A stamp in coloured ink and where it lies on the prepared page. */
export interface ColourStamp {
  area: Area;
  stamp: RecognizedStamp;
}

/** Seals and stamps in coloured ink. A signature or a tick in blue ink is none. */
export async function readColourStamps(reading: PageReading): Promise<ColourStamp[]> {
  const { colour, dpi } = reading.page;
  if (!colour) return [];
  const stamps: ColourStamp[] = [];
  const add = (kind: RecognizedStamp['kind'], area: Area, rows: readonly (readonly ReadWord[])[]) => stamps.push({ area, stamp: toStamp(kind, area, rows, reading) });
  for (const mark of findColourMarks(colour, dpi).slice(0, MAX_MARKS)) {
    if (mark.round) {
      add('seal', mark, []);
      continue;
    }
    const rows = await readArea(colour, mark, reading);
    const precedence = precedenceIn(rows, reading) ?? precedenceIn(await readArea(colour, mark, reading, 'block', withoutOutline), reading);
    if (precedence) {
      add('precedence', mark, precedence);
      continue;
    }
    const sure = rows.flat().filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
    const letters = sure.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    if (isArrival(rows, reading, false)) add('arrival', mark, rows);
    else if (letters >= MIN_LETTERS || mark.sealSized) add('other', mark, letters >= MIN_LETTERS ? rows : []);
  }
  return stamps;
}

/** A mark of one short word ("MẬT") must be read well; longer ones are nothing else, however badly they are read. */
const SURE_LENGTH = 6;

/** The words of a mark of urgency or secrecy, spelled as they are; null where these are other words. */
function precedenceIn(rows: readonly (readonly ReadWord[])[], { marks }: PageReading): ReadWord[][] | null {
  const words = rows.flat().filter(({ text }) => /\p{L}/u.test(text));
  const mark = marks.precedence(textOf([words]));
  if (mark === null || (mark.length < SURE_LENGTH && words.some(({ confidence }) => confidence < MIN_CONFIDENCE))) return null;
  const spelled = mark.split(' ');
  return spelled.length === words.length ? [words.map((word, i) => ({ ...word, text: spelled[i] as string }))] : null;
}

/** What reaches over so much of a mark is its outline: the frame or the arrow around "HỎA TỐC". */
const OUTLINE = 0.6;

function withoutOutline(part: GrayImage): GrayImage {
  return withoutComponents(part, ({ left, top, right, bottom }) => right - left > OUTLINE * part.width || bottom - top > OUTLINE * part.height);
}

function textOf(rows: readonly (readonly ReadWord[])[]): string {
  return rows.map((words) => words.map(({ text }) => text).join(' ')).join('\n');
}

function toStamp(kind: RecognizedStamp['kind'], area: Area, rows: readonly (readonly ReadWord[])[], reading: PageReading): RecognizedStamp {
  return { box: mapBox(reading.page.back, area, reading.given), kind, lines: rows.map((words) => toRecognizedLine(words, reading)) };
}

/** The words in a part of a layer, in rows, with places on the page; the part is straightened by itself. */
async function readArea(layer: GrayImage, area: Area, { page, reader, signal }: PageReading, layout: Layout = 'sparse', clean = (part: GrayImage) => part): Promise<ReadWord[][]> {
  const part = clean(crop(layer, area));
  const space = Math.round(SPACE * page.dpi);
  const framed = blank(part.width + 2 * space, part.height + 2 * space);
  paste(framed, part, space, space);
  const straight = straighten(framed, findSkew(framed, page.dpi, STAMP_RANGE));
  const lines = await reader.read(straight.image, layout, page.dpi, signal);
  const origin = clip(area, layer);
  return toRows(lines.map(({ words }) => words)).map(({ words }) => words.map((word) => moved(word, straight.back, origin.left - space, origin.top - space, layer)));
}

function moved(word: ReadWord, back: Mapping, dx: number, dy: number, layer: GrayImage): ReadWord {
  const [a, b, c, d, e, f] = back;
  const [left, top, right, bottom] = mapBox([a, b, c + dx, d, e, f + dy], word, layer);
  return { ...word, left, top, right, bottom };
}
