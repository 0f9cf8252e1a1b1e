import type { ExtractedDocument } from '../model/document.ts';
import type { Target } from '../model/targets.ts';
import { fold } from '../text/fold.ts';
import type { ExpectedTarget } from './fact-cases.ts';
import { Score } from './score.ts';

/** How targets were judged: indicator, years, comparator, bounds and unit together; the rest of those that agree apart. */
export interface TargetScores {
  targets: Score;
  details: Score;
}

export const targetScores = (): TargetScores => ({ targets: new Score(), details: new Score() });

/** The words of an indicator agree when they share this part of them. */
const ALIKE = 0.6;

const tokens = (words: string): string[] => {
  const plain = fold(words)
    .replaceAll('tỉ', 'tỷ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
  return [...new Set(plain.split(' '))];
};

/** How alike two names are by their words: twice the common ones over all, from 0 to 1. */
function wordOverlap(a: string, b: string): number {
  const [left, right] = [tokens(a), tokens(b)];
  const common = left.filter((token) => right.includes(token)).length;
  return (2 * common) / (left.length + right.length);
}

const namesOf = ({ indicator, scope }: Target): string[] => [indicator.raw, indicator.name, `${indicator.raw} ${scope?.name ?? ''}`];

function sameIndicator(expected: ExpectedTarget, found: Target): boolean {
  const wanted = [expected.indicator, `${expected.indicator} ${expected.scope ?? ''}`, `${expected.indicator} ${expected.area ?? ''}`];
  return namesOf(found).some((name) => wanted.some((words) => wordOverlap(words, name) >= ALIKE));
}

function samePeriod(expected: ExpectedTarget, { period }: Target): boolean {
  const year = expected.year ?? null;
  if (year === null && expected.from === undefined && expected.to === undefined) return period === null;
  if (period === null) return false;
  if (year !== null) return (period.to ?? period.from) === year;
  return (expected.from === undefined || period.from === expected.from) && (expected.to === undefined || period.to === expected.to);
}

const close = (a: number | null, b: number | null) => a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/** Units agree when they are spelled alike, measure the same amount, or one counts what the other names more closely. */
function sameUnit(expected: string | undefined, found: string | null): boolean {
  if (expected === undefined) return true;
  if (found === null) return false;
  const [a, b] = [expected, found].map((unit) =>
    fold(unit)
      .replaceAll('m2', 'm²')
      .replaceAll('tỉ', 'tỷ')
      .replace(/\/năm$/, '')
      .split('/')
      .map((part) => part.trim())
      .join('/'),
  ) as [string, string];
  return a === b || (!a.includes('/') && !b.includes('/') && !/[%‰]/.test(a + b) && (a.startsWith(b) || b.startsWith(a)));
}

function sameBounds(expected: ExpectedTarget, found: Target): boolean {
  const { comparator } = expected;
  if (found.comparator !== comparator) return false;
  const low = expected.low ?? null;
  const high = expected.high ?? (comparator === 'eq' || comparator === 'change' ? low : null);
  if (comparator === 'change') return close(found.low ?? found.high, low ?? high) && (expected.high === undefined || close(found.high, high));
  return close(found.low, low) && close(found.high, high);
}

/** `5 triệu người` may be written with or without its multiplier. */
function sameAmount(expected: ExpectedTarget, found: Target): boolean {
  if (sameBounds(expected, found) && sameUnit(expected.unit, found.unit)) return true;
  const match = /^(nghìn|ngàn|vạn|triệu|tỷ|tỉ) (?!đồng)(.+)$/u.exec(expected.unit ?? '');
  if (!match) return false;
  const factor = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }[match[1] as string] ?? 1;
  const scaled = {
    ...expected,
    unit: match[2] as string,
    ...(expected.low === undefined ? {} : { low: expected.low * factor }),
    ...(expected.high === undefined ? {} : { high: expected.high * factor }),
  };
  return sameBounds(scaled, found) && sameUnit(scaled.unit, found.unit);
}

const describe = (target: ExpectedTarget): string =>
  `${target.indicator.slice(0, 70)} | ${target.year ?? `${target.from ?? ''}-${target.to ?? ''}`} | ${target.comparator} ${target.low ?? ''}..${target.high ?? ''} ${target.unit ?? ''}${target.state ? ` ${target.state.slice(0, 40)}` : ''}`;

/** A found target in the words of an expected one. */
function asExpected({ indicator, period, comparator, low, high, unit, state }: Target): ExpectedTarget {
  return {
    indicator: indicator.raw,
    ...(period === null ? {} : period.from === null || period.to === null ? { year: (period.to ?? period.from) as number } : { from: period.from, to: period.to }),
    comparator,
    ...(low === null ? {} : { low }),
    ...(high === null || comparator === 'eq' ? {} : { high }),
    ...(unit === null ? {} : { unit }),
    ...(state === null ? {} : { state }),
  };
}

