import type { DocumentDigest } from '../resolve/digest.ts';
import { type Figure, OWN_PLACE, readFigures } from '../resolve/figures.ts';
import { CarryingDocuments, type CitedWorks } from './carrying-documents.ts';

/** A document that gives targets of another document's territory, or of one above it, on a matter both carry out. */
export interface HigherDocument {
  document: number;
  /** The territory whose targets it gives: its own, or the country's in a table of another province. */
  territory: string;
}

/** So many documents are compared with each one below them. */
const HIGHER_KEPT = 4;
const NO_DOCUMENTS: readonly HigherDocument[] = [];

/**
 * Finds for each document with targets those of the territories above it: the documents it follows, and those that carry out a work
 * it carries out too, such as the plans of a city and of its districts for one resolution. Goes along citations, never over pairs
 * of documents: time and memory grow with the number of mentions.
 */
export class HigherDocuments {
  readonly #documents: readonly DocumentDigest[];
  readonly #cited: (document: number) => CitedWorks;
  /** Documents with targets of a territory. */
  readonly #carrying: CarryingDocuments;

  constructor(documents: readonly DocumentDigest[], cited: (document: number) => CitedWorks) {
    this.#documents = documents;
    this.#cited = cited;
    this.#carrying = new CarryingDocuments(documents, cited, (document) => [...areasOf(document)]);
  }

  /** The documents above one, those it cites first, then by how many works they have in common. */
  of(index: number): readonly HigherDocument[] {
    const document = this.#documents[index] as DocumentDigest;
    const above = document.ownPlace === null ? document.territories.slice(1) : document.territories;
    if (document.figures === '' || above.length === 0) return NO_DOCUMENTS;
    const { implemented, followed } = this.#cited(index);
    const ranks = new Map<string, HigherDocument & { rank: number }>();
    const count = (other: number, territory: string, by: number) => {
      if (other === index || !this.#mayStandAbove(other, territory, document)) return;
      const key = `${other}|${territory}`;
      const known = ranks.get(key);
      if (known) known.rank += by;
      else ranks.set(key, { document: other, territory, rank: by });
    };
    for (const work of followed)
      for (const other of work.documents)
        for (const territory of above) if (areasOf(this.#documents[other] as DocumentDigest).has(territory)) count(other, territory, this.#documents.length);
    for (const work of implemented) for (const territory of above) for (const other of this.#carrying.of(work, territory)) count(other, territory, 1);
    const idOf = (one: HigherDocument) => (this.#documents[one.document] as DocumentDigest).id;
    return [...ranks.values()].sort((a, b) => b.rank - a.rank || (idOf(a) < idOf(b) ? -1 : 1)).slice(0, HIGHER_KEPT);
  }

  /** The documents of its own territory that a document carries out, with targets of that territory, by their ids: the programme of a plan. */
  carriedOut(index: number): readonly HigherDocument[] {
    const document = this.#documents[index] as DocumentDigest;
    const [territory] = document.territories;
    if (document.figures === '' || document.ownPlace !== null || territory === undefined) return NO_DOCUMENTS;
    const found = new Map<string, number>();
    for (const work of this.#cited(index).implemented) {
      for (const other of work.documents) {
        const higher = this.#documents[other] as DocumentDigest;
        if (other !== index && areasOf(higher).has(territory) && this.#mayStandAbove(other, territory, document)) found.set(higher.id, other);
      }
    }
    return [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, HIGHER_KEPT)
      .map(([, other]) => ({ document: other, territory }));
  }

  /** What a territory itself issued later is nothing a document could follow; one that recalls its targets may be of any day. */
  #mayStandAbove(other: number, territory: string, { date, sha256 }: DocumentDigest): boolean {
    const higher = this.#documents[other] as DocumentDigest;
    if (higher.sha256 === sha256) return false;
    return higher.issuerTerritory !== territory || higher.date === null || date === null || higher.date <= date;
  }
}

/** Targets of a document for its own place; none where that is unknown. */
export function ownFigures(document: DocumentDigest): Figure[] {
  const own = document.ownPlace === null ? document.territories[0] : OWN_PLACE;
  return own === undefined ? [] : figuresOf(document, own);
}

/** Targets of a document for one territory. */
export function figuresOf({ figures }: DocumentDigest, territory: string): Figure[] {
  return readFigures(figures).filter(({ area }) => area === territory);
}

/** Its own territory and those above it for which a document gives targets. */
function areasOf({ figures, territories }: DocumentDigest): Set<string> {
  return new Set(figures === '' ? [] : territories.filter((id) => figures.includes(`|${id}|`)));
}
