import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageImage, RecognizedPage } from '../../../src/read/ocr/engine.ts';
import { flatSheet, inPhotograph } from '../../../src/read/ocr/photograph.ts';
import { type Corners, project } from '../../../src/read/ocr/pixels/perspective.ts';
import { findSheet } from '../../../src/read/ocr/pixels/sheet.ts';
import { drawPage, text } from './drawing.ts';
import { photograph } from './photographed.ts';

const LINES = ['ỦY BAN NHÂN DÂN TỈNH', 'Thực hiện Nghị quyết số 06-NQ/TW', 'của Bộ Chính trị về quy hoạch,', 'xây dựng, quản lý và phát triển', 'bền vững đô thị Việt Nam'];

const page = await drawPage(420, 594, LINES.map((words, row) => text(words, 40, 80 + row * 40, 18)).join(''));

const tilted = (shift: readonly number[]): Corners => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = shift;
  return [
    [90 + a, 70 + b],
    [510 + c, 70 + d],
    [510 + e, 660 + f],
    [90 + g, 660 + h],
  ];
};

describe('a sheet photographed at an angle', () => {
  it('is found by its four corners, wherever they are', () => {
    const shift = fc.array(fc.integer({ min: -55, max: 55 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(shift, (moved) => {
        const corners = tilted(moved);
        const found = findSheet(photograph(page, 600, 740, corners));
        expect(found).not.toBeNull();
        for (const [at, [x, y]] of corners.entries()) expect(Math.hypot(x - (found?.[at]?.[0] ?? 0), y - (found?.[at]?.[1] ?? 0))).toBeLessThan(8);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('is made flat: the print lies where it lay on the sheet', () => {
    const corners = tilted([30, -10, -45, 25, 20, 40, -40, -5]);
    const flat = flatSheet(photograph(page, 600, 740, corners));
    const { width = 0, height = 0, data = new Uint8Array() } = flat?.image ?? {};
    let [off, count] = [0, 0];
    // Brightness of squares a fifteenth of the width, as sharpness is lost.
    const mean = (samples: Uint8Array, across: number, down: number, column: number, row: number) => {
      let [sum, seen] = [0, 0];
      for (let y = Math.floor((down * row) / 20); y < Math.floor((down * (row + 1)) / 20); y++)
        for (let x = Math.floor((across * column) / 15); x < Math.floor((across * (column + 1)) / 15); x++, seen++) sum += samples[(y * across + x) * 3] as number;
      return sum / seen;
    };
    for (let row = 1; row < 19; row++)
      for (let column = 1; column < 14; column++, count++) {
        const shade = 1 - 0.25 * ((flat ? project(flat.back, [(width * (column + 0.5)) / 15, (height * (row + 0.5)) / 20])[0] : 0) / 600);
        off += Math.abs(mean(data, width, height, column, row) / (shade * 0.92) - mean(page.data, page.width, page.height, column, row));
      }
    expect(off / count).toBeLessThan(6);
  });

  it('has its words where they are in the photograph', () => {
    const photo = photograph(page, 600, 740, tilted([30, -10, -45, 25, 20, 40, -40, -5]));
    const sheet = flatSheet(photo);
    if (!sheet) throw new Error('no sheet found');
    const { width, height } = sheet.image;
    const word = { text: 'chữ', confidence: 0.9, box: [width * 0.4, height * 0.45, width * 0.6, height * 0.55] as const };
    const read: RecognizedPage = { blocks: [{ kind: 'line', line: { words: [word] } }], rotation: 0, skew: 0, stamps: [], handwritten: [], engine: 'by hand' };
    const [block] = inPhotograph(read, sheet, photo).blocks;
    const [left, top, right, bottom] = block?.kind === 'line' ? (block.line.words[0]?.box ?? [0, 0, 0, 0]) : [0, 0, 0, 0];
    const [x, y] = project(sheet.back, [width / 2, height / 2]);
    expect([(left + right) / 2 - x, (top + bottom) / 2 - y].map(Math.abs).every((distance) => distance < 4)).toBe(true);
  });
});

describe('what is no photograph of a sheet is left as it is', () => {
  const paint = (image: PageImage, colour: (x: number, y: number, value: number) => number): PageImage => ({
    ...image,
    data: image.data.map((value, at) => colour(((at / 3) | 0) % image.width, ((at / 3) | 0) / image.width, value)),
  });

  it('a scan', () => expect(findSheet(page)).toBeNull());
  it('a scan on grey paper that darkens towards a corner', () =>
    expect(findSheet(paint(page, (x, y, value) => value * (0.85 - 0.35 * (x / page.width) * (y / page.height))))).toBeNull());
  it('a page with a dark picture in its middle', () => expect(findSheet(paint(page, (x, y, value) => (x > 60 && x < 360 && y > 200 && y < 500 ? 60 : value)))).toBeNull());
  it('a sheet whose edge is torn off across', () =>
    expect(findSheet(paint(page, (x, y, value) => (x + y > 520 + 60 * Math.sin(x / 25) || x < 30 || y < 30 ? 50 : value)))).toBeNull());
  it('a blank or a black picture', () => {
    expect(findSheet(paint(page, () => 255))).toBeNull();
    expect(findSheet(paint(page, () => 10))).toBeNull();
  });
});
