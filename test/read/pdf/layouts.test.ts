import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/source.ts';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';
import { NO_SERVICES } from '../../../src/read/services.ts';
import { processReading } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec, type Text } from './make-pdf.ts';

const readFile = (...specs: PageSpec[]) => readPdf(makePdf(specs), knowledge, NO_SERVICES);
const read = async (...specs: PageSpec[]): Promise<Page[]> => (await readFile(...specs)).pages;
const linesOf = (page: Page | undefined) => page?.text.split('\n').filter((line) => line !== '');
const asideOf = (page: Page | undefined) => page?.layout?.setAside.map(({ kind, text }) => `${kind}: ${text}`);

const BODY = ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6', 'năm 2015 và tình hình thực tế, Ủy ban nhân dân tỉnh ban hành'];

/** Words at the given places of each row, `step` points apart. */
function rowsAt(xs: readonly number[], y: number, rows: readonly (readonly string[])[], step = 18): Text[] {
  return rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [{ text, x: xs[column] as number, y: y + row * step, size: 10 }])));
}

/** A ruled table, a row every 20 points. */
function ruled(xs: readonly number[], y: number, rows: readonly (readonly string[])[]): Required<Pick<PageSpec, 'lines'>> & { texts: Text[] } {
  const bottom = y + rows.length * 20;
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  return {
    lines: [...xs.map((x) => [x, y, x, bottom] as const), ...Array.from({ length: rows.length + 1 }, (_, row) => [left, y + row * 20, right, y + row * 20] as const)],
    texts: rowsAt(
      xs.map((x) => x + 5),
      y + 14,
      rows,
      20,
    ),
  };
}

