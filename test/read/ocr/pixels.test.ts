import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { flattenBackground } from '../../../src/read/ocr/pixels/background.ts';
import { findComponents } from '../../../src/read/ocr/pixels/components.ts';
import { compose, type Mapping, mapBox } from '../../../src/read/ocr/pixels/geometry.ts';
import { blank, type GrayImage } from '../../../src/read/ocr/pixels/gray.ts';
import { separateInk } from '../../../src/read/ocr/pixels/ink.ts';
import { edgeWidth, sharpen } from '../../../src/read/ocr/pixels/sharpness.ts';
import { findSkew } from '../../../src/read/ocr/pixels/skew.ts';
import { type QuarterTurn, straighten, turnQuarter } from '../../../src/read/ocr/pixels/turn.ts';
import { drawGray, drawPage, text } from './drawing.ts';

const LINES = [
  'Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022',
  'của Bộ Chính trị về quy hoạch, xây dựng, quản lý',
  'và phát triển bền vững đô thị Việt Nam',
  'đến năm 2030, tầm nhìn đến năm 2045',
];
const paragraph = LINES.map((words, index) => text(words, 60, 100 + index * 50, 34)).join('');

function at({ data, width }: GrayImage, x: number, y: number): number {
  return data[y * width + x] as number;
}

describe('coloured ink', () => {
  it('leaves the print when it is taken away, also where a seal lies over it', async () => {
    const page = await drawPage(
      200,
      100,
      '<rect x="20" y="20" width="160" height="12" fill="#141414"/><rect x="60" y="0" width="40" height="100" fill="#d02028" style="mix-blend-mode:multiply"/>',
    );
    const { print, colour } = separateInk(page);
    expect(at(print, 80, 70), 'seal alone').toBeGreaterThan(240);
    expect(at(print, 80, 26), 'print under the seal').toBeLessThan(60);
    expect(at(print, 150, 26), 'print beside it').toBeLessThan(60);
    expect(colour && at(colour, 80, 70)).toBeLessThan(100);
    expect(colour && at(colour, 150, 26)).toBe(255);
  });

  it('is no mark where the page itself is printed in colour', async () => {
    const page = await drawPage(200, 100, text('Trang in màu', 10, 60, 34, 'bold', 'fill="#1a3fb0"'));
    const { print, colour } = separateInk(page);
    expect(colour).toBeNull();
    expect(Math.min(...print.data)).toBeLessThan(110);
  });

  it('is none on grey paper with black print', async () => {
    const page = await drawPage(200, 100, `<rect width="200" height="100" fill="#b8b4ac"/>${text('Trang xám', 10, 60, 34)}`);
    expect(separateInk(page).colour).toBeNull();
  });
});

describe('flattenBackground', () => {
  it('makes paper that darkens towards a corner white, and leaves print black', async () => {
    const even = await drawGray(400, 300, paragraph);
    const shaded = { ...even, data: even.data.map((value, pixel) => value * (0.8 - 0.4 * ((pixel % 400) / 400))) };
    const flat = flattenBackground(shaded);
    const off = flat.data.reduce((sum, value, pixel) => sum + Math.abs(value - (even.data[pixel] as number)), 0) / flat.data.length;
    expect(off).toBeLessThan(6);
  });

  it('gives white paper back as it is', async () => {
    const page = await drawGray(400, 300, paragraph);
    expect(flattenBackground(page).data).toEqual(page.data);
  });
});

describe('findSkew', () => {
  it.each([-7.3, -2, -0.4, 0, 0.25, 1.7, 4.6])('finds %d degrees to a tenth', async (degrees) => {
    const page = await drawGray(1000, 500, `<g transform="rotate(${degrees} 500 250)">${paragraph}</g>`);
    expect(Math.abs(findSkew(page, 200) - degrees)).toBeLessThan(0.1);
  });

  it('is 0 where nothing tells a direction', () => {
    expect(findSkew(blank(400, 400), 200)).toBe(0);
  });
});

describe('turning', () => {
  const spot = (width: number, height: number, x: number, y: number): GrayImage => {
    const image = blank(width, height);
    image.data[y * width + x] = 0;
    return image;
  };
  const darkest = (image: GrayImage) => image.data.reduce((best, value, index) => (value < (image.data[best] as number) ? index : best), 0);

  it('by quarters takes every pixel along, and its box leads back', () => {
    fc.assert(
      fc.property(fc.constantFrom<QuarterTurn>(0, 90, 180, 270), fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 19 }), (turn, x, y) => {
        const { image, back } = turnQuarter(spot(30, 20, x, y), turn);
        const found = darkest(image);
        const box = { left: found % image.width, top: Math.floor(found / image.width), right: (found % image.width) + 1, bottom: Math.floor(found / image.width) + 1 };
        expect(mapBox(back, box, { width: 30, height: 20 })).toEqual([x, y, x + 1, y + 1]);
      }),
    );
  });

  it('by any angle takes a box back to where its ink was', async () => {
    const page = await drawGray(400, 300, '<rect x="300" y="60" width="20" height="20"/>');
    const { image, back } = straighten(page, 6);
    const [piece] = findComponents(image, { left: 0, top: 0, right: 400, bottom: 300 });
    expect(piece).toBeDefined();
    const [left, top, right, bottom] = mapBox(back, piece as NonNullable<typeof piece>, page);
    expect((left + right) / 2).toBeCloseTo(310, -0.5);
    expect((top + bottom) / 2).toBeCloseTo(70, -0.5);
  });

  it('joins two mappings to one', () => {
    const shift: Mapping = [1, 0, 5, 0, 1, 7];
    const double: Mapping = [2, 0, 0, 0, 2, 0];
    expect(compose(double, shift)).toEqual([2, 0, 10, 0, 2, 14]);
    expect(compose(shift, double)).toEqual([2, 0, 5, 0, 2, 7]);
  });
});

describe('sharpening', () => {
  const blurred = async (sigma: number): Promise<GrayImage> => {
    const { width, height, data } = await drawGray(900, 300, paragraph);
    const soft = await sharp(data, { raw: { width, height, channels: 1 } })
      .blur(sigma)
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    return { width, height, data: Uint8Array.from(soft) };
  };

  it('is measured by the width of the edges of print', async () => {
    expect(edgeWidth(await drawGray(900, 300, paragraph))).toBeLessThan(1.7);
    expect(edgeWidth(await blurred(1.3))).toBeCloseTo(3.2, 0);
    expect(edgeWidth(blank(900, 300))).toBeNull();
  });

  it('brings back the edges of a blurred page', async () => {
    const page = await blurred(1.3);
    expect(edgeWidth(await sharpen(page, 200))).toBeLessThan((edgeWidth(page) ?? 0) * 0.85);
  });

  it('leaves a page alone whose edges are sharp, or wide because it is finely scanned', async () => {
    const page = await drawGray(900, 300, paragraph);
    expect(await sharpen(page, 200)).toBe(page);
    const fine = await blurred(1.3);
    expect(await sharpen(fine, 400)).toBe(fine);
  });
});
