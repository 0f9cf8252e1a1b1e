import type { ExtractedDocument } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Cache } from './cache.ts';
import type { SourceRecord } from './process-files.ts';
import type { ProcessedSource } from './stages.ts';

/** How many sources' facts are held at once. */
const FACTS_HELD = 24;

/** Facts from the cache, a few sources at a time: the corpus itself is never in memory. */
export class FactsReader {
  readonly #cache: Cache;
  readonly #where: { source: SourceRecord; part: number }[];
  readonly #held = new Map<string, ProcessedSource>();

  constructor(sources: readonly SourceRecord[], cache: Cache) {
    this.#cache = cache;
    this.#where = sources.flatMap((source) => source.digests.map((_, part) => ({ source, part })));
  }

  document(index: number): ExtractedDocument {
    const where = this.#where[index];
    if (!where) throw new Error(`no document with the index ${index}`);
    const { key } = where.source;
    let facts = this.#held.get(key);
    if (!facts) {
      facts = this.#cache.read<ProcessedSource>(key, 'facts') ?? undefined;
      if (!facts) throw new Error(`the facts of "${where.source.file}" are missing from the cache`);
      this.#held.set(key, facts);
      const oldest = this.#held.keys().next().value;
      if (this.#held.size > FACTS_HELD && oldest !== undefined) this.#held.delete(oldest);
    }
    return facts.documents[where.part] as ExtractedDocument;
  }

  evidence(index: number, start: number, end: number): Evidence {
    const { text, lineBreaks } = this.document(index);
    const lineAt = (offset: number) => {
      let line = 1;
      let low = 0;
      let high = lineBreaks.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [from, number] = lineBreaks[middle] as [number, number];
        if (from <= offset) {
          line = number;
          low = middle + 1;
        } else high = middle - 1;
      }
      return line;
    };
    return { start, end, quote: text.slice(start, end), lines: [lineAt(start), lineAt(Math.max(start, end - 1))] };
  }
}
