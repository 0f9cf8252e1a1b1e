import type { WorkLink } from '../model/facts.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import { Fingerprint } from './fingerprint.ts';
import type { CitationGraph, NumberSeries, TitleEdge } from './graph.ts';

/**
 * What the checks of a unit (a work, a citing document, a series) can depend on, as one hash: equal hashes, equal findings. A
 * document's contents go in as the hash of its file. Of a work beside the one checked only that goes in which rules may read of
 * it: its number, type and days, the titles that name it with it, and for works of one day their mentions. A rule that reads
 * more belongs into `CorpusRule.check`. All hashes of a corpus take time linear in its mentions and titles.
 */
export class UnitHashes {
  readonly #graph: CitationGraph;
  readonly #documents: string[];
  readonly #seen = new Map<string, string>();
  readonly #whole = new Map<string, string>();
  readonly #inner = new Map<string, string>();
  readonly #groups = new Map<readonly Work[], string>();

  constructor(graph: CitationGraph) {
    this.#graph = graph;
    const own = graph.corpus.documents.map(({ sha256, part, id, file }) => new Fingerprint().add(sha256).add(part).add(id).add(file).value());
    this.#documents = own.map((hash, at) => {
      const sent = graph.sentWith(at);
      if (sent.length === 0) return hash;
      const whole = new Fingerprint().add(hash);
      for (const other of sent) whole.add(own[other] ?? '');
      return whole.value();
    });
  }

  /** A document by itself, with the letter it came with. */
  document(index: number): string {
    return this.#documents[index] as string;
  }

  /** A document; of each work it cites, what other places say of it; and the documents above whose targets it is held against. */
  citing({ index }: DocumentDigest, links: readonly WorkLink[]): string {
    const hash = new Fingerprint().add(this.document(index));
    for (const { id } of links) {
      const work = id === null ? undefined : this.#graph.corpus.workById.get(id);
      hash.add(work ? this.#asSeen(work) : id);
    }
    hash.add('above');
    for (const { document, territory } of this.#graph.above(index)) hash.add(this.document(document)).add(territory);
    return hash.value();
  }

  work(work: Work): string {
    const known = this.#whole.get(work.id);
    if (known !== undefined) return known;
    const graph = this.#graph;
    const hash = new Fingerprint().add(this.#asSeen(work)).add(this.#mentionsOf(work));
    for (const edge of graph.namedIn(work)) this.#addEdge(hash, edge, edge.outer);
    hash.add('names');
    for (const edge of graph.names(work)) {
      this.#addEdge(hash, edge, edge.inner);
      // Two works on one matter come in the order of their procedure.
      if (edge.relation === 'reviews') hash.add(this.#onMatter(edge.inner, work.series.territory));
    }
    hash.add('kin');
    hash.add(this.#together(graph.sameNumber(work), false));
    for (const date of graph.datesOf(work)) hash.add(this.#together(graph.sameDay(work, date), true));
    const { before, after } = graph.neighbours(work);
    for (const entry of [before, after]) {
      if (entry) hash.add(entry.work.number).add(entry.serial).add(entry.date).add(entry.held);
      else hash.add(null);
    }
    const value = hash.value();
    this.#whole.set(work.id, value);
    return value;
  }

  series({ id, entries }: NumberSeries): string {
    const hash = new Fingerprint().add(id);
    for (const { work, held } of entries) hash.add(held).add(this.work(work));
    return hash.value();
  }

  /** What is read of a work where another one is checked. */
  #asSeen(work: Work): string {
    const known = this.#seen.get(work.id);
    if (known !== undefined) return known;
    const hash = new Fingerprint().add(work.id).add(work.number).add(work.typeCode).add(work.notation).add(work.period).add(work.series.territory);
    for (const date of this.#graph.datesOf(work)) hash.add(date);
    const value = hash.value();
    this.#seen.set(work.id, value);
    return value;
  }

  /** Its documents and mentions. */
  #mentionsOf(work: Work): string {
    const known = this.#inner.get(work.id);
    if (known !== undefined) return known;
    const hash = new Fingerprint();
    for (const index of work.documents) hash.add(this.document(index));
    hash.add('mentions');
    for (const { document, mention } of work.mentions) hash.add(this.document(document)).add(mention);
    const value = hash.value();
    this.#inner.set(work.id, value);
    return value;
  }

  /** Works of one number or one day, each as seen, where `mentioned` with its mentions; hashed once for all of them. */
  #together(works: readonly Work[], mentioned: boolean): string {
    const known = this.#groups.get(works);
    if (known !== undefined) return known;
    const hash = new Fingerprint();
    for (const work of works) {
      hash.add(this.#asSeen(work));
      if (mentioned) hash.add(this.#mentionsOf(work));
    }
    const value = hash.value();
    this.#groups.set(works, value);
    return value;
  }

  /** The titles of a territory's works that review one matter. */
  #onMatter(matter: Work, territory: string | null): string {
    const key = `matter ${matter.id} ${territory}`;
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const hash = new Fingerprint();
    for (const edge of this.#graph.reviewsOf(matter, territory)) this.#addEdge(hash, edge, edge.outer);
    const value = hash.value();
    this.#seen.set(key, value);
    return value;
  }

  #addEdge(hash: Fingerprint, { relation, document, place, outerPlace }: TitleEdge, other: Work): void {
    hash.add(relation).add(this.document(document)).add(place[0]).add(outerPlace[0]).add(this.#asSeen(other));
  }
}
