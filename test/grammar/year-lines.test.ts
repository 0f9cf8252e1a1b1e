import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForYear, yearLines } from '../../src/grammar/year-lines.ts';
import { knowledge } from '../default-knowledge.ts';

describe('lines with a year', () => {
  it('are the text without the others, each with the end of the line before it', () => {
    const text = 'mục tiêu\nđến năm 2030 đạt 45%\nnhiệm vụ\ntổ chức thực hiện\nnăm 2026';
    expect(yearLines(text)?.text).toBe('iêu\nđến năm 2030 đạt 45%\niện\nnăm 2026');
  });

  it('are none where no four digits stand together', () => {
    expect(yearLines('quý 3 đạt 20 %, 125 xã')).toBeNull();
  });

  it('tell where in the whole text their characters stand', () => {
    const line = fc.constantFrom('', 'a', 'đến năm 2030', '20251', 'x 1999 y', 'năm 20');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const whole = lines.join('\n');
        const found = yearLines(whole);
        const years = [...(found?.text ?? '').matchAll(/\d{4}/g)].map(({ index }) => found?.offset(index));
        expect(years).toEqual([...whole.matchAll(/\d{4}/g)].map(({ index }) => index));
      }),
    );
  });
});

describe('patterns of dates.yaml', () => {
  const all = [...knowledge.dates.dates, ...knowledge.dates.horizons];

  it.each(all.filter(({ pattern }) => asksForYear(pattern)).map((entry) => [entry.id, entry] as const))('%s matches nothing without a year', (_, { pattern, examples }) => {
    for (const example of examples) expect(example.toLowerCase().replace(/\d{4}/g, '20').match(new RegExp(pattern, 'u'))).toBeNull();
  });

  it('do not all ask for one: "hằng năm" has none, and what is optional is not asked for', () => {
    expect(all.filter(({ pattern }) => !asksForYear(pattern)).map(({ id }) => id)).toEqual(['recurring']);
    expect(asksForYear('tháng \\d{1,2}(?: năm (?<m>\\d))?')).toBe(false);
    expect(asksForYear('năm\\s{0,3}(?<y>\\d{4})?')).toBe(false);
  });
});
