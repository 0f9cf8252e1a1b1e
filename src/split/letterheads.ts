import type { Anatomy } from '../grammar/anatomy.ts';
import type { NumberGrammar } from '../grammar/numbers.ts';
import { fold } from '../text/fold.ts';

/** How many lines a letterhead may take from its heading to its number line. */
const LETTERHEAD_LINES = 14;
/** A subject set below the number, in characters. */
const LONGEST_SUBJECT = 300;

/** True for a line that is the national or the Party heading and nothing else. */
export function isHeading(words: string, folded: string, anatomy: Anatomy): boolean {
  return words.length < 90 && (anatomy.isNationalHeading(folded) || anatomy.isPartyHeading(folded)) && (anatomy.isCapitals(words) || words.length < 38);
}

/** The issuer's lines stand left of the heading and so may come before it: short lines in capitals, or a "*". */
export function letterheadStart(heading: number, lowest: number, content: (index: number) => string, anatomy: Anatomy): number {
  let start = heading;
  while (start - 1 > lowest && heading - start < 6) {
    const words = content(start - 1);
    const folded = fold(words);
    const belongs =
      words === '*' ||
      (anatomy.isCapitals(words) && words.length < 90 && !anatomy.isCapacity(words) && !anatomy.isAuthority(words)) ||
      (anatomy.numberLabel(folded) >= 0 && words.length < 60) ||
      // The subject of a letter stands below its number, in the same column.
      (anatomy.subject(folded) >= 0 && words.length < LONGEST_SUBJECT);
    if (!belongs || (anatomy.isPersonName(words) && !/\s\p{Lu}{3,}/u.test(words))) break;
    start--;
  }
  return start;
}

/** How many lines around a heading are a number or a date (`anchors`, the last of them at `last`), and whether one of them is `blank`. */
export function readLetterhead(
  heading: number,
  count: number,
  content: (index: number) => string,
  anatomy: Anatomy,
  numbers: NumberGrammar,
): { anchors: number; blank: boolean; last: number } {
  let anchors = 0;
  let blank = false;
  let last = heading;
  for (let i = Math.max(0, heading - 5); i < Math.min(count, heading + LETTERHEAD_LINES); i++) {
    const words = content(i);
    const folded = fold(words);
    const label = anatomy.numberLabel(folded);
    if (label >= 0 && words.length < 80) {
      const number = numbers.readHeader(words.slice(label));
      if (number) {
        anchors++;
        last = Math.max(last, i);
      }
      if (!number || number.blank) blank = true;
    } else if (words.length < 90 && anatomy.placeDate(folded)) {
      anchors++;
      last = Math.max(last, i);
      if (!anatomy.isDateFilled(folded)) blank = true;
    }
  }
  return { anchors, blank, last };
}
