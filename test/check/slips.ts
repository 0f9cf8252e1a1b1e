import { isoDay } from '../../src/grammar/dates.ts';
import { termTables } from '../../src/resolve/terms.ts';
import { type Cite, type Draft, pick, type Random, type TrueWork } from './corpora.ts';
import { knowledge } from './run-corpus.ts';

export const SLIPS = ['date-digit', 'day-month-swap', 'year-slip', 'separators', 'legislature', 'blank-number', 'embedded-year', 'lost-slash', 'no-number', 'no-date'] as const;
export type Slip = (typeof SLIPS)[number];

/** One planted error and what a perfect checker says about it. */
export interface Planted {
  /** What stands there now and what belongs there, for messages. */
  wrong: string;
  right: string;
  file: string;
  /** Rules of which one has to report it; empty where nothing in the corpus tells that it is wrong. */
  rules: string[];
  /** Findings that follow from the error and are no false alarms. */
  alsoAllowed: string[];
  /** Words the finding's message or quotes must have. */
  about: string;
  /** The value to propose; null: any proposal but a wrong one is fine. `must`: "cannot tell" is not enough. */
  likely: string | null;
  must: boolean;
}

const terms = termTables(knowledge);
/** The documents of a file: a cover letter and what it sends. */
export const parts = (draft: Draft): Draft[] => (draft.attached ? [draft, draft.attached] : [draft]);
const fileOf = (at: number) => `${at + 1}.txt`;

