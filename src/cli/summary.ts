import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import type { FindingList } from '../model/finding-list.ts';
import type { RunRecord } from '../run/run-record.ts';
import { shorten } from '../text/shorten.ts';
import { LEVEL_STYLES } from './levels.ts';
import { printDate } from './listing.ts';
import { getLocale, printable, say, sayOf } from './locale.ts';
import { paint } from './paint.ts';
import { describeProblem } from './problems.ts';

const FINDINGS_SHOWN = 8;
const DOCUMENTS_SHOWN = 40;
const TITLE_WIDTH = 72;

/** Prints what a run found: documents, counts, the most important findings in full, where the outputs are. */
export function printSummary(record: RunRecord, findings: FindingList, out: string, notes: { cached: number; written: number; removed: number }): void {
  const lines: string[] = [];
  const { counts } = record;
  lines.push('', paint('bold', say('summary.documents', { count: counts.documents, sources: counts.sources })));
  for (const document of record.documents.slice(0, DOCUMENTS_SHOWN)) {
    const number = document.number ?? say('summary.none');
    const date = document.date ? printDate(document.date) : document.notBefore ? say('summary.notBefore', { date: printDate(document.notBefore) }) : say('summary.noDate');
    lines.push(`  ${paint('bold', printable(number))} · ${date} · ${printable([document.type, document.issuer].filter(Boolean).join(' · '))}`);
    if (document.title) lines.push(`    ${printable(shorten(document.title, TITLE_WIDTH))}`);
    lines.push(paint('dim', `    ${countsOf(document)} · ${printable(document.file)}${document.part > 1 ? `#${document.part}` : ''}`));
  }
  if (record.documents.length > DOCUMENTS_SHOWN) lines.push(`  … +${record.documents.length - DOCUMENTS_SHOWN}`);
  lines.push('', paint('bold', countsOf(counts)));
  printFindings(record, findings, lines);
  lines.push(...problemLines(record));
  lines.push('', paint('bold', say('summary.outputs')));
  for (const [name, key] of [
    ['report.html', 'summary.report'],
    ['documents/', 'summary.jsons'],
    ['works.json', 'summary.works'],
    ['findings.json', 'summary.findingsFile'],
    ['findings.sarif', 'summary.sarif'],
    ['tables/', 'summary.tables'],
  ] as const) {
    lines.push(`  ${join(out, name)}  ${paint('dim', say(key))}`);
  }
  if (notes.removed > 0) lines.push(say('summary.removed', { count: notes.removed }));
  if (notes.cached > 0) lines.push(paint('dim', say('summary.cached', { count: notes.cached })));
  if (notes.written === 0) lines.push(paint('dim', say('summary.unchanged')));
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The files a run could not read, or that need a look. */
export function problemLines({ problems }: RunRecord): string[] {
  if (problems.length === 0) return [];
  return [
    '',
    paint('bold', say('summary.problems')),
    ...problems.slice(0, DOCUMENTS_SHOWN).map((problem) => `  ${problem.severity === 'error' ? paint('red', '✗') : '·'} ${describeProblem(problem)}`),
    ...(problems.length > DOCUMENTS_SHOWN ? [`  … +${problems.length - DOCUMENTS_SHOWN}`] : []),
  ];
}

/** How many findings of each level there are, and how many were set aside. */
export function findingCounts({ counts }: RunRecord): string {
  const { error = 0, warning = 0, info = 0 } = counts.findings;
  const aside = counts.suppressed > 0 ? ` · ${say('summary.suppressed', { count: counts.suppressed })}` : '';
  return paint('bold', say('summary.findings', { error, warning, info })) + aside;
}

function countsOf({ citations, divisions, targets, assignments }: Pick<RunRecord['counts'], 'citations' | 'divisions' | 'targets' | 'assignments'>): string {
  return say('summary.counts', { citations, divisions, targets, assignments });
}

function printFindings(record: RunRecord, findings: FindingList, lines: string[]): void {
  const locale = getLocale();
  lines.push(findingCounts(record));
  // One cause is one entry; what shares it stands below in a line each.
  const roots = findings.filter((finding) => finding.cause === null && finding.suppressed === null);
  for (const finding of roots.slice(0, FINDINGS_SHOWN)) {
    lines.push('', `  ${paint(LEVEL_STYLES[finding.level], sayOf('level', finding.level))} ${printable(finding.message[locale])}  ${paint('dim', finding.rule)}`);
    for (const [value, places] of groupSides(finding)) {
      const [first, ...more] = places;
      if (!first) continue;
      const lead = value === null ? '' : `${/^\d{4}-\d{2}-\d{2}$/.test(value) ? printDate(value) : printable(value)}: `;
      lines.push(`    ${lead}“${printable(shorten(first.quote, 70))}”  ${paint('dim', `${first.place}${more.length > 0 ? ` +${more.length}` : ''}`)}`);
    }
    if (finding.verdict) lines.push(`    → ${printable(finding.verdict.reason[locale])} ${paint('dim', `(${sayOf('confidence', finding.verdict.confidence)})`)}`);
    for (const id of finding.joined) {
      const other = findings.find(id);
      if (other) lines.push(`    + ${say('summary.sameCause')} ${printable(other.message[locale])}  ${paint('dim', other.rule)}`);
    }
  }
  if (roots.length > FINDINGS_SHOWN) lines.push('', `  ${say('summary.more', { count: roots.length - FINDINGS_SHOWN })}`);
}

function groupSides(finding: Finding): Map<string | null, { quote: string; place: string }[]> {
  const groups = new Map<string | null, { quote: string; place: string }[]>();
  for (const side of finding.sides) {
    const [from, to] = side.evidence.lines;
    const entry = {
      quote: side.evidence.quote.replace(/\s+/g, ' '),
      place: `${printable(side.label === side.file ? '' : `${side.label} · `)}${printable(side.file)}:${from === to ? from : `${from}-${to}`}`,
    };
    const list = groups.get(side.value);
    if (list) list.push(entry);
    else groups.set(side.value, [entry]);
  }
  return groups;
}
