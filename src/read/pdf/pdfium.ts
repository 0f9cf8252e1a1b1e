import type { PageImage } from '../ocr/engine.ts';

type PdfiumModule = typeof import('@hyzyla/pdfium')['PDFiumModule'];
type Pdfium = Awaited<ReturnType<PdfiumModule>>;

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

let loading: Promise<Pdfium> | undefined;

async function load(): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  const module = await PDFiumModule({});
  module._FPDF_InitLibraryWithConfig({ version: 2 });
  return module;
}

/** Draws pages of a PDF file, as they are printed, without annotations. Must be closed. */
export class PageDrawer {
  readonly #module: Pdfium;
  readonly #document: number;
  readonly #bytes: number;

  private constructor(module: Pdfium, document: number, bytes: number) {
    this.#module = module;
    this.#document = document;
    this.#bytes = bytes;
  }

  /** @throws Error where the library cannot open what pdf.js could. */
  static async open(bytes: Uint8Array, password: string | null): Promise<PageDrawer> {
    loading ??= load();
    const module = await loading;
    const secret = password === null ? null : Buffer.from(`${password}\0`, 'utf8');
    const at = copyIn(module, bytes);
    const secretAt = secret ? copyIn(module, secret) : 0;
    const document = module._FPDF_LoadMemDocument(at, bytes.length, secretAt);
    if (secretAt) module.wasmExports.free(secretAt);
    if (!document) {
      module.wasmExports.free(at);
      throw new Error(`the page cannot be drawn: PDFium error ${module._FPDF_GetLastError()}`);
    }
    return new PageDrawer(module, document, at);
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
    this.#module.wasmExports.free(this.#bytes);
  }

  #withPage<T>(number: number, work: (page: number) => T): T {
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

function copyIn(module: Pdfium, bytes: Uint8Array): number {
  const at = allocate(module, bytes.length);
  module.HEAPU8.set(bytes, at);
  return at;
}
