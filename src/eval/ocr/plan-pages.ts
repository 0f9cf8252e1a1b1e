import { join } from 'node:path';
import { type FactCase, readFactCases } from '../fact-cases.ts';
import { type MadeDocument, makeTextPages } from './pages.ts';
import { breakLines } from './typeset.ts';

/** Plans dense with figures: a page of a seed has few of them. */
const PLANS = ['plan-socioeconomic-council-resolution', 'plan-congress-resolution'];
const TITLE_WIDTH = 380;
const MOST_PAGES = 2;

/** Two of the whole plans in `fixtures/plans`, set as pages. */
export function planDocuments(root: string): MadeDocument[] {
  return readFactCases(join(root, 'fixtures', 'plans'))
    .filter(({ name }) => PLANS.includes(name))
    .map((plan) => ({ name: plan.name, seed: null, pages: makeTextPages(plan.name, headerOf(plan), paragraphsOf(plan), MOST_PAGES) }));
}

function headerOf({ document: { issuer, number, place, issuedOn, type, title } }: FactCase) {
  const [year, month, day] = issuedOn.split('-');
  return {
    issuer: issuer.split(/(?<=NHÂN DÂN) /u),
    number: `Số: ${number}`,
    place: `${place}, ngày ${day} tháng ${month} năm ${year}`,
    type,
    title: breakLines(title, TITLE_WIDTH, 14, 'bold'),
  };
}

function paragraphsOf({ text }: FactCase): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
