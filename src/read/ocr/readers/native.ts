import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { OcrProblem } from '../engine.ts';
import type { GrayImage } from '../pixels/gray.ts';
import { LANGUAGE, modelVersion } from './model.ts';
import { encodePgm } from './pgm.ts';
import { type Layout, type ReadLine, SEGMENTATION, type TextReader } from './reader.ts';
import { parseTsv } from './tsv.ts';

/** A page of text is some hundred kilobytes of TSV. */
const MAX_OUTPUT = 32 * 1024 * 1024;
const PROBE_TIMEOUT = 5_000;

/** The version of the `tesseract` on the PATH, or null where there is none that can use our model (4 or newer). */
export async function nativeTesseractVersion(): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)('tesseract', ['--version'], { timeout: PROBE_TIMEOUT });
    const version = /tesseract (?:v)?(\d{1,3}(?:\.\d{1,5}){1,3})/.exec(`${stdout}\n${stderr}`)?.[1];
    return version !== undefined && Number.parseInt(version, 10) >= 4 ? version : null;
  } catch {
    return null;
  }
}

/**
 * Recognition by the system's `tesseract`, one process a picture, with our model. Its own threads are turned off: several of
 * them on one page make it up to six times slower than one, and the pages are the parallel work.
 */
export class NativeReader implements TextReader {
  readonly name = 'tesseract';
  readonly version: string;
  readonly workers: number;
  readonly #modelFolder: string;

  /** @param modelFolder holds `vie.traineddata`, unpacked. */
  constructor(workers: number, version: string, modelFolder: string) {
    this.workers = workers;
    this.version = `${version} (${modelVersion()})`;
    this.#modelFolder = modelFolder;
  }

  read(image: GrayImage, layout: Layout, dpi: number, signal: AbortSignal): Promise<ReadLine[]> {
    const command = ['stdin', 'stdout', '--tessdata-dir', this.#modelFolder, '-l', LANGUAGE, '--oem', '1', '--psm', SEGMENTATION[layout], '--dpi', String(dpi)];
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      // The model's folder has no `configs`, so TSV is asked for by its variable.
      const child = spawn('tesseract', [...command, '-c', 'tessedit_create_tsv=1'], { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, signal, killSignal: 'SIGKILL' });
      const output: Buffer[] = [];
      let size = 0;
      let complaint = '';
      const fail = (cause: unknown) => {
        child.kill('SIGKILL');
        reject(signal.aborted ? signal.reason : new OcrProblem('engine-failed', `tesseract failed: ${complaint.trim() || String(cause)}`, { cause }));
      };
      child.on('error', fail);
      // A process that ends early closes its input while we write: its exit code tells why.
      child.stdin.on('error', () => {});
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_OUTPUT) fail('too much output');
        else output.push(chunk);
      });
      child.stderr.on('data', (chunk: Buffer) => {
        complaint = (complaint + chunk).slice(-2_000);
      });
      child.on('close', (code) => (code === 0 ? resolve(parseTsv(Buffer.concat(output).toString('utf8'))) : fail(`exit code ${code}`)));
      child.stdin.end(encodePgm(image));
    });
  }

  async close(): Promise<void> {}
}
