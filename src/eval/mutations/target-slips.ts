import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Bound, Plan, PlanTarget } from './plans/plan.ts';
import { cell, decimal } from './plans/print-plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';

/** Errors in targets: values, bounds, denominators, years, wholes and parts. */
export const TARGET_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'value in one of two places': valueInOnePlace,
  'bound in one of two places': boundInOnePlace,
  'denominator in one of two places': denominatorInOnePlace,
  'value in the column of another year': shiftedValue,
  'series against its direction': reversedSeries,
  'part above its whole': partAboveWhole,
  'at least 100 %': vacuousBound,
  'share above 100 %': aboveHundred,
  'share measured in m²': unitOfAnotherKind,
  'national row in a local table': nationalRow,
  'values copied from the parent': copiedFromParent,
  'arrow for a bound': arrowForBound,
};

/** Targets that stand in the text and in the table. */
const twice = ({ targets }: Plan) => targets.filter(({ inText, inTable }) => inText && inTable);

function valueInOnePlace(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, twice);
  if (!place) return null;
  const { thing: target } = place;
  const at = between(random, 0, target.values.length - 1);
  const values = target.values.map((value) => ({ ...value }));
  const value = values[at] as PlanTarget['values'][number];
  const right = cell(target.bound, value);
  value.low = changedDigit(value.low, random);
  if (value.high !== null && value.high <= value.low) value.high = value.low + 2;
  target.tableValues = values;
  return inPlan(place, {
    wrong: cell(target.bound, value),
    right,
    at: target.indicator,
    rules: ['target.value-conflict'],
    alsoAllowed: ['target.series-decreasing', 'target.flat-series'],
  });
}

/** One digit of a number changed, not the leading one to nothing. */
function changedDigit(value: number, random: Random): number {
  const digits = [...String(value)];
  const at = pick(
    random,
    digits.flatMap((digit, index) => (digit === '.' ? [] : [index])),
  );
  digits[at] = pick(
    random,
    [...'123456789'].filter((digit) => digit !== digits[at]),
  );
  return Number(digits.join(''));
}

/** "trên 90%" in the text, "90" or "< 90" in the table. */
function boundInOnePlace(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => twice(plan).filter(({ bound, values }) => bound !== 'range' && values.every(({ high }) => high === null)));
  if (!place) return null;
  const { thing: target } = place;
  const first = target.values[0] as PlanTarget['values'][number];
  const right = cell(target.bound, first);
  target.tableBound = pick(
    random,
    (['ge', 'gt', 'lt'] as Bound[]).filter((bound) => bound !== target.bound && !(target.bound === 'eq' && bound === 'ge')),
  );
  return inPlan(place, { wrong: cell(target.tableBound, first), right, at: target.indicator, rules: ['target.operator-drift', 'target.value-conflict'] });
}

/** "Tỷ lệ dân số trưởng thành …" in the text, "Tỷ lệ dân số …" in the table. */
function denominatorInOnePlace(plans: Plan[], random: Random): Planted | null {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/dân số trưởng thành/, 'dân số'],
    [/hộ gia đình/, 'dân số'],
    [/người dân/, 'hộ gia đình'],
    [/dân số nông thôn/, 'dân số'],
    [/lao động nông thôn/, 'lao động'],
    [/doanh nghiệp nhỏ và vừa/, 'doanh nghiệp'],
    [/(?<=Tỷ lệ )hộ(?= )/, 'dân số'],
    [/(?<=Tỷ lệ )xã(?= )/, 'thôn'],
  ];
  const swap = (indicator: string) => swaps.find(([pattern]) => pattern.test(indicator));
  const place = choose(plans, random, (plan) => twice(plan).filter(({ indicator, unit }) => unit === '%' && swap(indicator)));
  if (!place) return null;
  const { thing: target } = place;
  const [pattern, other] = swap(target.indicator) as readonly [RegExp, string];
  target.tableIndicator = target.indicator.replace(pattern, other);
  return inPlan(place, {
    wrong: target.tableIndicator,
    right: target.indicator,
    at: target.tableIndicator,
    rules: ['target.denominator-drift'],
    alsoAllowed: ['target.value-conflict'],
  });
}

/** "… vào năm 2030" whose value stands in the column of 2025. */
function shiftedValue(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets, years }) => (years.length < 2 ? [] : targets.filter(({ inTable, inText }) => inTable && !inText)));
  if (!place) return null;
  const { thing: target, plan } = place;
  target.shifted = true;
  target.tableIndicator = `${target.indicator} vào năm ${plan.years[1]}`;
  return inPlan(place, {
    ...{
      wrong: `column of ${plan.years[0]}`,
      right: String(plan.years[1]),
      at: target.tableIndicator,
      rules: ['table.label-column-mismatch'],
      likely: String(plan.years[1]),
      must: true,
    },
  });
}

