import type { RecognizedHandwriting, RecognizedWord } from '../engine.ts';
import type { Row } from '../layout/rows.ts';
import { type PageReading, toRecognizedWord } from '../page-reading.ts';
import { mapBox } from '../pixels/geometry.ts';
import type { GrayImage } from '../pixels/gray.ts';
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
 * Gives a row's words, with those written by hand into the places of number and day marked: one word for what fills the place, of low confidence.
 */
export function markHandwriting(row: Row, reading: PageReading): MarkedRow {
  const { print } = reading.page;
  const inHead = row.top < HEAD * print.height;
  const place = inHead ? findPlaces(row, reading.marks).find(({ kind }) => kind === 'number' || row.left > RIGHT_COLUMN * print.width) : undefined;
  if (!place) return { words: row.words.map((word) => toRecognizedWord(word, reading)), handwritten: [] };
  const filled = fill(place, row, reading);
  const around = (words: readonly ReadWord[]) => words.map((word) => toRecognizedWord(word, reading));
  return {
    words: [...around(place.before), ...filled, ...around(place.behind)],
    handwritten: filled.filter(({ handwritten }) => handwritten).map(({ text, box, confidence }) => ({ text, box, confidence })),
  };
}

function fill(place: FilledPlace, row: Row, reading: PageReading): RecognizedWord[] {
  const { print, colour, back } = reading.page;
  const ink = judgeInk(print, place, row);
  const text = place.inside.map((word) => word.text).join(' ');
  const confidence = Math.min(DOUBTFUL, ...place.inside.map((word) => word.confidence));
  if (ink.kind === 'handwriting') {
    const box = {
      left: Math.min(...ink.pieces.map(({ left }) => left)),
      top: Math.min(...ink.pieces.map(({ top }) => top)),
      right: Math.max(...ink.pieces.map(({ right }) => right)),
      bottom: Math.max(...ink.pieces.map(({ bottom }) => bottom)),
    };
    return [{ text, box: mapBox(back, box, reading.given), confidence, handwritten: true }];
  }
  const coloured = colour && ink.kind === 'blank' ? colouredIn(colour, place, row) : null;
  if (coloured) return [{ text, box: mapBox(back, coloured, reading.given), confidence: 0, handwritten: true }];
  const expected = place.expected.test(text.replaceAll(' ', ''));
  return place.inside.map((word) => {
    const read = toRecognizedWord(word, reading);
    return expected ? read : { ...read, confidence: Math.min(DOUBTFUL, read.confidence) };
  });
}

/** Blue ink in a place that print leaves blank: it has been taken from the print, and is handwriting for certain. */
function colouredIn(colour: GrayImage, { area }: FilledPlace, row: Row) {
  const height = row.bottom - row.top;
  return inkedArea(colour, { left: area.left, right: area.right, top: row.top - height / 2, bottom: row.bottom + height / 2 }, height);
}