describe('columns that are aligned without rulings', () => {
  const HEAD = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030'];

  it('are a table, read row by row', async () => {
    const texts = [
      { text: 'Các chỉ tiêu chủ yếu của Kế hoạch:', x: 60, y: 80, size: 10 },
      ...rowsAt([60, 90, 280, 350, 430], 110, [
        HEAD,
        ['1', 'Tỷ lệ hộ nghèo', '%', '3,5', '1,0'],
        ['2', 'Tỷ lệ đô thị hóa', '%', '45', '60'],
        ['3', 'Số xã nông thôn mới', 'xã', '80', '112'],
      ]),
    ];
    const [page] = await read({ texts });
    expect(linesOf(page)).toEqual([
      'Các chỉ tiêu chủ yếu của Kế hoạch:',
      HEAD.join('\t'),
      '1\tTỷ lệ hộ nghèo\t%\t3,5\t1,0',
      '2\tTỷ lệ đô thị hóa\t%\t45\t60',
      '3\tSố xã nông thôn mới\txã\t80\t112',
    ]);
  });

  it('keep the lines of one cell together, and figures set flush right in their columns', async () => {
    const texts = rowsAt([60, 90, 300, 380], 110, [
      ['TT', 'Chỉ tiêu', 'Năm 2025', 'Năm 2030'],
      ['1', 'Tỷ lệ dân cư đô thị được', '   98,5', '    100'],
      ['', 'cấp nước sạch tập trung', '', ''],
      ['2', 'Thu ngân sách trên địa bàn', ' 12.500', ' 21.000'],
    ]).map((text) => ({ ...text, x: text.x + 5 * (text.text.length - text.text.trimStart().length), text: text.text.trimStart() }));
    expect(linesOf((await read({ texts }))[0])).toEqual([
      'TT\tChỉ tiêu\tNăm 2025\tNăm 2030',
      '1\tTỷ lệ dân cư đô thị được cấp nước sạch tập trung\t98,5\t100',
      '2\tThu ngân sách trên địa bàn\t12.500\t21.000',
    ]);
  });

  it('tell rows by the space between them where cells of several lines are set in the middle of their row, and leave out text above and below', async () => {
    const at = (y: number, ...cells: string[]) => rowsAt([60, 260, 330, 400], y, [cells]);
    const texts = [
      ...at(98, 'cán bộ nghiên cứu đạt 12 người.'),
      ...at(124, 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030'),
      ...at(144, 'Tỷ lệ hộ có Internet cáp'),
      ...at(150, '', '%', '85', '100'),
      ...at(156, 'quang'),
      ...at(176, '', 'doanh'),
      ...at(182, 'Số doanh nghiệp số', '', '320', '1.200'),
      ...at(188, '', 'nghiệp'),
      ...at(208, 'Tỷ trọng kinh tế số', '%', '18,5', '30'),
      ...at(234, 'III. NHIỆM VỤ VÀ GIẢI PHÁP'),
    ];
    const [page] = await read({ texts });
    expect(linesOf(page)).toEqual([
      'cán bộ nghiên cứu đạt 12 người.',
      'Chỉ tiêu\tĐơn vị\tNăm 2025\tNăm 2030',
      'Tỷ lệ hộ có Internet cáp quang\t%\t85\t100',
      'Số doanh nghiệp số\tdoanh nghiệp\t320\t1.200',
      'Tỷ trọng kinh tế số\t%\t18,5\t30',
      'III. NHIỆM VỤ VÀ GIẢI PHÁP',
    ]);
    expect(page?.marks.filter(({ kind }) => kind === 'row')).toHaveLength(4);
  });

  it('begin a row in the first column where all lines are equally far apart, whatever space the head has', async () => {
    const texts = [
      ...rowsAt([60, 90, 300, 380], 100, [['TT', 'Chỉ tiêu', 'Năm 2025', 'Năm 2030']]),
      ...rowsAt(
        [60, 90, 300, 380],
        130,
        [
          ['1', 'Tỷ lệ hộ nghèo', '3,5', '1,0'],
          ['2', 'Tỷ lệ dân cư đô thị được', '98,5', '100'],
          ['', 'cấp nước sạch', '', ''],
          ['3', 'Số xã nông thôn mới', '80', '112'],
        ],
        12,
      ),
    ];
    expect(linesOf((await read({ texts }))[0])?.slice(1)).toEqual([
      '1\tTỷ lệ hộ nghèo\t3,5\t1,0',
      '2\tTỷ lệ dân cư đô thị được cấp nước sạch\t98,5\t100',
      '3\tSố xã nông thôn mới\t80\t112',
    ]);
  });

  it('are none where lines of prose happen to have a wide blank', async () => {
    const texts = [...linesAt(60, 100, BODY, { size: 10 }), { text: 'ban hành', x: 60, y: 136, size: 10 }, { text: 'Kế hoạch này.', x: 130, y: 136, size: 10 }];
    expect((await read({ texts }))[0]?.marks.filter(({ kind }) => kind === 'row')).toEqual([]);
  });
});

describe('a table that runs over pages', () => {
  const XS = [60, 90, 300, 360, 440, 520];
  const HEAD = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030'];
  const letterhead: Text[] = [
    ...linesAt(60, 60, ['ỦY BAN NHÂN DÂN', 'TỈNH NGHỆ AN', 'Số: 207/KH-UBND'], { size: 10, step: 14 }),
    ...linesAt(280, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Nghệ An, ngày 10 tháng 6 năm 2024'], { size: 10, step: 14 }),
    ...linesAt(240, 130, ['KẾ HOẠCH', 'Phát triển đô thị'], { size: 12 }),
    { text: 'I. MỤC TIÊU', x: 60, y: 190, size: 12 },
  ];
  const first = ruled(XS, 620, [HEAD, ['1', 'Tỷ lệ hộ nghèo', '%', '3,5', '1,0'], ['2', 'Tỷ lệ đô thị hóa', '%', '45', '60']]);
  const second = ruled(XS, 80, [HEAD, ['3', 'Tỷ lệ che phủ rừng', '%', '58', '59']]);
  const pages: PageSpec[] = [
    { lines: first.lines, texts: [...letterhead, ...first.texts] },
    { lines: second.lines, texts: [{ text: '2', x: 300, y: 40, size: 10 }, ...second.texts, { text: 'II. NHIỆM VỤ', x: 60, y: 200, size: 12 }] },
  ];

  it('is one whose repeated head is no row of it: values behind the break have their year', async () => {
    const { documents } = processReading(await readFile(...pages), knowledge);
    expect(documents).toHaveLength(1);
    const values = documents[0]?.targets.map(({ indicator, period, low }) => `${indicator.name} ${period?.to} ${low}`).sort();
    expect(values).toEqual([
      'Tỷ lệ che phủ rừng 2025 58',
      'Tỷ lệ che phủ rừng 2030 59',
      'Tỷ lệ hộ nghèo 2025 3.5',
      'Tỷ lệ hộ nghèo 2030 1',
      'Tỷ lệ đô thị hóa 2025 45',
      'Tỷ lệ đô thị hóa 2030 60',
    ]);
  });
});

describe('turned pages', () => {
  /** Text that stands upright once the page is shown turned by `rotate`: what scanning and landscape printing leave in files. */
  const shown = (rotate: 0 | 90 | 180 | 270): PageSpec => {
    const [width, height] = rotate % 180 === 0 ? [595, 842] : [842, 595];
    const at = (x: number, y: number): Pick<Text, 'x' | 'y' | 'turn'> => {
      if (rotate === 90) return { x: y, y: height - x, turn: 90 };
      if (rotate === 180) return { x: width - x, y: height - y, turn: 180 };
      if (rotate === 270) return { x: width - y, y: x, turn: 270 };
      return { x, y, turn: 0 };
    };
    return { width, height, rotate, texts: BODY.map((text, row) => ({ text, size: 10, ...at(60, 100 + row * 18) })) };
  };

  it('are read upright, each by itself, however the file mixes them', async () => {
    const pages = await read(shown(0), shown(90), shown(180), shown(270), shown(0));
    for (const page of pages) expect(page.text).toBe(BODY.join('\n'));
    expect(pages.map(({ layout }) => [layout?.width, layout?.height])).toEqual(Array(5).fill([595, 842]));
  });

  it('have their boxes where the words are shown', async () => {
    for (const page of await read(shown(0), shown(90), shown(180), shown(270))) {
      const [x0 = 0, y0 = 0, , y1 = 0] = page.layout?.words.box ?? [];
      expect(Math.round(x0)).toBe(60);
      expect(y0).toBeGreaterThan(85);
      expect(y1).toBeLessThan(106);
    }
  });

  it('are read in the direction of most of their text where the file does not say that they are turned', async () => {
    const sideways: PageSpec = { texts: BODY.map((text, row) => ({ text, size: 10, x: 200 + row * 18, y: 780, turn: 90 })) };
    const onItsHead: PageSpec = { texts: BODY.map((text, row) => ({ text, size: 10, x: 500, y: 700 - row * 18, turn: 180 })) };
    const other: PageSpec = { texts: BODY.map((text, row) => ({ text, size: 10, x: 300 - row * 18, y: 100, turn: 270 })) };
    for (const page of await read(sideways, onItsHead, other)) expect(page.text).toBe(BODY.join('\n'));
  });
});

describe('several documents in one file', () => {
  const letter = (number: string, day: string, subject: string): PageSpec => ({
    texts: [
      ...linesAt(60, 60, ['ỦY BAN NHÂN DÂN', 'TỈNH NGHỆ AN', `Số: ${number}`], { size: 10, step: 14 }),
      ...linesAt(280, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', `Nghệ An, ngày ${day} năm 2024`], { size: 10, step: 14 }),
      ...linesAt(240, 130, ['KẾ HOẠCH', subject], { size: 12 }),
      ...linesAt(60, 190, BODY, { size: 10 }),
    ],
  });
  const end: Text[] = [
    ...linesAt(60, 500, ['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT.'], { size: 10 }),
    ...linesAt(300, 500, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], { size: 10 }),
    { text: 'Nguyễn Văn A', x: 310, y: 600, size: 10 },
  ];

  it('are told apart, with the pages of each; a page that goes on is no new one', async () => {
    const reading = await readFile(
      letter('207/KH-UBND', '10 tháng 6', 'Phòng, chống thiên tai'),
      { texts: [...linesAt(60, 100, ['1. Củng cố đội xung kích.', ...BODY]), ...end] },
      letter('208/KH-UBND', '12 tháng 6', 'Phát triển đô thị'),
    );
    const { documents } = processReading(reading, knowledge);
    expect(documents.map(({ identity }) => [identity.number?.value, identity.issuedOn.value, identity.title?.value])).toEqual([
      ['207/KH-UBND', '2024-06-10', 'Phòng, chống thiên tai'],
      ['208/KH-UBND', '2024-06-12', 'Phát triển đô thị'],
    ]);
  });
});

describe('what lies behind or over the text', () => {
  it('a large pale word set straight across the page is a watermark', async () => {
    const texts: Text[] = [{ text: 'BẢN SAO', x: 120, y: 130, size: 90, colour: [0.85, 0.85, 0.85] }, ...linesAt(60, 100, [...BODY, ...BODY], { size: 10 })];
    const [page] = await read({ texts });
    expect(linesOf(page)).toEqual([...BODY, ...BODY]);
    expect(asideOf(page)).toEqual(['watermark: BẢN SAO']);
  });

  it('a title in pale large letters with nothing over it is text', async () => {
    const texts: Text[] = [{ text: 'BÁO CÁO', x: 120, y: 130, size: 40, colour: [0.6, 0.6, 0.6] }, ...linesAt(60, 300, BODY, { size: 10 })];
    expect(linesOf((await read({ texts }))[0])).toEqual(['BÁO CÁO', ...BODY]);
  });
});

describe('fonts that the file does not hold', () => {
  it('are no matter where it says what their codes mean', async () => {
    const texts = linesAt(60, 100, BODY, { size: 10, font: { name: 'TimesNewRomanPSMT' } });
    expect((await read({ texts }))[0]?.text).toBe(BODY.join('\n'));
  });

  it('leave a page to recognition where it does not: nothing is invented', async () => {
    // Codes are numbers of glyphs: A is 36 in most fonts of its kind.
    const codes = [...BODY, ...BODY].map((line) => line.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 29)));
    const texts = linesAt(60, 100, codes, { size: 10, font: { name: 'TimesNewRomanPSMT', toUnicode: null } });
    const [, page] = await read({ texts: linesAt(60, 100, BODY) }, { texts });
    expect(page?.text).toBe('');
    expect(page?.layout?.reading.decision).toBe('unreadable');
  });
});

