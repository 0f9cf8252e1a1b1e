import { describe, expect, it } from 'vitest';
import { highlighted, printed } from '../../../src/publish/report/value.ts';

describe('a printed value', () => {
  it.each([
    ['2022-01-24', '24/01/2022'],
    ['2022-01', '01/2022'],
    ['2022', '2022'],
    ['06-NQ/TW', '06-NQ/TW'],
  ])('%s is printed %s', (value, expected) => expect(printed(value)).toBe(expected));
});

describe('a highlighted value', () => {
  it.each([
    ['2022-01-24', 'ngày 24/01/2022 của', 'ngày [24/01/2022] của'],
    ['2022-01-24', 'ngày 24/1/2022 của', 'ngày [24/1/2022] của'],
    ['2022-01-24', 'ngày 24-01-2022', 'ngày [24-01-2022]'],
    ['2022-01-24', 'ngày 24 tháng 01 năm 2022', 'ngày [24 tháng 01 năm 2022]'],
    ['2022-01-24', 'ngày 24/10/2022 của', 'ngày 24/10/2022 của'],
    ['2022-01-04', 'ngày 24/01/2022', 'ngày 24/01/2022'],
    ['2022-01', 'tháng 01 năm 2022', 'tháng [01 năm 2022]'],
    ['2030', 'đến năm 2030, 20301', 'đến năm [2030], 20301'],
    ['06-NQ/TW', 'Nghị quyết số 06 -NQ/TW và 106-NQ/TW', 'Nghị quyết số [06 -NQ/TW] và 106-NQ/TW'],
    ['29.2', 'tối thiểu 29,2 m²', 'tối thiểu [29,2] m²'],
    ['60', '60 - 70%, 160', '[60] - 70%, 160'],
    ['Bộ Chính trị', 'của BỘ CHÍNH TRỊ và bộ\nchính trị', 'của [BỘ CHÍNH TRỊ] và [bộ\nchính trị]'],
    ['a(b[c', 'x a(b[c y', 'x [a(b[c] y'],
    ['-', 'người dân \t-\t- Sở', 'người dân \t[-]\t[-] Sở'],
    ['', 'x', 'x'],
    [null, 'x', 'x'],
  ])('%j in %j', (value, quote, expected) => {
    const markup = highlighted(quote, value).toString();
    expect(markup.replaceAll('<mark>', '[').replaceAll('</mark>', ']')).toBe(expected);
  });
});
