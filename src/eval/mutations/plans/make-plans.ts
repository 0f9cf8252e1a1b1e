import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { CENTRE } from '../homes.ts';
import { between, pick, type Random, randomOf, shuffled } from '../random.ts';
import { CENTRAL, iso, printDay, type TrueWork, two } from '../works.ts';
import { authorsOf, TWO_LEVELS_FROM } from './authors.ts';
import { indicatorsOf, makeTargets } from './make-targets.ts';
import type { Author, CountedList, Layout, Plan, PlanTarget, PlanTask, Sum } from './plan.ts';
import { decimal } from './print-plan.ts';
import { LIST_ITEMS, PRODUCTS, PURPOSES, SIGNATORIES, TOPICS, type Topic } from './topics.ts';

/** A corpus of plans on one topic: a province's and, mostly, that of a unit below it, which cites it. All agree with themselves and with each other. */
export function makePlans(seed: number, knowledge: Knowledge): Plan[] {
  const random = randomOf(seed);
  const era = random();
  const day = era < 0.6 ? iso(random, between(random, 2021, 2024)) : era < 0.7 ? iso(random, 2025, 3, 6) : iso(random, between(random, 2025, 2026), 7, 12);
  const topic = pick(random, TOPICS);
  const { province, lower } = authorsOf(day, knowledge, random);
  const upper = makePlan(province, topic, day, [], knowledge, random);
  if (random() < 0.25) return [upper];
  const later = new Date(Date.parse(day) + between(random, 10, 28) * 86_400_000).toISOString().slice(0, 10);
  // A unit of June 2025 issues nothing in July.
  if (day < TWO_LEVELS_FROM && later >= TWO_LEVELS_FROM) return [upper];
  const below = makePlan(lower, topic, later, [upper.work], knowledge, random);
  return [upper, { ...below, targets: below.targets.map((target) => boundAsAbove(target, upper.targets)) }];
}

/** Two numbers drawn alike by chance are one commitment: a unit does not promise "61,7% trở lên" where its province has "trên 61,7%". */
function boundAsAbove(target: PlanTarget, above: readonly PlanTarget[]): PlanTarget {
  const alike = above.find(
    ({ indicator, values }) => indicator === target.indicator && values.some(({ year, low }) => target.values.some((own) => own.year === year && own.low === low)),
  );
  return alike && alike.bound !== 'range' && target.bound !== 'range' ? { ...target, bound: alike.bound } : target;
}

function makePlan(author: Author, topic: Topic, date: string, above: readonly TrueWork[], knowledge: Knowledge, random: Random): Plan {
  const issued = Number(date.slice(0, 4));
  const years = random() < 0.2 ? [issued + (date.slice(5) > '10' ? 1 : 0)] : issued < 2025 ? [2025, 2030] : [2030, 2035];
  const horizon = years.at(-1) as number;
  const annexes: Plan['annexes'] = random() < 0.45 ? ['targets', 'tasks'] : random() < 0.5 ? ['tasks'] : random() < 0.4 ? ['targets'] : [];
  const layout: Layout = {
    markup: pick(random, ['text', 'text', 'wrapped', 'markdown', 'markdown', 'html'] as const),
    headings: pick(random, ['roman', 'roman', 'upper'] as const),
    table: 'tab',
    bases: pick(random, ['lines', 'sentence'] as const),
    targets: pick(random, ['by-year', 'by-indicator'] as const),
    zeros: random() < 0.8,
  };
  layout.table = layout.markup === 'html' ? 'html' : layout.markup === 'markdown' ? 'pipe' : 'tab';
  const form: Plan['form'] = author.system === 'party' ? 'plan' : pick(random, ['plan', 'plan', 'plan', 'decision', 'decision', 'letter'] as const);
  const partOf = topic.sectors.includes('rural') ? makePart(years, random) : null;
  // The sentence on whole and part is the only one on these communes.
  const indicators = indicatorsOf(topic, knowledge).filter(({ name }) => partOf === null || !name.includes('xã đạt chuẩn nông thôn mới'));
  const targets = makeTargets(indicators, between(random, 4, 9), years, author, annexes.includes('targets'), random);
  const tasks = shuffled(random, topic.tasks).map((task) => makeTask(task, author, date, horizon, random));
  return {
    form,
    author,
    work: makeWork(author, form, topic, date, years, random),
    horizon,
    years,
    bases: [...above, ...shuffled(random, CENTRAL)]
      .filter((work) => work.date < date)
      .slice(0, between(random, 1, 3))
      .map(citeWork),
    purposes: shuffled(random, PURPOSES).slice(0, between(random, 2, 5)),
    review:
      random() < 0.35
        ? [
            `Đến hết năm ${issued - 1}, các nhiệm vụ được giao cơ bản hoàn thành; còn ${two(between(random, 2, 6))} nhiệm vụ chậm tiến độ.`,
            `Có ${7 + (issued % 5)}/12 chỉ tiêu hoàn thành, chiếm ${decimal(Math.floor(((7 + (issued % 5)) * 1000) / 12) / 10)}%; 9/12 chỉ tiêu đạt 110% kế hoạch.`,
          ]
        : [],
    targets,
    lists: [makeList('nhóm nhiệm vụ, giải pháp', 'number', random), ...(random() < 0.5 ? [makeList('nội dung', pick(random, ['letter', 'dash'] as const), random)] : [])],
    sums: random() < 0.7 ? [makeSum(author, random)] : [],
    partOf,
    tasks,
    duties: shuffled(random, author.departments)
      .slice(0, between(random, 2, 4))
      .map((agency) => ({ agency, words: pick(random, DUTIES) })),
    report: pick(random, ['trước ngày 30/11 hằng năm', 'trước ngày 15/12 hằng năm', 'định kỳ 06 tháng, hằng năm']),
    signatory: pick(random, SIGNATORIES),
    annexes,
    layout,
  };
}

