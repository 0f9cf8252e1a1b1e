import { type NumberGrammar, numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { DocumentNumber, System, WorkLink } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentDigest, ResolveKnowledge } from './digest.ts';
import { isNumbered, type SaidBody, type Series, seriesGrammar } from './series.ts';
import { sameSubject } from './similarity.ts';
import { type Terms, termTables } from './terms.ts';

/** A mention by the indices of its document and of itself there. */
export interface MentionRef {
  document: number;
  mention: number;
}

/** A directive as an abstract thing, ours or only cited. */
export interface Work {
  id: string;
  number: string;
  system: System;
  series: Series;
  key: string;
  typeCode: string | null;
  serial: number | null;
  notation: string;
  /** The year of a State number or the term of a Party one, `2025-07` or `XVI 2025-07` where new bodies began to number; null where no date tells. */
  period: string | null;
  /** Documents of the corpus that are this work. */
  documents: number[];
  mentions: MentionRef[];
}

/** The corpus after resolving: every work, and for every mention the work it means. */
export interface Corpus {
  documents: readonly DocumentDigest[];
  works: readonly Work[];
  links: readonly (readonly WorkLink[])[];
  workById: ReadonlyMap<string, Work>;
}

interface Claim {
  date: string | null;
  title: string | null;
  number: DocumentNumber;
  ref: MentionRef | null;
  document: number;
}

interface Bucket {
  series: Series;
  key: string;
  claims: Claim[];
  canonical: NumberGrammar['canonical'];
}

interface Cluster {
  period: string | null;
  claims: Claim[];
  work: Work;
  /** The documents that give it a day, and the first of those days: asked for every mention without one. */
  datedIn: ReadonlySet<number>;
  earliest: string | null;
}

/**
 * Decides which mentions mean one document (domain reference 1.4): by series and number, then by year for State numbers and by
 * committee term for Party ones, then by subject. Never guesses: a mention without a date that fits several works stays
 * ambiguous, with the candidates listed. Sets the documents' ids.
 */
export function resolveCorpus(documents: readonly DocumentDigest[], knowledge: ResolveKnowledge): Corpus {
  const series = seriesGrammar(knowledge);
  const terms = termTables(knowledge);
  const types = typeGrammar(knowledge);
  const { canonical } = numberGrammar(knowledge);
  const buckets = new Map<string, Bucket>();
  const byNumber = new Map<string, Set<string>>();
  const bucketOf = (number: DocumentNumber, key: string, said: SaidBody, document: DocumentDigest, type: string | null): Bucket => {
    const own = series.of(number, said, document);
    // Party QĐ is two types, each with its own series: the word before the number tells which.
    const kinds = number.typeCode === null ? [] : types.byCode(number.typeCode, own.system);
    const word = kinds.length > 1 && type !== null ? types.startsWith(fold(type)) : null;
    const at = word ? kinds.findIndex((row) => word.rows.includes(row)) : -1;
    const kind = at > 0 ? `${kinds[at]?.name}|` : '';
    const effective = kind + (repairLegislature(number, key, terms) ?? key);
    const name = `${own.system}|${own.territory ?? '?'}|${own.body ?? ''}|${effective}`;
    let bucket = buckets.get(name);
    if (!bucket) {
      bucket = { series: own, key: effective, claims: [], canonical };
      buckets.set(name, bucket);
      const kin = byNumber.get(`${own.system}|${effective}`) ?? new Set();
      byNumber.set(`${own.system}|${effective}`, kin.add(name));
    }
    return bucket;
  };
  const bucketNames = new Map<Claim, Bucket>();
  for (const document of documents) {
    if (document.number && document.numberKey !== null) {
      const claim: Claim = { date: document.date, title: document.title, number: document.number, ref: null, document: document.index };
      const bucket = bucketOf(document.number, document.numberKey, saidOf(document), document, document.typeName);
      bucket.claims.push(claim);
      bucketNames.set(claim, bucket);
    }
    document.mentions.forEach((mention, at) => {
      if (!isNumbered(mention)) return;
      const claim: Claim = {
        date: mention.form === 'own' ? (mention.date ?? document.date) : mention.date,
        title: mention.title,
        number: mention.number,
        ref: { document: document.index, mention: at },
        document: document.index,
      };
      const bucket = bucketOf(
        mention.number,
        mention.key,
        mention.form === 'own' ? saidOf(document) : { id: mention.issuerId, name: mention.issuerName, territory: mention.territory, place: mention.place },
        document,
        mention.type,
      );
      bucket.claims.push(claim);
      bucketNames.set(claim, bucket);
    });
  }
  adoptHomeless(buckets, byNumber);

  const links: WorkLink[][] = documents.map((document) => document.mentions.map(() => NO_NUMBER));
  const works: Work[] = [];
  for (const bucket of buckets.values()) {
    const clusters = clusterDated(bucket, terms);
    for (const claim of bucket.claims) if (claim.date === null) placeUndated(claim, clusters, bucket, documents, links);
    for (const { work, claims } of clusters) {
      works.push(work);
      const byReason = new Map<string, WorkLink>();
      const shared = (reason: string) => {
        const known = byReason.get(reason) ?? link(work.id, reason);
        byReason.set(reason, known);
        return known;
      };
      for (const claim of claims) {
        if (claim.ref === null) work.documents.push(claim.document);
        else {
          work.mentions.push(claim.ref);
          const slot = links[claim.ref.document] as WorkLink[];
          if (slot[claim.ref.mention]?.reason === 'no-number')
            slot[claim.ref.mention] = shared(bucket.series.territory === null ? 'territory-unknown' : claim.date === null ? 'undated' : 'dated');
        }
      }
    }
  }
  works.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  nameDocuments(documents, works);
  for (const document of documents) linkReferences(document, links[document.index] as WorkLink[]);
  return { documents, works, links, workById: new Map(works.map((work) => [work.id, work])) };
}

