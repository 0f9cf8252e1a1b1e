import { describe, expect, it, test } from 'vitest';
import type { Page } from '../../../src/model/source.ts';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';
import { NO_SERVICES } from '../../../src/read/services.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec } from './make-pdf.ts';

async function read(...specs: PageSpec[]): Promise<Page[]> {
  return (await readPdf(makePdf(specs), knowledge, NO_SERVICES)).pages;
}

const textOf = async (spec: PageSpec) => (await read(spec))[0]?.text;
const asideOf = (page: Page | undefined) => page?.layout?.setAside.map(({ kind, text }) => `${kind}: ${text}`);

const BODY = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6',
  'năm 2015 và tình hình thực tế, Ủy ban nhân dân tỉnh ban hành',
  'Kế hoạch triển khai thực hiện như sau trên địa bàn tỉnh.',
];

test('words are put together by the gaps between them, not by the strings of the file', async () => {
  const texts = [
    { text: 'Số: 5', x: 60, y: 100 },
    { text: '65', x: 60 + 5 * 7, y: 100 },
    { text: '/TB-UBND', x: 60 + 7 * 7, y: 100 },
    { text: 'ngày', x: 60 + 17 * 7, y: 100 },
  ];
  expect(await textOf({ texts })).toBe('Số: 565/TB-UBND ngày');
});

test('a word that the file interrupts to set another one is whole; a word that only stands beside one is not part of it', async () => {
  const texts = [
    { text: 'chứ', x: 90, y: 100 },
    { text: '1', x: 76, y: 100 },
    { text: 'c', x: 90 + 3 * 7, y: 100 },
    { text: 'kinh', x: 90 + 5 * 7, y: 100 },
  ];
  expect(await textOf({ texts })).toBe('1 chức kinh');
});

test('the order of the page decides, not the order of the file', async () => {
  const texts = linesAt(60, 100, ['dòng thứ nhất', 'dòng thứ hai', 'dòng thứ ba']).reverse();
  expect(await textOf({ texts })).toBe('dòng thứ nhất\ndòng thứ hai\ndòng thứ ba');
});

test('a letterhead in two columns is read column by column', async () => {
  const texts = [
    ...linesAt(60, 60, ['BỘ CÔNG THƯƠNG', 'CỤC HÓA CHẤT'], { size: 10 }),
    ...linesAt(260, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], { size: 10 }),
    { text: 'Số: 813/HC-CNHC', x: 60, y: 110, size: 10 },
    { text: 'Hà Nội, ngày 22 tháng 4 năm 2026', x: 280, y: 110, size: 10 },
    ...linesAt(60, 128, ['V/v quản lý hóa chất', 'nguy hiểm'], { size: 10 }),
    ...linesAt(60, 200, BODY, { size: 14 }),
  ];
  const lines = (await textOf({ texts }))?.split('\n').filter((line) => line !== '');
  expect(lines?.slice(0, 8)).toEqual([
    'BỘ CÔNG THƯƠNG',
    'CỤC HÓA CHẤT',
    'Số: 813/HC-CNHC',
    'V/v quản lý hóa chất',
    'nguy hiểm',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Nội, ngày 22 tháng 4 năm 2026',
  ]);
});

test('columns whose lines stand at other heights are columns all the same', async () => {
  const texts = [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 260, y: 60, size: 10 },
    ...linesAt(60, 66, ['ỦY BAN NHÂN DÂN', 'TỈNH QUẢNG NGÃI'], { size: 10, step: 14 }),
    { text: 'Độc lập - Tự do - Hạnh phúc', x: 290, y: 74, size: 10 },
    ...linesAt(60, 160, BODY),
  ];
  expect((await textOf({ texts }))?.split('\n').filter((line) => line !== '')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH QUẢNG NGÃI',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    ...BODY,
  ]);
});

