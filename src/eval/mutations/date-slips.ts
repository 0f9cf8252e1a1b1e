import { isoDay } from '../../grammar/dates.ts';
import type { Terms } from '../../resolve/terms.ts';
import { type CitationSlip, choosePlace, datedElsewhere, inCite, isHeld, isKnownElsewhere, placesOf } from './cite-places.ts';
import { type Cite, type Draft, parts } from './citing.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';
import { printDay, type TrueWork } from './works.ts';

/** Wrong days of cited works: `24/10/2022` for `24/01/2022`. */
export const DATE_SLIPS: Readonly<Record<string, CitationSlip>> = {
  'date digit': dateSlip(changeDigit),
  'day and month swapped': dateSlip(swapDayMonth, (cite) => cite.work.date.slice(5, 7) !== cite.work.date.slice(8)),
  'year slip': dateSlip(changeYear),
  'day that no calendar has': dateSlip((printed) => printed.replace(/\d{1,2}(\D+)\d{1,2}(?=\D)/, '31$102')),
  'future document': futureDocument,
  'effect before cause': effectBeforeCause,
  'number out of order': numberOutOfOrder,
};

function dateSlip(change: (printed: string, random: Random) => string, fits: (cite: Cite) => boolean = () => true): CitationSlip {
  return (drafts, random, terms) => {
    const place = choosePlace(drafts, random, (cite) => cite.style === 'full' && fits(cite));
    if (!place) return null;
    const { cite, draft } = place;
    const right = cite.date;
    cite.date = change(right, random);
    return inCite(place, cite.date, right, judgeDate(cite, draft, drafts, terms));
  };
}

