import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { pick, type Random, shuffled } from './random.ts';

/** Errors in who answers for a task, beside two leads in two cells. */
export const LEAD_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'crowd of leads': crowdOfLeads,
  'one product, two leads': productTwiceLed,
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

/** "Xây dựng Đề án …" stands among the tasks with one lead, and below another department's duties. */
function productTwiceLed(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ tasks, author }) => (author.level === 'province' ? tasks : []));
  if (!place) return null;
  const { thing: task, plan } = place;
  const free = plan.author.departments.filter((one) => one !== task.lead && !plan.duties.some(({ agency }) => agency === one));
  if (free.length === 0) return null;
  const product = pick(random, ['Đề án nâng cao chất lượng nguồn nhân lực', 'Chương trình phát triển hạ tầng dùng chung', 'Quy chế phối hợp, chia sẻ dữ liệu']);
  task.text = `Xây dựng ${product} trên địa bàn ${plan.author.territory}`;
  const second = pick(random, free);
  const words = `chủ trì xây dựng ${product} trên địa bàn ${plan.author.territory}`;
  plan.duties.push({ agency: second, words });
  return inPlan(place, { wrong: `${task.lead}, ${second}`, right: task.lead, at: `${second} ${words}`, rules: ['agency.lead-conflict'], about: second });
}
