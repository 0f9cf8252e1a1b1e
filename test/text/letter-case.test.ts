import { describe, expect, it } from 'vitest';
import { isMostlyCapitals } from '../../src/text/letter-case.ts';

describe('isMostlyCapitals', () => {
  it.each(['ỦY BAN NHÂN DÂN', 'KẾ HOẠCH', 'I. MỤC ĐÍCH, YÊU CẦU', 'CHƢƠNG TRÌNH', 'UBND TP. HẢI PHÒNG', 'TỔ CHỨC THỰC HIỆN (2023-2025)'])('%s', (line) => {
    expect(isMostlyCapitals(line)).toBe(true);
  });

  it.each(['Ủy ban nhân dân', 'UBND thành phố', 'A', '2023', '', 'TP. Hải Phòng'])('not %j', (line) => {
    expect(isMostlyCapitals(line)).toBe(false);
  });

  it('lets a few small letters pass: one misread letter is no other case', () => {
    expect(isMostlyCapitals('TỔ CHỨC THỰC HIệN')).toBe(true);
    expect(isMostlyCapitals('TỔ chức THỰC hiện')).toBe(false);
  });
});
