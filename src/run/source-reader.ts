import type { Knowledge } from '../knowledge/knowledge.ts';
import { sourceKind } from '../read/kind.ts';
import { type Cache, knowledgeHash, sha256 } from './cache.ts';
import type { RunServices } from './read-services.ts';
import { type Reading, readStage } from './stages.ts';

/** The kinds whose reading does not depend on recognition and is quicker than keeping it. */
const UNKEPT = new Set(['text']);

/** Whether a file is read wherever it is processed, its pages not being kept. */
export const isReadInPlace = (bytes: Uint8Array): boolean => UNKEPT.has(sourceKind(bytes).kind);

/** Reads files, or takes what an earlier run read of them: a change of what comes after reading reads no page again. */
export class SourceReader {
  readonly #knowledge: Knowledge;
  readonly #cache: Cache;
  readonly #services: RunServices;
  readonly #force: boolean;
  readonly #stage: string;

  constructor(knowledge: Knowledge, cache: Cache, services: RunServices, force: boolean) {
    this.#knowledge = knowledge;
    this.#cache = cache;
    this.#services = services;
    this.#force = force;
    this.#stage = `${readStage.name}@${readStage.version} ${knowledgeHash(knowledge, readStage.knowledge)}`;
  }

  /** What of the world the reading of a file depends on: nothing for a text, the recognition engine for the rest. */
  async dependence(bytes: Uint8Array): Promise<string> {
    return isReadInPlace(bytes) ? '' : this.#services.version();
  }

  /** @throws FileProblem where the file cannot be read at all. */
  async read(bytes: Uint8Array, hash: string): Promise<Reading> {
    if (isReadInPlace(bytes)) return this.#read(bytes);
    const key = await this.#key(hash);
    const kept = this.#force ? null : this.#cache.read<Reading>(key, 'pages');
    return kept ?? this.#cache.exchange(key, 'pages', await this.#read(bytes));
  }

  /** The key under which the pages of a file are kept, read now where they are not there. @throws FileProblem as `read` does. */
  async keep(bytes: Uint8Array, hash: string): Promise<string> {
    const key = await this.#key(hash);
    if (this.#force || !this.#cache.has(key, 'pages')) this.#cache.write(key, 'pages', await this.#read(bytes));
    return key;
  }

  async #key(hash: string): Promise<string> {
    return sha256(`${hash} ${this.#stage} ${await this.#services.version()}`);
  }

  #read(bytes: Uint8Array): Promise<Reading> {
    return readStage.run(bytes, { knowledge: this.#knowledge, services: this.#services });
  }
}
