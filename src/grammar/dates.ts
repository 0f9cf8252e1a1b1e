import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DateMention } from '../model/facts.ts';
import { compiledOnce } from './compiled.ts';
import { asksForYear, yearLines } from './year-lines.ts';

/** A date as printed. `iso` is null where no calendar has that day (31/4/2023). */
export interface FoundDate {
  start: number;
  end: number;
  iso: string | null;
  precision: 'day' | 'month' | 'year';
}

export interface FoundHorizon {
  start: number;
  end: number;
  kind: DateMention['kind'];
  from: string | null;
  to: string | null;
}

export interface DateGrammar {
  /** The date that starts at `offset` of a folded text, if any; `ngày` may be missing only where `bare` allows it. */
  at(folded: string, offset: number): FoundDate | null;
  /** Month and year of a date of issue with blanks in it, as digits; the month may be empty. Null where there is no year. */
  partial(folded: string): { month: string; year: string } | null;
  /** All dates with a day or month in a folded text, in order. */
  find(folded: string): FoundDate[];
  /** Horizons (`đến năm 2030`, `giai đoạn 2021-2030`), not overlapping each other or the given dates. */
  findHorizons(folded: string, dates: readonly FoundDate[]): FoundHorizon[];
}

const EARLIEST = 1930;
const LATEST = 2100;
const pad = (value: number) => String(value).padStart(2, '0');

/** ISO date of a day that exists; null for 29/02 of a common year, month 13, a year outside 1930 to 2100. */
export function isoDay(day: number, month: number, year: number): string | null {
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1) return null;
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] as number) ? `${year}-${pad(month)}-${pad(day)}` : null;
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

export const dateGrammar: (knowledge: Pick<Knowledge, 'dates'>) => DateGrammar = compiledOnce(({ dates }) => {
  const patterns = dates.dates.map((entry) => ({ sticky: new RegExp(entry.pattern, 'uy'), global: new RegExp(entry.pattern, 'gu') }));
  const partial = new RegExp(dates.partial_date.pattern, 'u');
  const horizons = dates.horizons.map((entry) => ({ kind: entry.kind, shift: entry.shift, pattern: new RegExp(entry.pattern, 'gu'), asksForYear: asksForYear(entry.pattern) }));

  const read = (match: RegExpExecArray, start = match.index): FoundDate => {
    const { d, m, y } = match.groups ?? {};
    const month = Number(m);
    const year = Number(y);
    const iso = d === undefined ? (isoDay(1, month, year)?.slice(0, 7) ?? null) : isoDay(Number(d), month, year);
    return { start, end: start + match[0].length, iso, precision: d === undefined ? 'month' : 'day' };
  };

  return {
    at(folded, offset) {
      for (const { sticky } of patterns) {
        sticky.lastIndex = offset;
        const match = sticky.exec(folded);
        if (match && !match[0].includes('\n')) return read(match);
      }
      return null;
    },
    partial(folded) {
      const { m = '', y } = partial.exec(folded)?.groups ?? {};
      return y === undefined ? null : { month: m, year: y };
    },
    find(folded) {
      const found: FoundDate[] = [];
      const years = yearLines(folded);
      if (years === null) return found;
      const taken = new Taken(folded.length);
      for (const { global } of patterns) {
        for (const match of withinLines(years.text, global)) {
          const date = read(match, years.offset(match.index));
          if (taken.take(date.start, date.end)) found.push(date);
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
    findHorizons(folded, known) {
      const found: FoundHorizon[] = [];
      const years = yearLines(folded);
      let taken: Taken | null = null;
      for (const { kind, shift, pattern, asksForYear } of horizons) {
        if (asksForYear && years === null) continue;
        for (const match of withinLines(asksForYear && years ? years.text : folded, pattern)) {
          taken ??= new Taken(folded.length, known);
          const at = asksForYear && years ? years.offset(match.index) : match.index;
          const start = at + (/^\s*/.exec(match[0])?.[0].length ?? 0);
          const end = at + match[0].length;
          if (!taken.take(start, end)) continue;
          const { y, y2, q } = match.groups ?? {};
          found.push({ start, end, kind, ...bounds(kind, y === undefined ? y : String(Number(y) + shift), y2, q) });
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
});

/** Matches that end on the line their words begin on: a line that goes on in the next one was joined before. */
function* withinLines(folded: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    const blanks = /^\s*/.exec(match[0])?.[0].length ?? 0;
    if (match[0].includes('\n', blanks)) {
      // `Năm` / `2025`: what begins on the next line is looked for again.
      pattern.lastIndex = match.index + blanks + 1;
      continue;
    }
    const resume = pattern.lastIndex;
    yield match;
    pattern.lastIndex = resume;
  }
}

/** Which characters of a text belong to a date already. */
class Taken {
  readonly #characters: Uint8Array;

  constructor(length: number, ranges: readonly { start: number; end: number }[] = []) {
    this.#characters = new Uint8Array(length);
    for (const { start, end } of ranges) this.#characters.fill(1, start, end);
  }

  /** Takes a range that is free; false where a part of it is not. */
  take(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#characters[at] === 1) return false;
    this.#characters.fill(1, start, end);
    return true;
  }
}

/** The closed interval a horizon means (domain reference 5.2): `trước năm 2025` ends on 2024-12-31. */
function bounds(kind: FoundHorizon['kind'], y?: string, y2?: string, q?: string): { from: string | null; to: string | null } {
  if (y === undefined) return { from: null, to: null };
  const year = Number(y);
  if (q !== undefined) {
    const quarter = QUARTERS[q] ?? 1;
    return { from: isoDay(1, quarter * 3 - 2, year), to: isoDay(quarter === 1 || quarter === 4 ? 31 : 30, quarter * 3, year) };
  }
  switch (kind) {
    case 'before':
      return { from: null, to: `${year - 1}-12-31` };
    case 'after':
      return { from: `${year}-01-01`, to: null };
    case 'by':
    case 'vision':
      return { from: null, to: `${year}-12-31` };
    default:
      return { from: `${year}-01-01`, to: `${y2 ?? year}-12-31` };
  }
}
