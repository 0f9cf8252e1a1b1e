import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/model/source.ts';
import { readMarkdown } from '../../src/read/markdown.ts';
import { linesOf, normalizeText } from '../stages.ts';

/** The words under each mark of a kind. */
function marked(text: string, kind: Mark['kind']): string[] {
  return readMarkdown(text).flatMap((page) => page.marks.filter((mark) => mark.kind === kind).map((mark) => page.text.slice(mark.start, mark.end)));
}

/** What is left when markup is taken out. */
const words = (text: string) => linesOf(`# Phần mở đầu.\n\n${text}`).slice(1);

describe('the page keeps the source; marks say what is markup', () => {
  it('text stays as it is', () => {
    const text = '## **KẾ HOẠCH**\n\n1. *Mục đích*\n';
    expect(readMarkdown(text)[0]?.text).toBe(text);
  });

  it('bold', () => {
    expect(marked('**KẾ HOẠCH** năm 2024', 'strong')).toEqual(['**KẾ HOẠCH**']);
    expect(marked('**KẾ HOẠCH** năm 2024', 'syntax')).toEqual(['**', '**']);
  });

  it('headings, whatever their depth', () => {
    expect(marked('#### 1.1. Mục tiêu\n\nNội dung\n', 'heading')).toEqual(['#### 1.1. Mục tiêu']);
    expect(marked('#### 1.1. Mục tiêu\n\nNội dung\n', 'syntax')).toEqual(['#### ']);
    const depths = readMarkdown('## I. MỤC TIÊU\n\n#### 1.1. Mục tiêu\n').flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth));
    expect(depths).toEqual([2, 4]);
  });

  it('a block quotation', () => {
    expect(marked('> Điều 1. Phạm vi\n> Điều 2. Đối tượng\n', 'quoted')).toEqual(['> Điều 1. Phạm vi\n> Điều 2. Đối tượng']);
    expect(marked('> Điều 1. Phạm vi\n> Điều 2. Đối tượng\n', 'syntax')).toEqual(['> ', '> ']);
  });

  it('marks are in order', () => {
    const starts = readMarkdown('**a** *b* [c](d) `e`\n\n# F\n\n> g\n')[0]?.marks.map((mark) => mark.start) ?? [];
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('what is left without markup', () => {
  it.each([
    ['bold and italics', '**KẾ HOẠCH** *thực hiện*', 'KẾ HOẠCH thực hiện'],
    ['bold italics', '***Nơi nhận:***', 'Nơi nhận:'],
    ['a link', '[Nghị quyết số 06-NQ/TW](https://vbpl.vn/06)', 'Nghị quyết số 06-NQ/TW'],
    ['inline code', '`08/KH-UBND`', '08/KH-UBND'],
    ['an escape', '1\\. Mục đích \\- Yêu cầu', '1. Mục đích - Yêu cầu'],
    ['struck-through text', 'KẾ HOẠCH\n\n|a|b|\n|-|-|\n|~~c~~|d|', 'KẾ HOẠCH'],
  ])('%s', (_, text, expected) => {
    expect(words(text)[0]).toBe(expected);
  });

  it.each([
    ['labels stay: segment judges them', '1. Mục đích', '1. Mục đích'],
    ['dashes stay', '- Thống nhất;', '- Thống nhất;'],
    ['a star that is no markup', 'diện tích 5 * 3 m', 'diện tích 5 * 3 m'],
    ['an address that is its own text', 'https://haiphong.gov.vn', 'https://haiphong.gov.vn'],
    ['underscores in a name', 'ten_tep_mot', 'ten_tep_mot'],
    ['a blank to be filled in', 'Số: ____/KH-UBND', 'Số: ____/KH-UBND'],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual([expected]);
  });

  it('the star under a Party issuer is no bullet', () => {
    expect(words('HUYỆN ỦY AN LÃO\n\n\\*\n\nSố 42-CTr/HU')).toEqual(['HUYỆN ỦY AN LÃO', '*', 'Số 42-CTr/HU']);
    expect(words('HUYỆN ỦY AN LÃO\n\n*\n\nSố 42-CTr/HU')).toEqual(['HUYỆN ỦY AN LÃO', '*', 'Số 42-CTr/HU']);
  });

  it('a fence goes, what it holds stays', () => {
    expect(words('```\nĐiều 1. Phạm vi\n```')).toEqual(['Điều 1. Phạm vi']);
  });

  it('lines keep their numbers', () => {
    const { lines, text } = normalizeText('# KẾ HOẠCH\n\n**Nội dung**\n\n- Một;\n');
    expect(lines.map((line) => [text.slice(line.start, line.end), line.from])).toEqual([
      ['KẾ HOẠCH', 1],
      ['Nội dung', 3],
      ['- Một;', 5],
    ]);
  });

  it('bold is known of the line', () => {
    const { lines } = normalizeText('# KẾ HOẠCH\n\n**Nội dung**\n\nChữ **đậm** ở giữa một câu dài.\n');
    expect(lines.map((line) => line.strong)).toEqual([true, true, false]);
  });
});

describe('pipe tables', () => {
  const table = '# KẾ HOẠCH\n\n| STT | Nhiệm vụ | Đơn vị |\n|:---:|---|---|\n| 1 | **Rà soát** quy hoạch | Sở Xây dựng |\n| 2 | Lập kế hoạch |  |\n\nNội dung.\n';

  it('a row is a row: cells are separated by tabs', () => {
    const { text, lines } = normalizeText(table);
    expect(text.split('\n')).toEqual(['KẾ HOẠCH', 'STT\tNhiệm vụ\tĐơn vị', '1\tRà soát quy hoạch\tSở Xây dựng', '2\tLập kế hoạch\t', 'Nội dung.']);
    expect(lines.map((line) => line.row)).toEqual([false, true, true, true, false]);
    expect(lines.map((line) => line.from)).toEqual([1, 3, 5, 6, 8]);
  });

  it('without outer pipes too', () => {
    expect(linesOf('# A\n\nSTT | Nhiệm vụ\n--- | ---\n1 | Rà soát\n').slice(1)).toEqual(['STT\tNhiệm vụ', '1\tRà soát']);
  });

  it('an empty cell in front keeps its place', () => {
    expect(linesOf('# A\n\n| a | b | c |\n|---|---|---|\n|  | x | y |\n').at(-1)).toBe('\tx\ty');
  });

  it('an escaped pipe is no separator', () => {
    expect(linesOf('# A\n\n| a | b |\n|---|---|\n| x \\| y | z |\n').at(-1)?.split('\t')).toHaveLength(2);
  });

  it('a line with a pipe and no delimiter row is text', () => {
    expect(normalizeText('# A\n\nĐơn vị | Sở Xây dựng\n').lines.map((line) => line.row)).toEqual([false, false]);
  });
});

describe('long texts are parsed in stretches', () => {
  it('marks stand at the same places on either side of a cut', () => {
    const block = '## **I. MỤC ĐÍCH**\n\nNội dung *quan trọng* của kế hoạch.\n\n';
    const text = block.repeat(2500);
    const strong = readMarkdown(text)[0]?.marks.filter((mark) => mark.kind === 'strong') ?? [];
    expect(strong).toHaveLength(2500);
    for (const { start, end } of strong) expect(text.slice(start, end)).toBe('**I. MỤC ĐÍCH**');
  });

  it('a fenced block longer than a stretch stays one, and an open fence takes nothing else with it', () => {
    const line = 'Rà soát **quy hoạch** đô thị.\n';
    const block = line.repeat(1_500);
    const marks = (text: string, kind: string) => readMarkdown(text).flatMap((page) => page.marks.filter((mark) => mark.kind === kind));
    const fenced = `# A\n\n\`\`\`\n${block}\`\`\`\n\n**Hết**\n`;
    expect(marks(fenced, 'quoted')).toHaveLength(1);
    expect(marks(fenced, 'strong').map(({ start, end }) => fenced.slice(start, end))).toEqual(['**Hết**']);
    expect(marks(`# A\n\n\`\`\`\n${block}\n${block}`, 'strong').length).toBeGreaterThan(500);
  });

  it('a table longer than a stretch stays a table', () => {
    const rows = 2500;
    const text = `# A\n\n| STT | Nhiệm vụ |\n|---|---|\n${'| 1 | Rà soát quy hoạch |\n'.repeat(rows)}`;
    const { lines } = normalizeText(text);
    expect(lines.filter((line) => line.row)).toHaveLength(rows + 1);
  });
});
