import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damagePage } from '../../../src/eval/ocr/damages.ts';
import { comparable, editDistance } from '../../../src/eval/ocr/error-rate.ts';
import { type MadePage, makeTablePage, makeTextPages } from '../../../src/eval/ocr/pages.ts';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import { readImage } from '../../../src/read/image/read-image.ts';
import type { OcrEngine } from '../../../src/read/ocr/engine.ts';
import { openOcr } from '../../../src/read/ocr/open.ts';
import { processReading } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { photograph } from './photographed.ts';
import { HEADER } from './plan-header.ts';

/** Pages as offices scan them: annexes on their side, tables over two pages, fax files, photographs with the shadow of a hand. */

const WIDTHS = [35, 215, 60, 75, 75];
const COLUMNS = ['STT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030'];
const ROWS = [
  ['1', 'Tỷ lệ đô thị hóa', '%', '45,5', '60'],
  ['2', 'Tỷ lệ đất giao thông trên đất xây dựng đô thị', '%', '11,2', '16'],
  ['3', 'Diện tích sàn nhà ở bình quân', 'm²', '27,8', '32'],
  ['4', 'Tỷ lệ thu gom chất thải rắn', '%', '95', '98'],
];
const CAPTION = 'PHỤ LỤC. CÁC CHỈ TIÊU PHÁT TRIỂN ĐÔ THỊ';
const FIGURES = ['45,5', '60', '11,2', '16', '27,8', '32', '95', '98'];

const front = makeTextPages('front', HEADER, ['Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch này.'], 1)[0] as MadePage;
const annex = makeTablePage('annex', CAPTION, WIDTHS, [COLUMNS, ...ROWS], '', 13);
const halves = [makeTablePage('first half', CAPTION, WIDTHS, [COLUMNS, ...ROWS.slice(0, 2)], '', 13), makeTablePage('second half', '', WIDTHS, ROWS.slice(2), '', 13)];

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openOcr({ engine: 'tesseract.js', marks: pageMarks(knowledge), workers: 1 });
});
afterAll(() => engine.close());

async function read(file: Buffer) {
  const reading = await readImage(file, knowledge, { recognize: (image) => engine.recognize(image), password: null });
  const { documents } = processReading(reading, knowledge);
  return { pages: reading.pages, documents, targets: documents.flatMap(({ targets }) => targets.map(({ raw }) => raw)) };
}

async function scanned(page: MadePage, dpi = 200): Promise<Buffer> {
  const { data, width, height } = await damagePage(page, { name: 'scan', dpi, jpeg: 60 }, 1);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

test.each([90, 270])(
  'a landscape annex scanned on its side, turned by %d degrees, gives its table',
  async (turn) => {
    const { targets } = await read(
      await sharp(await scanned(annex))
        .rotate(turn)
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
    expect(targets).toEqual(FIGURES);
  },
  60_000,
);

test('a table over two pages of a black and white TIFF file gives all its rows', async () => {
  const pages = await Promise.all([front, ...halves].map((page) => scanned(page)));
  const { width, height } = await sharp(pages[0]).metadata();
  const tall = await sharp({ create: { width, height: height * pages.length, channels: 3, background: '#fff' } })
    .composite(pages.map((input, at) => ({ input, left: 0, top: at * height })))
    .png({ compressionLevel: 1 })
    .toBuffer();
  const bits = await sharp(tall).greyscale().threshold(150).raw().toBuffer();
  const file = await sharp(bits, { raw: { width, height: height * pages.length, channels: 1, pageHeight: height } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer();
  const { pages: read3, documents, targets } = await read(file);
  expect(read3.length).toBe(3);
  expect(documents.map(({ identity }) => [identity.number?.value, identity.issuedOn?.value])).toEqual([['44/KH-UBND', '2023-05-15']]);
  expect(targets).toEqual(FIGURES);
}, 60_000);

test('a photograph with a shadow over it, taken at an angle, gives its header and table', async () => {
  const sheet = await damagePage(annex, { name: 'flat', dpi: 200 }, 1);
  const { data, width, height } = photograph(
    sheet,
    1950,
    2650,
    [
      [190, 120],
      [1780, 170],
      [1850, 2520],
      [110, 2480],
    ],
    0.55,
  );
  const { targets } = await read(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer(),
  );
  expect(targets).toEqual(FIGURES);
}, 60_000);

test('two pages of a book on one picture are read one after the other', async () => {
  const right = makeTextPages(
    'right',
    HEADER,
    Array.from({ length: 7 }, (_, at) => `${at + 1}. Ủy ban nhân dân các xã, phường rà soát danh mục công trình, báo cáo kết quả trước ngày ${at + 10} tháng 6 năm 2024.`),
    1,
  )[0] as MadePage;
  const sides = await Promise.all([front, right].map((page) => scanned(page, 150)));
  const { width = 0, height = 0 } = await sharp(sides[0]).metadata();
  const spread = await sharp({ create: { width: width * 2, height, channels: 3, background: 'white' } })
    .composite(sides.map((input, at) => ({ input, left: at * width, top: 0 })))
    .jpeg({ quality: 80 })
    .toBuffer();
  const { pages } = await read(spread);
  const truth = comparable([...front.truth, ...right.truth].join('\n'));
  expect(editDistance(comparable(pages[0]?.text ?? ''), truth) / truth.length).toBeLessThan(0.03);
}, 180_000);
