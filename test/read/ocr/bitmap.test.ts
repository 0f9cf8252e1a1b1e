import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inkBitmap, transposed } from '../../../src/read/ocr/pixels/bitmap.ts';
import { blank, type GrayImage } from '../../../src/read/ocr/pixels/gray.ts';
import { hasInk } from '../../../src/read/ocr/tables/cells.ts';
import { findRulings } from '../../../src/read/ocr/tables/rulings.ts';

const [WIDTH, HEIGHT, DPI] = [150, 40, 100];
/** At this many dots an inch a ruling is 22 pixels long, or it is the stroke of a letter. */
const SHORTEST = 22;

function withStroke(left: number, top: number, length: number, slope = 0): GrayImage {
  const page = blank(WIDTH, HEIGHT);
  for (let x = 0; x < length; x++) page.data[(top + Math.floor(x * slope)) * WIDTH + left + x] = 0;
  return page;
}
const place = fc.record({ left: fc.integer({ min: 0, max: WIDTH - SHORTEST * 2 }), top: fc.integer({ min: 2, max: HEIGHT - 6 }) });

test('a ruling of the least length is found wherever it begins; a stroke shorter by a pixel is none', () => {
  fc.assert(
    fc.property(place, ({ left, top }) => {
      expect(findRulings(withStroke(left, top, SHORTEST), DPI)).toEqual({ horizontal: [{ at: top, from: left, to: left + SHORTEST, thickness: 1 }], vertical: [] });
      expect(findRulings(withStroke(left, top, SHORTEST - 1), DPI).horizontal).toEqual([]);
    }),
  );
});

test('a ruling that climbs by a row is one, from its first pixel to its last', () => {
  fc.assert(
    fc.property(place, ({ left, top }) => {
      const { horizontal } = findRulings(withStroke(left, top, SHORTEST * 2, 1 / SHORTEST), DPI);
      expect(horizontal.map(({ from, to }) => [from, to])).toEqual([[left, left + SHORTEST * 2]]);
    }),
  );
});

test('a bitmap has one place for each square of pixels with ink in it; what is left over at the edges is left out', () => {
  const page = { width: 5, height: 3, data: Uint8Array.from([255, 255, 255, 99, 0, 255, 100, 255, 255, 0, 0, 0, 0, 0, 0]) };
  expect(inkBitmap(page, 2, 100)).toEqual({ width: 2, height: 1, ink: Uint8Array.from([0, 1]) });
  expect([...inkBitmap(page, 1, 100).ink]).toEqual([...page.data].map((value) => (value < 100 ? 1 : 0)));
});

test('rows become columns, and columns rows again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), (width, height) => {
      const bitmap = { width, height, ink: Uint8Array.from({ length: width * height }, (_, at) => ((at * 7) % 5) & 1) };
      const turned = transposed(bitmap);
      expect([turned.width, turned.height, turned.ink[(width - 1) * height]]).toEqual([height, width, bitmap.ink[width - 1]]);
      expect(transposed(turned)).toEqual(bitmap);
    }),
  );
});

test('a few dark pixels are specks, a few more are ink', () => {
  expect([5, 6].map((length) => hasInk(withStroke(10, 10, length)))).toEqual([false, true]);
});
