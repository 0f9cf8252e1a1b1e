import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, type WriteStream, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/** Characters that are written at once. */
const PIECE = 65_536;

/** Writes a file under a temporary name and renames it; a file that already has this content is left alone. Returns whether it wrote. */
export function writeIfChanged(path: string, content: string): boolean {
  try {
    if (readFileSync(path, 'utf8') === content) return false;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const temporary = `${path}.${process.pid}.part`;
  try {
    // Writes all of it or throws: a full disk takes a part of the bytes first.
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

/** What became of a streamed file: `written` is false where one of the same content was there. */
export interface StreamedResult {
  written: boolean;
  bytes: number;
  sha256: string;
}

/** A file that is written chunk by chunk under a temporary name, and takes its own name when it is complete. */
export class StreamedFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #stream: WriteStream;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #failure: Error | undefined;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#temporary = `${path}.${process.pid}.part`;
    // Opened at once: a file that is given up before the stream has opened it would be made afterwards.
    this.#stream = createWriteStream(this.#temporary, { fd: openSync(this.#temporary, 'w') });
    // Kept until the next call: an error between two calls has nobody else who waits for it.
    this.#stream.on('error', (error) => {
      this.#failure ??= error;
    });
  }

  /** Resolves when the next chunk may come. */
  async write(chunk: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    const bytes = Buffer.from(chunk, 'utf8');
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
  }

  /** Ends the file and puts it in its place; one that is there and has the same content is left alone. */
  async commit(): Promise<StreamedResult> {
    if (this.#failure) throw this.#failure;
    this.#stream.end();
    await finished(this.#stream);
    const sha256 = this.#hash.digest('hex');
    const same = statSync(this.#path, { throwIfNoEntry: false })?.size === this.#bytes && (await hashOf(this.#path)) === sha256;
    if (same) rmSync(this.#temporary, { force: true });
    else renameSync(this.#temporary, this.#path);
    return { written: !same, bytes: this.#bytes, sha256 };
  }

  /** Leaves nothing behind. */
  discard(): void {
    this.#stream.destroy();
    rmSync(this.#temporary, { force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Writes a file chunk by chunk; on failure nothing is left behind. Returns whether the file has changed. */
export async function writeStream(path: string, fill: (write: (chunk: string) => Promise<void>) => Promise<void>): Promise<boolean> {
  const file = new StreamedFile(path);
  try {
    await fill((chunk) => file.write(chunk));
    return (await file.commit()).written;
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** Writes a file from its pieces; short ones are written together. Returns whether the file has changed. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<boolean> {
  return writeStream(path, async (write) => {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      await write(waiting);
      waiting = '';
    }
    if (waiting !== '') await write(waiting);
  });
}
