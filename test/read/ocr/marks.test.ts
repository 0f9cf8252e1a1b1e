import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/eval/ocr/typeset.ts';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import { toRow } from '../../../src/read/ocr/layout/rows.ts';
import { findColourMarks } from '../../../src/read/ocr/marks/colour-marks.ts';
import { markCovered } from '../../../src/read/ocr/marks/covered-words.ts';
import { findPlaces } from '../../../src/read/ocr/marks/filled-places.ts';
import { eraseFrame, findFrames } from '../../../src/read/ocr/marks/frames.ts';
import { judgeInk } from '../../../src/read/ocr/marks/handwriting.ts';
import type { Area } from '../../../src/read/ocr/pixels/gray.ts';
import { separateInk } from '../../../src/read/ocr/pixels/ink.ts';
import type { ReadWord } from '../../../src/read/ocr/readers/reader.ts';
import { inkedArea } from '../../../src/read/ocr/tables/cells.ts';
import { findRulings } from '../../../src/read/ocr/tables/rulings.ts';
import { knowledge } from '../../default-knowledge.ts';
import { drawGray, drawPage, line, text } from './drawing.ts';

const marks = pageMarks(knowledge);
const SIZE = 40;

/** A row as printed, and as an engine reads it; `read` differs where the reading is wrong. */
function set(...parts: { words: string; x: number; read?: string }[]): { svg: string; words: ReadWord[] } {
  return {
    svg: parts.map(({ words, x }) => text(words, x, 100, SIZE)).join(''),
    words: parts.map(({ words, x, read }) => ({ text: read ?? words, left: x, right: Math.round(x + widthOf(words, SIZE)), top: 64, bottom: 108, confidence: 0.9 })),
  };
}
const inkOf = async ({ svg, words }: { svg: string; words: ReadWord[] }, hand = '') => {
  const row = toRow(words);
  const [place] = findPlaces(row, marks);
  return place && judgeInk(await drawGray(700, 160, svg + hand), place, row).kind;
};
/** Figures as a pen writes them: larger, slanted, of one thick stroke, off the line. */
const pen = (x: number) =>
  `<g transform="translate(${x} 108) skewX(-15)" fill="none" stroke="black" stroke-width="6"><path d="M0 -34L12 -46L10 0"/><path d="M30 -36Q44 -52 50 -36Q52 -20 28 -2L58 -4"/></g>`;

describe('the place of the number', () => {
  it('holds print where figures are set like the rest of the row', async () => {
    expect(await inkOf(set({ words: 'Số:', x: 20 }, { words: '218/KH-UBND', x: 90 }))).toBe('print');
    expect(await inkOf(set({ words: 'Số:', x: 20 }, { words: '3824', x: 90 }, { words: '/VP-QH', x: 190 }))).toBe('print');
  });
  it('holds handwriting where a pen filled it, however sure the reading', async () => {
    const row = set({ words: 'Số:', x: 20 }, { words: '/CT-UBND', x: 220 });
    const words = [...row.words.slice(0, 1), { text: '12', left: 110, right: 190, top: 60, bottom: 112, confidence: 0.96 }, ...row.words.slice(1)];
    expect(await inkOf({ svg: row.svg, words }, pen(110))).toBe('handwriting');
    expect(await inkOf({ svg: row.svg, words: [{ ...(row.words[0] as ReadWord), text: 'Số:44', right: 190 }, row.words[1] as ReadWord] }, pen(110))).toBe('handwriting');
  });
  it('is blank where nothing fills it', async () => {
    expect(await inkOf(set({ words: 'Số:', x: 20 }, { words: '/CT-UBND', x: 220 }))).toBe('blank');
  });
  it('is no citation in running text', () => {
    expect(findPlaces(toRow(set({ words: 'số', x: 20 }, { words: '06-NQ/TW', x: 80 }).words), marks)).toEqual([]);
  });
});

describe('the place of the day', () => {
  const row = (day: string) => [
    { words: 'Hà Nội,', x: 20 },
    { words: 'ngày', x: 160 },
    ...(day ? [{ words: day, x: 250 }] : []),
    { words: 'tháng', x: 330 },
    { words: '12', x: 430 },
    { words: 'năm', x: 480 },
    { words: '2020', x: 565 },
  ];
  it('tells print from a pen', async () => {
    expect(await inkOf(set(...row('31')))).toBe('print');
    const { svg, words } = set(...row(''));
    expect(await inkOf({ svg, words: words.map((word) => (word.text === 'ngày' ? { ...word, text: 'ngày‡4', right: 315 } : word)) }, pen(250))).toBe('handwriting');
  });
});

describe('a label read in one with handwriting', () => {
  it('is sure, however little the engine thought of the word; what fills the place is not', () => {
    const parted = set({ words: 'ngày‡5', x: 160 }, { words: 'tháng', x: 330 }, { words: '5', x: 480 }).words;
    const [day] = findPlaces(toRow(parted.map((word) => ({ ...word, confidence: 0 }))), marks);
    expect([day?.before, day?.inside, day?.behind].map((words) => words?.map(({ text, confidence }) => [text, confidence]))).toEqual([
      [['ngày', 0.9]],
      [['‡5', 0]],
      [
        ['tháng', 0.9],
        ['5', 0],
      ],
    ]);
  });
});

