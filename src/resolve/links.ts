import type { WorkLink } from '../model/facts.ts';
import { mayBeOfKinds, titlesOf } from './act-kinds.ts';
import type { Claim, NumberClaims } from './claims.ts';
import { type Cluster, makeWork } from './clusters.ts';
import type { DocumentDigest } from './digest.ts';
import { isNumbered } from './series.ts';
import { yearsIn } from './similarity.ts';

/** A link to the work that is meant; `unresolved` though, where its territory is unknown. */
export const link = (id: string, reason: string): WorkLink => ({ id, status: reason === 'territory-unknown' ? 'unresolved' : 'resolved', reason, candidates: [] });
const unresolved = (reason: string, candidates: string[] = []): WorkLink => ({ id: null, status: candidates.length > 0 ? 'ambiguous' : 'unresolved', reason, candidates });
/** Where no number names a work: one object for all such mentions. */
export const NO_NUMBER: WorkLink = unresolved('no-number');

/**
 * A mention without a date means the only work of its number that its own document dates, else the only one not later than the
 * document; else it stays open. Numbers that carry their year need no date.
 */
export function placeUndated(claim: Claim, all: Cluster[], numbered: NumberClaims, documents: readonly DocumentDigest[], links: WorkLink[][]): void {
  const ofKind = claim.kind === null ? all : all.filter((cluster) => mayBeOfKinds(claim, cluster));
  const clusters = claim.mention === null ? ofKind.filter(({ titles }) => !isOfOtherYear(claim, titles)) : ofKind;
  const put = (found: WorkLink) => {
    if (claim.mention !== null) (links[claim.document] as WorkLink[])[claim.mention] = found;
  };
  const settle = (cluster: Cluster, reason: string) => {
    cluster.claims.push(claim);
    if (claim.kind !== null) cluster.kinds.add(claim.kind);
    put(link(cluster.work.id, reason));
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
    put(unresolved('several-candidates', pool.map((cluster) => cluster.work.id).sort()));
    return;
  }
  const opened = clusters.filter((cluster) => cluster.period === null);
  // "100/2015/QH13" where both the act and the resolution of that number are cited without a day.
  if (opened.length > 1) {
    put(unresolved('several-candidates', opened.map((cluster) => cluster.work.id).sort()));
    return;
  }
  let [open] = opened;
  if (!open) {
    open = {
      period: null,
      claims: [],
      work: makeWork(numbered, null, [claim], new Set(all.map(({ work }) => work.id))),
      datedIn: new Set(),
      earliest: null,
      kinds: new Set(),
      titles: [],
    };
    all.push(open);
  }
  open.claims.push(claim);
  if (claim.kind !== null) open.kinds.add(claim.kind);
  if (open.titles.length === 0) open.titles = titlesOf([claim]);
  const embedded = claim.number.year !== null && numbered.series.territory !== null;
  put({ id: open.work.id, status: embedded ? 'resolved' : 'unresolved', reason: embedded ? 'embedded-year' : 'no-date', candidates: [] });
}

/**
 * "Kế hoạch này" is the document itself; "Nghị quyết này" elsewhere the only work of that type the document cites, "Nghị quyết 18" the
 * only one of that type and serial number; blanks stay open.
 */
export function linkReferences(document: DocumentDigest, links: WorkLink[]): void {
  const cited = new Map<string | undefined, Map<string, number | null>>();
  document.mentions.forEach((mention, at) => {
    const id = links[at]?.id;
    if (!isNumbered(mention) || mention.form === 'own' || !id) return;
    const type = mention.type?.toLowerCase();
    cited.set(type, (cited.get(type) ?? new Map()).set(id, mention.number?.serial ?? null));
  });
  document.mentions.forEach((mention, at) => {
    if (isNumbered(mention)) return;
    if (mention.form === 'blank') links[at] = unresolved('blank-number');
    else if (mention.form === 'own') links[at] = { id: document.id, status: 'resolved', reason: 'self', candidates: [] };
    else {
      const serial = /\d{1,4}$/.exec(mention.printed)?.[0];
      const ofType = [...(cited.get(mention.type?.toLowerCase()) ?? [])];
      const candidates = ofType.flatMap(([id, own]) => (serial === undefined || own === Number(serial) ? [id] : [])).sort();
      links[at] =
        candidates.length === 1
          ? { id: candidates[0] as string, status: 'resolved', reason: 'antecedent', candidates: [] }
          : unresolved(candidates.length === 0 ? 'no-antecedent' : 'several-candidates', candidates);
    }
  });
}

/** A plan without a day, "… năm 2023", beside a plan of its number that others cite as "… năm 2022": numbers begin again each year. */
function isOfOtherYear({ title }: Claim, others: readonly string[]): boolean {
  const years = yearsIn(title ?? '');
  const named = others.map(yearsIn).filter((one) => one !== '');
  return years !== '' && named.length > 0 && !named.includes(years);
}
