import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FileProblem } from '../file-problem.ts';
import { isShared } from '../shared-bytes.ts';
import { keepingBuiltIns } from './built-ins.ts';
import { SharingPort } from './sharing-port.ts';
import { undrawnDocument } from './undrawn-fonts.ts';

/** pdf.js, loaded when the first PDF comes. */
export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<PdfJs> | undefined;

/** The library itself: its operator codes and errors. */
export function loadPdfJs(): Promise<PdfJs> {
  loading ??= keepingBuiltIns(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
  return loading;
}

let starting: Promise<PDFWorker> | undefined;

/** The reading half of the library, in this thread. */
async function startReader(): Promise<PDFWorker> {
  const { PDFWorker, VerbosityLevel } = await loadPdfJs();
  const { WorkerMessageHandler } = await keepingBuiltIns(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  const port = new SharingPort();
  WorkerMessageHandler.initializeFromPort(port);
  // The library's types leave out what its port may be.
  return new PDFWorker({ port: port as unknown as null, verbosity: VerbosityLevel.ERRORS });
}

/** Where the package keeps its character maps and standard fonts: they are never fetched. */
const ASSETS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF file, and reads `bytes` as long as it is open: where they are shared memory they are not copied. No script of it is run, no font of it compiled, no image of it decoded, nothing fetched.
 * @throws FileProblem where it is encrypted, damaged beyond repair, or has no page.
 */
export async function openPdf(bytes: Uint8Array, password: string | null): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfJs();
  starting ??= startReader();
  const task = pdfjs.getDocument({
    worker: await starting,
    // The library takes a buffer it is given for its own, but for a shared one.
    data: isShared(bytes) ? bytes : Uint8Array.from(bytes),
    ...(password === null ? {} : { password }),
    cMapUrl: join(ASSETS, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(ASSETS, 'standard_fonts') + sep,
    wasmUrl: join(ASSETS, 'wasm') + sep,
    isEvalSupported: false,
    disableFontFace: false,
    ownerDocument: undrawnDocument(),
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 0,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    if (file.numPages < 1) throw new FileProblem('no-pages');
    return file;
  } catch (error) {
    await task.destroy();
    if (error instanceof FileProblem) throw error;
    const { name, message, code } = error as Error & { code?: number };
    if (name === 'PasswordException') throw new FileProblem(code === pdfjs.PasswordResponses.INCORRECT_PASSWORD ? 'wrong-password' : 'encrypted');
    throw new FileProblem('damaged-pdf', { detail: message });
  }
}
