import type { Target } from '../../../model/targets.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { seriesOf } from '../../target-series.ts';

/** One indicator of one area and year with two values: the table of targets says 10 - 13, a task of the annex 10 - 15. */
export const rule: DocumentRule = {
  name: 'target.value-conflict',
  *checkDocument({ targets }) {
    const series = new Map<string, Target[]>();
    for (const target of targets) {
      const key = seriesOf(target);
      if (key !== null) series.set(key, [...(series.get(key) ?? []), target]);
    }
    for (const [key, own] of series) {
      const years = new Map<number, Target[]>();
      for (const target of own) years.set(target.period?.to as number, [...(years.get(target.period?.to as number) ?? []), target]);
      const conflicts = [...years].filter(([, values]) => inConflict(values));
      if (conflicts.length === 0) continue;
      const [first] = own as [Target, ...Target[]];
      const sides = conflicts.flatMap(([, values]) => values).map(({ evidence, raw }): OwnSide => ({ place: [evidence.start, evidence.end], value: raw }));
      const said = conflicts.map(([year, values]) => `${year}: ${[...new Map(values.map((value) => [amountOf(value), value.raw])).values()].join(' ≠ ')}`).join('; ');
      yield { subject: key, values: { indicator: first.indicator.name, area: first.area?.name ?? '', values: said }, sides, verdict: null };
    }
  },
};

/** An amount in comparable form: bounds and how they bind. A bare value and the same as a minimum are one commitment. */
function amountOf({ low, high, canonical }: Target): string {
  const amount = canonical ?? { low, high };
  return amount.high === null || amount.low === amount.high ? String(amount.low) : `${amount.low}-${amount.high}`;
}

/**
 * True where two items differ. Within one item several values are of several things: "đạt 90% đối với bệnh nội trú, 85% đối với
 * bệnh ngoại trú".
 */
function inConflict(values: readonly Target[]): boolean {
  return values.some((one, at) => values.slice(at + 1).some((other) => one.eId !== other.eId && amountOf(one) !== amountOf(other)));
}
