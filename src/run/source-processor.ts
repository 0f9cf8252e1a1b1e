import { checkDocument, documentSource } from '../check/check-document.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { digestDocument } from '../resolve/digest.ts';
import { type Cache, sha256, stagesKey } from './cache.ts';
import { KeptFacts } from './kept-facts.ts';
import { type KeptRecord, notesOn, type SourceNotes } from './source-record.ts';
import { type ProcessedSource, processReading, type Reading } from './stages.ts';

/** A file to be processed: its sha256, and the keys under which its facts, and what is made of them, are kept. */
export interface SourceJob {
  hash: string;
  key: string;
  draftsKey: string;
  /** Makes its facts anew, whatever is kept. */
  force: boolean;
}

/** Takes a source from its pages to what is kept of it. Does the same in any thread. */
export class SourceProcessor {
  readonly #knowledge: Knowledge;
  readonly #cache: Cache;
  readonly #facts: KeptFacts;
  readonly #made: string;

  constructor(knowledge: Knowledge, cache: Cache) {
    this.#knowledge = knowledge;
    this.#cache = cache;
    this.#facts = new KeptFacts(cache);
    this.#made = stagesKey(knowledge);
  }

  /**
   * Keeps a source's facts, what the document rules find in them, and its record. Facts that are kept still stand where only rules or the
   * digest changed; else `read` gives the pages. Null where it gives none.
   * @throws OutputProblem where results cannot be kept.
   */
  async process({ hash, key, draftsKey, force }: SourceJob, read: () => Promise<Reading | null>, onStage: (name: string) => void): Promise<SourceNotes | null> {
    let facts = force ? null : this.#facts.read(key);
    if (!facts) {
      onStage('read');
      const reading = await read();
      if (!reading) return null;
      facts = processReading(reading, this.#knowledge, onStage);
      this.#facts.write(key, facts);
    }
    const source = documentSource(facts);
    this.#cache.write(
      draftsKey,
      'drafts',
      facts.documents.map((document) => checkDocument(document, this.#knowledge, source)),
    );
    // The record is written last: where it is, the facts and drafts are too.
    const record = this.#describe(facts, hash);
    this.#cache.write(draftsKey, 'digest', record);
    return notesOn(record);
  }

  #describe(facts: ProcessedSource, hash: string): KeptRecord {
    return {
      made: this.#made,
      mediaType: facts.mediaType,
      origin: facts.origin,
      pages: facts.pages,
      digests: facts.documents.map((document, at) => digestDocument(document, { file: '', sha256: hash }, at, this.#knowledge)),
      textHashes: facts.documents.map((document) => sha256(document.text)),
      damagedLines: facts.damagedLines,
      unreadPages: facts.reading?.filter(({ reading }) => reading.decision === 'unreadable').map(({ page }) => page) ?? [],
    };
  }
}
