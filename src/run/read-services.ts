import { availableParallelism } from 'node:os';
import { pageMarks } from '../grammar/page-marks.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { FileProblem } from '../read/file-problem.ts';
import { type OcrEngine, OcrProblem, type PageImage, type RecognizedPage } from '../read/ocr/engine.ts';
import type { OcrChoice, ReadServices } from '../read/services.ts';
import { type Cache, knowledgeHash, sha256 } from './cache.ts';

interface ReadServicesOptions {
  knowledge: Knowledge;
  ocr: OcrChoice;
  password: string | null;
  /** Where recognized pages are kept, by their pixels; null: nowhere. */
  cache: Cache | null;
  signal?: AbortSignal | undefined;
}

/** The recognition engine of a run, opened when the first page needs it, its results kept page by page. */
export class RunServices implements ReadServices {
  readonly password: string | null;
  readonly pageTimeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly recognize: ReadServices['recognize'];
  readonly #options: ReadServicesOptions;
  #engine: Promise<OcrEngine> | null = null;

  constructor(options: ReadServicesOptions) {
    this.#options = options;
    this.password = options.password;
    this.signal = options.signal;
    this.pageTimeoutMs = options.knowledge.pipeline.options.page_seconds * 1_000;
    this.recognize = options.ocr === 'off' ? null : (image) => this.#recognize(image);
  }

  /** What the reading of pictures depends on besides the pictures: engine and model. */
  async version(): Promise<string> {
    if (this.#options.ocr === 'off') return 'off';
    const { name, version } = await this.#open();
    return `${name} ${version} ${knowledgeHash(this.#options.knowledge, ['anatomy'])}`;
  }

  async close(): Promise<void> {
    const engine = await this.#engine?.catch(() => null);
    await engine?.close();
  }

  #open(): Promise<OcrEngine> {
    const { ocr, knowledge } = this.#options;
    if (ocr === 'off') throw new Error('recognition is off');
    this.#engine ??= import('../read/ocr/open.ts')
      .then(({ openOcr }) => openOcr({ engine: ocr, marks: pageMarks(knowledge), workers: availableParallelism() }))
      .catch((error: unknown) => {
        throw error instanceof OcrProblem && error.code === 'engine-missing' ? new FileProblem('no-ocr-engine') : error;
      });
    return this.#engine;
  }

  /** A page that was recognized before is not recognized again, also after a run that was stopped half way. */
  async #recognize(image: PageImage): Promise<RecognizedPage> {
    const { cache, signal } = this.#options;
    const key = sha256(`${sha256(image.data)} ${image.width} ${image.height} ${image.channels} ${image.dpi} ${await this.version()}`);
    const known = cache?.read<RecognizedPage>(key, 'page');
    if (known) return known;
    const page = await (await this.#open()).recognize(image, {}, signal);
    return cache ? cache.exchange(key, 'page', page) : page;
  }
}