const DUTIES: readonly string[] = [
  'theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; tổng hợp, báo cáo theo quy định',
  'chủ trì, phối hợp với các cơ quan liên quan tham mưu bố trí kinh phí thực hiện',
  'hướng dẫn các địa phương triển khai nhiệm vụ thuộc lĩnh vực quản lý',
  'lồng ghép các nhiệm vụ của Kế hoạch vào chương trình công tác hằng năm',
];

const STATE_TYPES = { plan: ['Kế hoạch', 'KH'], decision: ['Quyết định', 'QĐ'], letter: ['Công văn', ''] } as const;

function makeWork({ system, level, territory, kind, place, issuer }: Author, form: Plan['form'], topic: Topic, date: string, years: readonly number[], random: Random): TrueWork {
  const party = system === 'party';
  const code = level === 'province' ? 'TU' : level === 'commune' ? 'ĐU' : kind === 'huyện' ? 'HU' : kind === 'quận' ? 'QU' : 'ThU';
  const [type, typeCode] = party ? pick(random, [['Chương trình hành động', 'CTr'] as const, ['Kế hoạch', 'KH'] as const]) : STATE_TYPES[form];
  const serial = between(random, 12, 190);
  const first = Number(date.slice(0, 4));
  const span = years.length === 1 ? `năm ${years[0]}` : pick(random, [`đến năm ${years[0]}, tầm nhìn đến năm ${years[1]}`, `giai đoạn ${first} - ${years[1]}`]);
  return {
    system,
    number: party ? `${serial}-${typeCode}/${code}` : form === 'letter' ? `${serial}/UBND-KT` : `${serial}/${typeCode}-UBND`,
    type,
    date,
    issuer,
    home: { ...CENTRE, level: level === 'province' ? 'province' : 'district', name: territory, place, kind },
    title: `${{ plan: '', decision: 'ban hành Kế hoạch ', letter: 'triển khai nhiệm vụ ' }[form]}${topic.name} trên địa bàn ${territory} ${span}`,
  };
}

const citeWork = (work: TrueWork) => ({
  words: `${work.type} số ${work.number} ${printDay(work.date, 'slash')} của ${work.issuer} ${/^(?:về|phê|ban|quy|hướng|kết|sửa)/.test(work.title) ? work.title : `về ${work.title}`}`,
});

function makeTask([text, pattern]: Topic['tasks'][number], author: Author, date: string, horizon: number, random: Random): PlanTask {
  const able = author.departments.filter((one) => pattern.test(one));
  const lead = pick(random, able.length > 0 ? able : author.departments);
  const others = shuffled(
    random,
    author.departments.filter((one) => one !== lead),
  ).slice(0, between(random, 1, 2));
  const issued = Number(date.slice(0, 4));
  const last = Math.max(horizon, issued + 1);
  const year = between(random, issued + 1, last);
  const deadlines = [`Năm ${year}`, `${issued + 1} - ${last}`, `31/12/${year}`, `Quý IV/${year}`, 'Hằng năm', 'Thường xuyên'];
  // What is left of the year after December is too short for a single-year plan.
  const soon = horizon <= issued ? ['Hằng năm', 'Thường xuyên', `31/12/${issued}`, `Quý IV/${issued}`] : deadlines;
  return { text, lead, others: random() < 0.6 ? [...others, author.units] : others, deadline: pick(random, soon), product: pick(random, PRODUCTS) };
}

function makeList(noun: string, labels: CountedList['labels'], random: Random): CountedList {
  const items = shuffled(random, LIST_ITEMS).slice(0, between(random, 3, 7));
  return { noun, declared: items.length, labels, items };
}

function makeSum({ level, kind }: Author, random: Random): Sum {
  if (random() < 0.5) {
    const parts = shuffled(random, ['ngân sách trung ương', 'ngân sách địa phương', 'vốn doanh nghiệp', 'nguồn xã hội hóa'])
      .slice(0, between(random, 2, 4))
      .map((name) => ({ amount: between(random, 8, 320), name }));
    return { lead: 'Tổng nhu cầu kinh phí thực hiện là', total: parts.reduce((sum, { amount }) => sum + amount, 0), unit: 'tỷ đồng', parts };
  }
  const names = level === 'province' ? ['đô thị loại II', 'đô thị loại III', 'đô thị loại IV', 'đô thị loại V'] : ['xã khu vực I', 'xã khu vực II', 'xã khu vực III'];
  const parts = names.slice(0, between(random, 2, names.length)).map((name) => ({ amount: between(random, 1, 16), name }));
  return { lead: `Hiện nay, toàn ${kind} có`, total: parts.reduce((sum, { amount }) => sum + amount, 0), unit: level === 'province' ? 'đô thị' : 'xã', parts };
}

function makePart(years: readonly number[], random: Random): Plan['partOf'] {
  const whole = between(random, 30, 120);
  return { whole, part: between(random, 5, whole - 8), year: years[0] as number };
}
