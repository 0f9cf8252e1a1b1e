import type { Comparator, Target } from '../model/targets.ts';
import { fold } from '../text/fold.ts';

/** What makes values those of one series: indicator, area, scope, unit; null for what cannot be compared by year. */
export function seriesOf({ indicator, area, scope, period, comparator, unit, canonical }: Target): string | null {
  if (indicator.id === null || period?.to == null || period.kind === 'during' || period.kind === 'from') return null;
  if (comparator === 'status' || comparator === 'change') return null;
  return [indicator.id, area?.id ?? fold(area?.name ?? ''), fold(scope?.name ?? ''), canonical?.unit ?? unit].join('|');
}

/** A name of so many words is that of one indicator wherever it stands in a document. */
const TELLING_NAME = 6;

/** The same for indicators that are in no list, by their whole name: "Tỷ lệ học sinh có hồ sơ học bạ số". */
export function namedSeriesOf(target: Target): string | null {
  const { indicator } = target;
  if (indicator.id !== null || indicator.name.split(' ').length < TELLING_NAME) return null;
  return seriesOf({ ...target, indicator: { ...indicator, id: `=${fold(indicator.name)}` } });
}

/** Lists of what shares a key; what has no key is left out. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | number | null): Map<string | number, T[]> {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** An amount and how it binds, in the canonical unit where there is one. */
export interface Bound {
  comparator: Comparator;
  low: number | null;
  high: number | null;
}

export function boundOf({ comparator, low, high, canonical }: Target): Bound {
  return { comparator, low: canonical?.low ?? low, high: canonical?.high ?? high };
}

/** The number of a bound that has one only: 90 of "trên 90%" and of "90%"; null for ranges. */
export function singleNumber({ comparator, low, high }: Bound): number | null {
  if (comparator === 'range' || comparator === 'min-to-ge') return null;
  return low ?? high;
}

/** The same with its unit: `> 90%`, `≥ 29,2 m²/người`. */
export function printAmount(bound: Bound, unit: string | null): string {
  return printBound(bound) + (unit === null || unit === '' ? '' : /^[%‰]/.test(unit) ? unit : ` ${unit}`);
}

/** `> 90`, `≥ 29,2`, `60 - 70` */
export function printBound({ comparator, low, high }: Bound): string {
  const print = (value: number | null) => String(value ?? '').replace('.', ',');
  if (comparator === 'range') return `${print(low)} - ${print(high)}`;
  if (comparator === 'min-to-ge') return `${print(low)} - ≥ ${print(high)}`;
  const sign = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', change: '', status: '' }[comparator];
  return sign + print(low ?? high);
}

/**
 * True where one number is bound in two ways that are not the same commitment: "trên 90%" and "90%". A bare value and the same as a
 * minimum are one commitment; bounds of opposite directions contradict each other, which is more than a drift.
 */
export function operatorsDrift(a: Bound, b: Bound): boolean {
  if (a.comparator === b.comparator) return false;
  const kinds = new Set([a.comparator, b.comparator]);
  return (kinds.has('gt') && (kinds.has('eq') || kinds.has('ge'))) || (kinds.has('lt') && (kinds.has('eq') || kinds.has('le')));
}
