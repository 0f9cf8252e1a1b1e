import type { PublishedDocument } from '../model/document.ts';
import type { WorkLink } from '../model/facts.ts';
import type { FindingList } from '../model/finding-list.ts';
import { publishDocument } from '../publish/document.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import type { Corpus } from '../resolve/works.ts';
import { sha256 } from './cache.ts';
import type { FactsReader } from './facts-reader.ts';
import { CORPUS_VERSION } from './run-record.ts';
import type { SourceRecord } from './source-record.ts';

/** Builds the published form of each document of a corpus, from facts that are read when they are needed. */
export class DocumentBuilder {
  readonly #corpus: Corpus;
  readonly #facts: FactsReader;
  readonly #places: { source: SourceRecord; part: number }[];
  readonly #findings = new Map<string, string[]>();

  constructor(sources: readonly SourceRecord[], corpus: Corpus, findings: FindingList, facts: FactsReader) {
    this.#corpus = corpus;
    this.#facts = facts;
    this.#places = sources.flatMap((source) => source.digests.map((_, part) => ({ source, part })));
    for (const finding of findings.heads) {
      for (const document of finding.documents) {
        const list = this.#findings.get(document);
        if (list) list.push(finding.id);
        else this.#findings.set(document, [finding.id]);
      }
    }
  }

  /** Each document's id, and a key that changes with anything its published form depends on. */
  *keys(): Generator<{ at: number; id: string; key: string }> {
    for (const [at, { source, part }] of this.#places.entries()) {
      const { id, links, findings } = this.#context(at);
      yield { at, id, key: sha256(JSON.stringify([CORPUS_VERSION, source.key, source.file, part, id, links, findings])) };
    }
  }

  build(at: number): { document: PublishedDocument; text: string } {
    const { source, part } = this.#places[at] as { source: SourceRecord; part: number };
    const document = this.#facts.document(at);
    const context = { ...this.#context(at), source, textHash: source.textHashes[part] ?? '', noise: part === 0 ? this.#facts.noise(at) : [], paged: this.#facts.paged(at) };
    return { document: publishDocument(document, context), text: document.text };
  }

  *all(): Generator<{ document: PublishedDocument; text: string }> {
    for (const at of this.#places.keys()) yield this.build(at);
  }

  #context(at: number): { id: string; links: WorkLink[]; findings: string[] } {
    const digest = this.#corpus.documents[at] as DocumentDigest;
    const links = digest.mentionOf.map((mention) => this.#corpus.links[at]?.[mention] as WorkLink);
    return { id: digest.id, links, findings: this.#findings.get(digest.id) ?? [] };
  }
}
