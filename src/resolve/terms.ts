import { compiledOnce } from '../grammar/compiled.ts';
import { baseId } from '../grammar/places.ts';
import type { Knowledge, Legislature, PartyTerm } from '../knowledge/knowledge.ts';

/** A term of a Party committee at some day; `boundary` where the day is too near a congress to be sure. */
export interface TermAt {
  label: string;
  boundary: boolean;
}

export interface Terms {
  /** The term of the Central Committee (`tw`) or of a territory's committee at an ISO day; null where no term is on file. */
  party(committee: string, level: string, date: string): TermAt | null;
  /** The legislature sitting on an ISO day (domain reference 1.3). */
  legislature(date: string): { number: number; boundary: boolean } | null;
  /** The legislatures that sat in a year. */
  legislaturesOf(year: number): number[];
  /** The last day at or before an ISO day on which a territory, by its base id, began anew with another extent; null where it never did. */
  extentFrom(territory: string, date: string): string | null;
}

const DAY = 86_400_000;

/** Days from one ISO date to another; a month or year stands for its first day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(full(to)) - Date.parse(full(from))) / DAY);
}

function full(date: string): string {
  return `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-01?$/, '$1-01');
}

export const termTables: (knowledge: Pick<Knowledge, 'partyTerms' | 'legislatures' | 'territories'>) => Terms = compiledOnce(({ partyTerms, legislatures, territories }) => {
  const byCommittee = new Map<string, PartyTerm[]>();
  for (const term of partyTerms) byCommittee.set(term.committee, [...(byCommittee.get(term.committee) ?? []), term]);
  const extents = new Map<string, string[]>();
  for (const { id, valid_from } of territories) {
    const base = baseId(id);
    if (base !== id && valid_from !== null) extents.set(base, [...(extents.get(base) ?? []), full(valid_from)].sort());
  }
  const within = (row: PartyTerm | Legislature, date: string) => (row.from === null || full(row.from) <= date) && (row.to === null || date <= full(row.to));
  const near = (row: PartyTerm | Legislature, date: string) =>
    row.boundary_days > 0 &&
    ((row.from !== null && Math.abs(daysBetween(row.from, date)) <= row.boundary_days) || (row.to !== null && Math.abs(daysBetween(row.to, date)) <= row.boundary_days));
  return {
    party(committee, level, date) {
      for (const name of [committee, committee.replace(/-\d{4}$/, ''), `*${level}`]) {
        const row = byCommittee.get(name)?.find((term) => within(term, full(date)));
        if (row) return { label: row.term, boundary: near(row, full(date)) };
      }
      return null;
    },
    legislature(date) {
      const row = legislatures.find((term) => within(term, full(date)));
      return row ? { number: row.number, boundary: near(row, full(date)) } : null;
    },
    extentFrom: (territory, date) => extents.get(territory)?.findLast((from) => from <= full(date)) ?? null,
    legislaturesOf(year) {
      return legislatures
        .filter((row) => (row.from === null || Number(row.from.slice(0, 4)) <= year) && (row.to === null || Number(row.to.slice(0, 4)) >= year))
        .map((row) => row.number);
    },
  };
});
