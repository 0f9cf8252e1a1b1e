import { setMaxListeners } from 'node:events';

/**
 * The way between the two halves of pdf.js when both run in one thread. Messages are copied as by the library's own port, but shared
 * memory stays where it is: the library would hand a file's bytes over, which shared memory cannot be, or copy them.
 */
export class SharingPort extends EventTarget {
  #before = Promise.resolve();

  constructor() {
    super();
    // Two for each file that is open: their number is no leak.
    setMaxListeners(0, this);
  }

  postMessage(message: unknown, transfer: readonly Transferable[] | null = null): void {
    const data = structuredClone(message, { transfer: (transfer ?? []).filter((part) => !(part instanceof SharedArrayBuffer)) });
    this.#before = this.#before.then(() => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
}