describe('marks in colour', () => {
  const colourOf = async (svg: string) => separateInk(await drawPage(700, 500, svg + text('Chữ in đen làm nền cho trang này', 20, 480, 30))).colour;
  it('a ring is a seal; a box is not', async () => {
    const colour = await colourOf(
      '<circle cx="200" cy="200" r="120" fill="none" stroke="#d02028" stroke-width="8"/><rect x="420" y="150" width="240" height="80" fill="none" stroke="#d02028" stroke-width="6"/>',
    );
    expect(colour && findColourMarks(colour, 200).map(({ round }) => round)).toEqual([true, false]);
  });
  it('a seal over the edge of the page is one as well', async () => {
    const colour = await colourOf('<circle cx="690" cy="200" r="120" fill="none" stroke="#d02028" stroke-width="8"/>');
    expect(colour && findColourMarks(colour, 200).map(({ round }) => round)).toEqual([true]);
  });
  it('specks are none', async () => {
    const colour = await colourOf('<circle cx="200" cy="200" r="9" fill="#d02028"/>');
    expect(colour ? findColourMarks(colour, 200) : []).toEqual([]);
  });
});

describe('a stamped frame', () => {
  const frame = `<rect x="60" y="60" width="300" height="130" fill="none" stroke="black" stroke-width="5"/>${line(60, 100, 360, 100, 4)}${text('ĐẾN', 70, 150, 30, 'bold')}`;
  it('is found, tilted or cut off by the edge of the page', async () => {
    for (const svg of [frame, `<g transform="rotate(2 200 120)">${frame}</g>`, `<g transform="translate(-100 0)">${frame}</g>`]) {
      const page = await drawGray(900, 600, svg);
      expect(findFrames(findRulings(page, 200), page, 200).length).toBe(1);
    }
  });
  it('is no table as wide as the page', async () => {
    const page = await drawGray(1400, 600, `<rect x="60" y="60" width="1200" height="130" fill="none" stroke="black" stroke-width="5"/>${line(600, 60, 600, 190, 4)}`);
    expect(findFrames(findRulings(page, 200), page, 200)).toEqual([]);
  });
  it('is taken away whole; print below it stays', async () => {
    const page = await drawGray(900, 600, frame + text('Quy định', 70, 225, 34, 'bold'));
    const rulings = findRulings(page, 200);
    const [found] = findFrames(rulings, page, 200);
    expect(found).toBeDefined();
    if (found) eraseFrame(page, found, rulings, 200);
    expect(inkedArea(page, { left: 0, top: 0, right: 900, bottom: 192 })).toBeNull();
    expect(inkedArea(page, { left: 0, top: 195, right: 900, bottom: 600 })).not.toBeNull();
  });
});

describe('words of marks, as recognition spoils them', () => {
  it.each([
    ['Số:', 3],
    ['Sô:44', 3],
    ['Só', 2],
    ['số', 0],
    ['số:', 3],
    ['số:12/KH-UBND', 3],
    ['số.', 0],
    ['Sổ', 2],
    ['Sông', 0],
  ])('label of the number in %s: %d letters', (word, length) => expect(marks.numberLabel(word)).toBe(length));
  it.each([
    ['tháng', 0],
    ['thang', 0],
    ['15tháng', 2],
    ['“tháng', 1],
    ['hàng', -1],
  ])('the word before the month in %s: at %d', (word, at) => expect(marks.monthAt(word)).toBe(at));
  it('arrival', () => {
    expect(marks.isArrival('CV ĐẾN\nSố: 2770')).toBe(true);
    expect(marks.isArrival('HỎA TỐC')).toBe(false);
    expect(marks.isArrival('Tính đến ngày 31/12')).toBe(false);
  });
});

describe('marks of urgency and secrecy', () => {
  it.each([
    ['HỎA TỐC', 'HỎA TỐC'],
    ['HÓA TÓC', 'HỎA TỐC'],
    ['HOẢ TỐC', 'HỎA TỐC'],
    ['MẬT', 'MẬT'],
  ])('%s', (read, mark) => expect(marks.precedence(read)).toBe(mark));
  it.each(['ỦY BAN NHÂN DÂN', 'BÁO MẬT', 'HỎA', ''])('no mark: %s', (read) => expect(marks.precedence(read)).toBeNull());
});

describe('words that a mark lies over', () => {
  const word = (text: string, left: number, confidence: number, top = 100): ReadWord => ({ text, left, right: left + 60, top, bottom: top + 40, confidence });
  const under = (words: ReadWord[], area: Area, erased: boolean) => markCovered(words, [{ area, erased }], 200).map(({ word: { text }, covered }) => (covered ? `?${text}` : text));
  const frame = { left: 0, top: 139, right: 300, bottom: 300 };

  it('a frame makes guesses of what it cuts, sound words beside the spoiled ones with them', () => {
    expect(under([word('thưc', 20, 0.5), word('hiên', 90, 0.95), word('dư', 160, 0.9), word('vốn', 400, 0.95)], frame, true)).toEqual(['?thưc', '?hiên', '?dư', 'vốn']);
    expect(under([word('Quy', 20, 0.95, 120), word('định', 90, 0.95, 120), word('về', 400, 0.95, 120)], frame, true)).toEqual(['?Quy', '?định', 'về']);
  });
  it('a frame that only touches sound words leaves them', () => {
    expect(under([word('Số:', 20, 0.9), word('88/2024/NĐ-CP', 90, 0.91)], frame, true)).toEqual(['Số:', '88/2024/NĐ-CP']);
  });
  it('what is read within a seal is the seal, what runs into it a guess, what reads well print', () => {
    const seal = { left: 100, top: 0, right: 400, bottom: 300 };
    expect(under([word('pggi', 70, 0.4), word('Wqu)}', 200, 0.3), word('59-CTy/TU', 250, 0.3), word('Huy', 330, 0.96), word('Sơn', 380, 0.96)], seal, false)).toEqual([
      '?pggi',
      '59-CTy/TU',
      'Huy',
      'Sơn',
    ]);
  });
});
