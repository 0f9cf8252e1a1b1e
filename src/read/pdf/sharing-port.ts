import { setMaxListeners } from 'node:events';

/** A piece of the drawing instructions of a page, as the reading half sends it: operators and what each is given. */
interface Instructions {
  fnArray: unknown[];
  argsArray: unknown[];
}

/**
 * The way between the two halves of pdf.js when both run in one thread. Messages are copied as by the library's own port, but shared
 * memory stays where it is: the library would hand a file's bytes over, which shared memory cannot be, or copy them. Drawing
 * instructions, most of what is sent (each letter is an object), are not copied either: neither half changes them.
 */
export class SharingPort extends EventTarget {
  #before = Promise.resolve();

  constructor() {
    super();
    // Two for each file that is open: their number is no leak.
    setMaxListeners(0, this);
  }

  postMessage(message: { chunk?: unknown }, transfer: readonly Transferable[] | null = null): void {
    const { chunk } = message;
    const data = isInstructions(chunk)
      ? // The sender empties its lists and fills them again.
        { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } }
      : structuredClone(message, { transfer: (transfer ?? []).filter((part) => !(part instanceof SharedArrayBuffer)) });
    this.#before = this.#before.then(() => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
}

function isInstructions(chunk: unknown): chunk is Instructions {
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && Array.isArray(chunk.fnArray) && 'argsArray' in chunk && Array.isArray(chunk.argsArray);
}
