import type { Finding } from '../model/finding.ts';
import { judgeControls, type SeedControl } from './judge-controls.ts';
import { type ExpectedFinding, type FindingVerdict, judgeFindings } from './judge-findings.ts';

const LEVELS = ['error', 'warning', 'info'] as const;

/**
 * Prints how the reader's list fared: counts by level, then each row that was not found or whose right value was not proposed,
 * then findings that answer no row: false alarms, or what the reader passed over; at last look-alikes that are flagged and must not be.
 */
export function printFindings(rows: readonly ExpectedFinding[], controls: readonly SeedControl[], findings: readonly Finding[]): void {
  const { verdicts, besides } = judgeFindings(rows, findings);
  process.stdout.write('\nFindings on the five seeds, against the reader’s list (fixtures/seeds/inconsistencies.tsv)\n');
  process.stdout.write('  level             rows  found  other level  other rule  missed   value right  wrong  cannot tell\n');
  for (const level of LEVELS)
    printCounts(
      level,
      verdicts.filter(({ row }) => row.severity === level),
    );
  printCounts(
    'error, warning',
    verdicts.filter(({ row }) => row.severity !== 'info'),
  );
  for (const verdict of verdicts) printVerdict(verdict);
  for (const { level, rule, message, sides } of besides) {
    const places = sides.slice(0, 3).map(({ file, evidence }) => `${file.slice(0, 3)}:${evidence.lines[0]}`);
    process.stdout.write(`      besides      ${level} ${rule} at ${[...new Set(places)].join('; ')}: ${message.en}\n`);
  }
  const flagged = judgeControls(controls, findings);
  process.stdout.write(`  look-alikes (fixtures/seeds/controls.tsv): ${controls.length}, flagged all the same: ${new Set(flagged.map(({ control }) => control.id)).size}\n`);
  for (const { control, finding } of flagged)
    process.stdout.write(
      `      cries wolf   ${control.id} ${finding.level} ${finding.rule} at ${control.places} (${control.words}): ${control.because}; it says: ${finding.message.en}\n`,
    );
}

function printCounts(name: string, verdicts: readonly FindingVerdict[]): void {
  const count = (key: 'outcome' | 'proposal', value: string) => String(verdicts.filter((verdict) => verdict[key] === value).length);
  const cells = [
    name.padEnd(16),
    String(verdicts.length).padStart(5),
    count('outcome', 'found').padStart(6),
    count('outcome', 'other-level').padStart(12),
    count('outcome', 'other-rule').padStart(11),
    count('outcome', 'missed').padStart(7),
    count('proposal', 'right').padStart(13),
    count('proposal', 'wrong').padStart(6),
    count('proposal', 'cannot-tell').padStart(12),
  ];
  process.stdout.write(`  ${cells.join(' ')}\n`);
}

function printVerdict({ row, outcome, finding, value, proposal }: FindingVerdict): void {
  const outside = row.scope === 'external' ? ', told only by data outside the corpus' : '';
  if (outcome !== 'found') process.stdout.write(`      ${outcome.padEnd(11)}  ${row.id} ${row.rule} (${row.severity}${outside}) at ${row.location_a}\n`);
  if (finding && (proposal === 'wrong' || proposal === 'cannot-tell'))
    process.stdout.write(`      ${proposal.padEnd(11)}  ${row.id} ${row.rule}: proposes ${value ?? 'nothing'}; the reader: ${row.likely_right}\n`);
}