const link = (id: string, reason: string): WorkLink => ({ id, status: reason === 'territory-unknown' ? 'unresolved' : 'resolved', reason, candidates: [] });
const unresolved = (reason: string, candidates: string[] = []): WorkLink => ({ id: null, status: candidates.length > 0 ? 'ambiguous' : 'unresolved', reason, candidates });
/** Where no number names a work: one object for all such mentions. */
const NO_NUMBER: WorkLink = unresolved('no-number');

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
function adoptHomeless(buckets: Map<string, Bucket>, byNumber: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [name, bucket] of buckets) {
    if (bucket.series.body !== null) continue;
    const { territory } = bucket.series;
    const kin = [...(byNumber.get(`${bucket.series.system}|${bucket.key}`) ?? [])].filter((other) => {
      const home = other === name ? undefined : buckets.get(other);
      return home !== undefined && (territory === null || (home.series.territory === territory && home.series.body !== null));
    });
    const home = kin.length === 1 ? buckets.get(kin[0] as string) : undefined;
    if (!home) continue;
    const dates = new Set(home.claims.map((claim) => claim.date));
    const fits = bucket.claims.every((claim) => claim.date === null || dates.has(claim.date));
    if (!fits) continue;
    home.claims = home.claims.concat(bucket.claims);
    buckets.delete(name);
  }
}