it('raised numbers stay with what they belong to: exponents in units, marks of notes, the note itself', async () => {
  const raised = (text: string, x: number, y: number): Text => ({ text, x, y: y - 5, size: 7 });
  const texts: Text[] = [
    { text: 'Diện tích 6 m', x: 60, y: 100, size: 12 },
    raised('2', 60 + 13 * 6, 100),
    { text: '/người, 12.000 m', x: 60 + 13 * 6 + 4, y: 100, size: 12 },
    raised('3', 60 + 29 * 6 + 4, 100),
    { text: '/ngày đêm', x: 60 + 29 * 6 + 8, y: 100, size: 12 },
    { text: 'theo Nghị quyết của Tỉnh ủy', x: 60, y: 130, size: 12 },
    raised('1', 60 + 27 * 6, 130),
    { text: '.', x: 60 + 27 * 6 + 4, y: 130, size: 12 },
    raised('1', 60, 780),
    { text: ' Nghị quyết số 06-NQ/TU.', x: 64, y: 780, size: 10 },
  ];
  expect(linesOf((await read({ texts }))[0])).toEqual(['Diện tích 6 m²/người, 12.000 m³/ngày đêm', 'theo Nghị quyết của Tỉnh ủy¹.', '¹ Nghị quyết số 06-NQ/TU.']);
});

