import { describe, expect, it, test } from 'vitest';
import type { RecognizedPage } from '../../../src/read/ocr/engine.ts';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec } from './make-pdf.ts';
import { barredJpeg, whiteJpeg } from './pictures.ts';

const BODY = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC,',
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện như sau:',
];
const RECOGNIZED: RecognizedPage = {
  blocks: [{ kind: 'line', line: { words: [{ text: 'nhận', box: [0, 0, 20, 10], confidence: 0.9 }] } }],
  rotation: 0,
  skew: 0,
  stamps: [],
  handwritten: [],
  engine: 'by hand 1',
};

/** What was decided for a page, and the codes of the reasons. */
async function decisionOf(page: PageSpec): Promise<[string, ...string[]]> {
  const { pages } = await readPdf(makePdf([page, { texts: linesAt(60, 100, BODY, { size: 10 }) }]), knowledge, { recognize: async () => RECOGNIZED, password: null });
  const { decision, reasons } = pages[0]?.layout?.reading ?? { decision: '', reasons: [] };
  return [decision, ...reasons.map(({ code }) => code)];
}

const text = (lines: readonly string[], more: object = {}) => linesAt(60, 100, lines, { size: 10, ...more });

test('printed text is taken as it is, also where its numbers outweigh its letters', async () => {
  expect((await decisionOf({ texts: text(BODY) }))[0]).toBe('text-layer');
  expect((await decisionOf({ texts: text(['1 2,5 3,7 12', '2 1,5 2,7 15']) }))[0]).toBe('text-layer');
  expect((await decisionOf({}))[0]).toBe('blank');
});

test('a picture of a page is recognized, whatever a signing program wrote over it', async () => {
  const jpeg = await whiteJpeg(595, 842);
  expect(await decisionOf({ jpeg })).toEqual(['ocr', 'letters', 'pictures', 'few-letters']);
  expect((await decisionOf({ jpeg, texts: text(['Ký bởi: Ủy ban nhân dân tỉnh', 'Ngày 11/05/2021']) }))[0]).toBe('ocr');
});

