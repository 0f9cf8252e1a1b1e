import { describe, expect, it } from 'vitest';
import { Locator } from '../../src/text/locator.ts';
import { normalizeText } from '../stages.ts';

const located = (source: string) => {
  const content = normalizeText(source);
  return { text: content.text, locator: new Locator(content) };
};

describe('Locator', () => {
  const source = 'Thực hiện Nghị quyết số 06-\nNQ/TW ngày 24/01/2022 của\n\nBộ Chính trị.\n';

  it('names the source lines of words, counted from 1', () => {
    const { text, locator } = located(source);
    expect(text).toBe('Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị.');
    const at = text.indexOf('06-NQ/TW');
    expect(locator.evidence(at, at + 8)).toEqual({ start: at, end: at + 8, quote: '06-NQ/TW', lines: [1, 2] });
    const body = text.indexOf('Bộ Chính trị');
    expect(locator.lines(body, body + 12)).toEqual([4, 4]);
    expect(locator.lines(0, 9)).toEqual([1, 1]);
  });

  it('gives unist points: line and column of the source, offset of the text', () => {
    const { text, locator } = located('A\n  Kế hoạch\n');
    const at = text.indexOf('Kế');
    expect(locator.position(at, at + 8)).toEqual({ start: { line: 2, column: 3, offset: at }, end: { line: 2, column: 11, offset: at + 8 } });
  });

  it('lists the offsets at which a source line begins, or goes on behind something left out', () => {
    const { text, locator } = located(source);
    expect(locator.lineBreaks().map(([, line]) => line)).toEqual([1, 2, 4]);
    const [, second, third] = locator.lineBreaks();
    expect(text.slice(second?.[0])).toMatch(/^NQ\/TW/);
    expect(text.slice(third?.[0])).toMatch(/^ ?Bộ Chính trị/);
    const bold = located('A\n\n  Thực hiện **Nghị quyết** số 06.\n');
    expect(bold.text).toBe('A\nThực hiện Nghị quyết số 06.');
    const columns = bold.locator.lineBreaks().filter(([, line]) => line === 3);
    expect(columns.map(([offset, , column]) => [bold.text.slice(offset, offset + 4), column])).toEqual([
      ['Thực', 3],
      ['Nghị', 15],
      [' số ', 27],
    ]);
  });
});