/** What should grow falls from one year to the next. */
function reversedSeries(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets, years }) => (years.length < 2 ? [] : targets.filter(({ polarity, inTable, inText }) => polarity !== '' && inTable !== inText)));
  if (!place) return null;
  const { thing: target } = place;
  const [first, second] = target.values as [PlanTarget['values'][number], PlanTarget['values'][number]];
  const right = `${decimal(first.low)} → ${decimal(second.low)}`;
  target.values = [
    { ...second, year: first.year },
    { ...first, year: second.year },
  ];
  return inPlan(place, { wrong: `${decimal(second.low)} → ${decimal(first.low)}`, right, at: target.indicator, rules: ['target.series-decreasing'] });
}

function partAboveWhole(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ partOf }) => (partOf ? [partOf] : []));
  if (!place) return null;
  const { thing } = place;
  const right = String(thing.part);
  thing.part = thing.whole + between(random, 1, 12);
  return inPlan(place, { wrong: String(thing.part), right, at: `có ${thing.whole} xã đạt chuẩn nông thôn mới`, rules: ['target.part-whole-order'] });
}

function vacuousBound(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets }) => targets.filter(({ unit, bound, inText }) => unit === '%' && bound === 'ge' && inText));
  if (!place) return null;
  const { thing: target } = place;
  const last = target.values.at(-1) as PlanTarget['values'][number];
  const right = decimal(last.low);
  last.low = 100;
  return inPlan(place, { wrong: 'từ 100% trở lên', right, at: 'từ 100%', rules: ['target.vacuous-bound'], likely: '100%' });
}

/** "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 195%"; who is enrolled, called up or let in may be more. */
function aboveHundred(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets }) =>
    targets.filter(
      ({ unit, bound, inText, indicator }) =>
        unit === '%' &&
        inText &&
        (bound === 'eq' || bound === 'ge') &&
        /^Tỷ (?:lệ|trọng)/u.test(indicator) &&
        !/tăng|giảm|huy động|đi học|tuyển quân|lấp đầy|giải ngân|kết nạp/u.test(indicator),
    ),
  );
  if (!place) return null;
  const { thing: target } = place;
  const last = target.values.at(-1) as PlanTarget['values'][number];
  const right = decimal(last.low);
  last.low = Math.floor(last.low) + 100;
  return inPlan(place, {
    wrong: decimal(last.low),
    right,
    at: target.indicator,
    rules: ['target.part-whole-order'],
    alsoAllowed: ['target.value-conflict', 'target.series-decreasing'],
    about: decimal(last.low),
  });
}

/** "Tỷ lệ diện tích … bình quân đầu người" in m²/người */
function unitOfAnotherKind(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets }) => targets.filter(({ unit, inTable, indicator }) => inTable && unit === 'm²/người' && indicator.startsWith('Diện tích')));
  if (!place) return null;
  const { thing: target } = place;
  target.tableIndicator = target.indicator.replace('Diện tích', 'Tỷ lệ');
  return inPlan(place, { wrong: target.tableIndicator, right: target.indicator, at: target.tableIndicator, rules: ['target.unit-kind-mismatch'], likely: target.indicator });
}

function nationalRow(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets }) => targets.filter(({ inTable, inText }) => inTable && !inText));
  if (!place) return null;
  const { thing: target } = place;
  const right = target.indicator;
  target.tableIndicator = `${target.indicator} toàn quốc`;
  return inPlan(place, { wrong: target.tableIndicator, right, at: target.tableIndicator, rules: ['target.scope-mismatch'] });
}

/** A district has three values of its province, to the digit. */
function copiedFromParent(plans: Plan[]): Planted | null {
  const [parent, child] = plans;
  if (!parent || !child) return null;
  const shared = child.targets.filter(({ indicator, unit }) => unit === '%' && parent.targets.some((other) => other.indicator === indicator));
  if (shared.length < 2 || parent.years.join() !== child.years.join()) return null;
  const right = shared.map(({ values }) => values.map(({ low }) => decimal(low)).join(', ')).join('; ');
  for (const target of shared) {
    const source = parent.targets.find((other) => other.indicator === target.indicator) as PlanTarget;
    // Round values are a quota that is alike everywhere; these are not.
    for (const value of source.values) value.low = Number((value.low + (Number.isInteger(value.low) ? 0.3 : 0)).toFixed(1));
    for (const value of source.values) if (value.high !== null && value.high <= value.low) value.high = Number((value.low + 2.4).toFixed(1));
    target.bound = source.bound;
    target.values = source.values.map((value) => ({ ...value }));
  }
  const wrong = shared.map(({ values }) => values.map(({ low }) => decimal(low)).join(', ')).join('; ');
  return inPlan({ file: 1 }, { wrong, right, at: (shared[0] as PlanTarget).indicator, rules: ['target.copied-from-parent'] });
}

/** "16 -> 24" for "16 - ≥ 24" */
function arrowForBound(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ targets }) => targets.filter(({ inText, values }) => inText && values.some(({ high }) => high !== null)));
  if (!place) return null;
  const { thing: target, plan } = place;
  const { low, high } = target.values.find((value) => value.high !== null) as { low: number; high: number };
  plan.slip = { right: `${decimal(low)} - ${decimal(high)}`, wrong: `${decimal(low)} -> ${decimal(high)}` };
  return inPlan(place, { ...plan.slip, at: plan.slip.wrong, rules: ['text.symbol-corruption'] });
}
