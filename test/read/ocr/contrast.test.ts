import { expect, it } from 'vitest';
import { darkenPale } from '../../../src/read/ocr/pixels/contrast.ts';

/** A white page of 100 × 100 with `share` of its pixels at a level. */
function page(level: number, share: number) {
  const data = new Uint8Array(10_000).fill(255);
  data.fill(level, 0, Math.round(share * data.length));
  return { width: 100, height: 100, data };
}
const darkest = (level: number, share = 0.05) => Math.min(...darkenPale(page(level, share)).data);

it('pale print is made black, paper stays white', () => {
  const { data } = darkenPale(page(185, 0.05));
  expect([Math.min(...data), Math.max(...data)]).toEqual([40, 255]);
  expect(darkest(130)).toBe(40);
});

it('black print, what shines through from the back, and specks on a blank page stay', () => {
  expect(darkest(20)).toBe(20);
  expect(darkest(100)).toBe(100);
  expect(darkest(215)).toBe(215);
  expect(darkest(185, 0.001)).toBe(185);
});
