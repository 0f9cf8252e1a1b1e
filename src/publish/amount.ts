import type { Target } from '../model/targets.ts';

/** The separators of numbers: `1.234,5` in Vietnamese, `1,234.5` in English. */
export type NumberStyle = 'vi' | 'en';

const SIGNS: Readonly<Partial<Record<Target['comparator'], string>>> = { ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ' };

/** A number as people write it, all its digits kept. */
export function printNumber(value: number, style: NumberStyle): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '−' : '';
  // Beyond what a double writes out in digits there is nothing to group: `1e+21`.
  if (/e/.test(whole)) return sign + whole;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, style === 'vi' ? '.' : ',');
  return `${sign}${grouped}${fraction === undefined ? '' : `${style === 'vi' ? ',' : '.'}${fraction}`}`;
}

type Amount = Pick<Target, 'comparator' | 'low' | 'high' | 'unit' | 'approximate' | 'state' | 'change' | 'raw'>;

/** True where `a year` must be said beside the amount: its unit does not say so itself (`%/năm`, a unit of units.csv). */
export function needsYearly({ unit, change }: { unit: string | null; change: Pick<NonNullable<Target['change']>, 'per'> | null }): boolean {
  return change?.per === 'year' && !unit?.endsWith('/năm');
}

/**
 * The amount of a target in signs that need no translation: `≥ 60%`, `60–70%`, `16 – ≥ 24%`, `≈ 1.200 ha`, `+5%`. The state where it
 * is one; the printed words where there is no number.
 */
export function printAmount({ comparator, low, high, unit, approximate, state, change, raw }: Amount, style: NumberStyle): string {
  if (comparator === 'status') return (state ?? raw).replace(/\s+/g, ' ').trim();
  const [first, second] = [low ?? high, low === high ? null : high];
  if (first === null) return raw.replace(/\s+/g, ' ').trim();
  const number = (value: number) => printNumber(value, style);
  const values = low === null || second === null ? number(first) : `${number(first)}${comparator === 'min-to-ge' ? ' – ≥ ' : '–'}${number(second)}`;
  const sign = comparator === 'change' ? (change?.direction === 'decrease' ? '−' : '+') : (SIGNS[comparator] ?? '');
  return `${approximate ? '≈ ' : ''}${sign}${values}${unit === null ? '' : /^[%‰]/.test(unit) ? unit : `\u00a0${unit}`}`;
}