describe('two pages side by side on one', () => {
  const left = ['Điều 1. Phạm vi điều chỉnh của Quy chế quản lý', 'Quy chế này quy định việc quản lý', 'nhà văn hóa.', 'Điều 2. Đối tượng', 'Các thôn, tổ dân phố.'];
  const right = ['Điều 3. Mức đóng góp', 'Theo grid sau đây:', 'Điều 4. Kinh phí', 'Từ ngân sách xã.'];
  const grid = ruled([480, 560, 640, 720], 160, [
    ['Thôn', 'Mức', 'Ghi chú'],
    ['An Bình', '120', ''],
    ['An Lạc', '150', ''],
  ]);
  const head = rowsAt([40, 200], 60, [
    ['UBND XÃ AN HÒA', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Số: 12/QC-UBND', 'An Hòa, ngày 5 tháng 6 năm 2026'],
  ]);
  const spread = {
    width: 842,
    height: 595,
    texts: [
      ...head,
      ...linesAt(40, 130, left, { size: 10, step: 60 }),
      ...linesAt(480, 60, right.slice(0, 2), { size: 10, step: 40 }),
      ...grid.texts,
      ...linesAt(480, 300, right.slice(2), { size: 10, step: 60 }),
    ],
    lines: grid.lines,
  };
  const expected = [
    'UBND XÃ AN HÒA',
    'Số: 12/QC-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'An Hòa, ngày 5 tháng 6 năm 2026',
    ...left,
    ...right.slice(0, 2),
    'Thôn\tMức\tGhi chú',
    'An Bình\t120\t',
    'An Lạc\t150\t',
    ...right.slice(2),
  ];

  it('are read one after the other, each with its columns and tables', async () => {
    expect(linesOf((await read(spread))[0])).toEqual(expected);
  });

  it('are one page where a title reaches over the middle, and where the page stands upright', async () => {
    const title = { ...spread, texts: [...spread.texts, { text: 'QUY CHẾ QUẢN LÝ NHÀ VĂN HÓA', x: 340, y: 36, size: 10 }] };
    expect(linesOf((await read(title))[0])).not.toEqual(['QUY CHẾ QUẢN LÝ NHÀ VĂN HÓA', ...expected]);
    expect(linesOf((await read({ ...spread, height: 842 }))[0])).not.toEqual(expected);
  });
});
