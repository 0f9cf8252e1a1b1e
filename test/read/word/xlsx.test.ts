import { describe, expect, it } from 'vitest';
import { showNumber } from '../../../src/read/word/xlsx-cells.ts';
import { linesOf, read, repairsOf, rowsOf, xlsx } from './packages.ts';

const text = (reference: string, index: number) => `<c r="${reference}" t="s"><v>${index}</v></c>`;
const number = (reference: string, value: number | string, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (at: number, cells: string, more = '') => `<row r="${at}" ${more}>${cells}</row>`;

const STRINGS = ['PHỤ LỤC', 'TT', 'Chỉ tiêu', 'Năm 2025', 'Tỷ lệ hộ nghèo', 'Ghi chú: số ước'];
const FORMATS = '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>';
const SHEET =
  row(1, text('A1', 0)) + row(3, text('A3', 1) + text('B3', 2) + text('C3', 3)) + row(4, number('A4', 1) + text('B4', 4) + number('C4', 0.055, 1)) + row(6, text('A6', 5));

describe('sheets', () => {
  it('the table, with what stands above and below as lines', async () => {
    const bytes = xlsx({ 'Biểu 1': SHEET }, STRINGS, FORMATS);
    expect(await linesOf(bytes)).toEqual(['PHỤ LỤC', 'TT\tChỉ tiêu\tNăm 2025', '1\tTỷ lệ hộ nghèo\t5,5%', 'Ghi chú: số ước']);
    expect(await rowsOf(bytes)).toHaveLength(2);
  });

  it('lines are rows of the sheet, pages its sheets; hidden ones are not read', async () => {
    const { pages, mediaType } = await read(xlsx({ A: SHEET, B: SHEET, C: SHEET }, STRINGS, FORMATS, { B: 'state="hidden"' }));
    expect(pages.map((page) => page.number)).toEqual([1, 2]);
    expect(pages[0]?.lines).toEqual([1, 3, 4, 6, 6]);
    expect(mediaType).toContain('spreadsheetml');
  });

  it('hidden rows are left out and listed', async () => {
    const bytes = xlsx({ A: SHEET.replace('<row r="6" >', '<row r="6" hidden="1">') }, STRINGS, FORMATS);
    expect((await linesOf(bytes)).at(-1)).toBe('');
    expect(await repairsOf(bytes)).toEqual(['hidden-text: Ghi chú: số ước → ']);
  });

  it('cells that are left out keep their place; errors of formulas are empty', async () => {
    const sheet =
      row(1, text('A1', 1) + text('B1', 2) + text('D1', 3)) + row(2, '<c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="inlineStr"><is><t>x</t></is></c><c r="D2" t="str"><v>y</v></c>');
    expect(await rowsOf(xlsx({ A: sheet }, STRINGS))).toEqual(['TT\tChỉ tiêu\t\tNăm 2025', '\t\tx\ty']);
  });
});

describe('numbers as they are shown', () => {
  it.each([
    ['0.1', { kind: 'number', decimals: null }, '0,1'],
    ['0.30000000000000004', { kind: 'number', decimals: null }, '0,3'],
    ['1250', { kind: 'number', decimals: 0 }, '1250'],
    ['12.345', { kind: 'number', decimals: 1 }, '12,3'],
    ['0.655', { kind: 'percent', decimals: 1 }, '65,5%'],
    ['0.07', { kind: 'percent', decimals: null }, '7%'],
    ['44327', { kind: 'date', decimals: null }, '11/05/2021'],
    ['1e99', { kind: 'date', decimals: null }, '1e+99'],
    ['x', { kind: 'number', decimals: null }, 'x'],
  ] as const)('%s %o is %s', (raw, format, shown) => {
    expect(showNumber(raw, format)).toBe(shown);
  });
});
