import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damagePage } from '../../../src/eval/ocr/damages.ts';
import { type MadePage, makeTextPages, PAGE } from '../../../src/eval/ocr/pages.ts';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import { readImage } from '../../../src/read/image/read-image.ts';
import type { OcrEngine, PageImage } from '../../../src/read/ocr/engine.ts';
import { openOcr } from '../../../src/read/ocr/open.ts';
import { processReading } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { photograph } from './photographed.ts';
import { HEADER } from './plan-header.ts';

/** From picture to facts: a page whose number, date, issuer and targets are known, as it comes out of a camera or a scanner. */

const FRONT = ['Tỷ lệ đô thị hóa đến năm 2025 đạt 38%.', 'Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch này.'];
const BACK = Array.from({ length: 40 }, (_, at) => `Mục ${at + 1}. Các cơ quan, đơn vị báo cáo kết quả thực hiện trước ngày 20 tháng 12 năm 2024 và tổng hợp 9${at}% số liệu.`);

const front = makeTextPages('front', HEADER, FRONT, 1)[0] as MadePage;
/** The page that follows, printed on the back of the sheet. */
const back = makeTextPages('back', HEADER, BACK, 2)[1] as MadePage;

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openOcr({ engine: 'tesseract.js', marks: pageMarks(knowledge), workers: 1 });
});
afterAll(() => engine.close());

/** What is known of the page once its picture file was read. */
async function factsOf({ data, width, height, channels }: PageImage) {
  const file = await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
  const reading = await readImage(file, knowledge, { recognize: (image) => engine.recognize(image), password: null });
  const [document] = processReading(reading, knowledge).documents;
  return {
    number: document?.identity.number?.value,
    issuedOn: document?.identity.issuedOn?.value,
    issuer: document?.identity.issuer?.name,
    title: document?.identity.title?.value,
    targets: document?.targets.map(({ raw }) => raw),
    text: reading.pages[0]?.text,
  };
}

const KNOWN = {
  number: '44/KH-UBND',
  issuedOn: '2023-05-15',
  issuer: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  title: 'Phát triển đô thị tỉnh Quảng Ngãi đến năm 2025',
  targets: ['38%'],
};

test('a page photographed at an angle gives the facts that are printed on it', async () => {
  const sheet = await damagePage(front, { name: 'flat', dpi: 200 }, 1);
  const taken = photograph(sheet, 1950, 2650, [
    [190, 120],
    [1780, 170],
    [1850, 2520],
    [110, 2480],
  ]);
  expect(await factsOf(taken)).toMatchObject(KNOWN);
}, 60_000);

test('what shines through from the back of the sheet is not read', async () => {
  const shining = `<g transform="translate(${PAGE.width} 0) scale(-1 1)" opacity="0.16">${back.drawing}</g>`;
  const scanned = await damagePage({ ...front, drawing: shining + front.drawing }, { name: 'bleed-through', dpi: 200, jpeg: 70 }, 1);
  const facts = await factsOf(scanned);
  expect(facts).toMatchObject(KNOWN);
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
  expect(words(facts.text ?? '')).toBe(words(front.truth.join(' ')));
}, 60_000);