test('signatures beside the recipients are read after them; words that only stand below each other are no columns', async () => {
  const signatures = [
    ...linesAt(60, 60, ['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT.'], { size: 10 }),
    ...linesAt(300, 60, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], { size: 10 }),
    { text: 'Nguyễn Văn A', x: 310, y: 140, size: 10 },
  ];
  expect((await textOf({ texts: signatures }))?.split('\n').filter((line) => line !== '')).toEqual([
    'Nơi nhận:',
    '- Như Điều 3;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Nguyễn Văn A',
  ]);
  const list = [...linesAt(60, 60, ['Chỉ tiêu', 'Số xã'], { size: 10 }), ...linesAt(300, 60, ['Kết quả', '12 xã'], { size: 10 })];
  expect(await textOf({ texts: list })).toBe('Chỉ tiêu   Kết quả\nSố xã   12 xã');
});

test('raised numbers are exponents and marks of footnotes, whatever the order they are drawn in; lowered ones are not', async () => {
  const texts = [
    { text: '28 m', x: 60, y: 100 },
    { text: '2', x: 60 + 4 * 7, y: 95, size: 8 },
    { text: '/người', x: 60 + 4 * 7 + 4, y: 100 },
    { text: 'đô thị hóa', x: 60, y: 130 },
    { text: 'đạt 40%', x: 145, y: 130 },
    { text: '3', x: 60 + 10 * 7, y: 124, size: 8 },
    { text: 'CO', x: 60, y: 160 },
    { text: '2', x: 60 + 2 * 7, y: 163, size: 8 },
  ];
  expect(await textOf({ texts })).toBe('28 m²/người\nđô thị hóa³ đạt 40%\nCO2');
});

describe('notes below a short line, whose marks are set like their words', () => {
  const note = { texts: [...linesAt(60, 600, BODY), ...linesAt(60, 724, ['1 Sau đây gọi là Kế hoạch số', '12 của tỉnh.', '2 Theo Công văn nói trên.'], { size: 10 })] };
  const below = async (spec: PageSpec) =>
    (await textOf(spec))
      ?.split('\n')
      .filter((line) => line !== '')
      .slice(BODY.length);

  it('have raised marks', async () => {
    expect(await below({ ...note, lines: [[60, 710, 204, 710]] })).toEqual(['¹ Sau đây gọi là Kế hoạch số', '12 của tỉnh.', '² Theo Công văn nói trên.']);
  });

  it('are none without the line, below a long one, or in type as large as the text', async () => {
    const plain = ['1 Sau đây gọi là Kế hoạch số', '12 của tỉnh.', '2 Theo Công văn nói trên.'];
    expect(await below(note)).toEqual(plain);
    expect(await below({ ...note, lines: [[60, 710, 535, 710]] })).toEqual(plain);
    expect(await below({ texts: note.texts.map((text) => ({ ...text, size: 14 })), lines: [[60, 708, 204, 708]] })).toEqual(plain);
  });
});

test('running heads and page numbers are set aside, with what they said', async () => {
  const page = (number: number, side: 'left' | 'right'): PageSpec => ({
    texts: [
      { text: 'CÔNG BÁO/Số 863 + 864/Ngày 10-7-2025', x: 180, y: 40, size: 10 },
      { text: String(51 + number), x: side === 'left' ? 60 : 500, y: 40, size: 10 },
      ...linesAt(60, 120 + number * 20, BODY),
      { text: `- ${number} -`, x: 280, y: 810 },
    ],
  });
  const pages = await read(page(1, 'left'), page(2, 'right'), page(3, 'left'));
  for (const { text } of pages) expect(text.startsWith('Căn cứ Luật') && text.endsWith('địa bàn tỉnh.')).toBe(true);
  expect(asideOf(pages[1])).toEqual(['running-head: CÔNG BÁO/Số 863 + 864/Ngày 10-7-2025 53', 'page-number: - 2 -']);
});

