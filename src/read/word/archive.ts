import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileProblem } from '../file-problem.ts';

const MEGABYTE = 1_048_576;
/** An Office file has some dozens of parts. */
const MOST_PARTS = 20_000;
/** No part read here is larger, nor are all of them together. */
const LARGEST = 96 * MEGABYTE;
/** Text packs twenty to forty times; what packs tighter than this and is not small was made to fill the memory. */
const TIGHTEST = 250;
const SMALL = 4 * MEGABYTE;

/** The parts of a ZIP file, unpacked one by one and never beyond a bound, whatever sizes the file claims. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws FileProblem `broken` for a file that is cut off or no ZIP file. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (zip.entryCount > MOST_PARTS) throw new FileProblem('zip-bomb');
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new Archive(zip, entries);
    } catch (error) {
      throw asProblem(error);
    }
  }

  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** A part's bytes, or null where there is no such part. @throws FileProblem for a damaged, an encrypted or an oversized part. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.isEncrypted()) throw new FileProblem('protected');
    if (isTooTight(entry) || this.#unpacked + entry.uncompressedSize > LARGEST) throw new FileProblem('zip-bomb');
    try {
      const chunks: Uint8Array[] = [];
      let size = 0;
      // yauzl ends the stream with an error where there is more than the entry claims.
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        chunks.push(chunk as Uint8Array);
        size += (chunk as Uint8Array).length;
      }
      this.#unpacked += size;
      return Buffer.concat(chunks, size);
    } catch (error) {
      throw asProblem(error);
    }
  }
}

function isTooTight({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > SMALL && uncompressedSize > compressedSize * TIGHTEST;
}

function asProblem(error: unknown): FileProblem {
  return error instanceof FileProblem ? error : new FileProblem('broken', { type: 'ZIP/DOCX/XLSX' });
}
