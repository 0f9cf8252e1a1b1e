import type { DocumentNumber } from '../model/facts.ts';
import { kindsOf, partKinds, titlesOf } from './act-kinds.ts';
import type { Claim, NumberClaims } from './claims.ts';
import { MentionRefs } from './mention-refs.ts';
import type { Series } from './series.ts';
import { sameSubject } from './similarity.ts';
import type { Terms } from './terms.ts';
import { pathSafe, type Work } from './works.ts';

/** Claims that mean one work. */
export interface Cluster {
  period: string | null;
  claims: Claim[];
  work: Work;
  /** The documents that give it a day, and the first of those days: asked for every mention without one. */
  datedIn: ReadonlySet<number>;
  earliest: string | null;
  /** The kinds of act it is called, where its number can be of several. */
  kinds: Set<string>;
  /** The first titles it is given. */
  titles: readonly string[];
}

/** One cluster a year (State) or term (Party); clusters of one subject are one work whose date is in dispute. */
export function clusterDated(numbered: NumberClaims, terms: Terms): Cluster[] {
  const byPeriod = new Map<string, Claim[]>();
  const dated = numbered.claims
    .filter((claim) => claim.date !== null)
    .sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : (a.date as string) > (b.date as string) ? 1 : 0));
  let last: { claim: Claim; period: ReturnType<typeof periodOf> } | null = null;
  for (const claim of dated) {
    // Claims come by their days: most have that of the one before.
    if (last?.claim.date !== claim.date || last.claim.number.year !== claim.number.year) last = { claim, period: periodOf(claim, numbered.series, terms) };
    const { label, boundary } = last.period;
    // Near a congress whose day is not on file, only the subject tells: unlike or unknown, another term is as likely.
    const known = byPeriod.get(label);
    const apart = known?.every(
      (other) =>
        other.date !== claim.date &&
        (boundary || periodOf(other, numbered.series, terms).boundary
          ? sameSubject(other.title, claim.title) === false
          : numbered.series.body !== null && sameSubject(other.title, claim.title) !== true),
    );
    const period = apart ? `${label}~${claim.date}` : label;
    const claims = byPeriod.get(period);
    if (claims) claims.push(claim);
    else byPeriod.set(period, [claim]);
  }
  moveStrays(byPeriod);
  const groups: { period: string; claims: Claim[] }[] = [];
  for (const [period, claims] of [...byPeriod].flatMap(([label, all]) => partKinds(all).map((part) => [label, part] as const))) {
    const title = titleOf(claims);
    const alike = groups.find((group) => sameSubject(titleOf(group.claims), title) === true);
    if (alike) alike.claims = alike.claims.concat(claims);
    else groups.push({ period, claims });
  }
  const taken = new Set<string>();
  return groups.map(({ period, claims }) => ({
    ...{ period, claims, work: makeWork(numbered, period, claims, taken) },
    datedIn: new Set(claims.map(({ document }) => document)),
    earliest: claims.reduce<string | null>((first, { date }) => (date !== null && (first === null || date < first) ? date : first), null),
    kinds: kindsOf(claims),
    titles: titlesOf(claims),
  }));
}

/** A day of a wrong year falls among another work's: a claim unlike its period's others and like another period's goes there. */
function moveStrays(byPeriod: Map<string, Claim[]>): void {
  if (byPeriod.size < 2) return;
  for (const [period, claims] of byPeriod) {
    for (const date of new Set(claims.map((claim) => claim.date))) {
      const own = claims.filter((claim) => claim.date === date);
      const title = titleOf(own);
      const others = claims.filter((claim) => claim.date !== date);
      if (title === null || others.length === 0 || sameSubject(titleOf(others), title) !== false) continue;
      const home = [...byPeriod].find(([other, kin]) => other !== period && sameSubject(titleOf(kin), title) === true);
      if (!home) continue;
      home[1].push(...own);
      byPeriod.set(period, others);
      break;
    }
  }
}

/**
 * The year or term a number belongs to. A territory of another extent has new bodies, which number from 1 within the year and the
 * term: 3279/QĐ-UBND of 27/6/2025 and 1351/QĐ-UBND of 9/9/2025 of one city are of two series, the later one of `2025-07`.
 */
function periodOf(claim: Claim, { system, territory, level }: Series, terms: Terms): { label: string; boundary: boolean } {
  const date = claim.date as string;
  const began = territory === null ? null : terms.extentFrom(territory, date);
  if (system === 'state') {
    const year = claim.number.year !== null ? String(claim.number.year) : date.slice(0, 4);
    return { label: began?.startsWith(year) ? began.slice(0, 7) : year, boundary: false };
  }
  const committee = territory === 'vn' ? 'tw' : (territory ?? '');
  const term = terms.party(committee, level, date) ?? { label: date.slice(0, 4), boundary: false };
  const before = began === null ? null : terms.party(committee, level, began)?.label;
  return before === term.label ? { ...term, label: `${term.label} ${began?.slice(0, 7)}` } : term;
}

function titleOf(claims: readonly Claim[]): string | null {
  let best: string | null = null;
  for (const { title } of claims) if (title !== null && (best === null || title.length > best.length)) best = title;
  return best;
}

/** Of numbers that are spelled in two ways the more frequent one; of equals not the one that a title in capitals has ("19/CT-TTG"). */
function mostFrequent(numbers: readonly DocumentNumber[], times: ReadonlyMap<DocumentNumber, number>): DocumentNumber | null {
  const counts = new Map<string | null, number>();
  for (const number of numbers) counts.set(number.value, (counts.get(number.value) ?? 0) + (times.get(number) ?? 0));
  const worth = ({ value }: DocumentNumber) => (counts.get(value) ?? 0) + (value === value?.toUpperCase() ? 0 : 0.5);
  return numbers.reduce<DocumentNumber | null>((best, number) => (best === null || worth(number) > worth(best) ? number : best), null);
}

/** The work that claims mean. An id that is taken by the number's other kind of act gets its own kind behind it: `…100-2015-QH13~legal`. */
export function makeWork(numbered: NumberClaims, period: string | null, claims: readonly Claim[], taken: Set<string>): Work {
  // Claims share their numbers (`Interner`): each is looked at once, in the order of the claims.
  const times = new Map<DocumentNumber, number>();
  for (const { number } of claims) times.set(number, (times.get(number) ?? 0) + 1);
  const sound = [...times.keys()].filter(
    (number) => numbered.canonical(number) === number.value && !(number.legislature !== null && !numbered.key.endsWith(String(number.legislature))),
  );
  const sample = mostFrequent(sound, times) ?? (claims[0]?.number as DocumentNumber);
  const number = numbered.canonical(sample) ?? '';
  const { territory } = numbered.series;
  const body = [(sample.bodyCode ?? 'x').replace(/\d+$/, ''), ...(numbered.series.body === null ? [] : [numbered.series.body])].join('-');
  const year = period ?? (sample.year !== null ? String(sample.year) : 'undated');
  const plain = [territory ?? 'xx', pathSafe(body).toLowerCase(), pathSafe(year).toLowerCase(), pathSafe(number)].join('.');
  const id = taken.has(plain) ? `${plain}~${pathSafe([...kindsOf(claims)].sort().join(' ')).toLowerCase()}` : plain;
  taken.add(id);
  return {
    id,
    number,
    system: numbered.series.system,
    series: numbered.series,
    key: numbered.key,
    typeCode: sample.typeCode,
    serial: sample.serial,
    notation: sample.notation,
    period,
    kind: null,
    documents: [],
    mentions: new MentionRefs(),
  };
}