test('captions that differ by their number and repeated letterheads are no running heads', async () => {
  const page = (number: number): PageSpec => ({ texts: [{ text: `Mẫu số 0${number}`, x: 240, y: 50 }, ...linesAt(60, 120, BODY)] });
  expect((await read(page(1), page(2)))[1]?.text).toMatch(/^Mẫu số 02/);
  const letter = (number: number): PageSpec => ({
    texts: [
      { text: 'ỦY BAN NHÂN DÂN', x: 60, y: 50, size: 10 },
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 260, y: 50, size: 10 },
      { text: `Số: ${number}/QĐ-UBND`, x: 60, y: 70, size: 10 },
      ...linesAt(60, 130, BODY),
    ],
  });
  for (const { text } of await read(letter(1), letter(2))) expect(text).toMatch(/^ỦY BAN NHÂN DÂN/);
});

test('two copies of one page are two pages, not one long running head', async () => {
  const copy: PageSpec = { texts: linesAt(60, 60, [...BODY, ...BODY]) };
  for (const { text } of await read(copy, copy)) expect(text).toMatch(/^Căn cứ Luật/);
});

test('the running head above a letterhead is one: the pages that follow have it too', async () => {
  const head = { text: 'CÔNG BÁO/Số 863 + 864/Ngày 10-7-2025', x: 180, y: 40, size: 10 };
  const first: PageSpec = { texts: [head, { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 240, y: 70, size: 10 }, ...linesAt(60, 120, BODY)] };
  const pages = await read(first, { texts: [head, ...linesAt(60, 70, BODY)] });
  expect(pages[0]?.text).toMatch(/^CỘNG HÒA/);
  expect(pages[1]?.text).toMatch(/^Căn cứ/);
});

test('slanted, invisible, white and tiny words are not read, and it is told what they were', async () => {
  const [page] = await read({
    texts: [
      ...linesAt(60, 120, BODY),
      { text: 'DỰ THẢO', x: 200, y: 500, size: 60, turn: 45 },
      { text: 'ẩn', x: 60, y: 300, mode: 3 },
      { text: 'trắng', x: 60, y: 330, colour: [1, 1, 1] },
      { text: 'nhỏ', x: 60, y: 360, size: 1 },
      { text: 'ngoài trang', x: 700, y: 390 },
    ],
  });
  expect(page?.text.split('\n').filter((line) => line !== '')).toEqual(BODY);
  expect(asideOf(page)).toEqual(['hidden: ẩn', 'hidden: trắng', 'hidden: nhỏ', 'hidden: ngoài trang', 'watermark: DỰ THẢO']);
});

describe('words that an area was painted over', () => {
  const wrong = linesAt(60, 300, ['Số: 12/QĐ-UBND sai']);
  const under = (area: string) => ({ drawnOver: area, texts: [...linesAt(60, 120, BODY), ...wrong] });
  const asText = async (area: string) => (await read(under(area)))[0]?.text.split('\n').filter((line) => line !== '');
  const box = `50 ${842 - 310} 300 30 re`;

  it.each([
    ['white', `1 1 1 rg ${box} f`],
    ['black', `0 0 0 rg ${box} f`],
    ['white in a clip that holds them', `q 0 0 595 842 re W n 1 1 1 rg ${box} f Q`],
  ])('%s are not read, and it is told what they were', async (_, area) => {
    expect(await asText(area)).toEqual(BODY);
    expect(asideOf((await read(under(area)))[0])).toEqual([`hidden: ${wrong[0]?.text}`]);
  });

  it.each([
    ['beside them', `1 1 1 rg 50 ${842 - 400} 300 30 re f`],
    ['in a clip that leaves them out', `q 0 0 595 100 re W n 1 1 1 rg ${box} f Q`],
    ['as an outline only', `1 1 1 RG ${box} S`],
    ['as a shape that is no rectangle', `1 1 1 rg 50 532 m 350 532 l 350 562 l f`],
    ['as a thin line through them', `1 0 0 rg 50 ${842 - 297} 300 1 re f`],
  ])('%s are read', async (_, area) => {
    expect(await asText(area)).toEqual([...BODY, wrong[0]?.text]);
  });

  it('and printed anew are read once', async () => {
    const [page] = await read({ ...under(`1 1 1 rg ${box} f`), textsAbove: linesAt(60, 300, ['Số: 12/QĐ-UBND sai']) });
    expect(page?.text.split('\n').filter((line) => line !== '')).toEqual([...BODY, wrong[0]?.text]);
  });
});

