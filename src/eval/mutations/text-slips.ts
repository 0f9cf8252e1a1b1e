import { choose, inPlan, type PlanSlip } from './plan-places.ts';
import type { Plan } from './plans/plan.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random, shuffled } from './random.ts';
import { printDay } from './works.ts';

/** Damage of words, lines and headers. */
export const TEXT_SLIPS: Readonly<Record<string, PlanSlip>> = {
  'doubled word': doubledWord,
  'missing word': missingWord,
  'broken font': brokenFont,
  'month padded with a zero': paddedMonth,
  'tail invented by a model': inventedTail,
  'tail of one line': tailOfOneLine,
  'misread word': misreadWord,
  'header lost, caption kept': lostHeader,
  'signature lost': lostSignature,
};

/** "báo cáo báo cáo theo quy định" */
function doubledWord(plans: Plan[], random: Random): Planted | null {
  const words = ['hiệu quả', 'chính quyền', 'trách nhiệm', 'tiến độ', 'nội dung', 'kế hoạch', 'tổ chức'];
  const place = choose(plans, random, ({ purposes }) => purposes.flatMap((text) => words.filter((word) => text.includes(word)).map((word) => ({ text, word }))));
  if (!place) return null;
  const { thing, plan } = place;
  const single = random() < 0.5 ? thing.word : (thing.word.split(' ')[0] as string);
  const wrong = thing.text.replace(thing.word, `${single} ${thing.word}`);
  plan.purposes = plan.purposes.map((text) => (text === thing.text ? wrong : text));
  return inPlan(place, { wrong: `${single} ${thing.word}`, right: thing.word, at: wrong, rules: ['text.duplicated-word'], likely: `${thing.word}|${single}` });
}

/** "theo định" for "theo quy định" */
function missingWord(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ duties }) => duties.filter(({ words }) => words.includes('theo quy định')));
  if (!place) return null;
  const right = place.thing.words;
  place.thing.words = right.replace('theo quy định', 'theo định');
  return inPlan(place, { wrong: 'theo định', right: 'theo quy định', at: `${place.thing.agency} ${place.thing.words}`, rules: ['text.missing-word'], likely: 'theo quy định|quy' });
}

/** U+01A2 and U+01A3 for Ư and ư, as one broken font gives them. */
function brokenFont(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, ({ purposes }) => purposes.filter((text) => /ư/.test(text)));
  if (!place) return null;
  const { thing, plan } = place;
  const wrong = thing.replaceAll('ư', 'ƣ');
  plan.purposes = plan.purposes.map((text) => (text === thing ? wrong : text));
  return inPlan(place, { wrong, right: thing, at: wrong, rules: ['text.font-mapping'] });
}

/** "ngày 15 tháng 05 năm 2024": only January and February are padded. */
function paddedMonth(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (Number(plan.work.date.slice(5, 7)) > 2 && Number(plan.work.date.slice(5, 7)) < 10 ? [plan] : []));
  if (!place) return null;
  const { plan } = place;
  const right = printDay(plan.work.date, 'long');
  const wrong = right.replace(/tháng (\d) /, 'tháng 0$1 ');
  plan.slip = { right, wrong };
  return inPlan(place, { wrong, right, at: wrong, rules: ['date.format'], likely: right });
}

/** "hiêu quả" for "hiệu quả", where a word begins: behind a mark or a small word. */
function misreadWord(plans: Plan[], random: Random): Planted | null {
  const words = [
    ['hiệu quả', 'hiêu quả'],
    ['trách nhiệm', 'trách nhiêm'],
    ['chính quyền', 'chình quyền'],
    ['tổ chức', 'tổ chưc'],
    ['kế hoạch', 'kê hoạch'],
    ['nâng cao', 'nâng cáo'],
    ['phát triển', 'phát triên'],
  ] as const;
  const begins = (text: string, word: string) => new RegExp(`(?:^|, |; |(?<=\\s)(?:và|của|để|các|cho|trong|với) )${word}(?!\\p{L})`, 'u').test(text);
  const place = choose(plans, random, ({ purposes }) => purposes.flatMap((text) => words.filter(([right]) => begins(text, right)).map((pair) => ({ text, pair }))));
  if (!place) return null;
  const {
    thing: {
      text,
      pair: [right, misread],
    },
    plan,
  } = place;
  const wrong = text.replace(new RegExp(`((?:^|, |; |\\s(?:và|của|để|các|cho|trong|với) ))${right}(?!\\p{L})`, 'u'), `$1${misread}`);
  plan.purposes = plan.purposes.map((one) => (one === text ? wrong : one));
  return inPlan(place, { wrong: misread, right, at: wrong, rules: ['text.ocr-confusion'], likely: right });
}

/** One caption is less sure to be invented than several. */
function tailOfOneLine(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.layout.markup === 'html' ? [] : [plan]));
  if (!place) return null;
  const wrong = pick(random, [
    'Handwritten signature in blue ink across the bottom of the page.',
    'The image shows a red stamp and a signature.',
    'Printed text at the bottom right of the page, possibly a footer.',
  ]);
  place.plan.tail = wrong;
  return inPlan(place, { wrong, right: '', at: '', rules: ['text.hallucinated-tail'] });
}

function inventedTail(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.layout.markup === 'html' ? [] : [plan]));
  if (!place) return null;
  const tails = [
    'The image shows a circular red stamp with Vietnamese text around the border and a star in the middle.',
    'Handwritten signature in blue ink over an official seal.',
    'Logo of the organization at the top of the page, followed by a blank space.',
  ];
  // A page that shows no text gets several such captions.
  const captions = shuffled(random, tails).slice(0, between(random, 2, 3));
  const wrong = captions[0] as string;
  place.plan.tail = captions.join('\n\n');
  // The tail is set aside; the finding lies where the document ends.
  return inPlan(place, { wrong, right: '', at: '', rules: ['text.hallucinated-tail'] });
}

function lostHeader(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => (plan.annexes.length > 0 ? [plan] : []));
  if (!place) return null;
  place.plan.lost = 'header';
  const { number } = place.plan.work;
  return inPlan(place, { wrong: '', right: number, at: '', rules: ['self.identity-only-in-annex'], alsoAllowed: ['self.identity-missing'], likely: number });
}

function lostSignature(plans: Plan[], random: Random): Planted | null {
  const place = choose(plans, random, (plan) => [plan]);
  if (!place) return null;
  place.plan.lost = 'signature';
  return inPlan(place, { wrong: '', right: place.plan.signatory, at: '', rules: ['self.signature-incomplete'] });
}
