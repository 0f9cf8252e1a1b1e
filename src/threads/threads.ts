import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Who listens to a thread while it is at a job. */
export interface ThreadListener<From> {
  onMessage(message: From): void;
  /** The thread is gone, for this reason. */
  onEnd(detail: string): void;
}

/** A thread that was taken for a job. */
export interface TakenThread<To> {
  /** It has said something: its program is loaded. */
  readonly started: boolean;
  tell(message: To, transfer?: readonly ArrayBuffer[]): void;
  /** Puts the thread by for the next job; it does not keep the program running. */
  release(): void;
  /** Ends the thread, whatever it is at. */
  end(): Promise<unknown>;
}

/** Worker threads that run one program, `To` being what they are told and `From` what they tell; idle ones are kept for the next job. */
export class Threads<To, From> {
  readonly #entry: string;
  readonly #options: WorkerOptions;
  readonly #most: number;
  readonly #idle: KeptThread<To, From>[] = [];

  /** `most`: so many idle threads are kept. */
  constructor(entry: string, options: WorkerOptions, most: number) {
    this.#entry = entry;
    this.#options = options;
    this.#most = most;
  }

  /** An idle thread, or a new one. */
  take(listener: ThreadListener<From>): TakenThread<To> {
    const thread =
      this.#idle.pop() ??
      new KeptThread<To, From>(
        new Worker(this.#entry, this.#options),
        (one) => this.#putBy(one),
        (one) => this.#forget(one),
      );
    thread.listen(listener);
    return thread;
  }

  /** Ends the idle threads. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.end()));
  }

  #putBy(thread: KeptThread<To, From>): boolean {
    if (this.#idle.length >= this.#most) return false;
    this.#idle.push(thread);
    return true;
  }

  #forget(thread: KeptThread<To, From>): void {
    const at = this.#idle.indexOf(thread);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}

/** Does one job after the other. Its listeners are set once: a worker whose listeners were all removed is mute for good. */
class KeptThread<To, From> implements TakenThread<To> {
  readonly #worker: Worker;
  readonly #putBy: (thread: KeptThread<To, From>) => boolean;
  #listener: ThreadListener<From> | null = null;
  started = false;

  constructor(worker: Worker, putBy: (thread: KeptThread<To, From>) => boolean, forget: (thread: KeptThread<To, From>) => void) {
    this.#worker = worker;
    this.#putBy = putBy;
    const ended = (detail: string) => {
      forget(this);
      this.#listener?.onEnd(detail);
    };
    worker.on('message', (message: From) => {
      this.started = true;
      this.#listener?.onMessage(message);
    });
    worker.on('error', (error) => ended(error.message));
    worker.on('exit', () => ended('the thread ended'));
  }

  listen(listener: ThreadListener<From>): void {
    this.#listener = listener;
    this.#worker.ref();
  }

  tell(message: To, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  release(): void {
    this.#listener = null;
    if (this.#putBy(this)) this.#worker.unref();
    else void this.end();
  }

  end(): Promise<unknown> {
    this.#listener = null;
    return this.#worker.terminate();
  }
}