test('white letters on a dark ground are read', async () => {
  const texts = [{ text: 'TRÊN NỀN TỐI', x: 60, y: 120, colour: [1, 1, 1] as const }];
  expect(await textOf({ raw: `0 0.2 0.5 rg 50 ${842 - 140} 200 40 re f`, texts })).toBe('TRÊN NỀN TỐI');
  expect(await textOf({ raw: `1 1 1 rg 50 ${842 - 140} 200 40 re f`, texts: [...texts, ...linesAt(60, 300, BODY)] })).toBe(BODY.join('\n'));
});

test('letters that are printed twice to look bold are there once', async () => {
  const texts = [
    { text: 'QUYẾT ĐỊNH', x: 60, y: 100 },
    { text: 'QUYẾT ĐỊNH', x: 60.4, y: 100 },
    { text: 'QUYẾT ĐỊNH', x: 60, y: 140 },
  ];
  expect((await textOf({ texts }))?.split('\n')).toEqual(['QUYẾT ĐỊNH', 'QUYẾT ĐỊNH']);
});

test('a table is told by its rulings: cells, cells of several lines, cells that span columns, text above and below', async () => {
  const lines = [
    ...[100, 130, 160, 200].map((y) => [60, y, 500, y] as const),
    ...[60, 110, 300, 500].map((x) => [x, 100, x, 160] as const),
    ...[60, 500].map((x) => [x, 160, x, 200] as const),
    [300, 160, 300, 200] as const,
  ];
  const texts = [
    { text: 'Phụ lục kèm theo', x: 60, y: 80 },
    ...[
      ['STT', 70],
      ['Nội dung', 120],
      ['Chỉ tiêu', 310],
    ].map(([text, x]) => ({ text: text as string, x: x as number, y: 120, size: 10, bold: true })),
    ...linesAt(120, 142, ['Tỷ lệ hộ', 'nghèo'], { size: 10, step: 12 }),
    { text: '1', x: 70, y: 148, size: 10 },
    { text: '3%', x: 310, y: 148, size: 10 },
    { text: 'Cộng chung', x: 70, y: 185, size: 10 },
    { text: '5', x: 310, y: 185, size: 10 },
    { text: 'Ghi chú', x: 60, y: 230 },
  ];
  const [page] = await read({ lines, texts });
  expect(page?.text.split('\n')).toEqual(['Phụ lục kèm theo', '', 'STT\tNội dung\tChỉ tiêu', '1\tTỷ lệ hộ nghèo\t3%', 'Cộng chung\t\t5', '', 'Ghi chú']);
  expect(page?.marks.filter(({ kind }) => kind === 'row')).toHaveLength(3);
  expect(page?.marks.filter(({ kind }) => kind === 'cell')).toHaveLength(6);
});

test('rulings that draw a frame, an underline or a letterhead make no table', async () => {
  const frame = [...[40, 800].map((y) => [40, y, 560, y] as const), ...[40, 560].map((x) => [x, 40, x, 800] as const), [250, 130, 350, 130] as const];
  const [page] = await read({ lines: frame, texts: linesAt(60, 120, BODY) });
  expect(page?.marks.filter(({ kind }) => kind === 'row')).toEqual([]);
  const box = [...[40, 110].map((y) => [40, y, 560, y] as const), ...[40, 250, 560].map((x) => [x, 40, x, 110] as const)];
  const texts = [
    ...linesAt(60, 60, ['ỦY BAN NHÂN DÂN', 'Số: 12/QĐ-UBND'], { size: 10 }),
    ...linesAt(260, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], { size: 10 }),
  ];
  expect((await textOf({ lines: box, texts }))?.split('\n').filter((line) => line !== '')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'Số: 12/QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
  ]);
});

