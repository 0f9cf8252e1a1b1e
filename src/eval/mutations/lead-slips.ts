import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { type Random, shuffled } from './random.ts';

/** Errors in who answers for a task, beside two leads in two cells. */
export const LEAD_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'crowd of leads': crowdOfLeads,
};

/** "Sở Y tế, Sở Tài chính, Sở Nội vụ" in the column of leads, or "… chủ trì" of all of them. */
function crowdOfLeads(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ tasks }) => tasks);
  if (!place) return null;
  const { thing: task, plan } = place;
  const free = plan.author.departments.filter((one) => one !== task.lead && !task.others.includes(one));
  if (free.length < 2) return null;
  const right = task.lead;
  task.lead = [right, ...shuffled(random, free).slice(0, 2)].join(', ');
  return inPlan(place, { wrong: task.lead, right, at: task.lead, rules: ['agency.multiple-leads'] });
}
