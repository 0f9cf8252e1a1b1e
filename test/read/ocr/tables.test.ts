import { describe, expect, it } from 'vitest';
import { inkedArea, stackAreas, unstack } from '../../../src/read/ocr/tables/cells.ts';
import { findGrids } from '../../../src/read/ocr/tables/grid.ts';
import { isLegibleTable } from '../../../src/read/ocr/tables/read-table.ts';
import { findRulings } from '../../../src/read/ocr/tables/rulings.ts';
import { drawGray, line, text } from './drawing.ts';

const DPI = 200;
const gridsOf = async (svg: string) => {
  const page = await drawGray(900, 500, svg);
  return findGrids(findRulings(page, DPI), DPI);
};
/** Three columns, three rows; the head of the last two columns is one cell, the first column's last two rows are one. */
const MERGED = [
  line(100, 100, 800, 100),
  line(300, 180, 800, 180),
  line(100, 180, 300, 180),
  line(300, 260, 800, 260),
  line(100, 340, 800, 340),
  line(100, 100, 100, 340),
  line(300, 100, 300, 340),
  line(550, 180, 550, 340),
  line(800, 100, 800, 340),
].join('');

describe('a ruled table', () => {
  it('is found with its merged cells', async () => {
    const [grid, ...more] = await gridsOf(MERGED + text('Nội dung', 120, 150, 30) + text('Năm 2025', 320, 150, 30));
    expect(more).toEqual([]);
    expect(grid?.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 2],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 1, 1, 1],
      [2, 2, 1, 1],
    ]);
  });

  it('is found though its lines are tilted by half a degree', async () => {
    const [grid] = await gridsOf(`<g transform="rotate(0.5 450 220)">${MERGED}</g>`);
    expect(grid?.cells.length).toBe(7);
  });

  it('is not made of the lines below a heading and beside a margin', async () => {
    expect(await gridsOf(line(300, 100, 600, 100) + line(350, 180, 550, 180) + line(50, 20, 50, 480))).toEqual([]);
  });

  it('is not made of hatching', async () => {
    const hatching = Array.from({ length: 120 }, (_, n) => line(0, n * 4, 900, n * 4, 1) + line(n * 7, 0, n * 7, 500, 1)).join('');
    expect(await gridsOf(hatching)).toEqual([]);
  });

  it('is not made of large letters', async () => {
    expect(await gridsOf(text('HỘI ĐỒNG', 50, 200, 120, 'bold'))).toEqual([]);
  });
});

describe('cells', () => {
  it('are trimmed to their ink; a cell with a speck is empty', async () => {
    const page = await drawGray(300, 100, '<rect x="40" y="30" width="50" height="20"/><rect x="200" y="50" width="2" height="2"/>');
    expect(inkedArea(page, { left: 0, top: 0, right: 150, bottom: 100 })).toEqual({ left: 40, top: 30, right: 90, bottom: 50 });
    expect(inkedArea(page, { left: 150, top: 0, right: 300, bottom: 100 })).toBeNull();
  });

  it('are stacked to be read at once, and get back what was read', async () => {
    const page = await drawGray(300, 200, '');
    const areas = [
      { left: 10, top: 10, right: 60, bottom: 40 },
      { left: 200, top: 100, right: 290, bottom: 180 },
    ];
    const [stack, ...more] = stackAreas(page, areas, DPI);
    expect(more).toEqual([]);
    const second = stack?.places[1];
    expect(stack && second).toBeTruthy();
    if (!stack || !second) return;
    const word = { text: '60', left: 30, right: 50, top: second.top + 5, bottom: second.top + 25, confidence: 0.9 };
    const back = unstack(stack, [{ block: 1, words: [word] }]);
    expect(back.get(areas[0] as (typeof areas)[0])).toEqual([]);
    expect(back.get(areas[1] as (typeof areas)[0])?.[0]?.words[0]).toMatchObject({ text: '60', left: 200 + 30 - 24, top: 105, bottom: 125 });
  });
});

describe('strokes that meet like rulings', () => {
  const table = (...cells: [string, number][]) => ({
    box: [0, 0, 9, 9] as const,
    rows: cells.map(([text, confidence]) => ({
      cells: [{ box: [0, 0, 9, 9] as const, colSpan: 1, rowSpan: 1, lines: text ? [{ words: [{ text, box: [0, 0, 9, 9] as const, confidence }] }] : [] }],
    })),
  });
  it('are no table where no cell holds a word', () => {
    expect(isLegibleTable(table(['K', 0.9], ['ị/|', 0.2], ['Bề', 0.1]))).toBe(false);
  });
  it('are one with a word or a figure, and where all cells are to be filled in', () => {
    expect([isLegibleTable(table(['K', 0.9], ['Năm', 0.9])), isLegibleTable(table(['7', 0.9])), isLegibleTable(table(['', 0]))]).toEqual([true, true, true]);
  });
});
