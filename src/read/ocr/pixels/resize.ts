import sharp from 'sharp';
import type { GrayImage } from './gray.ts';

/** Scales an interleaved picture; reduces by area, enlarges by cubic interpolation. */
export async function resize<Image extends GrayImage & { channels?: 1 | 3 }>(image: Image, scale: number): Promise<Image> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  if (width === image.width && height === image.height) return image;
  const channels = image.channels ?? 1;
  const data = await sharp(image.data, { raw: { width: image.width, height: image.height, channels } })
    .resize(width, height, { fit: 'fill', kernel: scale < 1 ? 'lanczos2' : 'cubic' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { ...image, width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
