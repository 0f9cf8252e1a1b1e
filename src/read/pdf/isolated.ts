import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { Threads } from '../../threads/threads.ts';
import { FileProblem } from '../file-problem.ts';
import { OcrProblem } from '../ocr/engine.ts';
import type { Reading, ReadKnowledge } from '../read.ts';
import type { ReadServices } from '../services.ts';
import { shareBytes } from '../shared-bytes.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** A thread may take this much memory for objects; pictures are not counted. */
const MOST_MEMORY_MB = 1_536;
/** How often a page may bring its thread down before it is passed over, and how many such pages a file may have. */
const ATTEMPTS = 2;
const MOST_PASSED_OVER = 5;
/** A new thread is given this much longer until its first page: it loads the library, on a machine that may be busy. */
const STARTING_MS = 60_000;
const ENTRY = join(PACKAGE_ROOT, 'dist', 'read', 'pdf', 'thread.js');

const threads = new Threads<ToThread, FromThread>(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } }, availableParallelism());

/** A thread ended, or did not come to the next page in time. `page`: the one it was at, 0 before the first. */
interface Stuck {
  page: number;
  detail: string;
  timedOut: boolean;
}

/**
 * Reads a PDF file in a thread of its own. A page at which the thread does not go on for `timeoutMs`, or dies, is tried once more and
 * then passed over: it has the reason `page-timed-out`, and the rest of the file is read.
 * @throws FileProblem where the file cannot be read at all; the reason of the signal when the run was stopped.
 */
export async function readIsolated(bytes: Uint8Array, knowledge: ReadKnowledge, services: ReadServices, timeoutMs: number): Promise<Reading> {
  const shared = shareBytes(bytes);
  const failures = new Map<number, number>();
  for (;;) {
    services.signal?.throwIfAborted();
    const skip = [...failures].filter(([, count]) => count >= ATTEMPTS).map(([page]) => page);
    const outcome = await attempt(shared, knowledge, services, timeoutMs, skip);
    if ('pages' in outcome) return outcome;
    const count = (failures.get(outcome.page) ?? 0) + 1;
    failures.set(outcome.page, count);
    if (skip.length > MOST_PASSED_OVER || (outcome.page === 0 && count >= ATTEMPTS))
      throw new FileProblem(outcome.timedOut ? 'timed-out' : 'damaged-pdf', { detail: outcome.detail });
  }
}

function attempt(
  bytes: Uint8Array,
  { anatomy }: ReadKnowledge,
  { recognize, password, signal }: ReadServices,
  timeoutMs: number,
  skip: readonly number[],
): Promise<Reading | Stuck> {
  return new Promise((resolve, reject) => {
    let page = 0;
    let recognizing = 0;
    let timer: NodeJS.Timeout;
    const settle = (keep: boolean, finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      if (keep) thread.release();
      else void thread.end();
      finish();
    };
    const stuck = (detail: string, timedOut = false) => settle(false, () => resolve({ page, detail, timedOut }));
    const stop = () => settle(false, () => reject(signal?.reason));
    const wait = () => {
      clearTimeout(timer);
      // While a picture is being recognized, which has its own bound, the thread may have nothing to do.
      const limit = thread.started ? timeoutMs : timeoutMs + STARTING_MS;
      timer = setTimeout(() => (recognizing > 0 ? wait() : stuck(`${limit / 1_000} s`, true)), limit);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const onMessage = (message: FromThread) => {
      if (message.kind === 'page') page = message.number;
      wait();
      switch (message.kind) {
        case 'recognize': {
          const { id, image } = message;
          recognizing++;
          (recognize as NonNullable<typeof recognize>)(image)
            .then(
              (found) => tell({ kind: 'recognized', id, page: found }),
              (error: Error) => {
                if (error instanceof FileProblem) settle(false, () => reject(error));
                else tell({ kind: 'unrecognized', id, code: error instanceof OcrProblem ? error.code : null, message: error.message });
              },
            )
            .finally(() => {
              recognizing--;
            });
          break;
        }
        case 'done':
          settle(true, () => resolve(message.reading));
          break;
        case 'problem':
          settle(true, () => reject(new FileProblem(message.code, message.values)));
          break;
        case 'failed':
          settle(true, () => reject(new Error(message.message)));
          break;
      }
    };
    const thread = threads.take({ onMessage, onEnd: stuck });
    const tell = (message: ToThread) => thread.tell(message);
    wait();
    tell({ kind: 'read', bytes, anatomy, password, recognizes: recognize !== null, skip });
  });
}
