import { describe, expect, it, test } from 'vitest';
import type { Page } from '../../../src/model/source.ts';
import type { PageImage, PixelBox, RecognizedBlock, RecognizedLine, RecognizedPage } from '../../../src/read/ocr/engine.ts';
import { OcrProblem } from '../../../src/read/ocr/engine.ts';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';
import { processReading } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec } from './make-pdf.ts';
import { whiteJpeg } from './pictures.ts';

/** What recognition gives is written out here: how a picture becomes words is tested where that is done. */

/** Pixels of the test's pictures per point of their pages. */
const SCALE = 2;

/** A line of words, each character as wide as half its height; `?word` was written by hand, `~word` is doubtful. */
function line(x: number, y: number, text: string, size = 10): RecognizedLine {
  let at = x;
  const words = text.split(' ').map((each) => {
    const printed = each.replace(/^[?~]/, '');
    const box: PixelBox = [at * SCALE, (y - size) * SCALE, (at + (printed.length * size) / 2) * SCALE, y * SCALE];
    at += ((printed.length + 1) * size) / 2;
    return { text: printed, box, confidence: each.startsWith('?') ? 0.2 : each.startsWith('~') ? 0.4 : 0.95, ...(each.startsWith('?') ? { handwritten: true as const } : {}) };
  });
  return { words };
}

const block = (...args: Parameters<typeof line>): RecognizedBlock => ({ kind: 'line', line: line(...args) });

function recognized(blocks: RecognizedBlock[], more: Partial<RecognizedPage> = {}): RecognizedPage {
  return { blocks, rotation: 0, skew: 0, stamps: [], handwritten: [], engine: 'by hand 1', ...more };
}

async function read(result: RecognizedPage | Error, page: PageSpec = {}, following: PageSpec[] = []): Promise<Page[]> {
  const jpeg = await whiteJpeg(595 * SCALE, 842 * SCALE);
  const recognize = async () => {
    if (result instanceof Error) throw result;
    return result;
  };
  return (await readPdf(makePdf([{ jpeg, ...page }, ...following]), knowledge, { recognize, password: null })).pages;
}

const LETTERHEAD = [
  block(260, 60, 'CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM'),
  block(60, 64, 'ỦY BAN NHÂN ĐÂN'),
  block(290, 76, 'Độc lập - Tự do - Hạnh phúc'),
  block(60, 80, 'TĨNH QUANG NGÀI'),
  block(70, 104, 'Sô: ?44 /CT-UBND'),
  block(270, 104, 'Quảng Ngãi, ngày ?45 tháng 5 năm 2021'),
  block(260, 140, 'CHỈ THỊ'),
  block(200, 156, 'Về tăng cường thu ngân sách'),
  block(60, 200, 'Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015, Ủy ban nhân dân tỉnh yêu cầu:'),
];

test('a page that is a picture is recognized; its columns, boxes and confidence come along', async () => {
  const [page] = await read(recognized(LETTERHEAD));
  expect(page?.origin).toBe('ocr');
  expect(page?.layout?.reading).toMatchObject({ decision: 'ocr', engine: 'by hand 1' });
  expect(
    page?.text
      .split('\n')
      .filter((text) => text !== '')
      .slice(0, 6),
  ).toEqual(['ỦY BAN NHÂN ĐÂN', 'TĨNH QUANG NGÀI', 'Sô: … /CT-UBND', 'CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Quảng Ngãi, ngày … tháng 5 năm 2021']);
  expect(page?.layout?.words.box.slice(0, 4)).toEqual([60, 54, 70, 64]);
  expect(page?.layout?.words.confidence?.slice(0, 2)).toEqual([0.95, 0.95]);
});

test('what was written by hand is never a value: number and day stay unknown, the guess is recorded', async () => {
  const pages = await read(recognized(LETTERHEAD));
  const { documents } = processReading({ mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [] }, knowledge);
  const { identity, repairs } = documents[0] ?? {};
  expect(identity?.number).toMatchObject({ value: null, serial: null, notation: 'CT-UBND' });
  expect(identity?.issuedOn).toMatchObject({ value: '2021-05', precision: 'month' });
  expect(identity?.issuer?.name).toBe('Ủy ban nhân dân tỉnh Quảng Ngãi');
  expect(repairs?.filter(({ rule }) => rule === 'handwriting').map(({ before, after }) => [before, after])).toEqual([
    ['44', '…'],
    ['45', '…'],
  ]);
});

