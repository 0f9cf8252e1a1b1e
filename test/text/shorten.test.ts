import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from '../../src/text/shorten.ts';

it.each([
  ['Kế hoạch triển khai', 40, 'Kế hoạch triển khai'],
  ['Kế hoạch triển khai thực hiện', 20, 'Kế hoạch triển khai…'],
  ['Kế hoạch triển khai thực hiện', 19, 'Kế hoạch triển…'],
  ['phát triển đô thị, nông thôn', 22, 'phát triển đô thị…'],
  ['000_b3c459f6010045e1.txt', 12, '000_b3c459f…'],
])('%s in %i characters is %s', (text, width, expected) => {
  expect(shorten(text, width)).toBe(expected);
});

it('is never wider than asked, and what stands before the ellipsis is the beginning of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ế', ' ', ',', '.') }), fc.integer({ min: 4, max: 40 }), (text, width) => {
      const short = shorten(text, width);
      expect(short.length).toBeLessThanOrEqual(width);
      expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
