import { describe, expect, it } from 'vitest';
import { recognitionEdits } from '../../src/normalize/recognized.ts';
import { knowledge } from '../default-knowledge.ts';

/** A text with its corrections made. */
function corrected(text: string, recognized = true): string {
  let out = text;
  const lines = text.split('\n').map(() => recognized);
  for (const { start, end, replacement } of recognitionEdits(text, lines, knowledge).reverse()) out = out.slice(0, start) + replacement + out.slice(end);
  return out;
}

describe('lines that say who issued what, as recognized', () => {
  it.each([
    ['accents of capitals in names of territories', 'TĨNH QUANG NGÀI', 'TỈNH QUẢNG NGÃI'],
    ['and of bodies', 'ỦY BAN NHÂN ĐÂN', 'ỦY BAN NHÂN DÂN'],
    ['a name among other words', 'THÀNH PHÓ HỖ CHÍ MINH', 'THÀNH PHỐ HỒ CHÍ MINH'],
    ['types of documents', 'QUYÉT ĐỊNH', 'QUYẾT ĐỊNH'],
    ['headings with wrong letters', 'CỘNG HÒA XÃ HỘI CHÚ NGHĨA V1ỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['headings with a stray word before them', 'yờjg Đọc lập - lự do - Hạnh phuc', 'Độc lập - Tự do - Hạnh phúc'],
    ['the word before a number', 'Sô: 16/CT-UBND', 'Số: 16/CT-UBND'],
    ['the word before a number, in small letters below a name', 'ỦY BAN NHÂN DÂN\n\nsố: 16/CT-UBND', 'ỦY BAN NHÂN DÂN\n\nSố: 16/CT-UBND'],
    ['the slash of a code', 'Số: 16 ¡CT-UBND', 'Số: 16 /CT-UBND'],
    ['the place before a date', 'Quang Ngãi, ngày 27 tháng 12 năm 2021', 'Quảng Ngãi, ngày 27 tháng 12 năm 2021'],
    ['a name that only the text itself knows', 'CỤC GỒM SỨ\nCục Gốm sứ có ý kiến.\nĐề nghị gửi về Cục Gốm sứ.', 'CỤC GỐM SỨ\nCục Gốm sứ có ý kiến.\nĐề nghị gửi về Cục Gốm sứ.'],
  ])('%s', (_, given, expected) => {
    expect(corrected(given)).toBe(expected);
  });
});

describe('what stays as it is', () => {
  it.each([
    ['text that was not recognized', 'TĨNH QUANG NGÀI', false],
    ['letters that are other letters without accents too', 'TỈNH QUANG NGAY', true],
    ['a number that a sentence goes on with', 'theo Quyết định\nsố: 16/QĐ-UBND ngày 05/01/2024', true],
    ['the same below capitals, in a longer line', 'QUYẾT ĐỊNH\nsố: 16/QĐ-UBND ngày 05/01/2024 của Ủy ban', true],
    ['sentences', 'Ủy ban nhân dân tĩnh Quang Ngài yêu cầu các sở, ngành thực hiện.', true],
    ['capitals that are in no list', 'CỤC GỒM SỨ', true],
    ['a spelling the text uses once, as it uses another', 'CỤC GỒM SỨ\nCục Gốm sứ có ý kiến.', true],
    ['two places whose letters are the same without accents', 'HÀ GIANG', true],
  ])('%s', (_, given, recognized) => {
    expect(corrected(given, recognized)).toBe(given);
  });
});
