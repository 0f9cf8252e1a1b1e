import { openSync, readSync } from 'node:fs';

const PIECE = 1 << 16;
const LINE_END = 0x0a;

/** So many bytes of an open file. @throws where it ends before them */
export function bytesAt(file: number, start: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let read = 0;
  while (read < size) {
    const count = readSync(file, bytes, read, size - read, start + read);
    if (count === 0) throw new RangeError(`the file ends before byte ${start + size}`);
    read += count;
  }
  return bytes;
}

/** Opens a file for reading; null where there is none. */
export function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

/** Reads an open file from its beginning: whole lines, and over parts that are not wanted. */
export class LineReader {
  readonly #file: number;
  readonly #piece = Buffer.allocUnsafe(PIECE);
  #start = 0;
  #size = 0;
  /** Where the next line begins. */
  position = 0;

  constructor(file: number) {
    this.#file = file;
  }

  /** The next line without its end; null at the end of the file, and for a last line that has no end. */
  next(): string | null {
    const parts: Buffer[] = [];
    for (let at = this.position; ; ) {
      if (at < this.#start || at >= this.#start + this.#size) {
        this.#start = at;
        this.#size = readSync(this.#file, this.#piece, 0, PIECE, at);
        if (this.#size === 0) return null;
      }
      const held = this.#piece.subarray(at - this.#start, this.#size);
      const end = held.indexOf(LINE_END);
      parts.push(Buffer.from(end === -1 ? held : held.subarray(0, end)));
      at += end === -1 ? held.length : end + 1;
      if (end === -1) continue;
      this.position = at;
      return Buffer.concat(parts).toString('utf8');
    }
  }

  skip(bytes: number): void {
    this.position += bytes;
  }
}