/** Pairs what is expected with what was found. */
export function judgeTargets(expected: readonly ExpectedTarget[], { targets }: Pick<ExtractedDocument, 'targets'>, label: string, scores: TargetScores): void {
  const open = [...targets];
  for (const row of expected) {
    const fits = open.flatMap((found, at) => (samePeriod(row, found) && sameAmount(row, found) && sameIndicator(row, found) ? [at] : []));
    const best = fits.find((at) => sameScope(row, open[at] as Target)) ?? fits[0];
    if (best === undefined) {
      scores.targets.misses.push(`${label}: ${describe(row)}`);
      continue;
    }
    const [found] = open.splice(best, 1);
    scores.targets.hits++;
    judgeDetails(row, found as Target, label, scores.details);
  }
  for (const found of open) scores.targets.falseAlarms.push(`${label}: ${describe(asExpected(found))}`);
}

function sameScope(expected: ExpectedTarget, found: Target): boolean {
  const area = expected.area === undefined || wordOverlap(expected.area, found.area?.name ?? '') >= ALIKE;
  return area && (expected.scope === undefined ? true : found.scope !== null && wordOverlap(expected.scope, found.scope.name) >= 0.5);
}

function judgeDetails(row: ExpectedTarget, found: Target, label: string, score: Score): void {
  const check = (name: string, expected: unknown, value: unknown, right = expected === value) => {
    if (right) score.hits++;
    else score.misses.push(`${label}: ${row.indicator.slice(0, 50)}: ${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(value)}`);
  };
  if (row.period !== undefined) check('period', row.period, found.period?.kind ?? null);
  check('approximate', row.approximate ?? false, found.approximate);
  if (row.modality !== undefined) check('modality', row.modality, found.modality);
  if (row.area !== undefined)
    check('area', row.area, found.area?.name ?? null, wordOverlap(row.area, found.area?.name ?? '') >= ALIKE || (found.area?.id === 'vn' && /nước|quốc/u.test(row.area)));
  if (row.scope !== undefined) check('scope', row.scope, found.scope?.name ?? null, found.scope !== null && wordOverlap(row.scope, found.scope.name) >= 0.5);
  if (row.state !== undefined) check('state', row.state, found.state, found.state !== null && wordOverlap(row.state, found.state) >= ALIKE);
  if (row.change !== undefined) {
    check('direction', row.change.direction, found.change?.direction ?? null);
    if (row.change.base !== undefined) check('base', row.change.base, found.change?.base ?? null);
    if (row.change.per !== undefined) check('per', row.change.per, found.change?.per ?? null);
  }
  if (row.where !== undefined) check('where', row.where, found.where);
  if (row.responsible !== undefined) {
    const names = found.responsible.map(({ name }) => fold(name)).sort();
    check('responsible', row.responsible.map(fold).sort().join('; '), names.join('; '));
  }
}

/** A row of `fixtures/seeds/targets.tsv`: what a careful reader found in the seeds. */
export interface SeedTarget {
  seed: string;
  line: string;
  end_line: string;
  indicator: string;
  indicator_key: string;
  scope_territory: string;
  year: string;
  operator: string;
  low: string;
  high: string;
  unit: string;
  kind: string;
}

/** The comparator a reader's operator stands for: `approx…` is said by `approximate`, `range_arrow` by a flag. */
const OPERATORS: Readonly<Record<string, string>> = { min_to_ge: 'min-to-ge', approx: 'eq', approx_range: 'range', range_arrow: 'range' };

const scopeKey = (scope: string | null | undefined): string =>
  fold(scope ?? '')
    .replace(/(?<!\p{L})(?:khu vực|các|tại|ở)(?!\p{L})/gu, '')
    .replace(/[\s,]+/g, ' ')
    .trim();

/** Rows with numbers: indicator id, area, scope, year, comparator, bounds and unit must all agree. */
export function judgeSeedTargets(rows: readonly SeedTarget[], { targets }: Pick<ExtractedDocument, 'targets'>, label: string, score: Score): void {
  const wanted = rows
    .filter((row) => (row.low !== '' || row.high !== '') && row.kind !== 'context')
    .map((row) => {
      const [area = '', scope] = row.scope_territory.split(' / ');
      return [
        row.indicator_key,
        area === 'cả nước' ? 'Việt Nam' : area,
        scopeKey(scope),
        row.year,
        OPERATORS[row.operator] ?? row.operator,
        row.low,
        row.high,
        row.unit.replace('m2', 'm²'),
      ].join(' | ');
    });
  score.compare(wanted, targets.filter((target) => target.comparator !== 'status').map(targetKey), label);
}

/** Two targets of one key have the same indicator, area, scope, year, comparator, bounds and unit. */
export function targetKey({ indicator, area, scope, period, comparator, low, high, unit }: Target): string {
  return [
    indicator.id ?? `? ${indicator.raw}`,
    area?.name.trim() ?? '',
    scopeKey(scope?.name),
    period?.to ?? period?.from ?? '',
    comparator,
    low ?? '',
    high ?? '',
    unit ?? '',
  ].join(' | ');
}
