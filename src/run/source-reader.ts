import type { Knowledge } from '../knowledge/knowledge.ts';
import { sourceKind } from '../read/kind.ts';
import { type Cache, knowledgeHash, sha256 } from './cache.ts';
import type { RunServices } from './read-services.ts';
import { type Reading, readStage } from './stages.ts';

/** The kinds whose reading does not depend on recognition and is quicker than keeping it. */
const UNKEPT = new Set(['text']);

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
    return UNKEPT.has(sourceKind(bytes).kind) ? '' : this.#services.version();
  }

  /** @throws FileProblem where the file cannot be read at all. */
  async read(bytes: Uint8Array, hash: string): Promise<Reading> {
    const read = () => readStage.run(bytes, { knowledge: this.#knowledge, services: this.#services });
    const { kind } = sourceKind(bytes);
    if (UNKEPT.has(kind)) return read();
    const key = sha256(`${hash} ${this.#stage} ${await this.#services.version()}`);
    const kept = this.#force ? null : this.#cache.read<Reading>(key, 'pages');
    return kept ?? this.#cache.exchange(key, 'pages', await read());
  }
}