/** Plants one slip of a kind into drafts (changing them); null where the corpus has no place for it. */
export function plant(slip: Slip, drafts: Draft[], random: Random): Planted | null {
  const places = drafts.flatMap((draft, at) => parts(draft).flatMap((part) => [...part.preamble, ...part.body].map((cite) => ({ draft: part, at, cite }))));
  const choose = (fits: (cite: Cite) => boolean) => {
    const fitting = places.filter(({ cite }) => fits(cite));
    return fitting.length === 0 ? null : pick(random, fitting);
  };
  const base = { alsoAllowed: [] as string[], must: true };
  switch (slip) {
    case 'date-digit':
    case 'day-month-swap':
    case 'year-slip': {
      const place = choose((cite) => cite.style === 'full' && (slip !== 'day-month-swap' || cite.work.date.slice(5, 7) !== cite.work.date.slice(8)));
      if (!place) return null;
      const { cite, draft, at } = place;
      const right = cite.date;
      cite.date = slip === 'date-digit' ? changeDigit(right, random) : slip === 'day-month-swap' ? swapDayMonth(right) : changeYear(right, random);
      return { ...base, wrong: cite.date, right, file: fileOf(at), ...judgeDate(cite, draft, drafts) };
    }
    case 'separators': {
      const place = choose((cite) => /^\d+-[^/]+\/(?:TW|TU|HU|QU)$|^\d+\/[^-/]+-(?:CP|TTg|UBND|HĐND)$/.test(cite.number));
      if (!place) return null;
      const { cite, at } = place;
      const right = cite.number;
      cite.number = right.replace(/[-/]/g, (sign) => (sign === '-' ? '/' : '-'));
      return { ...base, wrong: cite.number, right, file: fileOf(at), rules: ['citation.notation-variant'], about: cite.number, likely: right };
    }
    case 'lost-slash': {
      const place = choose((cite) => /^\d+\/(?:KH|QĐ)-UBND$/.test(cite.number));
      if (!place) return null;
      const { cite, at } = place;
      const right = cite.number;
      cite.number = right.replace('/', ' ');
      return { ...base, wrong: cite.number, right, file: fileOf(at), rules: ['citation.notation-variant'], about: cite.number, likely: right };
    }
    case 'legislature': {
      const place = choose((cite) => /QH1[345]$/.test(cite.number));
      if (!place) return null;
      const { cite, at } = place;
      const right = cite.number;
      const number = Number(right.slice(-2));
      cite.number = right.replace(
        /\d\d$/,
        String(
          pick(
            random,
            [12, 13, 14, 15, 16].filter((other) => other !== number),
          ),
        ),
      );
      // In a year of two legislatures only the day tells, and only where it is printed.
      const year = Number(/\/(\d{4})\//.exec(right)?.[1]);
      const told = cite.style === 'full' || !terms.legislaturesOf(year).includes(Number(cite.number.slice(-2)));
      return {
        ...base,
        wrong: cite.number,
        right,
        file: fileOf(at),
        rules: told ? ['citation.legislature-term-mismatch'] : [],
        about: cite.number,
        likely: cite.style === 'full' ? right : null,
      };
    }
    case 'blank-number': {
      const place = choose((cite) => /^\d+[-/]/.test(cite.number) && cite.style === 'full');
      if (!place) return null;
      const { cite, at } = place;
      const right = cite.number;
      cite.number = right.replace(/^\d+/, pick(random, ['....', '…', '.......', '……']));
      return { ...base, wrong: cite.number, right, file: fileOf(at), rules: ['citation.blank-number'], about: right.replace(/^\d+[-/]/, ''), likely: null, must: false };
    }
    case 'embedded-year': {
      const place = choose((cite) => /^\d+\/\d{4}\//.test(cite.number) && cite.style === 'full');
      if (!place) return null;
      const { cite, at } = place;
      const right = cite.number;
      const year = Number(cite.work.date.slice(0, 4));
      cite.number = right.replace(/\/\d{4}\//, `/${year + pick(random, [-2, -1, 1])}/`);
      return {
        ...base,
        wrong: cite.number,
        right,
        file: fileOf(at),
        rules: ['citation.embedded-year-mismatch'],
        alsoAllowed: ['citation.legislature-term-mismatch'],
        about: cite.number,
        likely: null,
        must: false,
      };
    }
    case 'no-number':
    case 'no-date': {
      const at = Math.floor(random() * drafts.length);
      const draft = drafts[at] as Draft;
      draft.lost = slip === 'no-number' ? 'number' : 'date';
      return {
        ...base,
        wrong: '',
        right: slip === 'no-number' ? draft.work.number : draft.work.date,
        file: fileOf(at),
        rules: ['self.identity-missing'],
        about: fileOf(at),
        likely: null,
        must: false,
      };
    }
  }
}

function changeDigit(printed: string, random: Random): string {
  const at = pick(
    random,
    [...printed.matchAll(/\d/g)].map((match) => match.index),
  );
  const other = pick(
    random,
    [...'0123456789'].filter((digit) => digit !== printed[at]),
  );
  return printed.slice(0, at) + other + printed.slice(at + 1);
}

function swapDayMonth(printed: string): string {
  const found = /(\d{1,2})(\D+)(\d{1,2})(\D+\d{4})/.exec(printed);
  if (!found) return printed;
  const [whole, day, gap, month, rest] = found as unknown as [string, string, string, string, string];
  return printed.replace(whole, `${month}${gap}${day}${rest}`);
}

function changeYear(printed: string, random: Random): string {
  return printed.replace(/\d{4}/, (year) => String(Number(year) + pick(random, [-1, 1])));
}

function readDay(printed: string): string | null {
  const [day, month, year] = [...printed.matchAll(/\d+/g)].map((match) => Number(match[0])) as [number, number, number];
  return isoDay(day, month, year);
}

/** What follows from a wrong day, by the truth that the rest of the corpus tells (domain reference 1.4). */
function judgeDate(wrong: Cite, draft: Draft, drafts: readonly Draft[]): Pick<Planted, 'rules' | 'alsoAllowed' | 'about' | 'likely' | 'must'> {
  const { work } = wrong;
  const day = readDay(wrong.date);
  const embedded = /\/(\d{4})\//.exec(work.number)?.[1];
  if (day === null) return { rules: ['date.impossible'], alsoAllowed: [], about: wrong.date, likely: null, must: false };
  if (day === work.date) return { rules: [], alsoAllowed: [], about: work.number, likely: null, must: false };
  // A wrong day also breaks the order of its series, or of cause and effect.
  const alsoAllowed: string[] = ['citation.number-date-monotonicity', 'citation.effect-before-cause'];
  if (embedded && !day.startsWith(embedded)) alsoAllowed.push('citation.embedded-year-mismatch');
  if (/QH\d\d$/.test(work.number)) alsoAllowed.push('citation.legislature-term-mismatch');
  const all = drafts.flatMap(parts);
  const others = all
    .flatMap((other) => [...other.preamble, ...other.body].map((cite) => ({ cite, other })))
    .filter(({ cite }) => cite.work === work && cite !== wrong && cite.style === 'full');
  const held = all.some((other) => other.work === work);
  const known = held || others.length > 0;
  const conflict = known && (embedded !== undefined || samePeriod(work, day) || (wrong.title !== null && (held || others.some(({ cite }) => cite.title !== null))));
  const future = day > draft.work.date;
  const misdated = embedded !== undefined && !day.startsWith(embedded);
  const rules =
    conflict || future || misdated ? ['citation.date-conflict', ...(future ? ['citation.future-document'] : []), ...(misdated ? ['citation.embedded-year-mismatch'] : [])] : [];
  // The right day is certain where we hold the document, or where somebody cites it before the wrong day.
  const refuted = future || others.some(({ other }) => other.work.date < day);
  return {
    rules,
    alsoAllowed: ['citation.date-conflict', 'citation.future-document', ...alsoAllowed],
    about: work.number,
    likely: rules.length > 0 ? work.date : null,
    must: conflict && (held || refuted),
  };
}

function samePeriod(work: TrueWork, day: string): boolean {
  if (work.system === 'state') return work.date.slice(0, 4) === day.slice(0, 4);
  const level = work.home.level;
  const committee = level === 'central' ? 'tw' : work.home.place === 'Hải Phòng' ? 'vn-hp' : work.home.place === 'Hà Tĩnh' ? 'vn-ht' : '';
  const [a, b] = [terms.party(committee, level, work.date), terms.party(committee, level, day)];
  return a !== null && b !== null && a.label === b.label && !a.boundary && !b.boundary;
}
