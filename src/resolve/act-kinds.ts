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
  const coded = number.typeCode === null ? [] : types.byCode(number.typeCode, system);
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
  const byKind = new Map<string, Claim[]>();
  for (const claim of claims) if (claim.kind !== null) byKind.set(claim.kind, [...(byKind.get(claim.kind) ?? []), claim]);
  if (byKind.size < 2) return [[...claims]];
  const parts: Claim[][] = [];
  for (const own of [...byKind.values(), ...claims.filter(({ kind }) => kind === null).map((claim) => [claim])]) {
    const kin = parts.find((part) => part.some((one) => own.some((other) => one.date === other.date || sameSubject(one.title, other.title) === true)));
    if (kin) kin.push(...own);
    else parts.push([...own]);
  }
  return parts;
}

/** True where a claim may be of a work with claims of these kinds: the kind is its own, or one of the two does not tell, or they have one subject. */
export function mayBeOfKinds({ kind, title }: Claim, kinds: ReadonlySet<string>, claims: readonly Claim[]): boolean {
  return kind === null || kinds.size === 0 || kinds.has(kind) || claims.some((other) => sameSubject(other.title, title) === true);
}

/** The kinds that claims tell of. */
export function kindsOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.flatMap(({ kind }) => kind ?? []));
}
