import { documentsAtFault, sidesAtFault } from '../../check/fault.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding, Side } from '../../model/finding.ts';
import type { FindingList } from '../../model/finding-list.ts';
import { printed } from '../../publish/report/value.ts';
import type { DocumentSummary } from '../../run/run-record.ts';
import { LEVEL_STYLES } from '../levels.ts';
import { getLocale, printable, say, sayOf } from '../locale.ts';
import { paint } from '../paint.ts';
import { wrap } from '../terminal-table.ts';
import { quotedLine } from './quoted-line.ts';

/** So many values of a finding are shown, and so many places of each: a number cited a hundred times must not bury the other side. */
const VALUES_SHOWN = 4;
const PLACES_SHOWN = 2;
const JOINED_SHOWN = 5;
/** Columns for the number of a line. */
const GUTTER = 6;

/** What the reporter reads besides the findings. */
export interface Shown {
  documents: readonly DocumentSummary[];
  /** The normalized text of a document; null where it is gone. */
  textOf(document: string): string | null;
  width: number;
}

/**
 * Findings for a terminal, under the document to be corrected or asked about: message, the words of each side with carets below them,
 * verdict, and what has the same cause. One chunk a finding; the size of each has a bound.
 */
export function* terminalFindings(findings: FindingList, shown: Shown): Generator<string> {
  const summaries = new Map(shown.documents.map((document) => [document.id, document]));
  const groups = new Map<string, string[]>();
  // What shares a cause is told with its root.
  for (const finding of findings.filter(({ suppressed, cause }) => suppressed === null && !(cause && findings.head(cause.root)))) {
    const [document = ''] = documentsAtFault(finding);
    const group = groups.get(document);
    if (group) group.push(finding.id);
    else groups.set(document, [finding.id]);
  }
  for (const [document, group] of groups) {
    yield `${headingOf(document, summaries.get(document))}\n\n`;
    for (const id of group) yield `${findingLines(findings.find(id) as Finding, document, findings, shown).join('\n')}\n\n`;
  }
  const aside = findings.filter(({ suppressed }) => suppressed !== null);
  if (aside.length > 0) yield `${asideLines([...aside], shown.width).join('\n')}\n\n`;
}

function headingOf(id: string, document: DocumentSummary | undefined): string {
  if (!document) return paint(['bold', 'underline'], printable(id));
  const { number, type, issuer, date, file } = document;
  const name = [number ?? type ?? say('summary.none'), date === null ? say('summary.noDate') : printed(date)].map(printable).join(' · ');
  return `${paint(['bold', 'underline'], name)} ${paint('dim', `· ${[issuer, file].flatMap((part) => (part ? [printable(part)] : [])).join(' · ')}`)}`;
}

function findingLines(finding: Finding, heading: string, findings: FindingList, shown: Shown): string[] {
  const locale = getLocale();
  const { level, rule, message, verdict, joined, outdated, id } = finding;
  const lines = wrapped(`${paint(LEVEL_STYLES[level], sayOf('level', level))} `, `${printable(message[locale])}  ${paint('dim', rule)}`, shown.width, '  ');
  const wrong = new Set(sidesAtFault(finding));
  const right = verdict?.value ?? null;
  const groups = [...byValue(finding.sides).values()].sort((a, b) => Number(wrong.has(b[0] as Side)) - Number(wrong.has(a[0] as Side)));
  for (const places of groups.slice(0, VALUES_SHOWN)) {
    const style = right === null ? 'yellow' : wrong.has(places[0] as Side) ? 'red' : 'green';
    for (const side of places.slice(0, PLACES_SHOWN)) lines.push(...placeLines(side, style, heading, shown));
    if (places.length > PLACES_SHOWN) lines.push(paint('dim', `      ${say('findings.morePlaces', { count: places.length - PLACES_SHOWN })}`));
  }
  if (groups.length > VALUES_SHOWN) lines.push(paint('dim', `      ${say('findings.moreValues', { count: groups.length - VALUES_SHOWN })}`));
  if (verdict) {
    const proposed = verdict.value === null ? '' : `${paint('bold', printable(printed(verdict.value)))} `;
    lines.push(
      ...wrapped(`${paint('green', '→')} `, `${proposed}${paint('dim', `(${sayOf('confidence', verdict.confidence)})`)} ${printable(verdict.reason[locale])}`, shown.width, '    '),
    );
  }
  for (const other of joined.slice(0, JOINED_SHOWN).flatMap((one) => findings.find(one) ?? [])) {
    const [place] = other.sides;
    const where = place ? ` ${locationOf(place.file, place.evidence)}` : '';
    lines.push(...wrapped('+ ', `${say('summary.sameCause')} ${printable(other.message[locale])}  ${paint('dim', other.rule + where)}`, shown.width, '    '));
  }
  if (joined.length > JOINED_SHOWN) lines.push(paint('dim', `    + ${say('findings.moreJoined', { count: joined.length - JOINED_SHOWN })}`));
  if (outdated) lines.push(...wrapped('! ', say('findings.outdated', { ...outdated, date: printed(outdated.date) }), shown.width, '    '));
  lines.push(paint('dim', `    ${printable(id)}`));
  return lines;
}

