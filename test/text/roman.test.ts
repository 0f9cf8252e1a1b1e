import { describe, expect, it } from 'vitest';
import { fromRoman, toRoman } from '../../src/text/roman.ts';

describe('Roman numerals', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
    [399, 'CCCXCIX'],
  ])('%i is %s', (value, numeral) => {
    expect(toRoman(value)).toBe(numeral);
    expect(fromRoman(numeral)).toBe(value);
  });

  it('reads back every number it writes', () => {
    for (let value = 1; value < 400; value++) expect(fromRoman(toRoman(value))).toBe(value);
  });

  it.each(['', 'IIX', 'IIII', 'VX', 'IC', 'iv', 'XVa', 'A', 'D', 'MM', 'CD'])('%j is none of them', (text) => {
    expect(fromRoman(text)).toBeNull();
  });
});
