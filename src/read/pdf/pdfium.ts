import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PageImage } from '../ocr/engine.ts';
import { type OfferedFile, OfferedFiles } from './offered-files.ts';

type PdfiumModule = typeof import('@hyzyla/pdfium')['PDFiumModule'];
/** With a function that the package's types leave out. */
type Pdfium = Awaited<ReturnType<PdfiumModule>> & { _FPDF_LoadDocument(path: number, password: number): number };

/** FPDFBitmap_BGR: three bytes a pixel. */
const BITMAP_BGR = 2;
/** FPDF_REVERSE_BYTE_ORDER: red first. FPDF_ANNOT is not set: what annotations print over the text is not drawn. */
const RENDER_RGB = 0x10;
const OBJECT_IMAGE = 3;
const WHITE = 0xffffffff;
/** A drawing has no more pixels than this: a page of 10 metres is drawn coarser. */
const MOST_PIXELS = 40_000_000;
/** An embedded picture that is longer than this in its file is drawn instead. */
const LONGEST_PICTURE = 64 * 1_048_576;

/** A document keeps the pictures of every page that was looked at. After so many bytes it is opened anew, which lets go of them. */
const MOST_KEPT = 16 * 1_048_576;

interface Library {
  module: Pdfium;
  files: OfferedFiles;
}

let loading: Promise<Library> | undefined;

async function load(): Promise<Library> {
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  const program = await WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')));
  const files = new OfferedFiles();
  const module = (await PDFiumModule({
    instantiateWasm: (imports, made) => {
      const instance = new WebAssembly.Instance(program, files.among(imports));
      files.attach(instance.exports.memory as WebAssembly.Memory);
      // The package's types have the two of Emscripten's callback in another order.
      (made as unknown as (instance: WebAssembly.Instance, program: WebAssembly.Module) => void)(instance, program);
      return instance.exports;
    },
  })) as Pdfium;
  module._FPDF_InitLibraryWithConfig({ version: 2 });
  return { module, files };
}

/** Draws pages of a PDF file, as they are printed, without annotations. The file's bytes are read where they are. Must be closed. */
export class PageDrawer {
  readonly #module: Pdfium;
  readonly #files: OfferedFiles;
  readonly #file: OfferedFile;
  readonly #password: string | null;
  #document: number;

  private constructor({ module, files }: Library, bytes: Uint8Array, password: string | null) {
    this.#module = module;
    this.#files = files;
    this.#file = files.offer(bytes);
    this.#password = password;
    this.#document = this.#load();
  }

  /** @throws Error where the library cannot open what pdf.js could. */
  static async open(bytes: Uint8Array, password: string | null): Promise<PageDrawer> {
    loading ??= load();
    return new PageDrawer(await loading, bytes, password);
  }

  /** Draws a page (from 1), as it is shown, at `dpi` pixels an inch or as many as a page so large may have. */
  draw(number: number, dpi: number): PageImage {
    return this.#withPage(number, (page) => {
      const module = this.#module;
      const [width, height] = [module._FPDF_GetPageWidth(page), module._FPDF_GetPageHeight(page)];
      const scale = Math.min(dpi / 72, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
      const [columns, rows] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
      const size = columns * rows * 3;
      const at = allocate(module, size);
      const bitmap = module._FPDFBitmap_CreateEx(columns, rows, BITMAP_BGR, at, columns * 3);
      try {
        module._FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, WHITE);
        module._FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, RENDER_RGB);
        return { width: columns, height: rows, channels: 3, data: module.HEAPU8.slice(at, at + size), dpi: scale * 72 };
      } finally {
        if (bitmap) module._FPDFBitmap_Destroy(bitmap);
        module.wasmExports.free(at);
      }
    });
  }

  /** Size of a page as it is shown, in points. */
  size(number: number): { width: number; height: number } {
    return this.#withPage(number, (page) => ({ width: this.#module._FPDF_GetPageWidth(page), height: this.#module._FPDF_GetPageHeight(page) }));
  }

  /** The JPEG a page consists of, where it is one picture and nothing else; null otherwise. */
  embeddedJpeg(number: number): Uint8Array | null {
    return this.#withPage(number, (page) => {
      const module = this.#module;
      if (module._FPDFPage_CountObjects(page) !== 1) return null;
      const object = module._FPDFPage_GetObject(page, 0);
      if (module._FPDFPageObj_GetType(object) !== OBJECT_IMAGE || module._FPDFImageObj_GetImageFilterCount(object) !== 1 || filterName(module, object) !== 'DCTDecode') return null;
      const size = module._FPDFImageObj_GetImageDataRaw(object, 0, 0);
      if (size <= 0 || size > LONGEST_PICTURE) return null;
      const at = allocate(module, size);
      try {
        return module._FPDFImageObj_GetImageDataRaw(object, at, size) ? module.HEAPU8.slice(at, at + size) : null;
      } finally {
        module.wasmExports.free(at);
      }
    });
  }

  close(): void {
    this.#module._FPDF_CloseDocument(this.#document);
    this.#files.withdraw(this.#file);
  }

  #load(): number {
    const module = this.#module;
    const path = copyIn(module, this.#file.path);
    const password = this.#password === null ? 0 : copyIn(module, this.#password);
    const document = module._FPDF_LoadDocument(path, password);
    module.wasmExports.free(path);
    if (password) module.wasmExports.free(password);
    this.#file.taken = 0;
    if (document) return document;
    this.#files.withdraw(this.#file);
    throw new Error(`the page cannot be drawn: PDFium error ${module._FPDF_GetLastError()}`);
  }

  #withPage<T>(number: number, work: (page: number) => T): T {
    if (this.#file.taken > MOST_KEPT) {
      this.#module._FPDF_CloseDocument(this.#document);
      this.#document = 0;
      this.#document = this.#load();
    }
    const page = this.#module._FPDF_LoadPage(this.#document, number - 1);
    if (!page) throw new Error(`page ${number} cannot be drawn`);
    try {
      return work(page);
    } finally {
      this.#module._FPDF_ClosePage(page);
    }
  }
}

function filterName(module: Pdfium, object: number): string {
  const length = module._FPDFImageObj_GetImageFilter(object, 0, 0, 0);
  if (length <= 0 || length > 64) return '';
  const at = allocate(module, length);
  try {
    module._FPDFImageObj_GetImageFilter(object, 0, at, length);
    return Buffer.from(module.HEAPU8.subarray(at, at + length - 1)).toString('latin1');
  } finally {
    module.wasmExports.free(at);
  }
}

function allocate(module: Pdfium, size: number): number {
  const at = module.wasmExports.malloc(size);
  if (at === 0) throw new Error(`no memory for a picture of ${size} bytes`);
  return at;
}

/** A text as C has it. */
function copyIn(module: Pdfium, text: string): number {
  const bytes = Buffer.from(`${text}\0`, 'utf8');
  const at = allocate(module, bytes.length);
  module.HEAPU8.set(bytes, at);
  return at;
}
