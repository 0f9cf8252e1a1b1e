import { isoDay } from '../../grammar/dates.ts';
import type { Terms } from '../../resolve/terms.ts';
import type { ExpectedCitation, ExpectedDocument } from '../fixtures.ts';
import type { Plant, Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';

/** A seed as received, to be changed. */
export interface Seed {
  name: string;
  content: string;
}

/** What a careful reader knows of the seeds. */
export interface SeedTruth {
  citations: readonly ExpectedCitation[];
  documents: readonly ExpectedDocument[];
  terms: Terms;
}

type SeedSlip = Plant<Seed, SeedTruth>;

/** Errors planted in the bytes of the seeds, with all their damage and all the errors they have already. */
export const SEED_SLIPS: Readonly<Record<string, SeedSlip>> = {
  'date digit': dateSlip(changedDigit),
  'day and month swapped': dateSlip((date) => date.replace(/^(\d+)\/(\d+)/, '$2/$1')),
  'future document': dateSlip((date, random) => date.replace(/\d{4}$/, String(between(random, 2025, 2028)))),
  'separators swapped': numberSlip(
    /^(?:\d+-[^/]+\/(?:TW|TU|HU)|\d+\/[^-/]+-(?:CP|TTg|UBND|HĐND))$/,
    (number) => number.replace(/[-/]/g, (sign) => (sign === '-' ? '/' : '-')),
    'citation.notation-variant',
  ),
  'slash lost': numberSlip(/^\d+\/(?:KH|QĐ)-UBND$/, (number) => number.replace('/', ' '), 'citation.notation-variant'),
  'legislature suffix': numberSlip(/UBTVQH1[35]$/, (number) => number.replace(/\d\d$/, (suffix) => (suffix === '15' ? '14' : '12')), 'citation.legislature-term-mismatch'),
  'number left blank': numberSlip(/^\d+[-/]/, (number) => number.replace(/^\d+/, '....'), 'citation.blank-number'),
  'component of a sum': wordSlip(/(?:gồm|,) (?<part>\d\d) đô thị loại/, (part) => String(Number(part) + 3), 'total.sum-mismatch'),
  'declared count': wordSlip(/\((?<part>33) nhiệm vụ\)/, (part) => String(Number(part) + 4), 'count.declared-vs-found'),
  'deadline before issue': wordSlip(/(?<part>2023-20(?:25|30))(?=\s*[|<])/, () => '2021-2022', 'deadline.before-issue'),
  'doubled word': wordSlip(/ (?<part>trách nhiệm|chương trình|hiệu quả|quy hoạch|nội dung|tổ chức)(?= )/, (part) => `${part.split(' ')[0]} ${part}`, 'text.duplicated-word'),
  'missing word': wordSlip(/ (?<part>theo quy định)/, () => 'theo định', 'text.missing-word'),
  'name of an agency': wordSlip(/ (?<part>Sở Tài nguyên và Môi trường|Sở Kế hoạch và Đầu tư)/, (part) => part.replace(' và', ''), 'agency.name-variant'),
};

/** Changes what stands at an offset; the finding has to be on that line. */
function change(seed: Seed, at: number, right: string, wrong: string, told: Partial<Planted>): Planted {
  seed.content = seed.content.slice(0, at) + wrong + seed.content.slice(at + right.length);
  const line = seed.content.slice(seed.content.lastIndexOf('\n', at - 1) + 1, seed.content.indexOf('\n', at + wrong.length));
  return { wrong, right, file: seed.name, at: line, rules: [], alsoAllowed: [], about: '', likely: null, must: false, ...told };
}

/** The offsets of the lines a citation stands on. */
function linesOf({ content }: Seed, { line, end_line: last }: ExpectedCitation): [number, number] {
  let start = 0;
  for (let i = 1; i < Number(line); i++) start = content.indexOf('\n', start) + 1;
  let end = start;
  for (let i = Number(line); i <= Number(last); i++) end = content.indexOf('\n', end) + 1 || content.length;
  return [start, end];
}

function seedOf(seeds: readonly Seed[], row: ExpectedCitation): Seed {
  return seeds.find(({ name }) => name === row.file) as Seed;
}

function numberSlip(pattern: RegExp, slip: (number: string) => string, rule: string): SeedSlip {
  return (seeds, random, { citations }) => {
    // Only where the number stands unbroken on its first line, and is right.
    const rows = citations.filter((row) => pattern.test(row.number) && row.number === row.number_canonical && row.form !== 'own');
    if (rows.length === 0) return null;
    const row = pick(random, rows);
    const seed = seedOf(seeds, row);
    const [start, end] = linesOf(seed, row);
    const at = seed.content.indexOf(row.number, start);
    if (at === -1 || at >= end) return null;
    return change(seed, at, row.number, slip(row.number), { rules: [rule], likely: row.number, must: rule === 'citation.notation-variant' });
  };
}

function wordSlip(pattern: RegExp, slip: (words: string) => string, rule: string): SeedSlip {
  return (seeds, random) => {
    const all = seeds.flatMap((seed) => [...seed.content.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ seed, match })));
    if (all.length === 0) return null;
    const { seed, match } = pick(random, all);
    const right = match.groups?.part ?? match.groups?.other ?? '';
    return change(seed, match.index + match[0].lastIndexOf(right), right, slip(right), { rules: [rule] });
  };
}

