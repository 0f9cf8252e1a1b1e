import type { Level } from '../../model/finding.ts';
import type { CleanResult } from './clean.ts';
import { describe, type Tally } from './judge.ts';

/** A class of planted errors: how it fared, and the level its rule has, null where no rule is for it yet. */
export interface ClassResult {
  name: string;
  level: Level | null;
  tally: Tally;
}

const write = (line: string) => process.stdout.write(`${line}\n`);
const number = (value: number, width: number) => String(value).padStart(width);
const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3));

/** One line per class, then totals by level: error and warning first, where the goals lie. */
export function printClasses(title: string, classes: readonly ClassResult[], details: number): void {
  write(`\n${title}`);
  write(HEAD);
  for (const { name, level, tally } of classes) write(row(name, level ?? 'no rule', [tally]));
  for (const { name, tally } of classes) printDetails(name, tally, details);
}

const HEAD = `  ${'planted error'.padEnd(36)} ${'level'.padEnd(8)} planted detectable  found  by rule  at place   share | value known  right  wrong | besides`;

/** Sums over classes. */
export function printTotals(classes: readonly ClassResult[]): { detection: number; values: number } {
  write('\nAll classes');
  write(HEAD);
  const of = (levels: readonly (Level | null)[]) => classes.filter(({ level }) => levels.includes(level)).map(({ tally }) => tally);
  write(row('error and warning', '', of(['error', 'warning'])));
  write(row('info', '', of(['info'])));
  write(row('without a rule', '', of([null, 'off'])));
  const counted = of(['error', 'warning', 'info', null, 'off']);
  write(row('all', '', counted));
  const sum = (key: 'planted' | 'detectable' | 'atPlace' | 'knowable' | 'valueRight') => counted.reduce((total, tally) => total + tally[key], 0);
  write(`  not detectable from the documents: ${sum('planted') - sum('detectable')} of ${sum('planted')} planted errors, which no second place and no constraint gives away`);
  return { detection: sum('atPlace') / sum('detectable'), values: sum('valueRight') / sum('knowable') };
}

function row(name: string, level: string, tallies: readonly Tally[]): string {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const detectable = sum((tally) => tally.detectable);
  const atPlace = sum((tally) => tally.atPlace);
  return [
    `  ${name.padEnd(36)} ${level.padEnd(8)}`,
    number(
      sum((tally) => tally.planted),
      7,
    ),
    number(detectable, 10),
    number(
      sum((tally) => tally.found),
      6,
    ),
    number(
      sum((tally) => tally.byRule),
      8,
    ),
    number(atPlace, 9),
    share(atPlace, detectable).padStart(7),
    '|',
    number(
      sum((tally) => tally.knowable),
      11,
    ),
    number(
      sum((tally) => tally.valueRight),
      6,
    ),
    number(
      sum((tally) => tally.valueWrong.length),
      6,
    ),
    '|',
    number(
      sum((tally) => tally.besides.length),
      7,
    ),
  ].join(' ');
}

function printDetails(name: string, { missed, untold, valueWrong, besides }: Tally, details: number): void {
  for (const [kind, list] of [
    ['missed', missed],
    ['value not told', untold],
    ['value wrong', valueWrong],
    ['besides', besides],
  ] as const)
    for (const one of list.slice(0, details)) write(`      ${kind}  ${name}: ${one}`);
}

/** Findings per 100 right documents by level, then by rule with up to `details` of each. @returns errors per 100 documents */
export function printClean(title: string, { documents, findings, joined }: CleanResult, details: number): number {
  write(`\n${title}: ${documents} documents`);
  if (joined.files > 0) write(`  files that hold a letter and the document it sends: ${joined.files}, told: ${joined.told}`);
  const per100 = (count: number) => ((count / documents) * 100).toFixed(2);
  const at = (level: Level) => findings.filter(({ finding }) => finding.level === level);
  write(`  per 100 documents: ${per100(at('error').length)} errors, ${per100(at('warning').length)} warnings, ${per100(at('info').length)} of level info`);
  const rules = new Map<string, CleanResult['findings']>();
  for (const one of findings) rules.set(`${one.finding.level} ${one.finding.rule}`, [...(rules.get(`${one.finding.level} ${one.finding.rule}`) ?? []), one]);
  for (const [rule, own] of [...rules].sort((a, b) => b[1].length - a[1].length)) {
    write(`  ${number(own.length, 6)}  ${rule}`);
    for (const { finding, seed } of own.slice(0, details)) write(`          seed ${seed}: ${describe(finding)}`);
  }
  return (at('error').length / documents) * 100;
}
