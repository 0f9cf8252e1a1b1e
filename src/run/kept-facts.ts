import type { ExtractedDocument } from '../model/document.ts';
import type { Cache } from './cache.ts';
import type { ProcessedSource } from './stages.ts';

/** What the words of a place are read from: a document's text and the way from it back to the source. */
export type DocumentText = Pick<ExtractedDocument, 'text' | 'lineBreaks' | 'layout'>;

type Bare = Omit<ExtractedDocument, keyof DocumentText>;

/**
 * The facts of sources in the cache, their texts in files of their own: a finding quotes words of many documents, and reading a
 * text costs a small part of reading all facts.
 */
export class KeptFacts {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** @throws OutputProblem */
  write(key: string, facts: ProcessedSource): void {
    const texts: DocumentText[] = facts.documents.map(({ text, lineBreaks, layout }) => ({ text, lineBreaks, layout }));
    const documents = facts.documents.map(({ text: _, lineBreaks: __, layout: ___, ...bare }): Bare => bare);
    this.#cache.write(key, 'texts', texts);
    this.#cache.write(key, 'facts', { ...facts, documents });
  }

  /** Null where they are not there or not whole. */
  read(key: string): ProcessedSource | null {
    const bare = this.#cache.read<Omit<ProcessedSource, 'documents'> & { documents: Bare[] }>(key, 'facts');
    const texts = bare && this.texts(key);
    return texts && { ...bare, documents: bare.documents.map((document, part) => ({ ...document, ...(texts[part] as DocumentText) })) };
  }

  /** The texts alone, document by document. */
  texts(key: string): DocumentText[] | null {
    return this.#cache.read<DocumentText[]>(key, 'texts');
  }
}
