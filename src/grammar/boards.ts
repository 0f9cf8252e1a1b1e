import { isCapitalAt } from '../text/word-chars.ts';
import { wordEnd } from './joined-abbreviations.ts';
import { anyOf } from './words.ts';

/** Words the names of boards are read by, from `citations.yaml` and `anatomy.yaml`. */
export interface BoardWords {
  boards: readonly string[];
  compounds: readonly string[];
  stops: readonly string[];
  connectors: readonly string[];
  committees: readonly string[];
}

/** What may end a board's name: a place at an offset (its end), or another body's name (true). */
export interface Surroundings {
  placeEnd(offset: number): number | null;
  isBody(offset: number): boolean;
}

/** Where a board's subject ends, and where its place ends, if it has one. */
export interface BoardName {
  subjectEnd: number;
  end: number;
  placed: boolean;
}

const REACH = 140;

/**
 * Reads names of boards, which say what the board is for before they say where: "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực
 * tỉnh Hà Tĩnh". The name ends with its place; without one, at the first mark, connector before a body, or word that goes on
 * with the sentence.
 */
export function boardReader({ boards, compounds, stops, connectors, committees }: BoardWords): {
  /** Length of the word for a board that starts at an offset, or 0. */
  head(folded: string, offset: number): number;
  /** The name from the end of its head on, or null where no subject follows. */
  read(text: string, folded: string, from: number, surroundings: Surroundings): BoardName | null;
} {
  const head = new RegExp(`${anyOf(boards)}(?![\\p{L}\\d])`, 'uy');
  const compound = new RegExp(`${anyOf(compounds)}(?!\\p{L})`, 'uy');
  const stop = new RegExp(`${anyOf(stops)}(?!\\p{L})`, 'uy');
  const connector = new RegExp(`${anyOf(connectors)}\\s+`, 'uy');
  const committee = new RegExp(`${anyOf(committees)}(?!\\p{L})`, 'uy');
  const at = (pattern: RegExp, folded: string, offset: number): number => {
    pattern.lastIndex = offset;
    return pattern.exec(folded)?.[0].length ?? 0;
  };
  return {
    head: (folded, offset) => at(head, folded, offset),
    read(text, folded, from, { placeEnd, isBody }) {
      const limit = Math.min(folded.length, from + REACH);
      let last = from;
      let offset = from;
      const ended = (): BoardName | null => (last > from ? { subjectEnd: last, end: last, placed: false } : null);
      while (offset < limit) {
        const blank = /^ {1,2}(?=[\p{L}\d])/u.exec(folded.slice(offset, offset + 3));
        if (blank === null) return ended();
        const word = offset + blank[0].length;
        const capital = isCapitalAt(text, word);
        const seat = at(committee, folded, word);
        if (seat > 0 && capital && last > from) {
          const end = placeEnd(word + seat + 1);
          return { subjectEnd: last, end: end ?? word + seat, placed: true };
        }
        const place = last > from ? placeEnd(word) : null;
        if (place !== null) return { subjectEnd: last, end: place, placed: true };
        const whole = at(compound, folded, word);
        if ((whole === 0 && at(stop, folded, word) > 0) || (capital && isBody(word))) return ended();
        const joint = at(connector, folded, word);
        if (joint > 0 && isCapitalAt(text, word + joint) && isBody(word + joint)) return ended();
        offset = word + whole;
        if (whole === 0) offset = wordEnd(text, offset);
        last = offset;
      }
      return null;
    },
  };
}