test('text behind a picture is what a recognition program made of it: taken where it is good', async () => {
  const jpeg = await whiteJpeg(595, 842);
  expect((await decisionOf({ jpeg, texts: text(BODY, { mode: 3 }) }))[0]).toBe('text-layer');
  const accentless = BODY.map((line) => line.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd'));
  expect(await decisionOf({ jpeg, texts: text(accentless, { mode: 3 }) })).toContain('few-diacritics');
  const misread = [...BODY, 'ngày Ỉ9 tháng 6 năm 20Ỉ5, ngày 22 tháng ỈỈ năm 20Ỉ9'];
  expect(await decisionOf({ jpeg, texts: text(misread, { mode: 3 }) })).toContain('doubtful-digits');
});

describe('words over a picture of a page', () => {
  /** Lines of print as they lie on the picture, and as words would stand over them: 60 points from the left, every 18 points. */
  const bars = (count: number) => Array.from({ length: count }, (_, at) => [60, 100 + at * 18, 520, 109 + at * 18] as const);
  /** What a signing program wrote on the page itself: more letters than a stamp has, and good Vietnamese. */
  const signature = linesAt(
    60,
    780,
    ['Người ký: Ủy ban nhân dân tỉnh Quảng Ngãi', 'Cơ quan: Văn phòng Ủy ban nhân dân tỉnh', 'Email: ubnd@quangngai.gov.vn', 'Thời gian ký: 15.01.2025 16:20:31 +07:00'],
    { size: 7, step: 9 },
  );
  const wholeLines = (count: number) =>
    linesAt(60, 109, Array(count).fill('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Luật Ngân sách nhà nước năm 2015'), { size: 9, mode: 3 });

  it('that are a signature alone do not stand for what is printed: the page is recognized', async () => {
    const decision = await decisionOf({ jpeg: await barredJpeg(595, 842, bars(30)), texts: signature });
    expect(decision).toEqual(expect.arrayContaining(['ocr', 'covered-print', 'uncovered-print']));
  });

  it('that a recognition program left for a part of the page do not either', async () => {
    expect((await decisionOf({ jpeg: await barredJpeg(595, 842, bars(30)), texts: wholeLines(6) }))[0]).toBe('ocr');
  });

  it('that cover its lines are its text, whatever seal or signature lies beside them', async () => {
    expect((await decisionOf({ jpeg: await barredJpeg(595, 842, bars(30)), texts: wholeLines(30) }))[0]).toBe('text-layer');
    const short = await decisionOf({ jpeg: await barredJpeg(595, 842, bars(4)), texts: [...wholeLines(4), ...signature] });
    expect(short[0]).toBe('text-layer');
  });
});

test('a picture beside the text, as a logo or a map, changes nothing; text beside a picture of a page does', async () => {
  const logo = { raw: 'q 80 0 0 80 60 700 cm /Im0 Do Q' };
  expect((await decisionOf({ ...logo, texts: text(BODY) }))[0]).toBe('text-layer');
  const half = { raw: 'q 595 0 0 421 0 0 cm /Im0 Do Q' };
  expect(await decisionOf({ ...half, texts: text(BODY) })).toEqual(expect.arrayContaining(['ocr', 'picture-apart']));
});

test('a broken character map is told by the words it gives', async () => {
  const shifted = BODY.map((line) => [...line].map((char) => (char === ' ' ? ' ' : String.fromCharCode(char.charCodeAt(0) + 0x400))).join(''));
  expect(await decisionOf({ texts: text(shifted) })).toContain('bad-mapping');
  const priv = BODY.map((line) => line.replace(/[aeiou]/g, '\ue012'));
  expect(await decisionOf({ texts: text(priv) })).toContain('bad-mapping');
});

test('letters of an old encoding are converted, told by the font or by the words, and what the file held is recorded', async () => {
  const lines = ['QuyÕt ®Þnh cña Thñ t−íng ChÝnh phñ', 'vÒ viÖc söa ®æi, bæ sung Quy chÕ'];
  for (const font of ['.VnTime', 'Times-Roman']) {
    const { pages } = await readPdf(makePdf([{ texts: text(lines, { font: { name: font } }) }]), knowledge, { recognize: null, password: null });
    expect(pages[0]?.text).toBe('Quyết định của Thủ tướng Chính phủ\nvề việc sửa đổi, bổ sung Quy chế');
    expect(pages[0]?.layout?.reading.decision).toBe('repaired-text-layer');
    expect(pages[0]?.layout?.reading.reasons).toContainEqual({ code: 'legacy-encoding', value: 'tcvn3' });
    expect(pages[0]?.repairs?.[0]).toMatchObject({ rule: 'legacy-tcvn3', before: 'QuyÕt ®Þnh cña Thñ t−íng ChÝnh phñ' });
  }
  const capitals = await readPdf(makePdf([{ texts: [{ text: 'quyÕt ®Þnh', x: 60, y: 100, font: { name: '.VnTimeH' } }] }]), knowledge, { recognize: null, password: null });
  expect(capitals.pages[0]?.text).toBe('QUYẾT ĐỊNH');
});

test('without recognition a picture of a page stays without words, and it is said', async () => {
  const jpeg = await whiteJpeg(595, 842);
  const file = makePdf([{ jpeg }, { texts: text(BODY) }]);
  const { pages } = await readPdf(file, knowledge, { recognize: null, password: null });
  expect(pages.map(({ layout }) => layout?.reading.decision)).toEqual(['unreadable', 'text-layer']);
  expect(pages[0]?.layout?.reading.reasons.map(({ code }) => code)).toContain('no-engine');
  await expect(readPdf(makePdf([{ jpeg }]), knowledge, { recognize: null, password: null })).rejects.toMatchObject({ code: 'needs-ocr' });
});