test('printed digits that are doubtful give no number either; sure ones do', async () => {
  const number = async (text: string) => {
    const blocks = LETTERHEAD.map((each, i) => (i === 4 ? block(70, 104, text) : each));
    const reading = { mediaType: 'application/pdf', encoding: 'pdf', pages: await read(recognized(blocks)), damagedLines: [] };
    return processReading(reading, knowledge).documents[0]?.identity.number?.value;
  };
  expect(await number('Số: ~16 /CT-UBND')).toBeNull();
  expect(await number('Số: 16 /CT-UBND')).toBe('16/CT-UBND');
});

test('stamps are set aside with what they say', async () => {
  const stamp = { kind: 'arrival' as const, box: [100, 300, 400, 420] as const, lines: [line(60, 170, 'ĐẾN Số 2770 Ngày 16/7')] };
  const [page] = await read(recognized(LETTERHEAD, { stamps: [stamp] }));
  expect(page?.text).not.toContain('2770');
  expect(page?.layout?.setAside).toEqual([{ kind: 'arrival-stamp', text: 'ĐẾN Số 2770 Ngày 16/7', box: [50, 150, 200, 210] }]);
});

test('a mark of urgency, wherever it was stamped, is a line of the document', async () => {
  const lines = [line(60, 240, 'HỎA TỐC')];
  const pages = await read(recognized([...LETTERHEAD, block(300, 240, 'Kính gửi: Sở Tài chính')], { stamps: [{ kind: 'precedence', box: [100, 440, 240, 520], lines }] }));
  const page = pages[0] as Page;
  expect(page.text.split('\n')[0]).toBe('HỎA TỐC');
  expect(page.layout?.setAside).toEqual([]);
  const { documents } = processReading({ mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [] }, knowledge);
  expect(documents[0]?.identity.urgency).toMatchObject({ value: 'HỎA TỐC', evidence: { page: 1, boxes: [{ box: [60, 230, expect.any(Number), 240] }] } });
});

test('words under a stamp are a blank; a title that has one is not known', async () => {
  const covered = block(200, 156, 'Về Xtăng cường');
  if (covered.kind === 'line') covered.line.words[1] = { ...(covered.line.words[1] as RecognizedLine['words'][number]), covered: true, confidence: 0.1 };
  const pages = await read(recognized([...LETTERHEAD.filter((_, at) => at !== 7), covered]));
  expect(pages[0]?.text).toContain('Về … cường');
  expect(pages[0]?.repairs).toContainEqual(expect.objectContaining({ rule: 'stamp-covered', before: 'Xtăng', after: '…' }));
  const { documents } = processReading({ mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [] }, knowledge);
  expect(documents[0]?.identity).toMatchObject({ documentType: { code: 'CT' }, title: null });
});

test.each([
  ['read well', 'Đặng Văn Minh', 'Đặng Văn Minh'],
  ['of a people whose names are no syllables', 'Y Vinh Tơr', 'Y Vinh Tơr'],
  ['that a seal lies over', '~Trân Ngọc Căng', null],
  ['spoiled to what is no syllable', '~Phggm Huy Nam', null],
])('the name of who signed, %s', async (_, printed, name) => {
  const end = [block(60, 260, 'Sở Tài chính báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 6 năm 2021./.'), block(60, 300, 'Nơi nhận:'), block(60, 316, '- Lưu: VT.')];
  const pages = await read(recognized([...LETTERHEAD, ...end, block(360, 300, 'CHỦ TỊCH'), block(350, 380, printed)]));
  const { documents } = processReading({ mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [] }, knowledge);
  expect(documents[0]?.identity.signatories).toMatchObject([{ capacity: 'CHỦ TỊCH', name }]);
});

test('a crooked page keeps its lines, and its boxes stay where the words are', async () => {
  // Two degrees: the right end of a line lies 15 points below its left end.
  const slope = Math.tan((2 * Math.PI) / 180);
  const words = (y: number, text: string) => {
    const { words } = line(60, y, text);
    return words.map((word): (typeof words)[number] => {
      const shift = (word.box[0] - 60 * SCALE) * slope;
      return { ...word, box: [word.box[0], word.box[1] + shift, word.box[2], word.box[3] + shift] };
    });
  };
  const blocks = ['một hai ba bốn năm sáu bảy tám chín mười', 'mười một mười hai mười ba mười bốn mười lăm'].map(
    (text, i): RecognizedBlock => ({ kind: 'line', line: { words: words(100 + i * 14, text) } }),
  );
  const [page] = await read(recognized(blocks, { skew: 2 }));
  expect(page?.text.split('\n')).toEqual(['một hai ba bốn năm sáu bảy tám chín mười', 'mười một mười hai mười ba mười bốn mười lăm']);
  expect(page?.layout?.words.box.slice(0, 4)).toEqual([60, 90, 75, 100]);
});