test('a turned page is read upright, and boxes are places on the page as it is shown', async () => {
  const shown: PageSpec = { width: 842, height: 595, rotate: 90, texts: linesAt(60, 100, ['một hai']) };
  const [page] = await read(shown);
  expect(page?.text).toBe('một hai');
  expect([page?.layout?.width, page?.layout?.height]).toEqual([595, 842]);
  // Set sideways on an upright page: a table that was too wide.
  const [sideways] = await read({
    texts: [
      { text: 'dòng một', x: 200, y: 700, turn: 90 },
      { text: 'dòng hai', x: 220, y: 700, turn: 90 },
    ],
  });
  expect(sideways?.text).toBe('dòng một\ndòng hai');
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = sideways?.layout?.words.box ?? [];
  expect(x0).toBeGreaterThan(180);
  expect(x1).toBeLessThan(205);
  expect([y0, y1].map(Math.round)).toEqual([672, 700]);
});

test('number and day that a signing program filled in are read; the stamp of the signature is set aside', async () => {
  const [page] = await read({
    texts: [{ text: 'Số:      /QĐ-UBND', x: 60, y: 100, size: 10 }, ...linesAt(60, 160, BODY)],
    annotations: [
      { box: [82, 92, 110, 104], lines: ['1178'], signature: true },
      { box: [300, 40, 500, 90], lines: ['Ký bởi: Ủy ban nhân dân tỉnh', 'Thời gian ký: 11/05/2021'], signature: true },
    ],
  });
  expect(page?.text).toMatch(/^Số: 1178 ?\/QĐ-UBND\n/);
  expect(asideOf(page)).toEqual(['signature: Ký bởi: Ủy ban nhân dân tỉnh Thời gian ký: 11/05/2021']);
});

test('a blank page is an empty one', async () => {
  const [page] = await read({}, { texts: linesAt(60, 100, BODY) });
  expect(page).toMatchObject({ number: 1, text: '', marks: [] });
});

test('a blank page among others keeps its place, and the pages after it their numbers', async () => {
  const pages = await read({ texts: linesAt(60, 120, BODY) }, {}, { texts: linesAt(60, 120, ['Trang sau cùng của văn bản này.']) });
  expect(pages.map(({ number, text, layout }) => [number, text === '', layout?.reading.decision])).toEqual([
    [1, false, 'text-layer'],
    [2, true, 'blank'],
    [3, false, 'text-layer'],
  ]);
});

describe('fonts of symbols', () => {
  const textIn = async (name: string, text: string) => await textOf({ texts: [{ text, x: 60, y: 100, font: { name } }] });

  it('draw bullets, comparisons and arrows, whatever letters their map gives', async () => {
    expect(await textIn('ABCDEF+Symbol', '\uf0b7')).toBe('•');
    expect(await textIn('SymbolMT', '\uf0b3')).toBe('≥');
    expect(await textIn('Wingdings-Regular', '\uf0fc')).toBe('•');
    expect(await textIn('Wingdings', '\uf0e0')).toBe('→');
    expect(await textIn('Wingdings', 'Ø')).toBe('•');
    expect(await textIn('OpenSymbol', '\uf02d')).toBe('•');
  });

  it('are told by their names: the same codes in another font stay unknown, letters of one that only sounds alike stay', async () => {
    const inText = { texts: [...linesAt(60, 200, BODY), { text: '\uf0b3', x: 60, y: 100, font: { name: 'Times-Roman' } }] };
    expect((await textOf(inText))?.slice(0, 1)).toBe('\uf0b3');
    expect(await textIn('SymbiosisSerif', 'ü')).toBe('ü');
  });
});
