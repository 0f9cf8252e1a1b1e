import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { PageMarks } from '../../grammar/page-marks.ts';
import { type OcrEngine, OcrProblem, type PageImage, type RecognizedPage, type RecognizeOptions } from './engine.ts';
import { unpackModel } from './readers/model.ts';
import { NativeReader, nativeTesseractVersion } from './readers/native.ts';
import type { TextReader } from './readers/reader.ts';
import { TesseractJsReader } from './readers/tesseract-js.ts';
import { recognizePage } from './recognize-page.ts';

/** A page takes two to four seconds; a slow, busy machine ten times that. */
const PAGE_TIMEOUT = 120_000;
const ATTEMPTS = 2;
/** A page of A0 at 100 dots an inch has 15 million, a photograph 50; what is larger is an attack or a mistake. */
const MAX_PIXELS = 150_000_000;
/** Of what this folder makes of a page, engine and model apart; raised when it changes. */
const VERSION = 6;

export interface OcrOptions {
  /** `auto`: the system's `tesseract` where one is installed, else tesseract.js. */
  engine: 'auto' | 'tesseract' | 'tesseract.js';
  /** The words by which stamps and filled-in places are told. */
  marks: PageMarks;
  /** Pages at a time; by default one a processor. */
  workers?: number;
  /** Where the model is unpacked for the system's `tesseract`; by default the user's cache folder. */
  modelFolder?: string;
}

/**
 * Opens a recognition engine. Nothing is started before the first page.
 * @throws OcrProblem `engine-missing` where the system's `tesseract` is asked for and not installed.
 */
export async function openOcr({ engine, marks, workers = availableParallelism(), modelFolder }: OcrOptions): Promise<OcrEngine> {
  const native = engine === 'tesseract.js' ? null : await nativeTesseractVersion();
  if (native === null && engine === 'tesseract') throw new OcrProblem('engine-missing', 'no tesseract 4 or newer on the PATH');
  const reader =
    native === null ? new TesseractJsReader(workers) : new NativeReader(workers, native, await unpackModel(modelFolder ?? join(homedir(), '.cache', 'trichluc', 'tessdata')));
  return new PageRecognizer(reader, marks);
}

class PageRecognizer implements OcrEngine {
  readonly name: string;
  readonly version: string;
  readonly #reader: TextReader;
  readonly #marks: PageMarks;
  readonly #queue: PQueue;

  constructor(reader: TextReader, marks: PageMarks) {
    this.#reader = reader;
    this.#marks = marks;
    this.name = reader.name;
    this.version = `${reader.version}, pages ${VERSION}`;
    this.#queue = new PQueue({ concurrency: reader.workers });
  }

  recognize(image: PageImage, { timeoutMs = PAGE_TIMEOUT }: RecognizeOptions = {}, signal?: AbortSignal): Promise<RecognizedPage> {
    return this.#queue.add(() => this.#attempt(image, timeoutMs, signal));
  }

  async #attempt(image: PageImage, timeoutMs: number, signal: AbortSignal | undefined): Promise<RecognizedPage> {
    if (image.width * image.height > MAX_PIXELS) throw new OcrProblem('image-unusable', `more than ${MAX_PIXELS} pixels`);
    if (image.data.length !== image.width * image.height * image.channels || image.data.length === 0) throw new OcrProblem('image-unusable', 'samples and size do not agree');
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        return await recognizePage(image, this.#reader, this.#marks, signal ? AbortSignal.any([signal, timeout]) : timeout);
      } catch (cause) {
        signal?.throwIfAborted();
        if (attempt < ATTEMPTS) continue;
        if (timeout.aborted) throw new OcrProblem('page-timed-out', `not done within ${timeoutMs} ms, twice`, { cause });
        throw cause instanceof OcrProblem ? cause : new OcrProblem('engine-failed', String(cause), { cause });
      }
    }
  }

  async close(): Promise<void> {
    this.#queue.clear();
    await this.#reader.close();
  }
}