test('a page scanned sideways is read upright', async () => {
  // Text that runs from bottom to top; a quarter turn clockwise makes it upright.
  const words = ['dòng', 'một'].map((text, i) => ({ text, box: [180, 1200 - i * 60 - 50, 200, 1200 - i * 60] as const, confidence: 0.9 }));
  const [page] = await read(recognized([{ kind: 'line', line: { words } }], { rotation: 90 }));
  expect(page?.text).toBe('dòng một');
  expect(page?.layout?.words.box.slice(0, 4)).toEqual([90, 575, 100, 600]);
});

test('cells that span rows and columns are followed by empty ones', async () => {
  const cell = (x: number, y: number, text: string, spans: Partial<{ colSpan: number; rowSpan: number }> = {}) => ({
    box: [x * SCALE, (y - 12) * SCALE, (x + 100) * SCALE, y * SCALE] as const,
    colSpan: 1,
    rowSpan: 1,
    ...spans,
    lines: text === '' ? [] : [line(x, y, text)],
  });
  const rows = [
    { cells: [cell(60, 100, 'STT', { rowSpan: 2 }), cell(160, 100, 'Chỉ tiêu', { colSpan: 2 })] },
    { cells: [cell(160, 114, 'Năm 2025'), cell(260, 114, 'Năm 2030')] },
    { cells: [cell(60, 128, '1'), cell(160, 128, '5%'), cell(260, 128, '3%')] },
  ];
  const [page] = await read(recognized([block(60, 60, 'Phụ lục'), { kind: 'table', table: { box: [120, 160, 720, 260], rows } }]));
  expect(page?.text.split('\n').filter((text) => text !== '')).toEqual(['Phụ lục', 'STT\tChỉ tiêu\t', '\tNăm 2025\tNăm 2030', '1\t5%\t3%']);
});

test('a page that cannot be recognized stops no file, and it is told which and why', async () => {
  const text: PageSpec = {
    texts: linesAt(60, 100, ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;', 'Xét đề nghị của Giám đốc Sở Tài chính, Ủy ban nhân dân tỉnh quyết định:']),
  };
  const [first, second] = await read(new OcrProblem('page-timed-out', 'not done within 5 ms, twice'), {}, [text]);
  expect(first).toMatchObject({ text: '', layout: { reading: { decision: 'unreadable' } } });
  expect(first?.layout?.reading.reasons.at(-1)).toEqual({ code: 'page-timed-out', value: 'not done within 5 ms, twice' });
  expect(second?.layout?.reading.decision).toBe('text-layer');
  await expect(read(new Error('no luck'))).rejects.toMatchObject({ code: 'pages-failed', values: { detail: 'no luck' } });
});

describe('the picture that is recognized', () => {
  const pictureOf = async (page: PageSpec): Promise<PageImage> => {
    let seen: PageImage | undefined;
    const recognize = async (image: PageImage) => {
      seen = image;
      return recognized([block(60, 100, 'Kế hoạch')]);
    };
    await readPdf(makePdf([page]), knowledge, { recognize, password: null });
    return seen as PageImage;
  };
  const darkest = ({ data }: PageImage) => data.reduce((least, value) => Math.min(least, value), 255);
  const signature = { box: [100, 600, 400, 700] as const, lines: ['Ky boi: UBND tinh'], signature: true };

  it('is that of the page where it is one, pixel by pixel', async () => {
    const { width, height, dpi } = await pictureOf({ jpeg: await whiteJpeg(1000, 1415) });
    expect([width, height, Math.round(dpi ?? 0)]).toEqual([1000, 1415, 121]);
  });

  it('is drawn where something else stands on the page, without what annotations print', async () => {
    const drawn = await pictureOf({ jpeg: await whiteJpeg(1000, 1415), texts: linesAt(60, 100, ['Trang 1']), annotations: [signature] });
    expect(Math.round(drawn.dpi ?? 0)).toBe(200);
    expect(darkest(drawn)).toBeLessThan(100);
    expect(darkest(await pictureOf({ jpeg: await whiteJpeg(1000, 1415), annotations: [signature] }))).toBeGreaterThan(200);
  });
});
