import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithHtmlTables } from '../../src/read/html-tables.ts';
import { readMarkdown } from '../../src/read/markdown.ts';
import { readText } from '../../src/read/text.ts';
import { knowledge } from '../default-knowledge.ts';

const read = (text: string) => readWithHtmlTables(text, readText, knowledge);
const lines = (text: string) => read(text).map((page) => page.text.split('\n'));
const rows = (text: string) => read(text).flatMap((page) => page.marks.filter(({ kind }) => kind === 'row').map(({ start, end }) => page.text.slice(start, end)));

const TABLE =
  '<table><tr><th rowspan="2">TT</th><th rowspan="2">Chỉ tiêu</th><th colspan="2">Mục tiêu</th></tr><tr><th>2025</th><th>2030</th></tr><tr><td>1</td><td>Tỷ lệ đô thị hóa</td><td>45</td><td>50</td></tr></table>';
const ROWS = ['TT\tChỉ tiêu\tMục tiêu\t', '\t\t2025\t2030', '1\tTỷ lệ đô thị hóa\t45\t50'];

describe('a table written in HTML inside a text', () => {
  it('on one line gives its rows', () => {
    expect(rows(`II. CHỈ TIÊU\n\n${TABLE}\n\nIII. TỔ CHỨC`)).toEqual(ROWS);
    expect(lines(`II. CHỈ TIÊU\n\n${TABLE}\n\nIII. TỔ CHỨC`)).toEqual([['II. CHỈ TIÊU', '', ...ROWS, '', 'III. TỔ CHỨC']]);
  });

  it('ends the line it stands in', () => {
    expect(lines(`Biểu 1: ${TABLE} Ghi chú`)).toEqual([['Biểu 1: ', ...ROWS, ' Ghi chú']]);
  });

  it('keeps the lines of the source', () => {
    const [page] = read(`Một\n${TABLE.replaceAll('<tr>', '\n<tr>')}\nNăm\n\nBảy`);
    expect(page?.text.split('\n').map((line, at) => [line, page.lines?.[at]])).toEqual([
      ['Một', 1],
      [ROWS[0], 3],
      [ROWS[1], 4],
      [ROWS[2], 5],
      ['Năm', 6],
      ['', 7],
      ['Bảy', 8],
    ]);
  });

  it('stands beside Markdown', () => {
    const [page] = readWithHtmlTables(`## II. CHỈ TIÊU\n\n${TABLE}\n\n**III.** Kinh phí`, readMarkdown, knowledge);
    expect(page?.marks.filter(({ kind }) => kind === 'strong').map(({ start, end }) => page.text.slice(start, end))).toEqual(['**III.**']);
    expect(page?.marks.filter(({ kind }) => kind === 'row')).toHaveLength(3);
  });

  it('stands on the page it is printed on', () => {
    expect(lines(`Một\fHai\n${TABLE}\nBa\fBốn`)).toEqual([['Một'], ['Hai', ...ROWS, 'Ba'], ['Bốn']]);
    expect(read(`Một\fHai\n${TABLE}\nBa\fBốn`).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it.each([
    ['that nothing closes', 'Một\n<table><tr><td>Hai</td></tr>\nBa'],
    ['that a page break cuts', 'Một\n<table><tr><td>Hai</td></tr>\f<tr><td>Ba</td></tr></table>'],
    ['that nothing opens', 'Một\n<tr><td>Hai</td></tr></table>\nBa'],
  ])('is left as it is where it is one %s', (_, text) => {
    expect(read(text)).toEqual(readText(text));
  });

  it('leaves every line around it with its number, whatever stands there', () => {
    const line = fc.constantFrom('Một', '', '1. Hai', TABLE, `a) Ba ${TABLE}`, '</table>', '\f');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (source) => {
        const text = source.join('\n');
        const plain = text.split(/[\n\f]/);
        for (const page of read(text)) {
          const own = page.text.split('\n');
          if (page.lines) expect(page.lines).toHaveLength(own.length);
          own.forEach((words, at) => {
            const number = page.lines?.[at] ?? page.firstLine + at;
            if (/^(?:Một|1\. Hai)$/.test(words)) expect(text.split('\n')[number - 1]).toContain(words);
          });
        }
        expect(plain.filter((words) => words === 'Một')).toHaveLength(
          lines(text)
            .flat()
            .filter((words) => words === 'Một').length,
        );
      }),
    );
  });
});
