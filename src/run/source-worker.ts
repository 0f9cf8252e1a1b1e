import type { Knowledge } from '../knowledge/knowledge.ts';
import { BUILT } from '../package-root.ts';
import type { Cache } from './cache.ts';
import { type SourceJob, SourceProcessor } from './source-processor.ts';
import { isReadInPlace, type SourceReader } from './source-reader.ts';
import type { SourceNotes } from './source-record.ts';
import { SourceThreads } from './source-threads.ts';

/** So long sources are processed in the program's own thread before it is known how long they take. */
const TRIED_MS = 3_000;
/** Work that is worth other threads: a new one loads the program and runs it slowly for its first few seconds. */
const LONG_MS = 15_000;
/** Each thread takes some hundred MB. */
const MOST_THREADS = 8;

/**
 * Processes the sources of a run: all of a small run, and the first ones of a long run, in this thread; the others in threads beside it, one
 * for each source that may be at work at a time.
 */
export class SourceWorker {
  readonly #reader: SourceReader;
  readonly #cache: Cache;
  readonly #here: SourceProcessor;
  readonly #threads: SourceThreads | null;
  readonly #working = new Map<string, Promise<unknown>>();
  #spent = 0;
  #processed = 0;
  #isLong = false;

  constructor(knowledge: Knowledge, cache: Cache, reader: SourceReader, { concurrency }: { concurrency: number }) {
    this.#reader = reader;
    this.#cache = cache;
    this.#here = new SourceProcessor(knowledge, cache);
    this.#threads = BUILT && concurrency > 1 ? new SourceThreads(knowledge, cache, Math.min(concurrency, MOST_THREADS)) : null;
  }

  /** Settles when the source that is at work under a key is done, or has failed. */
  at(draftsKey: string): Promise<unknown> | undefined {
    return this.#working.get(draftsKey);
  }

  /**
   * Reads and processes a source; its bytes may be gone afterwards. `left`: how many sources may follow.
   * @throws FileProblem where it cannot be read or processed.
   * @throws OutputProblem where results cannot be kept.
   */
  async process(job: SourceJob, bytes: Uint8Array, left: number, onStage: (name: string) => void): Promise<SourceNotes> {
    this.#isLong ||= this.#spent > TRIED_MS && (this.#spent / this.#processed) * left > LONG_MS;
    const work = this.#threads && this.#isLong ? this.#processBeside(this.#threads, job, bytes, onStage) : this.#processHere(job, bytes, onStage);
    this.#working.set(
      job.draftsKey,
      work.catch(() => {}),
    );
    try {
      return await work;
    } finally {
      this.#working.delete(job.draftsKey);
    }
  }

  async close(): Promise<void> {
    await this.#threads?.close();
  }

  async #processHere(job: SourceJob, bytes: Uint8Array, onStage: (name: string) => void): Promise<SourceNotes> {
    const read = async () => {
      const reading = await this.#reader.read(bytes, job.hash);
      began = performance.now();
      return reading;
    };
    let began = performance.now();
    const notes = await this.#here.process(job, read, onStage);
    this.#spent += performance.now() - began;
    this.#processed++;
    return notes as SourceNotes;
  }

  async #processBeside(threads: SourceThreads, job: SourceJob, bytes: Uint8Array, onStage: (name: string) => void): Promise<SourceNotes> {
    const kept = !job.force && this.#cache.has(job.key, 'facts');
    if (!kept) onStage('read');
    const from = kept ? null : isReadInPlace(bytes) ? { bytes } : { pages: await this.#reader.keep(bytes, job.hash) };
    // What is kept may have been cut off or changed by another hand.
    return (await threads.process({ job, from }, onStage)) ?? this.#processHere(job, bytes, onStage);
  }
}
