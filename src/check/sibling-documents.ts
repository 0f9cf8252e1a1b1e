import type { DocumentDigest } from '../resolve/digest.ts';
import { CarryingDocuments, type CitedWorks } from './carrying-documents.ts';

/** So many documents are compared with each one beside them. */
const SIBLINGS_KEPT = 4;
const NO_DOCUMENTS: readonly number[] = [];

/**
 * Finds for each document with targets those of its neighbours: of other places under the same territory that carry out a work it
 * carries out too, such as the plans of two districts for one resolution. Goes along citations, never over pairs of documents.
 */
export class SiblingDocuments {
  readonly #documents: readonly DocumentDigest[];
  readonly #cited: (document: number) => CitedWorks;
  /** Documents with targets, by the territory they lie in. */
  readonly #carrying: CarryingDocuments;

  constructor(documents: readonly DocumentDigest[], cited: (document: number) => CitedWorks) {
    this.#documents = documents;
    this.#cited = cited;
    this.#carrying = new CarryingDocuments(documents, cited, (document) => {
      const parent = document.figures === '' ? null : parentOf(document);
      return parent === null ? [] : [parent];
    });
  }

  /** The documents beside one whose ids come before its own, so that each pair is met once; first those with most works in common. */
  before(index: number): readonly number[] {
    const document = this.#documents[index] as DocumentDigest;
    const parent = parentOf(document);
    if (document.figures === '' || parent === null) return NO_DOCUMENTS;
    const common = new Map<number, number>();
    for (const work of this.#cited(index).implemented)
      for (const other of this.#carrying.of(work, parent)) if (this.#isBefore(other, document)) common.set(other, (common.get(other) ?? 0) + 1);
    const idOf = (other: number) => (this.#documents[other] as DocumentDigest).id;
    return [...common]
      .sort(([a, mine], [b, theirs]) => theirs - mine || (idOf(a) < idOf(b) ? -1 : 1))
      .slice(0, SIBLINGS_KEPT)
      .map(([other]) => other);
  }

  #isBefore(index: number, { id, territories, sha256 }: DocumentDigest): boolean {
    const other = this.#documents[index] as DocumentDigest;
    return other.id < id && other.sha256 !== sha256 && other.territories[0] !== territories[0];
  }
}

/** The territory a document's place lies in; null for the country and for places that no list has. */
const parentOf = ({ territories, ownPlace }: DocumentDigest): string | null => (ownPlace === null ? (territories[1] ?? null) : (territories[0] ?? null));
