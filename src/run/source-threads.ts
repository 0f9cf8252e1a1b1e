import { join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { FileProblem } from '../read/file-problem.ts';
import { Threads } from '../threads/threads.ts';
import type { Cache } from './cache.ts';
import { OutputProblem } from './problem.ts';
import type { SourceNotes } from './source-record.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

const ENTRY = join(PACKAGE_ROOT, 'dist', 'run', 'thread.js');

/** A document leaves little behind that is still needed: room for more young objects takes 25 MB a thread and saves no time. */
const YOUNG_MB = 12;

/** Threads that process sources beside each other; each is started when a source comes and the others are busy. */
export class SourceThreads {
  readonly #threads: Threads<ToThread, FromThread>;

  constructor(knowledge: Knowledge, cache: Cache, most: number) {
    const workerData: ThreadData = { knowledge, cache: cache.folder };
    this.#threads = new Threads(ENTRY, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }, most);
  }

  /**
   * What is said of a source; null where what it should be made from is not in the cache, or not whole.
   * @throws FileProblem where it cannot be processed; also where it brings its thread down, by the memory it takes.
   * @throws OutputProblem where results cannot be kept.
   */
  process(order: ToThread, onStage: (name: string) => void): Promise<SourceNotes | null> {
    return new Promise((resolve, reject) => {
      const thread = this.#threads.take({
        onMessage: (message) => {
          if (message.kind === 'stage') {
            onStage(message.name);
            return;
          }
          thread.release();
          if (message.kind === 'done') resolve(message.notes);
          else if (message.kind === 'unread') resolve(null);
          else if (message.kind === 'problem') reject(new FileProblem(message.code, message.values));
          else if (message.kind === 'output') reject(new OutputProblem(message.folder, { code: message.detail }));
          else reject(new Error(message.message));
        },
        onEnd: (detail) => reject(new FileProblem('failed', { detail })),
      });
      thread.tell(order, order.from && 'bytes' in order.from ? ownMemory(order.from.bytes) : []);
    });
  }

  async close(): Promise<void> {
    await this.#threads.close();
  }
}

/** The memory of bytes that share it with nothing else: handed on, not copied. */
function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