function changedDigit(date: string, random: Random): string {
  const at = pick(
    random,
    [...date.matchAll(/\d/g)].map(({ index }) => index),
  );
  const other = pick(
    random,
    [...'0123456789'].filter((digit) => digit !== date[at]),
  );
  return date.slice(0, at) + other + date.slice(at + 1);
}

const DATE_RULES = ['citation.date-conflict', 'citation.future-document', 'citation.embedded-year-mismatch', 'citation.number-date-monotonicity', 'citation.effect-before-cause'];

function dateSlip(slip: (date: string, random: Random) => string): SeedSlip {
  return (seeds, random, truth) => {
    const row = pick(
      random,
      truth.citations.filter(({ form, date_iso: date, date_best: best }) => form === 'full' && date.length === 10 && date === best),
    );
    const seed = seedOf(seeds, row);
    const [start, end] = linesOf(seed, row);
    const own = seed.content.indexOf(row.number, start);
    const printed = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(seed.content.slice(own, end));
    if (own === -1 || own >= end || !printed) return null;
    const wrong = slip(printed[0], random);
    const day = readDay(wrong);
    if (readDay(printed[0]) !== row.date_iso || wrong === printed[0] || day === row.date_iso) return null;
    if (day === null) return change(seed, own + printed.index, printed[0], wrong, { rules: ['date.impossible'], alsoAllowed: DATE_RULES });
    const { rules, must } = judgeDay(row, day, truth);
    return change(seed, own + printed.index, printed[0], wrong, {
      rules,
      alsoAllowed: DATE_RULES,
      about: rules.length > 0 ? row.number_canonical : '',
      likely: rules.length > 0 ? row.date_best : null,
      must,
    });
  };
}

const readDay = (printed: string): string | null => {
  const [day, month, year] = printed.split('/').map(Number) as [number, number, number];
  return isoDay(day, month, year);
};

/** What follows from a wrong day: another one in the same year or term, or one after the document that cites it. */
function judgeDay(row: ExpectedCitation, day: string, { citations, documents, terms }: SeedTruth): Pick<Planted, 'rules' | 'must'> {
  const issued = (file: string, part: string) => documents.find((document) => document.file === file && document.part === Number(part))?.identity?.issuedOn ?? null;
  const own = issued(row.file, row.part);
  const others = citations.filter((other) => other !== row && other.number_canonical === row.number_canonical && other.date_iso === row.date_best);
  const embedded = /\/(\d{4})\//.exec(row.number)?.[1];
  const conflict = others.length > 0 && (embedded !== undefined || samePeriod(row, day, terms));
  const future = own !== null && day > own;
  const misdated = embedded !== undefined && !day.startsWith(embedded);
  const rules = [
    ...(conflict ? ['citation.date-conflict'] : []),
    ...(future ? ['citation.date-conflict', 'citation.future-document'] : []),
    ...(misdated ? ['citation.embedded-year-mismatch'] : []),
  ];
  const refuted =
    future ||
    others.some((other) => {
      const date = issued(other.file, other.part);
      return date !== null && date < day;
    });
  return { rules, must: conflict && refuted };
}

function samePeriod({ number_canonical: number, date_best: date, file }: ExpectedCitation, day: string, terms: Terms): boolean {
  const body = /\/(TW|TU|HU)$/.exec(number)?.[1];
  if (body === undefined || body === 'HU') return date.slice(0, 4) === day.slice(0, 4);
  const [committee, level] = body === 'TW' ? (['tw', 'central'] as const) : ([file.startsWith('002') ? 'vn-ht' : 'vn-hp', 'province'] as const);
  const [a, b] = [terms.party(committee, level, date), terms.party(committee, level, day)];
  return a !== null && b !== null && a.label === b.label && !a.boundary && !b.boundary;
}
