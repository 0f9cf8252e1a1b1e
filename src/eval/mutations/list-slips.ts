import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';
import { two } from './works.ts';

/** Errors in counts, sums and labels. */
export const LIST_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'item dropped from a declared count': itemDropped,
  'declared count': declaredCount,
  'component of a sum': (plans, random) => sumSlip(plans, random, 'part'),
  'total of a sum': (plans, random) => sumSlip(plans, random, 'total'),
  'number skipped': (plans, random) => labelGap(plans, random, 'number'),
  'letter skipped': (plans, random) => labelGap(plans, random, 'letter'),
};

const announced = (plan: Plan, declared: number, noun: string) => `${plan.layout.zeros ? two(declared) : declared} ${noun}`;

function itemDropped(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ lists }) => lists.filter(({ items }) => items.length > 3));
  if (!place) return null;
  const { plan, thing: list } = place;
  const right = `${list.items.length}`;
  list.items.splice(between(random, 0, list.items.length - 1), 1);
  return inPlan(place, {
    ...{ wrong: `${list.items.length} of ${list.declared} ${list.noun}`, right, at: announced(plan, list.declared, list.noun) },
    ...{ rules: ['count.declared-vs-found'], about: list.noun },
  });
}

function declaredCount(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ lists }) => lists);
  if (!place) return null;
  const { plan, thing: list } = place;
  const right = announced(plan, list.declared, list.noun);
  list.declared += pick(random, [-1, 1, 2]);
  return inPlan(place, {
    ...{ wrong: announced(plan, list.declared, list.noun), right, at: announced(plan, list.declared, list.noun) },
    ...{ rules: ['count.declared-vs-found'], about: list.noun, likely: `${list.items.length}|${two(list.items.length)}` },
  });
}

function sumSlip(plans: Plan[], random: Random, what: 'part' | 'total'): Planted | null {
  const place = choose(plans, random, ({ sums }) => sums);
  if (!place) return null;
  const { thing: sum } = place;
  const change = pick(random, [-3, -2, -1, 1, 2, 3, 9]);
  const part = pick(random, sum.parts);
  const right = two(what === 'total' ? sum.total : part.amount);
  if (what === 'total') sum.total = Math.max(1, sum.total + change);
  else part.amount = Math.max(0, part.amount + change);
  const found = sum.parts.reduce((total, { amount }) => total + amount, 0);
  if (found === sum.total) return null;
  const wrong = two(what === 'total' ? sum.total : part.amount);
  return inPlan(place, {
    ...{ wrong, right, at: `${sum.lead} ${two(sum.total)} ${sum.unit}`, rules: ['total.sum-mismatch'] },
    likely: what === 'total' ? `${found}|${two(found)}` : null,
  });
}

function labelGap(plans: Plan[], random: Random, labels: 'number' | 'letter'): Planted | null {
  const place = choose(plans, random, ({ lists }) => lists.filter((list) => list.labels === labels && list.items.length > 3));
  if (!place) return null;
  const { thing: list } = place;
  // The last label and the first are no gap: a list may end or begin anywhere. From `c` on, since some alphabets have no `đ`.
  list.gap = between(random, 1, labels === 'letter' ? 2 : list.items.length - 2);
  const right = labels === 'number' ? `${list.gap + 1}.` : `${'abcd'[list.gap]})`;
  const after = list.items[list.gap] as string;
  return inPlan(place, {
    wrong: `${right} skipped`,
    right,
    at: after,
    rules: labels === 'number' ? ['count.label-sequence-gap'] : ['list.letter-gap', 'count.label-sequence-gap'],
    alsoAllowed: ['count.declared-vs-found'],
  });
}
