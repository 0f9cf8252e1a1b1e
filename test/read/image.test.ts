import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PageImage, RecognizedPage } from '../../src/read/ocr/engine.ts';
import { readSource } from '../../src/read/read.ts';
import { NO_SERVICES } from '../../src/read/services.ts';
import { knowledge } from '../default-knowledge.ts';

/** A picture with its upper left quarter black. */
function corner(width: number, height: number): Sharp {
  const black = { create: { width: width >> 1, height: height >> 1, channels: 3 as const, background: '#000' } };
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([{ input: black, left: 0, top: 0 }]);
}

/** Reads with a recognizer that notes the pictures it was given and finds one word at the place of the black quarter. */
async function read(bytes: Uint8Array) {
  const seen: PageImage[] = [];
  const recognize = async (image: PageImage): Promise<RecognizedPage> => {
    seen.push(image);
    return {
      blocks: [{ kind: 'line', line: { words: [{ text: 'chữ', box: [0, 0, image.width / 2, image.height / 2], confidence: 0.9 }] } }],
      rotation: 0,
      skew: 0,
      stamps: [],
      handwritten: [],
      engine: 'by hand 1',
    };
  };
  const reading = await readSource(bytes, knowledge, { recognize, password: null });
  return { reading, seen };
}

/** Which quarters of a picture are dark: upper left, upper right, lower left, lower right. */
function darkQuarters({ width, height, channels, data }: PageImage): boolean[] {
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => (data[(Math.floor(y * height) * width + Math.floor(x * width)) * channels] ?? 255) < 128);
}

describe('pictures of pages', () => {
  it.each(['png', 'jpeg', 'webp', 'tiff'] as const)('are read: %s', async (format) => {
    const { reading, seen } = await read(await corner(160, 240).toFormat(format).toBuffer());
    expect(reading.mediaType).toBe(`image/${format}`);
    expect(reading.pages.map(({ origin, text }) => [origin, text])).toEqual([['ocr', 'chữ']]);
    expect(seen.map(darkQuarters)).toEqual([[true, false, false, false]]);
  });

  it('of a camera are turned as it noted', async () => {
    const { seen } = await read(await corner(160, 240).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect(seen.map(({ width, height }) => [width, height])).toEqual([[240, 160]]);
    expect(seen.map(darkQuarters)).toEqual([[false, true, false, false]]);
  });

  it('with clear parts lie on white', async () => {
    const clear = await sharp({ create: { width: 80, height: 80, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    expect((await read(clear)).seen.map(darkQuarters)).toEqual([[false, false, false, false]]);
  });

  it('have the size their density says, else that of A4', async () => {
    const dense = await read(await corner(1240, 1754).jpeg().withMetadata({ density: 150 }).toBuffer());
    expect(dense.reading.pages[0]?.layout).toMatchObject({ width: 595.2, height: 841.9 });
    const plain = await read(await corner(827, 1170).jpeg().toBuffer());
    expect(plain.reading.pages[0]?.layout).toMatchObject({ width: 595.4 });
  });

  it('fill several pages of a TIFF file', async () => {
    const pages = await Promise.all([1, 2, 3].map(() => corner(160, 240).png().toBuffer()));
    const { reading, seen } = await read(
      await sharp(pages, { join: { animated: true } })
        .tiff()
        .toBuffer(),
    );
    expect(reading.pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'chữ'],
      [2, 'chữ'],
      [3, 'chữ'],
    ]);
    expect(seen.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([160, 240]));
  });
});

describe('pictures that cannot be read', () => {
  const refuses = (bytes: Uint8Array, code: string) => expect(read(bytes)).rejects.toMatchObject({ code });

  it('cut off', async () => {
    const whole = await corner(800, 800).png().toBuffer();
    await refuses(whole.subarray(0, whole.length >> 1), 'damaged-image');
  });

  it('of more pixels than any page has, however small the file', async () => {
    const bomb = await corner(16, 16).png().toBuffer();
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(20_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    await refuses(bomb, 'image-too-large');
  });

  it('HEIC, by its own name', async () => {
    await refuses(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic');
  });

  it('without recognition', async () => {
    await expect(readSource(await corner(80, 80).png().toBuffer(), knowledge, NO_SERVICES)).rejects.toMatchObject({ code: 'needs-ocr' });
  });
});
