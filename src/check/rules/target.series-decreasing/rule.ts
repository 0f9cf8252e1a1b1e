import type { Target } from '../../../model/targets.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { partedTargets } from '../../target-parts.ts';
import { boundOf, groupBy, printAmount, printBound, seriesOf } from '../../target-series.ts';

/** What should grow falls from one year to the next, or the other way round: urbanisation of 45% in 2025 and of 40% in 2030. */
export const rule: DocumentRule = {
  name: 'target.series-decreasing',
  *checkDocument(document, knowledge) {
    const { targets } = document;
    const isParted = partedTargets(document, knowledge);
    const polarity = new Map(knowledge.indicators.map(({ id, polarity }) => [id, polarity]));
    const led = targets.filter(({ indicator }) => indicator.id !== null && (polarity.get(indicator.id) ?? '') !== '');
    for (const [series, own] of groupBy(led, (target) => (seriesOf(target) === null ? null : `${seriesOf(target)}|${target.where}`))) {
      const byYear = [...groupBy(own, ({ period }) => period?.to ?? null)].sort(([a], [b]) => Number(a) - Number(b));
      // Years with several values are a conflict of their own.
      if (byYear.length < 2 || byYear.some(([, values]) => new Set(values.map(amountOf)).size > 1)) continue;
      const values = byYear.map(([, [first]]) => first as Target);
      const up = polarity.get(values[0]?.indicator.id ?? '') === 'up';
      const back = values.findIndex((value, at) => at > 0 && goesBack(values[at - 1] as Target, value, up));
      if (back === -1) continue;
      const [before, after] = [values[back - 1] as Target, values[back] as Target];
      if (isParted(before, after)) continue;
      const sides = [before, after].map((target): OwnSide => ({ place: [target.evidence.start, target.evidence.end], value: said(target) }));
      yield {
        subject: String(series),
        kind: up ? 'falls' : 'rises',
        values: {
          ...{ indicator: before.indicator.name, before: said(before), after: said(after) },
          ...{ beforeYear: String(before.period?.to), afterYear: String(after.period?.to) },
        },
        sides,
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
  },
};

/** As it is printed where the canonical unit is another one: 19‰, not 1,9 (%). */
const said = (target: Target): string => (target.canonical && target.canonical.unit !== target.unit ? printAmount(target, target.unit) : printBound(boundOf(target)));

const amountOf = (target: Target): string => `${boundOf(target).low}|${boundOf(target).high}`;

/** True where no end of the later value has moved forward and one has moved back. */
function goesBack(before: Target, after: Target, up: boolean): boolean {
  const [earlier, later] = [boundOf(before), boundOf(after)];
  const steps = [
    [earlier.low, later.low],
    [earlier.high, later.high],
  ].flatMap(([from, to]) => (from == null || to == null ? [] : [up ? to - from : from - to]));
  return steps.some((step) => step < 0) && steps.every((step) => step <= 0);
}
