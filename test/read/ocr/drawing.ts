import sharp from 'sharp';
import { type Face, outline } from '../../../src/eval/ocr/typeset.ts';
import type { PageImage } from '../../../src/read/ocr/engine.ts';
import type { GrayImage } from '../../../src/read/ocr/pixels/gray.ts';

/** SVG of a line of text; `size` is the height of the face in pixels. */
export function text(words: string, x: number, y: number, size: number, face: Face = 'regular', attributes = ''): string {
  return `<path d="${outline(words, x, y, size, face)}" ${attributes}/>`;
}

/** SVG of a line, black, two pixels thick. */
export function line(x1: number, y1: number, x2: number, y2: number, width = 2): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="black" stroke-width="${width}"/>`;
}

/** Draws SVG on white paper, in colour. */
export async function drawPage(width: number, height: number, svg: string, dpi = 200): Promise<PageImage> {
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${svg}</svg>`;
  const data = await sharp(Buffer.from(document)).removeAlpha().raw().toBuffer();
  return { width, height, channels: 3, data: new Uint8Array(data.buffer, data.byteOffset, data.length), dpi };
}

/** The same in grey. */
export async function drawGray(width: number, height: number, svg: string): Promise<GrayImage> {
  const { data } = await drawPage(width, height, svg);
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, pixel) => data[pixel * 3] as number) };
}
