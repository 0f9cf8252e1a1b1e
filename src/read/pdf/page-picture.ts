import type { PageImage } from '../ocr/engine.ts';
import type { Placement } from './ocr-layer.ts';
import type { PageLayer } from './page-layer.ts';
import type { PageDrawer } from './pdfium.ts';

/** At which pages are drawn to be recognized: as accurate as 300 and a fifth faster. */
const DRAWING_DPI = 200;
/** A picture that is the page reaches to its edges but for this share of its size. */
const EDGE = 0.03;
/** Pictures of more pixels are drawn smaller instead of being decoded. */
const MOST_PIXELS = 80_000_000;

/** A picture of a page, and where its pixels lie. */
export interface PagePicture {
  image: PageImage;
  placement: Placement;
}

/** The picture a page consists of, where it is one and can be taken as it is; else the page, drawn without annotations. */
export async function pictureOf(drawer: PageDrawer, number: number, layer: PageLayer): Promise<PagePicture> {
  const { width, height } = drawer.size(number);
  const [picture] = layer.pictures;
  const whole =
    layer.pictures.length === 1 &&
    picture?.upright &&
    picture.box[0] <= width * EDGE &&
    picture.box[1] <= height * EDGE &&
    picture.box[2] >= width * (1 - EDGE) &&
    picture.box[3] >= height * (1 - EDGE);
  const image = whole ? await decodeJpeg(drawer.embeddedJpeg(number)) : null;
  if (image && picture) {
    const [left, top, right, bottom] = picture.box;
    const [scaleX, scaleY] = [(right - left) / image.width, (bottom - top) / image.height];
    return { image: { ...image, dpi: 72 / scaleX }, placement: { width, height, left, top, scaleX, scaleY } };
  }
  const drawn = drawer.draw(number, DRAWING_DPI);
  return { image: drawn, placement: { width, height, left: 0, top: 0, scaleX: width / drawn.width, scaleY: height / drawn.height } };
}

let decoded: Promise<unknown> = Promise.resolve();

/** One picture after the other: pages wait for recognition, not for this, and each at work at a time leaves room for a page behind in memory. */
function decodeJpeg(data: Uint8Array | null): Promise<PageImage | null> {
  if (data === null) return Promise.resolve(null);
  const picture = decoded.then(() => samplesOf(data));
  decoded = picture;
  return picture;
}

/** The samples of a JPEG in grey or red, green, blue; null for any other and for a damaged one. */
async function samplesOf(data: Uint8Array): Promise<PageImage | null> {
  const { default: sharp } = await import('sharp');
  // The library keeps pictures that it may be asked for again, which no page is.
  sharp.cache(false);
  try {
    const picture = sharp(data, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { channels, space } = await picture.metadata();
    // Colours of print may be stored inverted; the drawing library knows.
    if (space === 'cmyk' || (channels !== 1 && channels !== 3)) return null;
    const { data: samples, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    if (info.channels !== 1 && info.channels !== 3) return null;
    return { width: info.width, height: info.height, channels: info.channels, data: samples, dpi: null };
  } catch {
    return null;
  }
}
