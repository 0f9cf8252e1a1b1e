import { type NumberGrammar, numberGrammar } from '../grammar/numbers.ts';
import type { DocumentNumber } from '../model/facts.ts';
import { kindOfAct } from './act-kinds.ts';
import type { DocumentDigest, ResolveKnowledge } from './digest.ts';
import { isNumbered, type SaidBody, type Series, seriesGrammar } from './series.ts';
import type { Terms } from './terms.ts';

/** What a document says of a numbered work: by a mention of it or, where `mention` is null, by being it. */
export interface Claim {
  date: string | null;
  title: string | null;
  number: DocumentNumber;
  /** By the type word, where one number can be of several kinds of act. */
  kind: string | null;
  document: number;
  /** The index of the mention. */
  mention: number | null;
}

/** All that is said of one number of one series. */
export interface NumberClaims {
  series: Series;
  key: string;
  claims: Claim[];
  canonical: NumberGrammar['canonical'];
}

/** A number with all that tells its series besides: the body said to issue it, the type word, and where the document that says so is at home. */
interface Saying extends Omit<SaidBody, 'id'> {
  key: string;
  home: string;
  type: string | null;
  kind: string | null;
  claims: Claim[];
}

/** Gathers what documents say by series and number; those whose territory or body is unknown join the only series that has their number. */
export function claimsByNumber(documents: readonly DocumentDigest[], knowledge: ResolveKnowledge, terms: Terms): Iterable<NumberClaims> {
  const series = seriesGrammar(knowledge);
  const { canonical } = numberGrammar(knowledge);
  const byName = new Map<string, NumberClaims>();
  const byNumber = new Map<string, Set<string>>();
  const read = (number: DocumentNumber, key: string, said: SaidBody, document: DocumentDigest): NumberClaims => {
    const own = series.of(number, said, document);
    const effective = repairLegislature(number, key, terms) ?? key;
    const name = `${own.system}|${own.territory ?? '?'}|${own.body ?? ''}|${effective}`;
    let numbered = byName.get(name);
    if (!numbered) {
      numbered = { series: own, key: effective, claims: [], canonical };
      byName.set(name, numbered);
      const kin = byNumber.get(`${own.system}|${effective}`) ?? new Set();
      byNumber.set(`${own.system}|${effective}`, kin.add(name));
    }
    return numbered;
  };
  // A corpus cites the same works in the same words again and again: what each saying means is read once.
  const known = new Map<DocumentNumber, Map<string | null, Saying[]>>();
  const homes = new Map<string, string>();
  const claimsOn = (number: DocumentNumber, key: string, said: SaidBody, document: DocumentDigest, home: string, type: string | null): Pick<Saying, 'claims' | 'kind'> => {
    const byBody = known.get(number) ?? new Map<string | null, Saying[]>();
    if (byBody.size === 0) known.set(number, byBody);
    const sayings = byBody.get(said.id) ?? [];
    if (sayings.length === 0) byBody.set(said.id, sayings);
    for (const saying of sayings)
      if (saying.key === key && saying.home === home && saying.type === type && saying.territory === said.territory && saying.name === said.name && saying.place === said.place)
        return saying;
    const { claims, series: own } = read(number, key, said, document);
    const saying: Saying = { key, home, type, kind: kindOfAct(number, type, own.system, knowledge), name: said.name, territory: said.territory, place: said.place, claims };
    sayings.push(saying);
    return saying;
  };
  for (const document of documents) {
    const lineage = document.territories.join('|');
    const home = homes.get(lineage) ?? lineage;
    homes.set(lineage, home);
    if (document.number && document.numberKey !== null) {
      const { claims, kind } = claimsOn(document.number, document.numberKey, saidOf(document), document, home, document.typeName);
      claims.push({
        date: document.date,
        title: document.title,
        number: document.number,
        kind,
        document: document.index,
        mention: null,
      });
    }
    document.mentions.forEach((mention, at) => {
      if (!isNumbered(mention)) return;
      const said = mention.form === 'own' ? saidOf(document) : { id: mention.issuerId, name: mention.issuerName, territory: mention.territory, place: mention.place };
      const { claims, kind } = claimsOn(mention.number, mention.key, said, document, home, mention.type);
      claims.push({
        date: mention.form === 'own' ? (mention.date ?? document.date) : mention.date,
        title: mention.title,
        number: mention.number,
        kind,
        document: document.index,
        mention: at,
      });
    });
  }
  adoptHomeless(byName, byNumber);
  return byName.values();
}

/** A document's own body, as its letterhead has it. */
const saidOf = (document: DocumentDigest): SaidBody => ({
  id: document.issuerId,
  name: document.issuerName,
  territory: document.issuerTerritory,
  place: document.ownPlace,
});

/** 26/2022/UBTVQH13 can only be 26/2022/UBTVQH15: where the year has one legislature, the suffix is repaired for linking. */
function repairLegislature(number: DocumentNumber, key: string, terms: Terms): string | null {
  if (number.legislature === null || number.year === null) return null;
  const sitting = terms.legislaturesOf(number.year);
  if (sitting.length !== 1 || sitting[0] === number.legislature) return null;
  return key.replace(new RegExp(`${number.legislature}$`), String(sitting[0]));
}

/** Mentions whose territory or body is unknown join the only series that has their number. */
function adoptHomeless(byName: Map<string, NumberClaims>, byNumber: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [name, numbered] of byName) {
    if (numbered.series.body !== null) continue;
    const { territory } = numbered.series;
    const kin = [...(byNumber.get(`${numbered.series.system}|${numbered.key}`) ?? [])].filter((other) => {
      const home = other === name ? undefined : byName.get(other);
      return home !== undefined && (territory === null || (home.series.territory === territory && home.series.body !== null));
    });
    const home = kin.length === 1 ? byName.get(kin[0] as string) : undefined;
    if (!home) continue;
    const dates = new Set(home.claims.map((claim) => claim.date));
    const fits = numbered.claims.every((claim) => claim.date === null || dates.has(claim.date));
    if (!fits) continue;
    home.claims = home.claims.concat(numbered.claims);
    byName.delete(name);
  }
}
