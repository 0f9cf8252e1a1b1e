import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../../../src/read/ocr/layout/columns.ts';
import { toRows, unstacked } from '../../../src/read/ocr/layout/rows.ts';
import { isScrawl, withoutLowMarks, withoutSpecks } from '../../../src/read/ocr/layout/specks.ts';
import type { ReadWord } from '../../../src/read/ocr/readers/reader.ts';

/** Words of a line, ten pixels a letter, twenty high; `|` jumps to a place. */
function line(top: number, ...parts: (readonly [left: number, words: string])[]): ReadWord[] {
  return parts.flatMap(([left, words]) => {
    let at = left;
    return words.split(' ').map((text) => {
      const word = { text, left: at, right: at + text.length * 10, top, bottom: top + 20, confidence: 0.95 };
      at = word.right + 8;
      return word;
    });
  });
}
const order = (...lines: ReadWord[][]) => inReadingOrder(toRows(lines)).map(({ words }) => words.map(({ text }) => text).join(' '));

describe('the head of a document', () => {
  const head = [
    line(100, [50, 'ỦY BAN NHÂN DÂN'], [300, 'CỘNG HÒA XÃ HỘI']),
    line(130, [60, 'TỈNH QUẢNG NGÃI'], [310, 'Độc lập - Tự do']),
    line(170, [70, 'Số: 11/CT-UBND'], [320, 'ngày 11 tháng 5']),
  ];
  const body = line(250, [50, 'Thực hiện Chỉ thị số 11/CT-TTg ngày 16 tháng 4 năm 2021']);
  const expected = [
    'ỦY BAN NHÂN DÂN',
    'TỈNH QUẢNG NGÃI',
    'Số: 11/CT-UBND',
    'CỘNG HÒA XÃ HỘI',
    'Độc lập - Tự do',
    'ngày 11 tháng 5',
    'Thực hiện Chỉ thị số 11/CT-TTg ngày 16 tháng 4 năm 2021',
  ];

  it('is read left column first, whether the engine joined the columns or not', () => {
    expect(order(...head, body)).toEqual(expected);
    expect(order(...head.flatMap((words) => [words.filter(({ left }) => left < 290), words.filter(({ left }) => left >= 290)]), body)).toEqual(expected);
  });

  it('ends where a row runs across', () => {
    expect(order(head[0] as ReadWord[], head[1] as ReadWord[], body, line(280, [50, 'tướng Chính phủ'], [212, 'về việc'])).at(-1)).toBe('tướng Chính phủ về việc');
  });
});

it('blanks of justified text part no columns', () => {
  const rows = [line(100, [50, 'Ban Thường vụ'], [195, 'Thành ủy Hải Phòng']), line(130, [50, 'và các quận ủy,'], [206, 'huyện ủy trực thuộc'])];
  expect(order(...rows)).toEqual(['Ban Thường vụ Thành ủy Hải Phòng', 'và các quận ủy, huyện ủy trực thuộc']);
});

describe('two lines that an engine took for one', () => {
  const texts = (words: readonly ReadWord[]) => unstacked(words).map((each) => each.map(({ text }) => text).join(' '));
  const word = (text: string, left: number, top: number, height = 20): ReadWord => ({ text, left, right: left + text.length * 10, top, bottom: top + height, confidence: 0.9 });
  it('are parted, a word over both in the upper one', () => {
    expect(texts([word('Nơi', 50, 100, 48), word('-', 52, 134, 16), word('Như', 70, 128), word('nhận:', 90, 102), word('trên;', 110, 128)])).toEqual(['Nơi nhận:', '- Như trên;']);
  });
  it('are not the columns of a crooked page, nor a line with a raised word', () => {
    expect(texts([...line(100, [50, 'ỦY BAN']), ...line(118, [300, 'CỘNG HÒA'])]).length).toBe(1);
    expect(texts([...line(100, [50, 'diện tích 28 m']), word('2', 198, 94, 12), ...line(100, [215, 'một người'])]).length).toBe(1);
  });
});

describe('what a pen or a seal left', () => {
  const words = (...read: [string, number][]) => read.map(([text, confidence]) => ({ ...(line(0, [0, text])[0] as ReadWord), confidence }));
  it('is no line of print', () => expect(isScrawl(words(['TwMt/', 0]))).toBe(true));
  it('is not a line with a word read well, nor one of many words', () => {
    expect(isScrawl(words(['CHỦ', 0.2], ['TỊCH', 0.9]))).toBe(false);
    expect(isScrawl(words(['a', 0.1], ['b', 0.1], ['c', 0.1], ['d', 0.1]))).toBe(false);
  });
});

describe('specks', () => {
  const words = (...texts: [string, number][]) => texts.map(([text, confidence]) => ({ ...(line(0, [0, text])[0] as ReadWord), confidence }));
  it('at the ends of a line are taken away', () => {
    expect(withoutSpecks(words(['i', 0], ['d)', 0.9], ['Chuẩn', 0.95], [':', 0.1])).map(({ text }) => text)).toEqual(['d)', 'Chuẩn']);
  });
  it('are signs that no line begins with', () => {
    expect(withoutSpecks(words(['_', 0.85], ['NGHỊ', 0.97])).map(({ text }) => text)).toEqual(['NGHỊ']);
    expect(withoutSpecks(words(['_.', 0.9], ['Căn', 0.97])).map(({ text }) => text)).toEqual(['Căn']);
    expect(withoutSpecks(words(['...', 0.9], ['/KH-UBND', 0.97])).length).toBe(2);
  });
  it('are not the label or the page number that was read well, nor a doubtful word', () => {
    expect(withoutSpecks(words(['a)', 0.9], ['thẩm', 0.1])).length).toBe(2);
    expect(withoutSpecks(words(['1', 0.9])).length).toBe(1);
  });
  it('alone make no line; "./." does', () => {
    expect(withoutSpecks(words(['¬', 0.3], ['..', 0.4]))).toEqual([]);
    expect(withoutSpecks(words(['./.', 0.8])).length).toBe(1);
  });
});

describe('accents of capitals that were read apart', () => {
  const [text] = [line(100, [0, 'CHANH VAN PHONG'])];
  const low = (word: string, height: number) => ({ text: word, left: 300, right: 310, top: 100, bottom: 100 + height, confidence: 0.9 });
  const left = (...marks: ReadWord[]) => withoutLowMarks([text as ReadWord[], marks])[1]?.map((word) => word.text);
  it('are no words, wherever they stand', () => {
    expect(left(low('R', 5), low('x', 4), low('ˆ', 7))).toEqual([]);
    expect(left({ ...low('-', 2), right: 302 })).toEqual([]);
  });
  it('are not the dash of an item, dots, the mark of a note or a sign as high as letters', () => {
    expect(left(low('-', 3), low('./.', 4), low('1', 10), low('¬', 20))).toEqual(['-', './.', '1', '¬']);
  });
});
