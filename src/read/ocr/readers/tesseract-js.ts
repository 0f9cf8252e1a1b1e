import type { Worker as Thread } from 'node:worker_threads';
import type { Worker } from 'tesseract.js';
import { OcrProblem } from '../engine.ts';
import type { GrayImage } from '../pixels/gray.ts';
import { LANGUAGE, modelFolder, modelVersion, versionIn } from './model.ts';
import { encodePgm } from './pgm.ts';
import { type Layout, type ReadLine, SEGMENTATION, type TextReader } from './reader.ts';
import { parseTsv } from './tsv.ts';

/** Loading takes a fifth of a second; a worker that has not started by then never will. */
const START_TIMEOUT = 30_000;

/** One running worker, and a promise that rejects when its thread ends by itself. */
interface Running {
  worker: Worker;
  died: Promise<never>;
}

/**
 * Recognition by tesseract.js: WebAssembly in threads, one per worker, started when first needed and used again.
 * Nothing is fetched: engine and model come from the installed packages. A worker whose read is aborted or fails is ended;
 * the next read starts another in its place.
 */
export class TesseractJsReader implements TextReader {
  readonly name = 'tesseract.js';
  readonly version: string;
  readonly workers: number;
  readonly #idle: Running[] = [];
  readonly #busy = new Set<Running>();
  #closed = false;

  constructor(workers: number) {
    this.workers = workers;
    this.version = `${versionIn('tesseract.js/package.json')} (${modelVersion()})`;
  }

  async read(image: GrayImage, layout: Layout, dpi: number, signal: AbortSignal): Promise<ReadLine[]> {
    signal.throwIfAborted();
    if (this.#closed) throw new OcrProblem('engine-failed', 'the engine has been closed');
    const running = this.#idle.pop() ?? (await start());
    if (this.#closed) {
      // Closed while it started: nobody else would end its thread, which keeps the program from ending.
      await running.worker.terminate();
      throw new OcrProblem('engine-failed', 'the engine has been closed');
    }
    this.#busy.add(running);
    const aborted = whenAborted(signal);
    try {
      const work = running.worker.recognize(encodePgm(image), { tessedit_pageseg_mode: SEGMENTATION[layout], user_defined_dpi: String(dpi) } as object, { text: false, tsv: true });
      const { data } = await Promise.race([work, running.died, aborted.promise]);
      this.#idle.push(running);
      return parseTsv(data.tsv ?? '');
    } catch (cause) {
      await running.worker.terminate();
      signal.throwIfAborted();
      throw new OcrProblem('engine-failed', `tesseract.js failed: ${String(cause)}`, { cause });
    } finally {
      this.#busy.delete(running);
      aborted.forget();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map(({ worker }) => worker.terminate()));
  }
}

async function start(): Promise<Running> {
  const { default: tesseract } = await import('tesseract.js');
  const starting = tesseract.createWorker(LANGUAGE, tesseract.OEM.LSTM_ONLY, {
    langPath: modelFolder(),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler of its own the library throws outside of any promise.
    errorHandler: () => {},
  });
  const worker = await within(START_TIMEOUT, starting).catch((cause) => {
    // One that starts after all is ended: its thread would keep the program from ending.
    starting.then((late) => late.terminate()).catch(() => {});
    throw cause;
  });
  // The thread is not in the library's types; without a listener its error would end the process.
  const { worker: thread } = worker as unknown as { worker: Thread };
  const died = new Promise<never>((_, reject) => {
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the worker ended')));
  });
  died.catch(() => {});
  return { worker, died };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OcrProblem('engine-failed', 'the engine did not start')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function whenAborted(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let forget = () => {};
  const promise = new Promise<never>((_, reject) => {
    const listener = () => reject(signal.reason);
    signal.addEventListener('abort', listener, { once: true });
    forget = () => signal.removeEventListener('abort', listener);
  });
  promise.catch(() => {});
  return { promise, forget };
}
