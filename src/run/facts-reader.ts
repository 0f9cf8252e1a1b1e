import type { OwnDraft } from '../check/rule.ts';
import type { ExtractedDocument, Noise } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import { placeOf } from '../text/text-layout.ts';
import type { Cache } from './cache.ts';
import { type DocumentText, KeptFacts } from './kept-facts.ts';
import { FactsMissing } from './problem.ts';
import type { SourceRecord } from './source-record.ts';
import type { ProcessedSource } from './stages.ts';

/** How many sources' facts are held at once, and how many characters of texts. */
const FACTS_HELD = 4;
const TEXT_HELD = 8_000_000;

/** Sources that are read as they stand, line by line; of others a line is a paragraph, a row or what a page shows. */
const IN_LINES: ReadonlySet<string> = new Set(['text/plain', 'text/markdown']);

/** Facts from the cache, a few sources at a time: the corpus itself is never in memory. */
export class FactsReader {
  readonly #cache: Cache;
  readonly #kept: KeptFacts;
  readonly #where: { source: SourceRecord; part: number }[];
  readonly #facts = new Map<string, ProcessedSource>();
  readonly #texts = new Map<string, DocumentText[]>();
  #textHeld = 0;

  constructor(sources: readonly SourceRecord[], cache: Cache) {
    this.#cache = cache;
    this.#kept = new KeptFacts(cache);
    this.#where = sources.flatMap((source) => source.digests.map((_, part) => ({ source, part })));
  }

  document(index: number): ExtractedDocument {
    return this.#factsOf(index).documents[this.#place(index).part] as ExtractedDocument;
  }

  /** What was set aside of the source a document came from. */
  noise(index: number): Noise[] {
    return this.#factsOf(index).noise;
  }

  /** How the pages a document stands on were read, and the digital signatures of its file. */
  paged(index: number): Pick<ProcessedSource, 'reading' | 'signatures'> {
    const { reading, signatures } = this.#factsOf(index);
    const own = new Set(this.document(index).layout?.page);
    return { ...(reading ? { reading: reading.filter(({ page }) => own.has(page)) } : {}), ...(signatures ? { signatures } : {}) };
  }

  /** What the document rules found. */
  drafts(index: number): readonly OwnDraft[] {
    const { source, part } = this.#place(index);
    const drafts = this.#cache.read<OwnDraft[][]>(source.draftsKey, 'drafts');
    if (!drafts) throw new FactsMissing([source.file]);
    return drafts[part] ?? [];
  }

  evidence(index: number, start: number, end: number): Evidence {
    return evidenceIn(this.#text(index), start, end, IN_LINES.has(this.#place(index).source.mediaType));
  }

  #place(index: number): { source: SourceRecord; part: number } {
    const where = this.#where[index];
    if (!where) throw new Error(`no document with the index ${index}`);
    return where;
  }

  #factsOf(index: number): ProcessedSource {
    const { key, file } = this.#place(index).source;
    let facts = this.#facts.get(key);
    if (!facts) {
      facts = this.#kept.read(key) ?? undefined;
      if (!facts) throw new FactsMissing([file]);
      this.#facts.set(key, facts);
      const oldest = this.#facts.keys().next().value;
      if (this.#facts.size > FACTS_HELD && oldest !== undefined) this.#facts.delete(oldest);
    }
    return facts;
  }

  #text(index: number): DocumentText {
    const { source, part } = this.#place(index);
    let texts = this.#texts.get(source.key);
    if (!texts) {
      texts = this.#kept.texts(source.key) ?? undefined;
      if (!texts) throw new FactsMissing([source.file]);
      this.#texts.set(source.key, texts);
      this.#textHeld += length(texts);
      for (const [oldest, others] of this.#texts) {
        if (this.#textHeld <= TEXT_HELD || oldest === source.key) break;
        this.#texts.delete(oldest);
        this.#textHeld -= length(others);
      }
    }
    return texts[part] as DocumentText;
  }
}

const length = (texts: readonly DocumentText[]) => texts.reduce((sum, { text }) => sum + text.length, 0);

/** The words between two offsets of a document, with their source lines, columns if asked for, and page and boxes where there are pages. */
export function evidenceIn({ text, lineBreaks, layout }: DocumentText, start: number, end: number, columns = false): Evidence {
  const sourceOf = (offset: number): [line: number, column: number] => {
    let found: [number, number, number] = [0, 1, 1];
    let low = 0;
    let high = lineBreaks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const one = lineBreaks[middle] as [number, number, number];
      if (one[0] <= offset) {
        found = one;
        low = middle + 1;
      } else high = middle - 1;
    }
    return [found[1], found[2] + offset - found[0]];
  };
  const [first, last] = [sourceOf(start), sourceOf(Math.max(start, end - 1))];
  const evidence: Evidence = { start, end, quote: detach(text.slice(start, end)), lines: [first[0], last[0]] };
  if (columns) evidence.columns = [first[1], last[1] + (end > start ? 1 : 0)];
  return layout ? { ...evidence, ...placeOf(layout, start, end) } : evidence;
}

/** A copy of its own: a slice would keep the whole text it was cut from in memory for as long as the finding lives. */
function detach(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
