import type { Sharp } from 'sharp';
import { pageWords } from '../../grammar/pages.ts';
import { FileProblem } from '../file-problem.ts';
import type { PageImage, RecognizedPage } from '../ocr/engine.ts';
import { recognizedLayer } from '../pdf/ocr-layer.ts';
import { emptyLayer, PageAssembler, type PageReading } from '../pdf/page-reading.ts';
import { readOrTell, requireWords } from '../pdf/recognition.ts';
import type { Reader } from '../read.ts';

/** Larger pictures are refused: an A3 page at 600 dpi has 70 million pixels. */
const MOST_PIXELS = 150_000_000;
const MOST_PAGES = 1_000;
/** A density below this is a program's default, no measure of the page. */
const LEAST_DPI = 90;
const MOST_DPI = 1_300;
/** The short side of A4 in inches: the size of a page that does not tell its own. */
const SHORT_SIDE = 8.27;

/**
 * Reads a picture of a page, or the pages of a TIFF file, by recognizing its words. A photograph is turned as its camera noted.
 * @throws FileProblem where it cannot be decoded or no recognition is at hand.
 */
export const readImage: Reader = async (bytes, knowledge, { recognize, signal }) => {
  if (!recognize) throw new FileProblem('needs-ocr');
  const { laysOut } = pageWords(knowledge);
  const { default: sharp } = await import('sharp');
  const open = (page: number) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', page });
  const { pages: count = 1, format, density } = await describe(open(0));
  if (count > MOST_PAGES) throw new FileProblem('too-many-pages', { pages: String(count), limit: String(MOST_PAGES) });
  const assembler = new PageAssembler(laysOut);
  const waiting: Promise<PageReading>[] = [];
  try {
    for (let page = 0; page < count; page++) {
      signal?.throwIfAborted();
      waiting.push(readOrTell(recognizePage(page), emptyReading()));
      if (waiting.length >= 3) assembler.add(await (waiting.shift() as Promise<PageReading>));
    }
    while (waiting.length > 0) assembler.add(await (waiting.shift() as Promise<PageReading>));
  } finally {
    await Promise.allSettled(waiting);
  }
  const pages = assembler.finish();
  requireWords(pages);
  return { mediaType: `image/${format}`, encoding: 'pixels', pages, damagedLines: [] };

  async function recognizePage(page: number): Promise<PageReading> {
    const image = await decode(open(page), density).catch((error: FileProblem) => {
      // One bad page stops no file of several.
      throw count > 1 ? new Error(error.message) : error;
    });
    return pictureReading(image, await (recognize as NonNullable<typeof recognize>)(image), laysOut);
  }
};

/** What was recognized in a picture that is a whole page. `laysOut`: of texts that are set in tables for their layout only. */
export function pictureReading(image: PageImage, found: RecognizedPage, laysOut: (text: string) => boolean): PageReading {
  const scale = 72 / (image.dpi ?? Math.min(image.width, image.height) / SHORT_SIDE);
  const layer = recognizedLayer(found, { width: image.width * scale, height: image.height * scale, left: 0, top: 0, scaleX: scale, scaleY: scale }, laysOut);
  return { layer, origin: 'ocr', decision: layer.words.length > 0 ? 'ocr' : 'blank', reasons: [{ code: 'image-file', value: null }], engine: found.engine };
}

function emptyReading(): PageReading {
  return { layer: emptyLayer(0, 0), origin: 'ocr', decision: 'unreadable', reasons: [{ code: 'image-file', value: null }], engine: null };
}

async function describe(picture: Sharp): Promise<{ pages: number | undefined; format: string; density: number | null }> {
  try {
    const { pages, format, density } = await picture.metadata();
    return { pages, format, density: density && density >= LEAST_DPI && density <= MOST_DPI ? density : null };
  } catch (error) {
    throw imageProblem(error);
  }
}

/** The samples of a picture: upright as the camera noted, on white where it is clear, grey or red, green, blue. */
async function decode(picture: Sharp, dpi: number | null): Promise<PageImage> {
  try {
    const { data, info } = await picture.autoOrient().flatten({ background: '#fff' }).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, data, dpi };
  } catch (error) {
    throw imageProblem(error);
  }
}

function imageProblem(error: unknown): FileProblem {
  const { message } = error as Error;
  return /pixel limit/i.test(message)
    ? new FileProblem('image-too-large', { limit: String(MOST_PIXELS / 1_000_000) })
    : new FileProblem('damaged-image', { detail: message.split('\n')[0] ?? '' });
}
