import type { RecognizedHandwriting, RecognizedWord } from '../engine.ts';
import type { Row } from '../layout/rows.ts';
import { type PageReading, toRecognizedWord } from '../page-reading.ts';
import { mapBox } from '../pixels/geometry.ts';
import type { Area, GrayImage } from '../pixels/gray.ts';
import type { ReadWord } from '../readers/reader.ts';
import { inkedArea } from '../tables/cells.ts';
import { type FilledPlace, findPlaces } from './filled-places.ts';
import { judgeInk } from './handwriting.ts';

/** What is read from handwriting, or from print that does not look like an answer, is never surer than this. */
const DOUBTFUL = 0.3;
/** The places are in the head of the document: the upper part of its first page. */
const HEAD = 0.5;
/** The date of the head stands in the right column; "Luật … ngày 19 tháng 6 năm 2015" in running text is printed. */
const RIGHT_COLUMN = 0.3;

export interface MarkedRow {
  words: RecognizedWord[];
  handwritten: RecognizedHandwriting[];
}

/**
 * Gives a row's words, with those written by hand into the places of number and day marked: one word for what fills the place, of low
 * confidence. Null for a row without such a place.
 */
export function markHandwriting(row: Row, reading: PageReading): MarkedRow | null {
  const { print } = reading.page;
  const recognized = (words: readonly ReadWord[]) => words.map((word) => toRecognizedWord(word, reading));
  const places = row.top < HEAD * print.height ? findPlaces(row, reading.marks) : [];
  const place = places.find(({ kind }) => kind === 'number' || row.left > RIGHT_COLUMN * print.width);
  if (!place) return null;
  const area = handwritingIn(place, row, reading);
  const text = place.inside.map((word) => word.text).join(' ');
  if (area) {
    const confidence = Math.min(DOUBTFUL, ...place.inside.map((word) => word.confidence));
    const guess: RecognizedWord = { text, box: mapBox(reading.page.back, area, reading.given), confidence, handwritten: true };
    return { words: [...recognized(place.before), guess, ...recognized(place.behind)], handwritten: [{ text, box: guess.box, confidence }] };
  }
  if (place.expected.test(text.replaceAll(' ', ''))) return { words: recognized(row.words), handwritten: [] };
  const doubtful = recognized(place.inside).map((word) => ({ ...word, confidence: Math.min(DOUBTFUL, word.confidence) }));
  return { words: [...recognized(place.before), ...doubtful, ...recognized(place.behind)], handwritten: [] };
}

/** Where handwriting fills a place; null where print does, or nothing. */
function handwritingIn(place: FilledPlace, row: Row, { page: { print, colour } }: PageReading): Area | null {
  const { kind, pieces } = judgeInk(print, place, row);
  if (kind === 'blank') return colour && colouredIn(colour, place, row);
  if (kind === 'print') return null;
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    top: Math.min(...pieces.map(({ top }) => top)),
    right: Math.max(...pieces.map(({ right }) => right)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
  };
}

/** Blue ink in a place that print leaves blank: it has been taken from the print, and is handwriting for certain. */
function colouredIn(colour: GrayImage, { area }: FilledPlace, row: Row) {
  const height = row.bottom - row.top;
  return inkedArea(colour, { left: area.left, right: area.right, top: row.top - height / 2, bottom: row.bottom + height / 2 }, height);
}
