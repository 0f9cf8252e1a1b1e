import { describe, expect, it } from 'vitest';
import { dateGrammar, isoDay } from '../../src/grammar/dates.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = dateGrammar(knowledge);
const dates = (text: string) => grammar.find(fold(text)).map((date) => date.iso);
const horizons = (text: string) => {
  const folded = fold(text);
  return grammar.findHorizons(folded, grammar.find(folded)).map(({ kind, from, to }) => ({ kind, from, to }));
};

describe('days', () => {
  it.each([
    ['ngày 07 tháng 6 năm 2024', '2024-06-07'],
    ['ngày 27 tháng 05 năm 2024', '2024-05-27'],
    ['ngày 24/01/2022', '2022-01-24'],
    ['08/7/2019', '2019-07-08'],
    ['ngày 01/8/2018', '2018-08-01'],
    ['ngày 24-11-2023', '2023-11-24'],
    ['24.01.2022', '2022-01-24'],
    ['6.4.2026', '2026-04-06'],
    ['Ngày 07 THÁNG 6 NĂM 2024', '2024-06-07'],
  ])('%s', (text, iso) => {
    expect(dates(text)).toEqual([iso]);
  });

  it('day before month, always: 08/7/2019 is in July', () => {
    expect(dates('08/7/2019')).toEqual(['2019-07-08']);
    expect(dates('12/13/2019')).toEqual([null]);
  });

  it.each(['ngày 31/4/2023', 'ngày 29/02/2023', 'ngày 30/02/2024', 'ngày 00/5/2024', 'ngày 15/13/2024', 'ngày 32 tháng 1 năm 2024', 'ngày 12/5/1024'])(
    '%s is in no calendar',
    (text) => {
      expect(dates(text)).toEqual([null]);
    },
  );

  it.each([
    ['29/02/2024', '2024-02-29'],
    ['29/02/2000', '2000-02-29'],
    ['31/12/2023', '2023-12-31'],
    ['30/4/2023', '2023-04-30'],
  ])('%s is', (text, iso) => {
    expect(dates(text)).toEqual([iso]);
  });

  it('a century that is no leap year', () => {
    expect(isoDay(29, 2, 2100)).toBeNull();
    expect(isoDay(28, 2, 2100)).toBe('2100-02-28');
  });

  it('a month without a day', () => {
    expect(dates('tháng 10/2024')).toEqual(['2024-10']);
    expect(dates('tháng 6 năm 2024')).toEqual(['2024-06']);
    expect(grammar.find('tháng 6 năm 2024')[0]?.precision).toBe('month');
  });

  it.each(['06-NQ/TW', '26/2022/UBTVQH15', '24/01/20225', '1/500', '6 tháng đầu năm 2024', 'từ 5-7-9 người', '1.500.000 đồng', 'TCVN 9257:2012', 'điểm 1.2.2 mục II'])(
    '%s is no date',
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );

  it('separators do not mix', () => {
    expect(dates('24/01-2022')).toEqual([]);
  });

  it('finds several in order, with their places', () => {
    const text = 'ngày 24/01/2022 và ngày 07 tháng 11 năm 2023; ngày 31/4/2023';
    const found = grammar.find(text);
    expect(found.map((date) => text.slice(date.start, date.end))).toEqual(['ngày 24/01/2022', 'ngày 07 tháng 11 năm 2023', 'ngày 31/4/2023']);
    expect(found.map((date) => date.iso)).toEqual(['2022-01-24', '2023-11-07', null]);
  });

  it('reads a date at a place only there', () => {
    expect(grammar.at('số 06, ngày 24/01/2022', 7)?.iso).toBe('2022-01-24');
    expect(grammar.at('số 06, ngày 24/01/2022', 0)).toBeNull();
  });
});

