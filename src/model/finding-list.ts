import type { Finding } from './finding.ts';

/** What is always at hand of a finding: enough to order it, to count it and to tell what it belongs to. */
export interface FindingHead extends Pick<Finding, 'id' | 'level' | 'documents' | 'cause' | 'joined' | 'suppressed' | 'outdated'> {
  /** Where the store of its list has the rest of it. */
  place: number;
}

/**
 * The findings of a corpus in their order. Only their heads are in memory; the whole of a finding, with the words of all its sides, is
 * read when it is asked for, each time anew: a corpus has a hundred thousand of them.
 */
export class FindingList implements Iterable<Finding> {
  readonly heads: readonly FindingHead[];
  readonly #read: (head: FindingHead) => Finding;
  #byId: ReadonlyMap<string, FindingHead> | null = null;

  constructor(heads: readonly FindingHead[], read: (head: FindingHead) => Finding) {
    this.heads = heads;
    this.#read = read;
  }

  /** Findings that are in memory. */
  static of(findings: readonly Finding[]): FindingList {
    return new FindingList(
      findings.map((finding, place) => ({ ...finding, place })),
      ({ place }) => findings[place] as Finding,
    );
  }

  get length(): number {
    return this.heads.length;
  }

  *[Symbol.iterator](): Generator<Finding> {
    for (const head of this.heads) yield this.#read(head);
  }

  /** Those whose head passes, in the same order. */
  filter(passes: (head: FindingHead) => boolean): FindingList {
    return new FindingList(this.heads.filter(passes), this.#read);
  }

  slice(start: number, end?: number): FindingList {
    return new FindingList(this.heads.slice(start, end), this.#read);
  }

  head(id: string): FindingHead | undefined {
    this.#byId ??= new Map(this.heads.map((head) => [head.id, head]));
    return this.#byId.get(id);
  }

  find(id: string): Finding | undefined {
    const head = this.head(id);
    return head && this.#read(head);
  }
}
