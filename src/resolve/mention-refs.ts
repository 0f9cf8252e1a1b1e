import type { MentionRef } from './works.ts';

/** No document has more mentions. */
const MENTIONS_MOST = 2 ** 22;

/** Mentions of one work, in the order they were added: one number each, where a list of objects takes six times the memory. */
export class MentionRefs implements Iterable<MentionRef> {
  readonly #packed: number[] = [];

  get length(): number {
    return this.#packed.length;
  }

  add(document: number, mention: number): void {
    this.#packed.push(document * MENTIONS_MOST + mention);
  }

  *[Symbol.iterator](): Generator<MentionRef> {
    for (const one of this.#packed) yield unpack(one);
  }

  map<T>(give: (ref: MentionRef) => T): T[] {
    return this.#packed.map((one) => give(unpack(one)));
  }

  flatMap<T>(give: (ref: MentionRef) => T | readonly T[]): T[] {
    return this.#packed.flatMap((one) => give(unpack(one)));
  }
}

function unpack(packed: number): MentionRef {
  const document = Math.floor(packed / MENTIONS_MOST);
  return { document, mention: packed - document * MENTIONS_MOST };
}
