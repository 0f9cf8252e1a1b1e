import type { ExtractedDocument, Noise } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import { placeOf } from '../text/text-layout.ts';
import type { Cache } from './cache.ts';
import { FactsMissing } from './problem.ts';
import type { SourceRecord } from './process-files.ts';
import type { ProcessedSource } from './stages.ts';

/** How many sources' facts are held at once. */
const FACTS_HELD = 4;

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
    return this.#facts(index).documents[this.#place(index).part] as ExtractedDocument;
  }

  /** What was set aside of the source a document came from. */
  noise(index: number): Noise[] {
    return this.#facts(index).noise;
  }

  /** How the pages a document stands on were read, and the digital signatures of its file. */
  paged(index: number): Pick<ProcessedSource, 'reading' | 'signatures'> {
    const { reading, signatures } = this.#facts(index);
    const own = new Set(this.document(index).layout?.page);
    return { ...(reading ? { reading: reading.filter(({ page }) => own.has(page)) } : {}), ...(signatures ? { signatures } : {}) };
  }

  #place(index: number): { source: SourceRecord; part: number } {
    const where = this.#where[index];
    if (!where) throw new Error(`no document with the index ${index}`);
    return where;
  }

  #facts(index: number): ProcessedSource {
    const where = this.#place(index);
    const { key } = where.source;
    let facts = this.#held.get(key);
    if (!facts) {
      facts = this.#cache.read<ProcessedSource>(key, 'facts') ?? undefined;
      if (!facts) throw new FactsMissing(where.source.file);
      this.#held.set(key, facts);
      const oldest = this.#held.keys().next().value;
      if (this.#held.size > FACTS_HELD && oldest !== undefined) this.#held.delete(oldest);
    }
    return facts;
  }

  evidence(index: number, start: number, end: number): Evidence {
    return evidenceIn(this.document(index), start, end);
  }
}

/** The words between two offsets of a document, with their source lines, and page and boxes where there are pages. */
export function evidenceIn({ text, lineBreaks, layout }: Pick<ExtractedDocument, 'text' | 'lineBreaks' | 'layout'>, start: number, end: number): Evidence {
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
  const evidence: Evidence = { start, end, quote: detach(text.slice(start, end)), lines: [lineAt(start), lineAt(Math.max(start, end - 1))] };
  return layout ? { ...evidence, ...placeOf(layout, start, end) } : evidence;
}

/** A copy of its own: a slice would keep the whole text it was cut from in memory for as long as the finding lives. */
function detach(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
