import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Page } from '../../../src/model/source.ts';
import { processReading, readStage } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec } from './make-pdf.ts';

const LETTERHEAD: PageSpec['texts'] = [
  ...linesAt(60, 60, ['ỦY BAN NHÂN DÂN', 'TỈNH QUẢNG NGÃI'], { size: 10, bold: true }),
  ...linesAt(260, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], { size: 10, bold: true }),
  { text: 'Số: 16/CT-UBND', x: 70, y: 104, size: 10 },
  { text: 'Quảng Ngãi, ngày 27 tháng 12 năm 2021', x: 270, y: 104, size: 10 },
  ...linesAt(230, 140, ['CHỈ THỊ', 'Về tăng cƣờng thu ngân sách'], { size: 10, bold: true }),
];
const PAGES: PageSpec[] = [
  {
    texts: [
      ...LETTERHEAD,
      ...linesAt(
        60,
        200,
        [
          'Căn cứ Nghị quyết số 63/2021/QH15 ngày 13 tháng 11 năm 2021 của Quốc hội về dự toán',
          'ngân sách nhà nước năm 2022, Ủy ban nhân dân tỉnh yêu cầu:',
          '1. Sở Tài chính chủ trì, phối hợp với Cục Thuế tỉnh tăng thu ngân sách; phấn đấu đến năm',
        ],
        { size: 11 },
      ),
    ],
  },
  {
    texts: linesAt(
      60,
      100,
      [
        '2025 tỷ lệ hộ nghèo còn 3%.',
        '2. Sở Nội vụ theo dõi việc thực hiện Nghị định số 59/2019/NĐ-',
        'CP ngày 01 tháng 7 năm 2019 của Chính phủ.',
        'TM. ỦY BAN NHÂN DÂN',
        'CHỦ TỊCH',
      ],
      { size: 11 },
    ),
  },
];

/** Every piece of evidence below a value. */
function* evidenceIn(value: unknown): Generator<Evidence> {
  if (value === null || typeof value !== 'object') return;
  if ('quote' in value && 'start' in value) yield value as Evidence;
  for (const child of Object.values(value)) yield* evidenceIn(child);
}

/** The words of a page whose middle lies in one of the boxes, in their order on the page. */
function wordsIn(pages: readonly Page[], evidence: Evidence): string {
  const found: string[] = [];
  for (const { number, text, layout } of pages) {
    layout?.words.start.forEach((start, i) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = layout.words.box.slice(i * 4, i * 4 + 4);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (evidence.boxes?.some(({ page, box }) => page === number && x > box[0] && x < box[2] && y > box[1] && y < box[3])) found.push(text.slice(start, layout.words.end[i]));
    });
  }
  return found.join('');
}

const plain = (text: string) => text.replaceAll('ƣ', 'ư').replace(/\s/g, '');

test('the boxes of every fact lead back to the words of its quote, over line ends, page ends, repaired letters and joined numbers', async () => {
  const reading = await readStage.run(makePdf(PAGES), { knowledge });
  const { documents } = processReading(reading, knowledge);
  expect(documents).toHaveLength(1);
  const all = [...evidenceIn(documents)];
  expect(all.length).toBeGreaterThan(10);
  for (const evidence of all) {
    const words = plain(wordsIn(reading.pages, evidence));
    const quote = plain(evidence.quote);
    expect(words).toContain(quote);
    // A box holds whole words, so that a comma may come along, and no more.
    expect(words.length - quote.length, evidence.quote).toBeLessThan(12);
    expect(evidence.page).toBe(evidence.boxes?.[0]?.page);
  }
  const { number, title } = documents[0]?.identity ?? {};
  expect(number?.evidence?.boxes).toEqual([{ page: 1, box: [70, 95, 140, 106] }]);
  expect(title?.evidence.quote).toContain('tăng cường');
  expect(documents[0]?.citations.find(({ number }) => number === '59/2019/NĐ-CP')?.evidence.boxes).toHaveLength(2);
  expect(all.some(({ boxes }) => new Set(boxes?.map(({ page }) => page)).size === 2)).toBe(true);
});

test('a source without pages gives lines and no boxes', async () => {
  const text = 'Số: 16/CT-UBND\nQuảng Ngãi, ngày 27 tháng 12 năm 2021\nCHỈ THỊ\nVề tăng cường thu ngân sách\n';
  const { documents } = processReading(await readStage.run(new TextEncoder().encode(text), { knowledge }), knowledge);
  const [evidence] = [...evidenceIn(documents)];
  expect(evidence).not.toHaveProperty('page');
  expect(evidence).not.toHaveProperty('boxes');
  expect(documents[0]?.layout).toBeNull();
});
