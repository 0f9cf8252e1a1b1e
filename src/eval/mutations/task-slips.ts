import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';

/** Errors in who does what by when. */
export const TASK_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'deadline before issue': (plans, random) =>
    deadline(plans, random, 'deadline.before-issue', (issued) => [`Năm ${issued - 1}`, `31/12/${issued - 1}`, `${issued - 2} - ${issued - 1}`, `Quý II/${issued - 1}`]),
  'deadline after the horizon': (plans, random) => deadline(plans, random, 'deadline.after-horizon', (_, horizon) => [`Năm ${horizon + 3}`, `31/12/${horizon + 4}`]),
  'deadline after the end of its programme': afterProgramme,
  'period that starts before issue': (plans, random) =>
    deadline(plans, random, 'deadline.starts-before-issue', (issued, horizon) => [`${issued - 1} - ${Math.max(horizon, issued + 1)}`]),
  'two leads of one level': twoLeads,
  'name of an agency': agencyName,
  'letter case of an agency': agencyCase,
  'collective of two levels': collectiveOfTwoLevels,
  'agency that had ended': endedAgency,
};

function deadline(plans: Plan[], random: Random, rule: string, choices: (issued: number, horizon: number) => readonly string[]): Planted | null {
  const place = choose(plans, random, ({ tasks }) => tasks);
  if (!place) return null;
  const { thing: task, plan } = place;
  const right = task.deadline;
  task.deadline = pick(random, choices(Number(plan.work.date.slice(0, 4)), plan.horizon));
  return inPlan(place, {
    wrong: task.deadline,
    right,
    at: plan.annexes.includes('tasks') ? task.text : `thời gian thực hiện: ${task.deadline}`,
    rules: [rule],
    alsoAllowed: ['deadline.starts-before-issue'],
  });
}

/** "Thực hiện Chương trình phát triển nhà ở giai đoạn 2022 - 2025" by 2030. */
function afterProgramme(plans: Plan[], random: Random): Planted | null {
  const year = (plan: Plan) => Number(plan.work.date.slice(0, 4));
  const place = choose(plans, random, (plan) => (plan.horizon >= year(plan) + 2 ? plan.tasks : []));
  if (!place) return null;
  const { thing: task, plan } = place;
  const end = between(random, year(plan), plan.horizon - 1);
  task.text = pick(random, [
    `Triển khai thực hiện Chương trình phát triển nhà ở giai đoạn ${end - 4} - ${end}`,
    `Thực hiện các nhiệm vụ của Đề án phát triển dịch vụ logistics giai đoạn ${end - 4}-${end}`,
  ]);
  task.deadline = pick(random, [`Năm ${plan.horizon}`, `31/12/${plan.horizon}`]);
  const right = `Năm ${end}`;
  return inPlan(place, { wrong: task.deadline, right, at: taskWords(plan, task.text), rules: ['deadline.outlives-programme'], about: task.deadline });
}

/** A task's text as printed: within a sentence it begins in lower case. */
const taskWords = ({ annexes }: Plan, text: string) => (annexes.includes('tasks') ? text : text.slice(1));

/** The cell of the task gives it to one department, the column of leads to another. */
function twoLeads(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ tasks, annexes }) => (annexes.includes('tasks') ? tasks : []));
  if (!place) return null;
  const { thing: task, plan } = place;
  const free = plan.author.departments.filter((one) => one !== task.lead && !task.others.includes(one));
  if (free.length === 0) return null;
  const second = pick(random, free);
  const right = task.text;
  task.text = `${task.text} (${second} là cơ quan chủ trì)`;
  return inPlan(place, { wrong: `${second} và ${task.lead}`, right, at: task.text, rules: ['agency.lead-conflict'] });
}

const VARIANTS: readonly (readonly [string, string])[] = [
  ['Sở Giao thông vận tải', 'Sở Giao thông và vận tải'],
  ['Sở Thông tin và Truyền thông', 'Sở Thông tin Truyền thông'],
  ['Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch Đầu tư'],
  ['Sở Tài nguyên và Môi trường', 'Sở Tài nguyên Môi trường'],
  ['Sở Lao động - Thương binh và Xã hội', 'Sở Lao động, Thương binh và Xã hội'],
  ['Sở Khoa học và Công nghệ', 'Sở Khoa học Công nghệ'],
  ['Phòng Văn hóa và Thông tin', 'Phòng Văn hóa Thông tin'],
  ['Phòng Nông nghiệp và Môi trường', 'Phòng Nông nghiệp Môi trường'],
  ['Phòng Tài chính - Kế hoạch', 'Phòng Tài chính và Kế hoạch'],
];

function agencyName(plans: Plan[], random: Random): Planted | null {
  const variant = (name: string) => VARIANTS.find(([right]) => right === name);
  const place = choose(plans, random, ({ duties }) => duties.filter(({ agency }) => variant(agency)));
  if (!place) return null;
  const [right, wrong] = variant(place.thing.agency) as readonly [string, string];
  place.thing.agency = wrong;
  return inPlan(place, { wrong, right, at: `${wrong} ${place.thing.words}`, rules: ['agency.name-variant'], about: wrong, likely: right, must: true });
}

/** "Sở Thông tin và truyền thông" */
function agencyCase(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ duties }) => duties.filter(({ agency }) => / (?:và|-) \p{Lu}/u.test(agency)));
  if (!place) return null;
  const right = place.thing.agency;
  const wrong = right.replace(/(?<= (?:và|-) )\p{Lu}/u, (letter) => letter.toLowerCase());
  place.thing.agency = wrong;
  return inPlan(place, { wrong, right, at: `${wrong} ${place.thing.words}`, rules: ['agency.case-variant'], about: wrong, likely: right, must: true });
}

/** "Ủy ban nhân dân các huyện, thị trấn": a unit of the commune beside those of the district. */
function collectiveOfTwoLevels(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ tasks, author }) => (/các huyện/.test(author.units) ? tasks.filter(({ others }) => others.includes(author.units)) : []));
  if (!place) return null;
  const { thing: task, plan } = place;
  const wrong = plan.author.units.replace('thị xã', 'thị trấn');
  task.others = task.others.map((one) => (one === plan.author.units ? wrong : one));
  return inPlan(place, { wrong, right: plan.author.units, at: taskWords(plan, task.text), rules: ['agency.collective-drift'], about: 'thị trấn' });
}

/** A department of 2026 that was merged into another in March 2025. */
function endedAgency(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ duties, author, work }) => (author.level === 'province' && work.date >= '2025-07-01' ? duties : []));
  if (!place) return null;
  const right = place.thing.agency;
  const wrong = pick(random, ['Sở Kế hoạch và Đầu tư', 'Sở Giao thông vận tải', 'Sở Thông tin và Truyền thông', 'Sở Tài nguyên và Môi trường'].slice(0, between(random, 2, 4)));
  place.thing.agency = wrong;
  return inPlan(place, { wrong, right, at: `${wrong} ${place.thing.words}`, rules: ['agency.outside-validity'], about: wrong });
}
