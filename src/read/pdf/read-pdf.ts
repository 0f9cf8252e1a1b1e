import { availableParallelism } from 'node:os';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageWords } from '../../grammar/pages.ts';
import { BUILT } from '../../package-root.ts';
import { FileProblem } from '../file-problem.ts';
import type { Reader, Reading, ReadKnowledge } from '../read.ts';
import type { ReadServices } from '../services.ts';
import { annotationRoles } from './annotations.ts';
import { takeRefusal } from './bounded-streams.ts';
import { COVERAGE_DPI, inkCoverage } from './ink-coverage.ts';
import { interpretPage } from './interpret.ts';
import { judgeCoverage, judgeLayer, LARGE_PICTURE, type LayerQuality, type LayerVerdict, measureLayer } from './layer-quality.ts';
import { convertLegacyWords } from './legacy-fonts.ts';
import { recognizedLayer } from './ocr-layer.ts';
import { layerOf, type PageLayer } from './page-layer.ts';
import { pictureOf } from './page-picture.ts';
import { emptyLayer, PageAssembler, type PageReading } from './page-reading.ts';
import { PageDrawer } from './pdfium.ts';
import { openPdf } from './pdfjs.ts';
import { readOrTell, requireWords, unread } from './recognition.ts';
import { readSignatures } from './signatures.ts';
import { wordsOf } from './words.ts';

/** Pages that may wait for recognition at a time: one a worker and the next one, as each holds its picture. */
const MOST_WAITING = availableParallelism() + 1;
/** Larger files are refused: no directive is, and a hostile one could be. */
const MOST_PAGES = 5_000;

/** How a reading is followed and bounded from outside. */
export interface Watch {
  /** Pages that are not looked at: they kept the reader from going on. */
  skip: ReadonlySet<number>;
  onPage(number: number): void;
}

const UNWATCHED: Watch = { skip: new Set(), onPage() {} };

/**
 * Reads a PDF file page by page: from the text layer where it can be trusted, else by recognizing the page's picture.
 * @throws FileProblem where the file cannot be read at all.
 */
export const readPdf: Reader = async (bytes, knowledge, services) =>
  services.pageTimeoutMs !== undefined && BUILT
    ? (await import('./isolated.ts')).readIsolated(bytes, knowledge, services, services.pageTimeoutMs)
    : readPdfHere(bytes, knowledge, services);

/** The same in this thread, in whatever time it takes. */
export async function readPdfHere(bytes: Uint8Array, knowledge: ReadKnowledge, services: ReadServices, watch: Watch = UNWATCHED): Promise<Reading> {
  const file = await openPdf(bytes, services.password);
  const reader = new PdfReader(file, bytes, pageWords(knowledge).laysOut, services, watch);
  try {
    if (file.numPages > MOST_PAGES) throw new FileProblem('too-many-pages', { pages: String(file.numPages), limit: String(MOST_PAGES) });
    const pages = await reader.read();
    requireWords(pages);
    return { mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [], signatures: readSignatures(bytes) };
  } finally {
    await reader.close();
    await file.destroy();
  }
}

/** A page nothing is known of. */
const NOTHING: PageReading = { layer: emptyLayer(0, 0), origin: 'text-layer', decision: 'unreadable', reasons: [], engine: null };

class PdfReader {
  readonly #file: PDFDocumentProxy;
  readonly #bytes: Uint8Array;
  readonly #laysOut: (text: string) => boolean;
  readonly #services: ReadServices;
  readonly #watch: Watch;
  #drawer: Promise<PageDrawer> | null = null;

  constructor(file: PDFDocumentProxy, bytes: Uint8Array, laysOut: (text: string) => boolean, services: ReadServices, watch: Watch) {
    this.#file = file;
    this.#bytes = bytes;
    this.#laysOut = laysOut;
    this.#services = services;
    this.#watch = watch;
  }

