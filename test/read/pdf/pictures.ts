import sharp from 'sharp';

/** An empty page as a JPEG. */
export async function whiteJpeg(width: number, height: number): Promise<{ data: Uint8Array; width: number; height: number }> {
  const data = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  return { data: Uint8Array.from(data), width, height };
}
