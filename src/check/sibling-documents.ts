import type { DocumentDigest } from '../resolve/digest.ts';
import type { CitedWorks } from './higher-documents.ts';

/** So many documents are compared with each one beside them, and so many looked at for each work to find them. */
const SIBLINGS_KEPT = 4;
const LOOKED_AT = 48;
const NO_DOCUMENTS: readonly number[] = [];

/**
 * Finds for each document with targets those of its neighbours: of other places under the same territory that carry out a work it
 * carries out too, such as the plans of two districts for one resolution. Goes along citations, never over pairs of documents.
 */
export class SiblingDocuments {
  readonly #documents: readonly DocumentDigest[];
  readonly #cited: (document: number) => CitedWorks;
  /** Documents with targets, by a work they carry out and the territory they lie in: "<work>|<territory>". */
  readonly #carrying = new Map<string, number[]>();

  constructor(documents: readonly DocumentDigest[], cited: (document: number) => CitedWorks) {
    this.#documents = documents;
    this.#cited = cited;
    for (const document of documents) {
      if (document.figures === '' || parentOf(document) === null) continue;
      for (const work of cited(document.index).implemented) {
        const key = `${work.id}|${parentOf(document)}`;
        const list = this.#carrying.get(key);
        if (!list) this.#carrying.set(key, [document.index]);
        else if (list.length < LOOKED_AT) list.push(document.index);
      }
    }
  }

  /** The documents beside one whose ids come before its own, so that each pair is met once; first those with most works in common. */
  before(index: number): readonly number[] {
    const document = this.#documents[index] as DocumentDigest;
    const parent = parentOf(document);
    if (document.figures === '' || parent === null) return NO_DOCUMENTS;
    const common = new Map<number, number>();
    for (const work of this.#cited(index).implemented)
      for (const other of this.#carrying.get(`${work.id}|${parent}`) ?? []) if (this.#isBefore(other, document)) common.set(other, (common.get(other) ?? 0) + 1);
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
