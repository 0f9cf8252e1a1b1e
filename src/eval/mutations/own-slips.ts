import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';
import { printDay } from './works.ts';

/** Where a document contradicts what it says of itself. */
export const OWN_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'own number of another type': ownType,
  'annex under another number': annexNumber,
  'period of the title in an article': articlePeriod,
  'article skipped': articleSkipped,
  'day of every year that is none': yearlyDay,
  'share beside its counts': shareOfCounts,
  'past that is to come': laterPast,
};

/** "Số: 45/CT-UBND" above "KẾ HOẠCH". */
function ownType(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.author.system === 'state' && plan.form !== 'letter' ? [plan] : []));
  if (!place) return null;
  const { number } = place.plan.work;
  const code = /[/-](\p{Lu}\p{L}{0,3})-/u.exec(number)?.[1];
  if (code === undefined) return null;
  const other = pick(
    random,
    ['CT', 'QĐ', 'KH', 'BC'].filter((one) => one !== code),
  );
  const wrong = number.replace(`${code}-`, `${other}-`);
  place.plan.slip = { right: `Số: ${number}`, wrong: `Số: ${wrong}` };
  // Its annexes still have the right number.
  return inPlan(place, { wrong, right: number, at: `Số: ${wrong}`, rules: ['citation.type-word-conflict'], alsoAllowed: ['citation.notation-variant', 'self.number-conflict'] });
}

/** "(Kèm theo Kế hoạch số 54/KH-UBND …)" in an annex of 45/KH-UBND. */
function annexNumber(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.annexes.length > 0 || plan.form === 'decision' ? [plan] : []));
  if (!place) return null;
  const { number, date } = place.plan.work;
  const serial = /^\d+/.exec(number)?.[0] as string;
  const swapped = `${[...serial].reverse().join('')}`;
  const other = swapped !== serial && !swapped.startsWith('0') ? swapped : String(Number(serial) + between(random, 1, 9));
  const wrong = number.replace(serial, other);
  const day = printDay(date, 'slash');
  place.plan.slip = { right: `số ${number} ${day}`, wrong: `số ${wrong} ${day}` };
  return inPlan(place, { wrong, right: number, at: `số ${wrong} ${day}`, rules: ['self.number-conflict'], alsoAllowed: ['citation.future-document'], likely: number, must: true });
}

/** The title says 2024 - 2028, "Điều 1. Ban hành kèm theo Quyết định này …" 2024 - 2030. */
function articlePeriod(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => {
    const period = /giai đoạn (\d{4}) - (\d{4})/.exec(plan.work.title);
    return plan.form === 'decision' && period ? [{ whole: period[0], from: period[1] as string, to: Number(period[2]) }] : [];
  });
  if (!place) return null;
  const { whole, from, to } = place.thing;
  const title = place.plan.work.title.replace('ban hành ', '');
  const wrong = `giai đoạn ${from} - ${to + pick(random, [-1, 1, 2, 5])}`;
  const article = `Quyết định này ${title}`;
  const slipped = article.replace(whole, wrong);
  place.plan.slip = { right: article, wrong: slipped };
  return inPlan(place, { wrong, right: whole, at: slipped, rules: ['citation.period-drift'] });
}

function articleSkipped(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.form === 'decision' ? [plan] : []));
  if (!place) return null;
  const skipped = pick(random, [2, 3]);
  place.plan.slip = { right: `Điều ${skipped}. `, wrong: `Điều ${skipped + 1}. ` };
  return inPlan(place, { wrong: `Điều ${skipped + 1}`, right: `Điều ${skipped}`, at: `Điều ${skipped + 1}. `, rules: ['count.label-sequence-gap'] });
}

function yearlyDay(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ report }) => (report.includes('30/11') ? [report] : []));
  if (!place) return null;
  const wrong = place.thing.replace('30/11', pick(random, ['31/11', '31/9', '30/02']));
  place.plan.report = wrong;
  return inPlan(place, { wrong, right: place.thing, at: wrong, rules: ['date.impossible'] });
}

/** "Có 9/12 chỉ tiêu đạt kế hoạch, chiếm 85%" */
function shareOfCounts(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => [plan]);
  if (!place) return null;
  const whole = between(random, 8, 60);
  const part = between(random, 3, whole - 1);
  const right = Math.round((100 * part) / whole);
  const share = right + pick(random, [-10, -6, -3, 3, 5, 8]);
  if (share < 1 || share > 100) return null;
  const wrong = `Có ${part}/${whole} ${pick(random, ['xã', 'trường', 'đơn vị', 'chỉ tiêu'])} đạt chuẩn, ${pick(random, ['chiếm', 'đạt', 'đạt tỷ lệ'])} ${share}%`;
  place.plan.review.push(`${wrong}.`);
  return inPlan(place, { wrong, right: `${right}%`, at: wrong, rules: ['total.share-mismatch'], about: `${part}/${whole}` });
}

/** "Ngày 15/6/2024, Ủy ban nhân dân tỉnh đã họp …" in a plan of the 10th. */
function laterPast(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => [plan]);
  if (!place) return null;
  const { work, author } = place.plan;
  const later = new Date(Date.parse(work.date) + between(random, 2, 40) * 86_400_000).toISOString().slice(0, 10);
  const day = printDay(later, pick(random, ['long', 'slash'] as const));
  const wrong = `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${author.self} đã ${pick(random, ['họp đánh giá kết quả thực hiện', 'tổ chức hội nghị sơ kết', 'làm việc với các đơn vị'])}`;
  place.plan.review.push(`${wrong}.`);
  return inPlan(place, { wrong, right: printDay(work.date, 'long'), at: wrong, rules: ['citation.effect-before-cause'] });
}
