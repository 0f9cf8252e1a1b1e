import sharp from 'sharp';

/** An empty page as a JPEG. */
export async function whiteJpeg(width: number, height: number): Promise<{ data: Uint8Array; width: number; height: number }> {
  const data = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  return { data: Uint8Array.from(data), width, height };
}

/** A JPEG of a page with dark bars on it where lines of print would be: left, top, right, bottom, in pixels. */
export async function barredJpeg(
  width: number,
  height: number,
  bars: readonly (readonly [number, number, number, number])[],
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const drawn = bars.map(([left, top, right, bottom]) => `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#222"/>`).join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f4f4"/>${drawn}</svg>`;
  return { data: await sharp(Buffer.from(page)).flatten().jpeg().toBuffer(), width, height };
}
