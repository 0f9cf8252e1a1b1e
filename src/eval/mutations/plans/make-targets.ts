import type { Indicator, Knowledge } from '../../../knowledge/knowledge.ts';
import { between, pick, type Random, shuffled } from '../random.ts';
import type { Author, Bound, PlanTarget } from './plan.ts';
import type { Topic } from './topics.ts';

const DIMENSIONS: Readonly<Record<string, readonly [number, number]>> = {
  share: [35, 88],
  count: [12, 240],
  'money-per-person': [42, 95],
  'area-per-person': [18, 32],
  length: [20, 400],
  area: [300, 9000],
};
/** Indicators of the nation, and names whose words are a bound or a year of their own. */
const NOT_OF_A_PLACE = /cả nước|toàn quốc|quốc gia|GDP|\d{4}|tối thiểu|trở lên|dưới|trên \d/;
/** Shares that add up to a whole, that grow without bound, or that are no shares of one place. */
const NOT_FREE = /Tỷ trọng|Tăng|tốc độ|Đóng góp|Công suất/;

/** Indicators a plan on a topic may set targets for. */
export function indicatorsOf(topic: Topic, knowledge: Knowledge): Indicator[] {
  return knowledge.indicators.filter(
    ({ sector, dimension, name, unit, polarity }) =>
      topic.sectors.includes(sector) &&
      dimension in DIMENSIONS &&
      unit !== null &&
      polarity !== '' &&
      !NOT_OF_A_PLACE.test(name) &&
      !NOT_FREE.test(name) &&
      (dimension !== 'share' || unit === '%') &&
      name.length < 90,
  );
}

/** Targets of a plan for its years: each better from year to year. */
export function makeTargets(indicators: readonly Indicator[], count: number, years: readonly number[], author: Author, annexed: boolean, random: Random): PlanTarget[] {
  return shuffled(random, indicators)
    .slice(0, count)
    .map((indicator): PlanTarget => {
      const bound: Bound = indicator.polarity === 'down' ? pick(random, ['eq', 'lt'] as const) : pick(random, ['eq', 'eq', 'ge', 'gt', 'range'] as const);
      const inTable = annexed && random() < 0.85;
      return {
        indicator: indicator.name,
        unit: indicator.unit ?? '',
        polarity: indicator.polarity,
        bound,
        values: valuesOf(indicator, bound, years, random),
        inTable,
        inText: !inTable || random() < 0.7,
        lead: pick(random, author.departments),
      };
    });
}

function valuesOf({ dimension, polarity }: Indicator, bound: Bound, years: readonly number[], random: Random): PlanTarget['values'] {
  const [low, high] = DIMENSIONS[dimension] as readonly [number, number];
  const step = (high - low) / 8;
  const share = dimension === 'share';
  const whole = dimension === 'count' || dimension === 'area' || random() < 0.4;
  const round = (value: number) => (whole ? Math.round(value) : Math.round(value * 10) / 10);
  let value = polarity === 'down' ? between(random, 6, 20) + random() : low + random() * (high - low) * 0.6;
  return years.map((year) => {
    const first = round(value);
    value = polarity === 'down' ? value * (0.5 + random() * 0.2) : share ? value + (100 - value) * (0.15 + random() * 0.3) : value + step * (0.6 + random());
    const last = bound === 'range' ? round(share ? Math.min(99, first + 1 + random() * 2) : first + Math.max(1, step / 4)) : null;
    return { year, low: first, high: last === null || last <= first ? null : last };
  });
}