/** What decisions set aside, a line or two each. */
function asideLines(findings: readonly Finding[], width: number): string[] {
  const locale = getLocale();
  return [
    paint(['bold', 'underline'], say('findings.setAside', { count: findings.length })),
    '',
    ...findings.flatMap(({ level, message, suppressed, id }) => [
      ...wrapped(`${sayOf('level', level)} `, printable(message[locale]), width, '  '),
      ...(suppressed ? wrapped('', say('findings.because', { ...suppressed, date: printed(suppressed.date) }), width, '    ') : []),
      paint('dim', `    ${printable(id)}`),
    ]),
  ];
}

/** A text wrapped behind its lead, further lines below its beginning. */
function wrapped(lead: string, text: string, width: number, indent: string): string[] {
  const [first = '', ...more] = wrap(text, width - indent.length - 2);
  return [`${indent}${lead}${first}`, ...more.map((line) => `${indent}  ${line}`)];
}

/** Place, line and carets; the document is named where it is another one than that of the heading. */
function placeLines({ document, file, label, value, evidence }: Side, style: 'red' | 'green' | 'yellow', heading: string, shown: Shown): string[] {
  const text = shown.textOf(document);
  const line = evidence.columns || !evidence.page ? String(evidence.lines[0]) : '';
  const blank = ' '.repeat(GUTTER);
  const named = document === heading || label === file ? '' : `  ${paint('dim', printable(label))}`;
  const room = Math.max(20, shown.width - GUTTER - 4);
  const { before, words, after, indent, width } = text === null ? quotedLine(evidence.quote, 0, evidence.quote.length, room) : quotedLine(text, evidence.start, evidence.end, room);
  const carets = `${' '.repeat(indent)}${paint(style, '^'.repeat(width))}`;
  // The value stands beside the carets where the words do not show it as it is.
  const said = value === null || words.includes(value) ? '' : ` ${paint(style, printable(printed(value)))}`;
  const bar = paint('dim', '│');
  return [
    `${blank}${paint('dim', '-->')} ${locationOf(file, evidence)}${named}`,
    `${paint('dim', line.padStart(GUTTER))} ${bar} ${before}${paint('bold', words)}${after}`,
    `${blank} ${bar} ${carets}${said}`,
  ];
}

/** `a.txt:12:8` as editors open it; `a.pdf, page 3`; `a.docx:12`. */
function locationOf(file: string, { lines: [from], columns, page }: Evidence): string {
  if (columns) return `${printable(file)}:${from}:${columns[0]}`;
  return page === undefined ? `${printable(file)}:${from}` : `${printable(file)}, ${say('findings.page', { page })}`;
}

function byValue(sides: readonly Side[]): Map<string | null, Side[]> {
  const groups = new Map<string | null, Side[]>();
  for (const side of sides) {
    const group = groups.get(side.value);
    if (group) group.push(side);
    else groups.set(side.value, [side]);
  }
  return groups;
}
