import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan, PlanTarget } from './plans/plan.ts';
import { decimal } from './plans/print-plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';

/** Errors in the cells of a table of targets. */
export const CELL_SLIPS: Readonly<Record<string, PlanSlip>> = { 'empty cell beside a dash': emptyBesideDash };

/** The value of one target is lost in a column where another has "-". */
function emptyBesideDash(plans: Plan[], random: Random): Planted | null {
  const rows = (plan: Plan) => plan.targets.filter(({ inTable, tableValues }) => inTable && tableValues === undefined);
  const place = choose(plans, random, (plan) => (plan.annexes.includes('targets') && plan.years.length > 1 && rows(plan).length > 2 ? rows(plan) : []));
  if (!place) return null;
  const { thing: target, plan } = place;
  const year = between(random, 0, plan.years.length - 1);
  const other = pick(
    random,
    rows(plan).filter((one) => one !== target),
  );
  other.tableCell = { year, words: '-' };
  target.tableCell = { year, words: '' };
  const right = decimal((target.values[year] as PlanTarget['values'][number]).low);
  return inPlan(place, { wrong: '', right, at: target.indicator, rules: ['table.empty-vs-dash'], alsoAllowed: ['table.label-column-mismatch'] });
}
