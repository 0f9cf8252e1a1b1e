import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import type { OcrEngine, PageImage, RecognizedPage } from '../../../src/read/ocr/engine.ts';
import { OcrProblem } from '../../../src/read/ocr/engine.ts';
import { openOcr } from '../../../src/read/ocr/open.ts';
import { textOfPage } from '../../../src/read/ocr/page-text.ts';
import { parseTsv } from '../../../src/read/ocr/readers/tsv.ts';
import { knowledge } from '../../default-knowledge.ts';
import { drawPage, line, text } from './drawing.ts';

const marks = pageMarks(knowledge);
const SEAL = '<circle cx="560" cy="150" r="90" fill="none" stroke="#d02028" stroke-width="8" style="mix-blend-mode:multiply"/>';
const TABLE = [line(80, 250, 820, 250), line(80, 310, 820, 310), line(80, 370, 820, 370), line(80, 250, 80, 370), line(560, 250, 560, 370), line(820, 250, 820, 370)].join('');

let engine: OcrEngine;
let page: PageImage;
let read: RecognizedPage;
beforeAll(async () => {
  engine = await openOcr({ engine: 'tesseract.js', marks, workers: 1 });
  const words = text('Thực hiện Nghị quyết số 148/NQ-CP ngày', 80, 130, 38) + text('11/11/2022 của Chính phủ về đô thị', 80, 190, 38);
  const cells = text('Tỷ lệ đô thị hóa', 100, 292, 34) + text('60 - 70%', 580, 292, 34) + text('Số lượng đô thị', 100, 352, 34) + text('34', 580, 352, 34);
  page = await drawPage(900, 460, `<g transform="rotate(1.5 450 230)">${words}${TABLE}${cells}</g>${SEAL}`);
});
afterAll(() => engine.close());

describe('a crooked page with a seal over its text and a table', () => {
  it('is read as if it had neither; the table is one, cell by cell', async () => {
    read = await engine.recognize(page);
    expect(textOfPage(read).split('\n')).toEqual([
      'Thực hiện Nghị quyết số 148/NQ-CP ngày',
      '11/11/2022 của Chính phủ về đô thị',
      'Tỷ lệ đô thị hóa',
      '60 - 70%',
      'Số lượng đô thị',
      '34',
    ]);
    expect(read.blocks.map(({ kind }) => kind)).toEqual(['line', 'line', 'table']);
    expect(read.skew).toBeCloseTo(1.5, 0);
    expect(read.stamps.map(({ kind }) => kind)).toEqual(['seal']);
    const first = read.blocks[0];
    const [word] = first?.kind === 'line' ? first.line.words : [];
    const turned = (1.5 * Math.PI) / 180;
    // Where the middle of "Thực" went when the page was turned about its middle.
    const [x, y] = [115 - 450, 117 - 230];
    const [left, top, right, bottom] = word?.box ?? [0, 0, 0, 0];
    expect((left + right) / 2).toBeCloseTo(450 + x * Math.cos(turned) - y * Math.sin(turned), -1.5);
    expect((top + bottom) / 2).toBeCloseTo(230 + x * Math.sin(turned) + y * Math.cos(turned), -1.5);
  });
});

it('a mark of urgency is read though it is tilted and has an arrow around it', async () => {
  const arrow = '<path d="M40 220L40 300L420 300L420 340L520 260L420 180L420 220Z" fill="none" stroke="#d02028" stroke-width="5"/>';
  const stamped = `<g transform="rotate(-32 280 260)" fill="#d02028">${arrow}${text('HỎA TỐC', 110, 280, 60, 'bold')}</g>`;
  const body = text('Thực hiện Nghị quyết của Chính phủ', 80, 60, 38);
  const { stamps } = await engine.recognize(await drawPage(900, 560, body + stamped));
  expect(stamps.map(({ kind, lines }) => [kind, lines[0]?.words.map((word) => word.text).join(' ')])).toEqual([['precedence', 'HỎA TỐC']]);
});

describe('an engine that fails', () => {
  it('is given up after two attempts at a page; the next reading is the same as one without the failure', async () => {
    await expect(engine.recognize(page, { timeoutMs: 1 })).rejects.toMatchObject({ code: 'page-timed-out' });
    expect(JSON.stringify(await engine.recognize(page))).toBe(JSON.stringify(read));
  });

  it('by dying in the middle of a page is started anew, and the page read', async () => {
    const own = await openOcr({ engine: 'tesseract.js', marks, workers: 1 });
    process.once('worker', (thread: Worker) => {
      thread.on('message', ({ data }) => data?.status === 'recognizing text' && thread.terminate());
    });
    expect((await own.recognize(page)).blocks.length).toBe(3);
    await own.close();
  });

  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const reading = engine.recognize(page, {}, stop.signal);
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  it('refuses samples that are no picture', async () => {
    const broken = engine.recognize({ ...page, width: 7 });
    await expect(broken).rejects.toBeInstanceOf(OcrProblem);
    await expect(broken).rejects.toMatchObject({ code: 'image-unusable' });
  });
});

it('a blank page has nothing on it', async () => {
  expect(await engine.recognize(await drawPage(600, 400, ''))).toMatchObject({ blocks: [], stamps: [], handwritten: [] });
});

describe("the engine's table of words", () => {
  it('becomes lines; headings, blanks and other levels are left out', () => {
    const tsv = [
      'level\tpage_num\tblock_num',
      '4\t1\t1\t1\t1\t0\t10\t20\t90\t30\t-1\t',
      '5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t96.5\tSố:',
      '5\t1\t1\t1\t1\t2\t60\t20\t40\t30\t12\t11',
      '5\t1\t1\t1\t2\t1\t10\t60\t40\t30\t95\t ',
    ];
    expect(parseTsv(tsv.join('\n'))).toEqual([
      {
        block: 1,
        words: [
          { text: 'Số:', left: 10, top: 20, right: 50, bottom: 50, confidence: 0.965 },
          { text: '11', left: 60, top: 20, right: 100, bottom: 50, confidence: 0.12 },
        ],
      },
    ]);
  });
});