  async read() {
    const layers = await this.#file.getOptionalContentConfig();
    const isVisible = (group: unknown) => group === null || layers.isVisible(group as Parameters<typeof layers.isVisible>[0]);
    const assembler = new PageAssembler(this.#laysOut);
    const waiting: Promise<PageReading>[] = [];
    const takeNext = async () => assembler.add(await (waiting.shift() as Promise<PageReading>));
    try {
      for (let number = 1; number <= this.#file.numPages; number++) {
        this.#services.signal?.throwIfAborted();
        this.#watch.onPage(number);
        if (this.#watch.skip.has(number)) {
          waiting.push(Promise.resolve(unread(NOTHING, 'page-timed-out')));
          continue;
        }
        const { reading, verdict } = await this.#readPage(number, isVisible);
        waiting.push(verdict === 'ocr' ? this.#recognize(number, reading) : Promise.resolve(reading));
        if (waiting.length >= MOST_WAITING) await takeNext();
      }
      while (waiting.length > 0) await takeNext();
    } finally {
      await Promise.allSettled(waiting);
    }
    return assembler.finish();
  }

  async close(): Promise<void> {
    // A drawer that did not open has been told of where it was needed.
    (await this.#drawer?.catch(() => null))?.close();
  }

  /** Reads a page's text layer and judges it; a page that unpacks to too much is left alone, by the library that draws pages too. */
  async #readPage(number: number, isVisible: (group: unknown) => boolean): Promise<{ reading: PageReading; verdict: LayerVerdict['use'] }> {
    const read = await this.#readLayer(number, isVisible);
    const refused = takeRefusal();
    return refused === null ? read : { reading: unread(NOTHING, 'page-failed', refused), verdict: 'blank' };
  }

  async #readLayer(number: number, isVisible: (group: unknown) => boolean): Promise<{ reading: PageReading; verdict: LayerVerdict['use'] }> {
    try {
      const { layer, encodings } = await readLayer(await this.#file.getPage(number), isVisible, this.#laysOut);
      const quality = measureLayer(layer);
      const { use, reasons } = await this.#judge(number, layer, quality, judgeLayer(quality, layer.shapes));
      for (const encoding of encodings) reasons.push({ code: 'legacy-encoding', value: encoding });
      const decision = use === 'blank' ? 'blank' : encodings.length > 0 ? 'repaired-text-layer' : 'text-layer';
      return { reading: { layer, origin: 'text-layer', decision, reasons, engine: null }, verdict: use };
    } catch {
      // What one library cannot read the other may be able to draw.
      const layer = emptyLayer(0, 0);
      return { reading: { layer, origin: 'text-layer', decision: 'unreadable', reasons: [{ code: 'page-failed', value: null }], engine: null }, verdict: 'ocr' };
    }
  }

  /** Where words lie over a picture of the page it is looked at whether they are those of the picture. */
  async #judge(number: number, layer: PageLayer, { pictured }: LayerQuality, verdict: LayerVerdict): Promise<LayerVerdict> {
    if (verdict.use !== 'layer' || pictured < LARGE_PICTURE) return verdict;
    this.#drawer ??= PageDrawer.open(this.#bytes, this.#services.password);
    const drawer = await this.#drawer;
    const covered = inkCoverage(
      drawer.draw(number, COVERAGE_DPI),
      drawer.size(number),
      layer.words.map(({ place }) => place),
    );
    return judgeCoverage(verdict, covered);
  }

  async #recognize(number: number, reading: PageReading): Promise<PageReading> {
    const { recognize } = this.#services;
    if (!recognize) return unread(reading, 'no-engine');
    return readOrTell(this.#readPicture(number, reading, recognize), reading);
  }

  async #readPicture(number: number, { layer: below, reasons }: PageReading, recognize: NonNullable<ReadServices['recognize']>): Promise<PageReading> {
    this.#drawer ??= PageDrawer.open(this.#bytes, this.#services.password);
    const { image, placement } = await pictureOf(await this.#drawer, number, below);
    const page = await recognize(image);
    const layer = recognizedLayer(page, placement, this.#laysOut);
    // What signing programs print over the page is not in its picture.
    const setAside = [...below.setAside.filter(({ kind }) => kind === 'signature' || kind === 'stamp'), ...layer.setAside];
    return { layer: { ...layer, setAside }, origin: 'ocr', decision: layer.words.length > 0 ? 'ocr' : 'blank', reasons, engine: page.engine };
  }
}

async function readLayer(page: PDFPageProxy, isVisible: (group: unknown) => boolean, laysOut: (text: string) => boolean): Promise<{ layer: PageLayer; encodings: string[] }> {
  try {
    const content = await interpretPage(page, isVisible);
    const { words, encodings } = convertLegacyWords(wordsOf(content));
    const roles = await annotationRoles(page, words);
    return { layer: layerOf(content, words, roles, laysOut), encodings };
  } finally {
    page.cleanup();
  }
}
