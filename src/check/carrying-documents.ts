import type { DocumentDigest } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';

/** The works a document cites, as far as their relation to it matters here. */
export interface CitedWorks {
  /** Works it carries out: "triển khai thực hiện Nghị quyết số 06-NQ/TW". */
  implemented: ReadonlySet<Work>;
  /** These and works it is based on or else follows. */
  followed: ReadonlySet<Work>;
}

/** So many documents are looked at for each work and territory: the cost does not grow with how many carry it out. */
const LOOKED_AT = 48;
const NO_DOCUMENTS: readonly number[] = [];

/** Documents by a work they carry out and the territories `territoriesOf` gives for them. Goes along citations, never over pairs of documents. */
export class CarryingDocuments {
  readonly #documents = new Map<string, number[]>();

  constructor(documents: readonly DocumentDigest[], cited: (document: number) => CitedWorks, territoriesOf: (document: DocumentDigest) => readonly string[]) {
    for (const document of documents) {
      const territories = territoriesOf(document);
      if (territories.length === 0) continue;
      for (const work of cited(document.index).implemented) {
        for (const territory of territories) {
          const key = `${work.id}|${territory}`;
          const list = this.#documents.get(key);
          if (!list) this.#documents.set(key, [document.index]);
          else if (list.length < LOOKED_AT) list.push(document.index);
        }
      }
    }
  }

  of(work: Work, territory: string): readonly number[] {
    return this.#documents.get(`${work.id}|${territory}`) ?? NO_DOCUMENTS;
  }
}
