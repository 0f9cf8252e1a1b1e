import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/targets.ts';
import { needsYearly, printAmount, printNumber } from '../../src/publish/amount.ts';
import { target } from './facts-sample.ts';

describe('a number', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [1234567.25, '1.234.567,25', '1,234,567.25'],
    [-5.5, '−5,5', '−5.5'],
    // Digits after the separator are never grouped, and none is lost.
    [0.12345, '0,12345', '0.12345'],
    [1e21, '1e+21', '1e+21'],
  ])('%d is %s in Vietnamese and %s in English', (value, vi, en) => {
    expect([printNumber(value, 'vi'), printNumber(value, 'en')]).toEqual([vi, en]);
  });
});

describe('an amount', () => {
  it.each<[Partial<Target>, string]>([
    [{ low: 60 }, '60%'],
    [{ comparator: 'ge', low: 60 }, '≥ 60%'],
    [{ comparator: 'gt', low: 60 }, '> 60%'],
    [{ comparator: 'le', high: 5 }, '≤ 5%'],
    [{ comparator: 'lt', high: 5, unit: 'ha' }, '< 5\u00a0ha'],
    [{ comparator: 'range', low: 60, high: 70 }, '60–70%'],
    [{ comparator: 'min-to-ge', low: 16, high: 24 }, '16 – ≥ 24%'],
    [{ comparator: 'eq', low: 1200, approximate: true, unit: 'ha' }, '≈ 1.200\u00a0ha'],
    [{ comparator: 'change', low: 5, change: { direction: 'increase', base: null, per: null } }, '+5%'],
    [{ comparator: 'change', low: 5, high: 7, change: { direction: 'decrease', base: 2020, per: 'year' } }, '−5–7%'],
    [{ comparator: 'status', state: 'đô thị\n loại II', unit: null }, 'đô thị loại II'],
    // Nothing was understood but the words.
    [{ comparator: 'eq', low: null, high: null, raw: 'gấp đôi' }, 'gấp đôi'],
    [{ low: 5, unit: null }, '5'],
  ])('%j is %s', (values, printed) => {
    expect(printAmount(target('x', 'x', 2025, values), 'vi')).toBe(printed);
  });
});

describe('`a year` beside an amount', () => {
  const change = { direction: 'increase', base: null, per: 'year' } as const;
  it('is said of a yearly change', () => expect(needsYearly({ unit: '%', change })).toBe(true));
  it('is not said again behind a unit that says it', () => expect(needsYearly({ unit: '%/năm', change })).toBe(false));
  it('is not said of a change that is not yearly', () => expect(needsYearly({ unit: '%', change: { ...change, per: null } })).toBe(false));
});
