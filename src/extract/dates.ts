import { dateGrammar, type FoundDate, type FoundHorizon, isoDay } from '../grammar/dates.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Citation, DateMention } from '../model/facts.ts';
import type { DocumentView } from './document-view.ts';

/** The dates and horizons of a stretch of folded text, in order. */
export interface Calendar {
  dates: readonly FoundDate[];
  horizons: readonly FoundHorizon[];
}

/** Finds the dates and horizons of a document once, for all who read them. */
export function readCalendar(folded: string, knowledge: Pick<Knowledge, 'dates'>): Calendar {
  const grammar = dateGrammar(knowledge);
  const dates = grammar.find(folded);
  return { dates, horizons: grammar.findHorizons(folded, dates) };
}

/** The part of a calendar that lies in `[start, end)`, counted from `start`. */
export function partOf({ dates, horizons }: Calendar, start: number, end: number): Calendar {
  return { dates: within(dates, start, end), horizons: within(horizons, start, end) };
}

function within<T extends { start: number; end: number }>(spans: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as T).start < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < spans.length && (spans[at] as T).end <= end; at++)
    found.push({ ...(spans[at] as T), start: (spans[at] as T).start - start, end: (spans[at] as T).end - start });
  return found;
}

/**
 * Dates and horizons of the text (domain reference 5), those of citations and of the letterhead left out unless they are
 * impossible. A horizon inside a title ("… Việt Nam đến năm 2030, tầm nhìn đến năm 2045") is marked: it is no deadline.
 */
export function readDates(view: DocumentView, citations: readonly Citation[], { dates, horizons }: Calendar): DateMention[] {
  const cited = citations.map((citation) => citation.evidence);
  const titles: { start: number; end: number }[] = [];
  for (const citation of citations) {
    if (citation.title === null) continue;
    const end = citation.evidence.end + citation.title.length + 6;
    titles.push({ start: citation.evidence.end, end });
  }
  const inside = (spans: readonly { start: number; end: number }[], start: number) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle] as { start: number }).start <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && i >= low - 4; i--) if ((spans[i] as { end: number }).end > start) return true;
    return false;
  };
  const mentions: DateMention[] = [];
  const add = (kind: DateMention['kind'], from: string | null, to: string | null, start: number, end: number) => {
    const leaf = view.leafAt(start);
    const inTitle = leaf?.leaf.type === 'title' || leaf?.leaf.type === 'letterhead' || inside(titles, start);
    const evidence = view.evidence(start, end);
    mentions.push({ kind, from, to, raw: evidence.quote, inTitle, evidence });
  };
  for (const date of dates) {
    if (date.iso === null) {
      if (isImpossible(view.folded.slice(date.start, date.end), inside(cited, date.start))) add('impossible', null, null, date.start, date.end);
    } else if (!inside(cited, date.start) && view.leafAt(date.start)?.zone !== 'header') add('date', date.iso, date.iso, date.start, date.end);
  }
  for (const horizon of horizons) add(horizon.kind, horizon.from, horizon.to, horizon.start, horizon.end);
  return mentions.sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

/** A day of 1890 is not impossible except for a cited document, and `12.34.5678` is a code. */
function isImpossible(folded: string, cited: boolean): boolean {
  if (/^\d{1,2}\./.test(folded)) return false;
  const [day = 1, month = 1, year = 2000] = (folded.startsWith('tháng') ? `1 ${folded}` : folded).match(/\d+/g)?.map(Number) ?? [];
  return year < (cited ? 1930 : 1000) || year > 2100 || isoDay(day, month, isLeap(year) ? 2000 : 2001) === null;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
