import type { PageMarks } from '../../../grammar/page-marks.ts';
import type { Row } from '../layout/rows.ts';
import type { Area } from '../pixels/gray.ts';
import type { ReadWord } from '../readers/reader.ts';

/** A place that print leaves blank for a hand to fill: between "Số:" and "/CT-UBND", between "ngày" and "tháng". */
export interface FilledPlace {
  kind: 'number' | 'day';
  /** Words of the row before, in and behind the place; a word that reaches into it ("Số:44", "ngày15", "08/CT") is split at its edge. */
  before: ReadWord[];
  inside: ReadWord[];
  behind: ReadWord[];
  /** From the end of the label to the beginning of what is printed behind the place. */
  area: Area;
  /** What an answer typed in print looks like. */
  expected: RegExp;
}

/** A number is up to five digits, perhaps with a letter: "08", "12a". */
const NUMBER = /^\d{1,5}\p{Ll}?$/u;
const DAY = /^\d{1,2}$/;
/** What closes the place of a number: the slash of "/CT-UBND", the hyphen of "-CTr/TU". */
const CLOSING = /[/⁄\-–](?=\p{Lu}|\d{4}(?!\d))/u;
/** A label is what it matched, however little the engine thought of the word: "ngày" of "ngày‡5", read in one with what a pen wrote, at 0. */
const LABEL_CONFIDENCE = 0.9;
/** A number's label stands at the beginning of its line; these many words may be noise before it. */
const MAX_BEFORE = 1;

/** Finds the places of number and day in a row that print leaves to be filled. */
export function findPlaces(row: Row, marks: PageMarks): FilledPlace[] {
  return [numberPlace(row, marks), dayPlace(row, marks)].filter((place) => place !== null);
}

function numberPlace(row: Row, marks: PageMarks): FilledPlace | null {
  const label = row.words.findIndex((word) => marks.numberLabel(word.text) > 0);
  const first = row.words[label];
  if (!first || label > MAX_BEFORE) return null;
  const [name, rest] = split(first, marks.numberLabel(first.text));
  const tail = [...rest, ...row.words.slice(label + 1)];
  for (const [index, word] of tail.entries()) {
    const at = word.text.search(CLOSING);
    if (at < 0) continue;
    const [filled, closing] = split(word, at);
    return toPlace([...row.words.slice(0, label), ...name.map(asLabel)], [...tail.slice(0, index), ...filled], [...closing, ...tail.slice(index + 1)], 'number');
  }
  return null;
}

function dayPlace(row: Row, marks: PageMarks): FilledPlace | null {
  const label = row.words.findIndex((word) => marks.dayLabel(word.text) > 0);
  const first = row.words[label];
  if (!first) return null;
  const [name, rest] = split(first, marks.dayLabel(first.text));
  const month = row.words.findIndex((word, index) => index > label && marks.monthAt(word.text) >= 0);
  const closing = row.words[month];
  if (!closing || month > label + 3) return null;
  const [filled, behind] = split(closing, marks.monthAt(closing.text));
  return toPlace(
    [...row.words.slice(0, label), ...name.map(asLabel)],
    [...rest, ...row.words.slice(label + 1, month), ...filled],
    [...behind.map(asLabel), ...row.words.slice(month + 1)],
    'day',
  );
}

function toPlace(before: ReadWord[], inside: ReadWord[], behind: ReadWord[], kind: FilledPlace['kind']): FilledPlace | null {
  const left = before.at(-1);
  const right = behind[0];
  if (!left || !right || right.left <= left.right) return null;
  const top = Math.min(left.top, right.top);
  const bottom = Math.max(left.bottom, right.bottom);
  return { kind, before, inside, behind, expected: kind === 'number' ? NUMBER : DAY, area: { left: left.right, top, right: right.left, bottom } };
}

function asLabel(word: ReadWord): ReadWord {
  return { ...word, confidence: Math.max(word.confidence, LABEL_CONFIDENCE) };
}

/** Cuts a word behind `length` characters; the cut is put where letters of equal width would have it. */
function split(word: ReadWord, length: number): [head: ReadWord[], tail: ReadWord[]] {
  if (length <= 0) return [[], [word]];
  if (length >= word.text.length) return [[word], []];
  const cut = Math.round(word.left + ((word.right - word.left) * length) / word.text.length);
  return [[{ ...word, text: word.text.slice(0, length), right: cut }], [{ ...word, text: word.text.slice(length), left: cut }]];
}
