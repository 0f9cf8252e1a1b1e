import { describe, expect, it } from 'vitest';
import { linesOf, read, repairsOf, rowsOf } from './packages.ts';
import { workbook } from './workbook.ts';

const STRINGS = ['Chỉ tiêu', 'TT', 'Năm 2025', 'Phụ lục', 'Tỷ lệ hộ nghèo'];
const CELLS = [
  [0, 0, 'Phụ lục'],
  [2, 0, 'TT'],
  [2, 1, 'Chỉ tiêu'],
  [2, 2, 'Năm 2025'],
  [3, 0, 1],
  [3, 1, 'Tỷ lệ hộ nghèo'],
  [3, 2, 0.055],
] as const;

describe('workbooks of Excel 97', () => {
  it('the table, with what stands above it as lines; lines are rows of the sheet', async () => {
    const bytes = workbook({ strings: STRINGS, cells: CELLS });
    expect(await linesOf(bytes)).toEqual(['Phụ lục', 'TT\tChỉ tiêu\tNăm 2025', '1\tTỷ lệ hộ nghèo\t0,055']);
    expect(await rowsOf(bytes)).toHaveLength(2);
    expect(await read(bytes)).toMatchObject({ mediaType: 'application/vnd.ms-excel', pages: [{ lines: [1, 3, 4, 4] }] });
  });

  it('a string may be cut between two records', async () => {
    expect((await linesOf(workbook({ strings: STRINGS, cells: CELLS, cut: 3 })))[1]).toBe('TT\tChỉ tiêu\tNăm 2025');
  });

  it('numbers are shown in their format', async () => {
    expect(await linesOf(workbook({ strings: [], cells: [[0, 0, 0.0552]], format: '0.0%' }))).toEqual(['5,5%']);
  });

  it('compact numbers, results of formulas, texts in the cell', async () => {
    const place = (column: number) => [0, 0, column, 0, 0, 0];
    const more = [
      { type: 0x00bd, data: [0, 0, 0, 0, 0, 0, (7 << 2) | 2, 0, 0, 0, 0, 0, (50 << 2) | 3, 0, 0, 0, 1, 0] },
      { type: 0x0006, data: [...place(2), 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0] },
      { type: 0x0207, data: [2, 0, 0, 0x6b, 0x6d] },
      { type: 0x0006, data: [...place(3), 2, 0, 0x2a, 0, 0, 0, 0xff, 0xff, 0, 0] },
      { type: 0x0204, data: [...place(4), 1, 0, 0, 0x78] },
    ];
    expect(await rowsOf(workbook({ strings: [], cells: [], more }))).toEqual(['7\t0,5\tkm\t\tx']);
  });

  it('hidden rows are left out and listed', async () => {
    expect(await repairsOf(workbook({ strings: STRINGS, cells: CELLS, hiddenRows: [0] }))).toEqual(['hidden-text: Phụ lục → ']);
  });
});
