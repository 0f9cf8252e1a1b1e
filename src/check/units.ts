import type { WorkLink } from '../model/facts.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import { Fingerprint, type Print } from './fingerprint.ts';
import type { CitationGraph, NumberSeries, TitleEdge } from './graph.ts';

/**
 * What the checks of a unit (a work, a citing document, a series) can depend on, as one hash: equal hashes, equal findings. A
 * document's contents go in as the hash of its file. Of a work beside the one checked only that goes in which rules may read of
 * it: its number, type and days, the titles that name it with it, and for works of one day their mentions. A rule that reads
 * more belongs into `CorpusRule.check`. All hashes of a corpus take time linear in its mentions and titles.
 */
export class UnitHashes {
  readonly #graph: CitationGraph;
  readonly #documents: Print[];
  readonly #linked = new Map<WorkLink, Print | string | null>();
  readonly #seen = new Map<Work, Print>();
  readonly #whole = new Map<Work, Fingerprint>();
  readonly #inner = new Map<Work, Print>();
  readonly #matters = new Map<string, Print>();
  readonly #groups = new Map<readonly Work[], Print>();

  constructor(graph: CitationGraph) {
    this.#graph = graph;
    const own = graph.corpus.documents.map(({ sha256, part, id, file }) => new Fingerprint().add(sha256).addNumber(part).add(id).add(file));
    this.#documents = own.map((hash, at) => {
      const sent = graph.sentWith(at);
      if (sent.length === 0) return hash;
      const whole = new Fingerprint().addPrint(hash);
      for (const other of sent) whole.addPrint(own[other] ?? NOTHING);
      return whole;
    });
  }

  /** A document; of each work it cites, what other places say of it; and the documents above and beside it that it is held against. */
  citing({ index }: DocumentDigest, links: readonly WorkLink[]): string {
    const hash = new Fingerprint().addPrint(this.#document(index));
    for (const link of links) {
      // All mentions of a work that were linked for one reason share their link.
      let print = this.#linked.get(link);
      if (print === undefined) {
        const work = link.id === null ? undefined : this.#graph.corpus.workById.get(link.id);
        print = work ? this.#asSeen(work) : link.id;
        this.#linked.set(link, print);
      }
      if (typeof print === 'object' && print !== null) hash.addPrint(print);
      else hash.add(print);
    }
    hash.add('above');
    for (const { document, territory } of [...this.#graph.carriedOut(index), ...this.#graph.above(index)]) hash.addPrint(this.#document(document)).add(territory);
    hash.add('beside');
    for (const sibling of this.#graph.siblingsBefore(index)) hash.addPrint(this.#document(sibling));
    return hash.value();
  }

  work(work: Work): string {
    return this.#wholeOf(work).value();
  }

  series({ id, entries }: NumberSeries): string {
    const hash = new Fingerprint().add(id);
    for (const { work, held } of entries) hash.add(held).addPrint(this.#wholeOf(work));
    return hash.value();
  }

  /** A document by itself, with the letter it came with. */
  #document(index: number): Print {
    return this.#documents[index] as Print;
  }

  #wholeOf(work: Work): Fingerprint {
    const known = this.#whole.get(work);
    if (known) return known;
    const graph = this.#graph;
    const hash = new Fingerprint().addPrint(this.#asSeen(work)).addPrint(this.#mentionsOf(work));
    for (const edge of graph.namedIn(work)) this.#addEdge(hash, edge, edge.outer);
    hash.add('names');
    for (const edge of graph.names(work)) {
      this.#addEdge(hash, edge, edge.inner);
      // Two works on one matter come in the order of their procedure.
      if (edge.relation === 'reviews') hash.addPrint(this.#onMatter(edge.inner, work.series.territory));
    }
    hash.add('kin').addPrint(this.#together(graph.sameNumber(work), false));
    for (const date of graph.datesOf(work)) hash.addPrint(this.#together(graph.sameDay(work, date), true));
    const { before, after } = graph.neighbours(work);
    for (const entry of [before, after]) {
      if (entry) hash.add(entry.work.number).addNumber(entry.serial).add(entry.date).add(entry.held);
      else hash.add(null);
    }
    this.#whole.set(work, hash);
    return hash;
  }

  /** What is read of a work where another one is checked. */
  #asSeen(work: Work): Print {
    const known = this.#seen.get(work);
    if (known) return known;
    const hash = new Fingerprint().add(work.id).add(work.number).add(work.typeCode).add(work.notation).add(work.period).add(work.kind).add(work.series.territory);
    for (const date of this.#graph.datesOf(work)) hash.add(date);
    this.#seen.set(work, hash);
    return hash;
  }

  /** Its documents and mentions. */
  #mentionsOf(work: Work): Print {
    const known = this.#inner.get(work);
    if (known) return known;
    const hash = new Fingerprint();
    for (const index of work.documents) hash.addPrint(this.#document(index));
    hash.add('mentions');
    for (const { document, mention } of work.mentions) hash.addPrint(this.#document(document)).addNumber(mention);
    this.#inner.set(work, hash);
    return hash;
  }

  /** Works of one number or one day, each as seen, where `mentioned` with its mentions; hashed once for all of them. */
  #together(works: readonly Work[], mentioned: boolean): Print {
    const known = this.#groups.get(works);
    if (known) return known;
    const hash = new Fingerprint();
    for (const work of works) {
      hash.addPrint(this.#asSeen(work));
      if (mentioned) hash.addPrint(this.#mentionsOf(work));
    }
    this.#groups.set(works, hash);
    return hash;
  }

  /** The titles of a territory's works that review one matter. */
  #onMatter(matter: Work, territory: string | null): Print {
    const key = `${matter.id} ${territory}`;
    const known = this.#matters.get(key);
    if (known) return known;
    const hash = new Fingerprint();
    for (const edge of this.#graph.reviewsOf(matter, territory)) this.#addEdge(hash, edge, edge.outer);
    this.#matters.set(key, hash);
    return hash;
  }

  #addEdge(hash: Fingerprint, { relation, document, place, outerPlace }: TitleEdge, other: Work): void {
    hash.add(relation).addPrint(this.#document(document)).addNumber(place[0]).addNumber(outerPlace[0]).addPrint(this.#asSeen(other));
  }
}

const NOTHING: Print = { low: 0, high: 0 };
