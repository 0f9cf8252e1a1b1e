import { fold } from '../../../text/fold.ts';
import { isCountOf, isShareOf } from '../../measured-kinds.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { boundOf, groupBy, printAmount, seriesOf } from '../../target-series.ts';

/** Nearer years may well have one value. */
const FEWEST_YEARS = 4;
const WHOLE = 100;
const NAMED = 4;
/** Minimums and maximums are thresholds to be kept. */
const LEVELS: ReadonlySet<string> = new Set(['eq', 'range', 'min-to-ge']);

/** What should grow or fall has one value for two horizons: 6 - 7 m²/người in 2025 and in 2030. */
export const rule: DocumentRule = {
  name: 'target.flat-series',
  *checkDocument({ targets, text }, knowledge) {
    const polarity = new Map(knowledge.indicators.map(({ id, polarity }) => [id, polarity]));
    const isShare = isShareOf(knowledge);
    const isCount = isCountOf(knowledge);
    const flat: { words: string; sides: OwnSide[] }[] = [];
    const kept = knowledge.checks.kept_words.map(fold);
    const led = targets.filter((target) => {
      const { indicator, comparator, evidence } = target;
      if (indicator.id === null || (polarity.get(indicator.id) ?? '') === '' || !LEVELS.has(comparator)) return false;
      // Of 12 towns two are of class II, in 2025 and in 2030: others may rise to it and from it.
      if (isCount(target)) return false;
      const line = fold(text.slice(text.lastIndexOf('\n', evidence.start) + 1, evidence.end));
      return !kept.some((word) => line.includes(word));
    });
    for (const [, own] of groupBy(led, (target) => (seriesOf(target) === null ? null : `${seriesOf(target)}|${target.where}`))) {
      const byYear = [...groupBy(own, ({ period }) => period?.to ?? null)].sort(([a], [b]) => Number(a) - Number(b));
      const [first] = byYear[0]?.[1] ?? [];
      const [last] = byYear.at(-1)?.[1] ?? [];
      if (!first || !last || Number(last.period?.to) - Number(first.period?.to) < FEWEST_YEARS) continue;
      const amounts = new Set(own.map((target) => printAmount(boundOf(target), target.unit)));
      const { low, high } = boundOf(first);
      if (amounts.size > 1 || low === 0 || (isShare(first) && (high ?? low) === WHOLE)) continue;
      const words = `${first.indicator.name}: ${[...amounts][0]} (${byYear.map(([year]) => year).join(', ')})`;
      flat.push({ words, sides: [first, last].map((target): OwnSide => ({ place: [target.evidence.start, target.evidence.end], value: target.raw })) });
    }
    if (flat.length === 0) return;
    const told = flat.slice(0, NAMED).map(({ words }) => words);
    yield {
      subject: '',
      values: { values: told.join('; ') + (flat.length > told.length ? '; …' : '') },
      // "vào các năm 2025, 2030": one place for both.
      sides: [...new Map(flat.flatMap(({ sides }) => sides).map((side) => [String(side.place), side])).values()],
      verdict: null,
    };
  },
};