/** One cluster a year (State) or term (Party); clusters of one subject are one work whose date is in dispute. */
function clusterDated(bucket: Bucket, terms: Terms): Cluster[] {
  const byPeriod = new Map<string, Claim[]>();
  const dated = bucket.claims
    .filter((claim) => claim.date !== null)
    .sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : (a.date as string) > (b.date as string) ? 1 : 0));
  for (const claim of dated) {
    const { label, boundary } = periodOf(claim, bucket.series, terms);
    // Near a congress whose day is not on file, only the subject tells: unlike or unknown, another term is as likely.
    const known = byPeriod.get(label);
    const apart = known?.every(
      (other) =>
        other.date !== claim.date &&
        (boundary || periodOf(other, bucket.series, terms).boundary
          ? sameSubject(other.title, claim.title) === false
          : bucket.series.body !== null && sameSubject(other.title, claim.title) !== true),
    );
    const period = apart ? `${label}~${claim.date}` : label;
    const claims = byPeriod.get(period);
    if (claims) claims.push(claim);
    else byPeriod.set(period, [claim]);
  }
  moveStrays(byPeriod);
  const groups: { period: string; claims: Claim[] }[] = [];
  for (const [period, claims] of byPeriod) {
    const title = titleOf(claims);
    const alike = groups.find((group) => sameSubject(titleOf(group.claims), title) === true);
    if (alike) alike.claims = alike.claims.concat(claims);
    else groups.push({ period, claims });
  }
  return groups.map(({ period, claims }) => ({
    ...{ period, claims, work: makeWork(bucket, period, claims) },
    datedIn: new Set(claims.map(({ document }) => document)),
    earliest: claims.reduce<string | null>((first, { date }) => (date !== null && (first === null || date < first) ? date : first), null),
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

function makeWork(bucket: Bucket, period: string | null, claims: readonly Claim[]): Work {
  const numbers = claims.map((claim) => claim.number);
  const sample =
    numbers.find((number) => bucket.canonical(number) === number.value && !(number.legislature !== null && !bucket.key.endsWith(String(number.legislature)))) ??
    (numbers[0] as DocumentNumber);
  const number = bucket.canonical(sample) ?? '';
  const { territory } = bucket.series;
  const body = [(sample.bodyCode ?? 'x').replace(/\d+$/, ''), ...(bucket.series.body === null ? [] : [bucket.series.body])].join('-');
  const id = [territory ?? 'xx', pathSafe(body).toLowerCase(), pathSafe(period ?? (sample.year !== null ? String(sample.year) : 'undated')).toLowerCase(), pathSafe(number)].join(
    '.',
  );
  return {
    id,
    number,
    system: bucket.series.system,
    series: bucket.series,
    key: bucket.key,
    typeCode: sample.typeCode,
    serial: sample.serial,
    notation: sample.notation,
    period,
    documents: [],
    mentions: [],
  };
}

/** Letters, digits and hyphens only, so that an id can be a file name anywhere. */
export function pathSafe(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('Đ', 'D')
      .replaceAll('đ', 'd')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'x'
  );
}

/**
 * A mention without a date means the only work of its number that its own document dates, else the only one not later than the
 * document; else it stays open. Numbers that carry their year need no date.
 */
function placeUndated(claim: Claim, clusters: Cluster[], bucket: Bucket, documents: readonly DocumentDigest[], links: WorkLink[][]): void {
  const settle = (cluster: Cluster, reason: string) => {
    cluster.claims.push(claim);
    if (claim.ref) (links[claim.ref.document] as WorkLink[])[claim.ref.mention] = link(cluster.work.id, reason);
  };
  const sameFile = clusters.filter((cluster) => cluster.datedIn.has(claim.document));
  if (sameFile.length === 1) {
    settle(sameFile[0] as Cluster, 'same-document');
    return;
  }
  const citing = (documents[claim.document] as DocumentDigest).date;
  const earlier = clusters.filter((cluster) => cluster.period !== null && (citing === null || (cluster.earliest !== null && cluster.earliest <= citing)));
  const pool = sameFile.length > 1 ? sameFile : earlier;
  if (pool.length === 1) {
    settle(pool[0] as Cluster, 'only-candidate');
    return;
  }
  if (pool.length > 1) {
    if (claim.ref) (links[claim.ref.document] as WorkLink[])[claim.ref.mention] = unresolved('several-candidates', pool.map((cluster) => cluster.work.id).sort());
    return;
  }
  let open = clusters.find((cluster) => cluster.period === null);
  if (!open) {
    open = { period: null, claims: [], work: makeWork(bucket, null, [claim]), datedIn: new Set(), earliest: null };
    clusters.push(open);
  }
  open.claims.push(claim);
  if (claim.ref) {
    const embedded = claim.number.year !== null && bucket.series.territory !== null;
    (links[claim.ref.document] as WorkLink[])[claim.ref.mention] = {
      id: open.work.id,
      status: embedded ? 'resolved' : 'unresolved',
      reason: embedded ? 'embedded-year' : 'no-date',
      candidates: [],
    };
  }
}

/** A document's id is its work's; of several documents of one work the first by file keeps it. */
function nameDocuments(documents: readonly DocumentDigest[], works: readonly Work[]): void {
  const taken = new Set<string>();
  const workOf = new Map<number, Work>();
  for (const work of works) for (const document of work.documents) workOf.set(document, work);
  for (const document of documents) {
    const base = workOf.get(document.index)?.id ?? `sha-${document.sha256.slice(0, 16)}.${document.part}`;
    let id = base;
    if (taken.has(id)) id = `${base}~${document.sha256.slice(0, 8)}`;
    for (let i = 2; taken.has(id); i++) id = `${base}~${document.sha256.slice(0, 8)}-${i}`;
    taken.add(id);
    document.id = id;
  }
}

/** "Kế hoạch này" is the document itself; "Nghị quyết này" elsewhere the only work of that type the document cites; blanks stay open. */
function linkReferences(document: DocumentDigest, links: WorkLink[]): void {
  const cited = new Map<string | undefined, Set<string>>();
  document.mentions.forEach((mention, at) => {
    const id = links[at]?.id;
    if (!isNumbered(mention) || mention.form === 'own' || !id) return;
    const type = mention.type?.toLowerCase();
    cited.set(type, (cited.get(type) ?? new Set()).add(id));
  });
  document.mentions.forEach((mention, at) => {
    if (isNumbered(mention)) return;
    if (mention.form === 'blank') links[at] = unresolved('blank-number');
    else if (mention.form === 'own') links[at] = { id: document.id, status: 'resolved', reason: 'self', candidates: [] };
    else {
      const candidates = [...(cited.get(mention.type?.toLowerCase()) ?? [])].sort();
      links[at] =
        candidates.length === 1
          ? { id: candidates[0] as string, status: 'resolved', reason: 'antecedent', candidates: [] }
          : unresolved(candidates.length === 0 ? 'no-antecedent' : 'several-candidates', candidates);
    }
  });
}
