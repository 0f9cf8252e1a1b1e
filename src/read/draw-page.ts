import { sourceKind } from './kind.ts';
import { PageDrawer } from './pdf/pdfium.ts';

/** Fine enough to read on a screen. */
const DPI = 110;
const MOST_PIXELS = 150_000_000;
const JPEG_QUALITY = 75;
const PICTURES = new Set(['png', 'jpeg', 'tiff', 'webp']);

/** A page (from 1) of a PDF file or picture as a JPEG, as a person sees it; null where the file has no such pages. */
export async function drawPage(bytes: Uint8Array, page: number, password: string | null): Promise<Uint8Array | null> {
  const { kind } = sourceKind(bytes);
  const { default: sharp } = await import('sharp');
  if (PICTURES.has(kind)) {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, page: page - 1 })
      .autoOrient()
      .flatten({ background: '#fff' });
    return picture
      .resize({ width: DPI * 9, withoutEnlargement: true })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
  }
  if (kind !== 'pdf') return null;
  const drawer = await PageDrawer.open(bytes, password);
  try {
    const { width, height, channels, data } = drawer.draw(page, DPI);
    return await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: JPEG_QUALITY }).toBuffer();
  } finally {
    drawer.close();
  }
}
