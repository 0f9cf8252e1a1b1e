import { typeGrammar } from '../grammar/types.ts';
import type { DocumentNumber, System } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { Claim } from './claims.ts';
import type { ResolveKnowledge } from './digest.ts';
import { sameSubject } from './similarity.ts';

/**
 * Which of the kinds of act that share one number a type word names; null where a number can be of one kind only, and where the word
 * does not say. A legislature numbers its acts and its resolutions apart under one code: Bộ luật số 100/2015/QH13 is of 27/11/2015,
 * Nghị quyết số 100/2015/QH13 of 12/11/2015; their kind is `kind` of `document-types.csv`. Party QĐ is two types, each with its own
 * series: Quy định số 37-QĐ/TW of 25/10/2021, Quyết định số 37-QĐ/TW of 03/6/2021; their kind is the type's name.
 */
export function kindOfAct(number: DocumentNumber, type: string | null, system: System, knowledge: Pick<ResolveKnowledge, 'documentTypes'>): string | null {
  if (type === null || (number.legislature === null && number.typeCode === null)) return null;
  const types = typeGrammar(knowledge);
  const coded = number.typeCode === null ? [] : types.byCode(number.typeCode, system, number.year !== null);
  if (coded.length > 1) {
    const word = types.startsWith(fold(type));
    return coded.find((row) => word?.rows.includes(row))?.name ?? null;
  }
  if (number.legislature === null || coded.length === 1) return null;
  // "Văn bản số 31/2024/QH15" is either.
  const word = types.startsWith(fold(type));
  const kinds = new Set(word?.hypernym ? [] : word?.rows.flatMap(({ kind, system: of }) => (of === 'party' ? [] : [kind])));
  const [kind] = kinds;
  return kind !== undefined && kinds.size === 1 ? kind : null;
}

/**
 * Claims of one number and period, parted by kind of act where they tell of several. Kinds that share a day or a subject are one work
 * under a wrong word. A claim of no kind goes with the one whose day or subject it has, else it is by itself.
 */
export function partKinds(claims: readonly Claim[]): Claim[][] {
  const byKind = grouped(claims, ({ kind }) => kind);
  if (byKind.size < 2) return [[...claims]];
  const unknown = grouped(claims, ({ kind, date }) => (kind === null ? date : null));
  const parts: { claims: Claim[]; dates: Set<string | null>; titles: string[] }[] = [];
  for (const own of [...byKind.values(), ...unknown.values()]) {
    const dates = new Set(own.map(({ date }) => date));
    const titles = titlesOf(own);
    const kin = parts.find((part) => [...dates].some((date) => part.dates.has(date)) || alike(part.titles, titles));
    if (!kin) parts.push({ claims: own, dates, titles });
    else {
      kin.claims = kin.claims.concat(own);
      for (const date of dates) kin.dates.add(date);
    }
  }
  return parts.map((part) => part.claims);
}

/** Claims by a key; those without one are left out. */
function grouped(claims: readonly Claim[], keyOf: (claim: Claim) => string | null): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

/** Titles that are given for a work are few; so many of them tell its subject. */
const TITLES_COMPARED = 8;

/** The first titles that claims give, each once. */
export function titlesOf(claims: readonly Claim[]): string[] {
  const titles = new Set<string>();
  for (const { title } of claims) {
    if (title !== null) titles.add(title);
    if (titles.size === TITLES_COMPARED) break;
  }
  return [...titles];
}

const alike = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.some((other) => sameSubject(one, other) === true));

/** True where a claim may be of a work that is called these kinds: the kind is its own, or one of the two does not tell, or they have one subject. */
export function mayBeOfKinds({ kind, title }: Claim, { kinds, titles }: { kinds: ReadonlySet<string>; titles: readonly string[] }): boolean {
  return kind === null || kinds.size === 0 || kinds.has(kind) || (title !== null && alike(titles, [title]));
}

/** The kinds that claims tell of. */
export function kindsOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.flatMap(({ kind }) => kind ?? []));
}
