import type { WorkLink } from '../model/facts.ts';
import { kindsOf } from './act-kinds.ts';
import { claimsByNumber } from './claims.ts';
import { clusterDated } from './clusters.ts';
import type { DocumentDigest, ResolveKnowledge } from './digest.ts';
import { link, linkReferences, NO_NUMBER, placeUndated } from './links.ts';
import { termTables } from './terms.ts';
import type { Corpus, Work } from './works.ts';

/**
 * Decides which mentions mean one document (domain reference 1.4): by series and number, then by year for State numbers and by
 * committee term for Party ones, then by subject. Never guesses: a mention without a date that fits several works stays
 * ambiguous, with the candidates listed. Sets the documents' ids.
 */
export function resolveCorpus(documents: readonly DocumentDigest[], knowledge: ResolveKnowledge): Corpus {
  const terms = termTables(knowledge);
  const links: WorkLink[][] = documents.map((document) => document.mentions.map(() => NO_NUMBER));
  const works: Work[] = [];
  for (const numbered of claimsByNumber(documents, knowledge, terms)) {
    const clusters = clusterDated(numbered, terms);
    const undated = numbered.claims.filter(({ date }) => date === null);
    // What says its kind opens the works that what does not say it may mean.
    if (kindsOf(numbered.claims).size > 1) undated.sort((a, b) => Number(a.kind === null) - Number(b.kind === null));
    for (const claim of undated) placeUndated(claim, clusters, numbered, documents, links);
    for (const { work, claims, kinds } of clusters) {
      const [kind] = kinds;
      if (kind !== undefined && kinds.size === 1) work.kind = kind;
      works.push(work);
      const byReason = new Map<string, WorkLink>();
      const shared = (reason: string) => {
        const known = byReason.get(reason) ?? link(work.id, reason);
        byReason.set(reason, known);
        return known;
      };
      for (const claim of claims) {
        const { document, mention } = claim;
        if (mention === null) work.documents.push(document);
        else {
          work.mentions.add(document, mention);
          const slot = links[document] as WorkLink[];
          if (slot[mention]?.reason === 'no-number') slot[mention] = shared(numbered.series.territory === null ? 'territory-unknown' : claim.date === null ? 'undated' : 'dated');
        }
      }
    }
  }
  works.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  nameDocuments(documents, works);
  for (const document of documents) linkReferences(document, links[document.index] as WorkLink[]);
  return { documents, works, links, workById: new Map(works.map((work) => [work.id, work])) };
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
