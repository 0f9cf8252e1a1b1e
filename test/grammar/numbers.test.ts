import { describe, expect, it } from 'vitest';
import { endsInNumberWord, numberGrammar } from '../../src/grammar/numbers.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = numberGrammar(knowledge);
const values = (text: string) => grammar.find(text).map((found) => found.number.value);
const only = (text: string) => {
  const found = grammar.find(text);
  expect(found.map((one) => one.number.raw)).toHaveLength(1);
  return found[0]?.number;
};
const key = (text: string) => grammar.key(only(text) as NonNullable<ReturnType<typeof only>>);

describe('document numbers', () => {
  it.each([
    ['Kế hoạch số 08/KH-UBND', { value: '08/KH-UBND', serial: 8, separator: '/', typeCode: 'KH', bodyCode: 'UBND', year: null, system: 'state' }],
    ['Nghị quyết số 148/NQ-CP', { value: '148/NQ-CP', typeCode: 'NQ', bodyCode: 'CP', system: 'state' }],
    ['Quyết định số 323/QĐ-TTg', { value: '323/QĐ-TTg', typeCode: 'QĐ', bodyCode: 'TTg', system: 'state' }],
    ['Thông báo số 14/TB-VPCP', { value: '14/TB-VPCP', typeCode: 'TB', system: 'state' }],
  ])('State, typed: %s', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  it.each([
    ['Văn bản số 2563/SXD-PTĐT', '2563/SXD-PTĐT', 'SXD'],
    ['số 3824/VP-QH', '3824/VP-QH', 'VP'],
    ['Công văn số 5891/UBND-XD1', '5891/UBND-XD1', 'UBND'],
    ['số 693/BXD-PTĐT', '693/BXD-PTĐT', 'BXD'],
    ['số 3098/BTTTT-KHCN', '3098/BTTTT-KHCN', 'BTTTT'],
  ])('công văn, without a type: %s', (text, value, bodyCode) => {
    expect(only(text)).toMatchObject({ value, typeCode: null, bodyCode, system: 'state' });
  });

  it.each([
    ['Nghị định số 35/2022/NĐ-CP', { value: '35/2022/NĐ-CP', year: 2022, typeCode: 'NĐ', bodyCode: 'CP' }],
    ['Thông tư số 01/2019/TT-BNV', { value: '01/2019/TT-BNV', year: 2019, typeCode: 'TT', bodyCode: 'BNV' }],
    ['Nghị quyết số 12/2021/NQ-HĐND', { value: '12/2021/NQ-HĐND', year: 2021, typeCode: 'NQ', bodyCode: 'HĐND' }],
    ['số 55/2005/TTLT-BNV-VPCP', { value: '55/2005/TTLT-BNV-VPCP', year: 2005 }],
  ])('legal normative, with the year: %s', (text, expected) => {
    expect(only(text)).toMatchObject({ ...expected, system: 'state' });
  });

  it.each([
    ['Luật số 33/2024/QH15', { value: '33/2024/QH15', year: 2024, legislature: 15, bodyCode: 'QH' }],
    ['Nghị quyết số 26/2022/UBTVQH15', { value: '26/2022/UBTVQH15', year: 2022, legislature: 15, bodyCode: 'UBTVQH' }],
    ['Nghị quyết số 1210/2016/UBTVQH13', { value: '1210/2016/UBTVQH13', year: 2016, legislature: 13 }],
    ['Nghị quyết số 1232/NQ-UBTVQH15', { value: '1232/NQ-UBTVQH15', year: null, legislature: 15, typeCode: 'NQ' }],
  ])('National Assembly: %s', (text, expected) => {
    expect(only(text)).toMatchObject({ ...expected, system: 'state' });
  });

  it.each([
    ['Công văn số 1234/UBND.VX ngày 02/3/2021', '1234/UBND.VX', 'UBND'],
    ['Quyết định số 12/QĐ-UBND.HC', '12/QĐ-UBND.HC', 'UBND'],
    ['Quy chế số 06/QC-TT.HĐND-UBND', '06/QC-TT.HĐND-UBND', 'TT'],
    ['Quyết định số 22/QĐ.UBND', '22/QĐ-UBND', 'UBND'],
    // What stands behind the full stop is the next sentence.
    ['theo Kế hoạch số 12/KH-UBND.Thực hiện', '12/KH-UBND', 'UBND'],
  ])('a full stop within: %s', (text, value, bodyCode) => {
    expect(only(text)).toMatchObject({ value, bodyCode, system: 'state' });
  });

  it('a unit behind a full stop is the unit behind a hyphen', () => {
    expect(key('Công văn số 1234/UBND.VX')).toBe(key('Công văn số 1234/UBND-VX'));
    expect(key('Công văn số 1234/UBND.VX')).not.toBe(key('Công văn số 1234/UBND'));
  });

  it.each([
    ['Hướng dẫn số 13 HD/BTGTW', '13-HD/BTGTW', 'party'],
    ['Kế hoạch số 15KH/TWĐTN-CNĐT', '15-KH/TWĐTN-CNĐT', 'party'],
    ['Nghị quyết số 214 NQ/UBTVQH9', '214-NQ/UBTVQH9', null],
  ])('the hyphen is lost: %s', (text, value, system) => {
    expect(only(text)).toMatchObject({ value, separator: null, ...(system ? { system } : {}) });
  });

  it.each([
    ['Nghị quyết số 30c/NQCP', '30c/NQ-CP', 'NQ', 'CP'],
    ['Nghị định số 61/2018/NĐCP', '61/2018/NĐ-CP', 'NĐ', 'CP'],
    ['Số: 1961/QĐUBND', '1961/QĐ-UBND', 'QĐ', 'UBND'],
    ['Quyết định số 2468/QĐUBND-VX', '2468/QĐ-UBND-VX', 'QĐ', 'UBND'],
  ])('the hyphen between the codes of type and body is lost: %s', (text, value, typeCode, bodyCode) => {
    expect(only(text)).toMatchObject({ value, typeCode, bodyCode, separator: '/' });
  });

  it.each([
    ['of a letter it is the code of a body', 'Công văn số 45/TTHĐND', '45/TTHĐND'],
    ['a code of its own: Thanh tra Chính phủ', 'Báo cáo số 12/TTCP', '12/TTCP'],
    ['a code that only begins like a type', 'Tờ trình số 126/SKHĐT', '126/SKHĐT'],
  ])('… but %s', (_, text, value) => {
    expect(only(text)).toMatchObject({ value, typeCode: null });
  });

  it.each(['có 15 KH/TWĐTN', 'số 5 Nguyễn Du/Hà Nội', 'trong 12 TB/máy'])('no number: %s', (text) => {
    expect(values(text)).toEqual([]);
  });

  it.each([
    ['Nghị quyết số 06-NQ/TW', { value: '06-NQ/TW', serial: 6, separator: '-', typeCode: 'NQ', bodyCode: 'TW' }],
    ['Chương trình hành động số 59-CTr/TU', { value: '59-CTr/TU', typeCode: 'CTr', bodyCode: 'TU' }],
    ['Văn bản số 1155-CV/HU', { value: '1155-CV/HU', typeCode: 'CV', bodyCode: 'HU' }],
    ['Nghị quyết số 05-NQ/ĐU', { value: '05-NQ/ĐU', bodyCode: 'ĐU' }],
    ['Kết luận số 555-KL/TUHP-TUHD', { value: '555-KL/TUHP-TUHD', typeCode: 'KL' }],
  ])('Party: %s', (text, expected) => {
    expect(only(text)).toMatchObject({ ...expected, system: 'party' });
  });

  it.each([
    ['Quyết định số 217-HĐBT ngày 14/11/1987', '217-HĐBT'],
    ['Luật số 21-LCT/HĐNN8', '21-LCT/HĐNN8'],
    ['Nghị định số 36/CP', '36/CP'],
    ['Nghị quyết số 36-CP', '36-CP'],
  ])('historical State numbers have a hyphen and are no Party ones: %s', (text, value) => {
    expect(only(text)).toMatchObject({ value, system: 'state' });
  });

  describe('written otherwise', () => {
    it('blanks around the separators are not part of the value', () => {
      expect(only('số 3824 /VP-QH')).toMatchObject({ value: '3824/VP-QH', raw: '3824 /VP-QH' });
      expect(only('số 59 - CTr / TU')).toMatchObject({ value: '59-CTr/TU' });
      expect(only('số 35 / 2022 / NĐ-CP')).toMatchObject({ value: '35/2022/NĐ-CP' });
    });

    it('case: 76-Ctr/TU is a CTr', () => {
      expect(only('số 76-Ctr/TU')).toMatchObject({ typeCode: 'CTr', system: 'party' });
      expect(key('số 76-Ctr/TU')).toBe(key('số 76-CTr/TU'));
    });

    it('swapped separators keep their system: 148-NQ/CP is of the Government', () => {
      expect(only('Nghị quyết số 148-NQ/CP')).toMatchObject({ separator: '-', bodyCode: 'CP', system: 'state' });
      expect(key('Nghị quyết số 148-NQ/CP')).toBe(key('Nghị quyết số 148/NQ-CP'));
      expect(only('Nghị quyết số 06/NQ-TW')).toMatchObject({ separator: '/', system: 'party' });
      expect(key('Nghị quyết số 06/NQ-TW')).toBe(key('Nghị quyết số 06-NQ/TW'));
    });

    it('a lost slash counts only behind the word "số"', () => {
      expect(only('Kế hoạch số 08 KH-UBND')).toMatchObject({ value: '08/KH-UBND', separator: null, typeCode: 'KH' });
      expect(values('gồm 08 KH-UBND')).toEqual([]);
    });

    it('reads hyphens for slashes before the code of a State body, where a word says that it is a number', () => {
      expect(only('Quyết định số 411-QĐ-TTg')).toMatchObject({ value: '411/QĐ-TTg', raw: '411-QĐ-TTg', separator: null, typeCode: 'QĐ', system: 'state' });
      expect(only('Nghị định số 44/2015-NĐ-CP')).toMatchObject({ value: '44/2015/NĐ-CP', raw: '44/2015-NĐ-CP', year: 2015 });
      expect(values('Mẫu 12-QĐ-TTg; số 05-TT-HH; số 15-CV-HU')).toEqual([]);
    });

    it('TƯ is TU, 06 is 6', () => {
      expect(key('số 59-CTr/TƯ')).toBe(key('số 59-CTr/TU'));
      expect(key('số 6-NQ/TW')).toBe(key('số 06-NQ/TW'));
    });

    it('different years, types and bodies are different numbers', () => {
      const keys = ['số 01/2023/NĐ-CP', 'số 01/2024/NĐ-CP', 'số 01/NQ-CP', 'số 01-NQ/TW', 'số 01-NQ/TU', 'số 12a/KH-UBND', 'số 12/KH-UBND'].map(key);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  describe('blank numbers', () => {
    it.each(['số ....-CTr/TU', 'Số:      /KH-UBND', 'số …/QĐ-UBND', 'số ___/KH-UBND'])('%s', (text) => {
      const found = grammar.find(text);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ blank: true, number: { value: null, serial: null } });
    });

    it('keeps the year that is printed', () => {
      expect(grammar.find('số .../2024/QĐ-UBND')[0]).toMatchObject({ blank: true, number: { year: 2024, typeCode: 'QĐ' } });
    });

    it.each([
      ['Quyết định số …05…./2006/ QĐ-UBND', '05/2006/QĐ-UBND', '…05…./2006/ QĐ-UBND'],
      ['số: ...12.../KH-UBND', '12/KH-UBND', '...12.../KH-UBND'],
      // Dots that are none of the number's: no word for it stands before them.
      ['triển khai… 08/KH-UBND', '08/KH-UBND', '08/KH-UBND'],
    ])('a number written over the dots left for it: %s', (text, value, raw) => {
      const [found] = grammar.find(text);
      expect(found).toMatchObject({ blank: false, number: { value, raw } });
      expect(text.slice(found?.start, found?.end)).toBe(raw);
    });

    it('the dots of a table of contents are none', () => {
      expect(values('Mục đích ........ 3')).toEqual([]);
      expect(values('Kính gửi: ............')).toEqual([]);
    });
  });

  it.each([
    ['a date', 'ngày 24/01/2022'],
    ['a date with hyphens', 'ngày 24-11-2023'],
    ['a scale', 'tỷ lệ 1/500, 1/2000'],
    ['a range', 'rộng 5-7m, cao 10 - 15 m'],
    ['a unit per head', '28 m2/người; 15m²/người'],
    ['around the clock', 'trực 24/7'],
    ['a period', 'giai đoạn 2021-2030'],
    ['a share', '60/100 điểm'],
    ['a range of shares', '16% - 26%'],
    ['a cause', 'COVID-19 và COP26'],
    ['a quarter', 'Quý IV/2024'],
    ['a month', 'tháng 10/2024'],
    ['words', 'và/hoặc; kinh tế - xã hội'],
    ['a speed', '100 Mb/s'],
    ['money per person', '50 triệu đồng/người/năm'],
  ])('%s is no number of a document: %s', (_, text) => {
    expect(values(text)).toEqual([]);
  });

  it('finds every number of a list, in order, without the words around them', () => {
    const text = 'Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 và Kế hoạch số 08/KH-UBND, tỷ lệ 1/500.';
    const found = grammar.find(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['18-NQ/TW', '19-NQ/TW', '08/KH-UBND']);
  });

  it('ends where the notation ends', () => {
    expect(values('số 33/2024/QH15 - Luật Lưu trữ')).toEqual(['33/2024/QH15']);
    expect(values('số 334-KL/TU - Hải Phòng')).toEqual(['334-KL/TU']);
    expect(values('số 08/KH-UBND.')).toEqual(['08/KH-UBND']);
  });

  it('does not run over the end of a line or cell: lines that belong together were joined before', () => {
    expect(values('số 148\n/NQ-CP')).toEqual([]);
    expect(values('số 59-\nCTr/TU')).toEqual([]);
    expect(values('số 12\t/KH-UBND')).toEqual([]);
    expect(grammar.find('Số:\n/KH-UBND')).toEqual([]);
  });

  describe('in a letterhead', () => {
    it.each([
      ['3824 /VP-QH', '3824/VP-QH'],
      ['42-CTr/HU', '42-CTr/HU'],
      ['08 KH-UBND', '08/KH-UBND'],
    ])('%s', (text, value) => {
      const found = grammar.readHeader(text);
      expect(found?.number.value).toBe(value);
      expect(text.slice(found?.start, found?.end)).toBe(text);
    });

    it.each(['     /KH-UBND', '....-CTr/TU', '/QĐ-UBND'])('%s has no number yet', (text) => {
      expect(grammar.readHeader(text)).toMatchObject({ blank: true, number: { value: null } });
    });

    it.each(['', 'lượng đô thị', 'ngày 24/01/2022'])('%j holds none', (text) => {
      expect(grammar.readHeader(text)).toBeNull();
    });
  });

  it('knows the word that announces a number', () => {
    expect(endsInNumberWord('Nghị quyết số ')).toBe(true);
    expect(endsInNumberWord('Số: ')).toBe(true);
    expect(endsInNumberWord('dân số ')).toBe(true);
    expect(endsInNumberWord('Nghị quyết ')).toBe(false);
  });
});