describe('horizons are closed intervals (domain reference 5.2)', () => {
  it.each([
    ['đến năm 2025', { kind: 'by', from: null, to: '2025-12-31' }],
    ['đến hết năm 2025', { kind: 'by', from: null, to: '2025-12-31' }],
    ['chậm nhất vào năm 2025', { kind: 'by', from: null, to: '2025-12-31' }],
    ['giai đoạn đến 2030', { kind: 'by', from: null, to: '2030-12-31' }],
    ['vào năm 2025', { kind: 'in', from: '2025-01-01', to: '2025-12-31' }],
    ['trong năm 2025', { kind: 'in', from: '2025-01-01', to: '2025-12-31' }],
    ['năm 2025', { kind: 'in', from: '2025-01-01', to: '2025-12-31' }],
    ['trước năm 2025', { kind: 'before', from: null, to: '2024-12-31' }],
    ['từ năm 2026', { kind: 'after', from: '2026-01-01', to: null }],
    ['giai đoạn 2021-2030', { kind: 'period', from: '2021-01-01', to: '2030-12-31' }],
    ['thời kỳ 2021 - 2030', { kind: 'period', from: '2021-01-01', to: '2030-12-31' }],
    ['từ năm 2023 đến năm 2025', { kind: 'period', from: '2023-01-01', to: '2025-12-31' }],
    ['tầm nhìn đến năm 2045', { kind: 'vision', from: null, to: '2045-12-31' }],
    ['tầm nhìn 2050', { kind: 'vision', from: null, to: '2050-12-31' }],
    ['Quý IV/2024', { kind: 'in', from: '2024-10-01', to: '2024-12-31' }],
    ['quý 2 năm 2024', { kind: 'in', from: '2024-04-01', to: '2024-06-30' }],
    ['quý I/2024', { kind: 'in', from: '2024-01-01', to: '2024-03-31' }],
    ['nhiệm kỳ 2020 - 2025', { kind: 'term', from: '2020-01-01', to: '2025-12-31' }],
    ['hằng năm', { kind: 'recurring', from: null, to: null }],
    ['hàng quý', { kind: 'recurring', from: null, to: null }],
  ])('%s', (text, expected) => {
    expect(horizons(text)).toEqual([expected]);
  });

  it('"sau năm 2030" begins when 2030 has ended', () => {
    expect(horizons('sau năm 2030')).toEqual([{ kind: 'after', from: '2031-01-01', to: null }]);
  });

  it('đến năm 2030, tầm nhìn đến năm 2045 is two', () => {
    expect(horizons('đến năm 2030, tầm nhìn đến năm 2045').map(({ kind, to }) => `${kind} ${to}`)).toEqual(['by 2030-12-31', 'vision 2045-12-31']);
  });

  it('năm 2025 và năm 2030 is two', () => {
    expect(horizons('năm 2025 và năm 2030')).toHaveLength(2);
  });

  it('the year of a date is no horizon', () => {
    expect(horizons('ngày 07 tháng 6 năm 2024')).toEqual([]);
    expect(horizons('tháng 6 năm 2024')).toEqual([]);
  });

  it.each(['5 năm', '2025', 'năm 20', 'năm học', 'quý khách', 'trước ngày 25/12', 'tầm nhìn dài hạn', '1/2000'])('%s is none', (text) => {
    expect(horizons(text)).toEqual([]);
  });

  it('lie in the text, in order, and do not overlap', () => {
    const text = fold('Từ năm 2023 đến năm 2025, trước năm 2030, giai đoạn 2021-2030, tầm nhìn 2045, hằng năm, ngày 01/01/2024, quý IV/2024');
    const found = grammar.findHorizons(text, grammar.find(text));
    for (let i = 1; i < found.length; i++) expect(found[i]?.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual([
      'từ năm 2023 đến năm 2025',
      'trước năm 2030',
      'giai đoạn 2021-2030',
      'tầm nhìn 2045',
      'hằng năm',
      'quý iv/2024',
    ]);
  });
});
