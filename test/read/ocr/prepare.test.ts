import { describe, expect, it } from 'vitest';
import { evenPage } from '../../../src/read/ocr/prepare.ts';
import { drawPage, text } from './drawing.ts';

const at = async (width: number, height: number, dpi: number | null) => {
  const page = await drawPage(width, height, text('Kế hoạch', 20, 60, Math.max(10, height / 30)), dpi ?? undefined);
  const { print, dpi: now } = await evenPage({ ...page, dpi });
  return { width: print.width, height: print.height, dpi: Math.round(now) };
};

describe('the size a page is read at', () => {
  it('is its own where letters are neither small nor needlessly large', async () => {
    expect(await at(496, 702, 200)).toEqual({ width: 496, height: 702, dpi: 200 });
  });

  it('is larger where letters are small, as of a page at 86 dots an inch', async () => {
    const { width, dpi } = await at(711, 1006, 86);
    expect(dpi).toBe(250);
    expect(width).toBeCloseTo((711 * 250) / 86, -1);
  });

  it('is smaller where the page is scanned finer than it is read', async () => {
    expect(await at(1200, 1697, 600)).toMatchObject({ width: 600, dpi: 300 });
  });

  it('is told by the size of A4 where the picture does not say', async () => {
    expect((await at(827, 1170, null)).dpi).toBe(250);
  });

  it('is bounded: no picture is enlarged beyond four times', async () => {
    expect(await at(100, 140, 20)).toMatchObject({ width: 400, height: 560 });
  });
});