/** A day after the citing document's own, of the same year where the number carries one. */
function futureDocument(drafts: Draft[], random: Random, terms: Terms): Planted | null {
  const place = choosePlace(drafts, random, ({ style, number }) => style === 'full' && !/\/\d{4}\//.test(number));
  if (!place) return null;
  const { cite, draft } = place;
  const right = cite.date;
  const later = new Date(Date.parse(draft.work.date) + between(random, 2, 240) * 86_400_000).toISOString().slice(0, 10);
  cite.date = printDay(later, 'slash');
  const judged = judgeDate(cite, draft, drafts, terms);
  return inCite(place, cite.date, right, { ...judged, must: judged.must && isHeld(cite, drafts) });
}

/** "Kết luận … ngày 19/4/2021 về tổng kết Nghị quyết … ngày 20/5/2021": a work is dated before one that its title names. */
function effectBeforeCause(drafts: Draft[], random: Random, terms: Terms): Planted | null {
  const named = ({ title }: Cite) => /(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(title ?? '');
  const place = choosePlace(drafts, random, (cite) => cite.style === 'full' && named(cite) !== null);
  if (!place) return null;
  const { cite, draft } = place;
  const cause = readDay(named(cite)?.[0] ?? '');
  if (cause === null) return null;
  const right = cite.date;
  const earlier = new Date(Date.parse(cause) - between(random, 20, 300) * 86_400_000).toISOString().slice(0, 10);
  cite.date = printDay(earlier, 'slash');
  const { rules, alsoAllowed, likely } = judgeDate(cite, draft, drafts, terms);
  return inCite(place, cite.date, right, {
    rules: ['citation.effect-before-cause', ...rules],
    alsoAllowed,
    likely: likely ?? (isKnownElsewhere(cite, drafts) ? cite.work.date : null),
  });
}

/** A State number of a year gets a day before that of a lower number, or after that of a higher one. */
function numberOutOfOrder(drafts: Draft[], random: Random, terms: Terms): Planted | null {
  const serial = (work: TrueWork) => Number(/^\d+/.exec(work.number)?.[0]);
  const series = ({ system, home, number, date }: TrueWork) => [system, home.name, number.replace(/^\d+/, ''), date.slice(0, 4)].join('|');
  const dated = [...drafts.flatMap(parts).map(({ work }) => work), ...placesOf(drafts).flatMap(({ cite }) => (cite.style === 'full' ? [cite.work] : []))];
  const neighbours = ({ work }: Cite) => dated.filter((other) => other !== work && series(other) === series(work));
  const place = choosePlace(drafts, random, (cite) => cite.style === 'full' && cite.work.system === 'state' && !/\/\d{4}\//.test(cite.number) && neighbours(cite).length > 0);
  if (!place) return null;
  const { cite, draft } = place;
  const other = pick(random, neighbours(cite));
  const shift = serial(other) > serial(cite.work) ? between(random, 20, 50) : -between(random, 20, 50);
  const day = new Date(Date.parse(other.date) + shift * 86_400_000).toISOString().slice(0, 10);
  if (day.slice(0, 4) !== other.date.slice(0, 4) || day >= draft.work.date) return null;
  const right = cite.date;
  cite.date = printDay(day, 'slash');
  const { rules, alsoAllowed, likely, must } = judgeDate(cite, draft, drafts, terms);
  return inCite(place, cite.date, right, { rules: ['citation.number-date-monotonicity', ...rules], alsoAllowed, likely, must });
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
  return printed.replace(/(\d{1,2})(\D+)(\d{1,2})(?=\D+\d{4})/, '$3$2$1');
}

function changeYear(printed: string, random: Random): string {
  return printed.replace(/\d{4}/, (year) => String(Number(year) + pick(random, [-1, 1])));
}

function readDay(printed: string): string | null {
  const [day, month, year] = [...printed.matchAll(/\d+/g)].map((match) => Number(match[0])) as [number, number, number];
  return isoDay(day, month, year);
}

/** What follows from a wrong day, by the truth that the rest of the corpus tells (domain reference 1.4). */
function judgeDate(wrong: Cite, draft: Draft, drafts: readonly Draft[], terms: Terms): Pick<Planted, 'rules' | 'alsoAllowed' | 'about' | 'likely' | 'must'> {
  const { work } = wrong;
  const day = readDay(wrong.date);
  const embedded = /\/(\d{4})\//.exec(work.number)?.[1];
  if (day === null) return { rules: ['date.impossible'], alsoAllowed: [], about: wrong.date, likely: null, must: false };
  if (day === work.date) return { rules: [], alsoAllowed: [], about: work.number, likely: null, must: false };
  const others = datedElsewhere(wrong, drafts);
  const held = isHeld(wrong, drafts);
  const known = held || others.length > 0;
  const conflict = known && (embedded !== undefined || samePeriod(work, day, terms) || (wrong.title !== null && (held || others.some(({ cite }) => cite.title !== null))));
  const future = day > draft.work.date;
  const misdated = embedded !== undefined && !day.startsWith(embedded);
  const rules =
    conflict || future || misdated ? ['citation.date-conflict', ...(future ? ['citation.future-document'] : []), ...(misdated ? ['citation.embedded-year-mismatch'] : [])] : [];
  // The right day is certain where we hold the document, or where somebody cites it before the wrong day.
  const refuted = future || others.some(({ draft: other }) => other.work.date < day);
  return {
    rules,
    alsoAllowed: [
      'citation.date-conflict',
      'citation.future-document',
      'citation.number-date-monotonicity',
      'citation.effect-before-cause',
      ...(embedded && !day.startsWith(embedded) ? ['citation.embedded-year-mismatch'] : []),
      ...(/QH\d\d$/.test(work.number) ? ['citation.legislature-term-mismatch'] : []),
    ],
    about: work.number,
    likely: rules.length > 0 ? work.date : null,
    must: conflict && (held || refuted),
  };
}

function samePeriod(work: TrueWork, day: string, terms: Terms): boolean {
  if (work.system === 'state') return work.date.slice(0, 4) === day.slice(0, 4);
  const level = work.home.level;
  const committee = level === 'central' ? 'tw' : work.home.place === 'Hải Phòng' ? 'vn-hp' : work.home.place === 'Hà Tĩnh' ? 'vn-ht' : '';
  const [a, b] = [terms.party(committee, level, work.date), terms.party(committee, level, day)];
  return a !== null && b !== null && a.label === b.label && !a.boundary && !b.boundary;
}
