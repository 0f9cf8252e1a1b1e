import type { Target } from '../model/targets.ts';
import { needsYearly, printAmount } from '../publish/amount.ts';
import words from '../publish/report/words.json' with { type: 'json' };
import { ExitCode } from './exit-code.ts';
import { type Listed, printLines, putListing } from './listing.ts';
import { getLocale, printable, say } from './locale.ts';
import { paint } from './paint.ts';
import { Published, put, putCsv, putJson, type TableRow } from './published.ts';
import { asks, type Years } from './query.ts';
import type { TerminalColumn } from './terminal-table.ts';

export interface TargetsQuery {
  out: string;
  indicator?: string;
  area?: string;
  year?: Years;
  agency?: string;
  document?: string;
  unlinked: boolean;
  csv: boolean;
  json: boolean;
}

/** `trichluc targets`: the targets of a published folder that fit a question. */
export async function targets(query: TargetsQuery): Promise<ExitCode> {
  const published = new Published(query.out);
  const refused = published.refuse(['targets', 'indicators']);
  if (refused !== null) return refused;
  const fits = filterOf(query);
  let total = 0;
  async function* found(): AsyncGenerator<TableRow> {
    for await (const row of published.rows('targets')) {
      total++;
      if (fits(row)) yield row;
    }
  }
  if (query.csv) await putCsv(found());
  else if (query.json) await putJson(records(published, found()));
  else {
    const unlinked = new Set<string>();
    const { rows, documents } = await putListing(columnsOf(), listed(found(), unlinked));
    if (rows === 0) process.stderr.write(`${say('query.nothing', { total })}\n`);
    else await put(`\n${paint('bold', say('query.targets', { rows, documents }))}\n`);
    if (query.unlinked && unlinked.size > 0) await putUnlinked(published, unlinked);
  }
  return ExitCode.done;
}

function filterOf({ indicator, area, year, agency, document, unlinked }: TargetsQuery): (row: TableRow) => boolean {
  const tests: ((row: TableRow) => boolean)[] = [];
  const test = (words: string | undefined, names: readonly string[]) => {
    if (words === undefined) return;
    const asked = asks(words);
    tests.push((row) => asked(...names.map((name) => row[name])));
  };
  test(indicator, ['indicator', 'indicator_raw', 'indicator_id']);
  test(area, ['area', 'area_id', 'scope', 'scope_id']);
  test(agency, ['responsible', 'responsible_ids', 'issuer', 'issuer_id']);
  test(document, ['number', 'document', 'file']);
  if (unlinked) tests.push((row) => row.indicator_id === '');
  if (year) tests.push((row) => isFor(row, year));
  return (row) => tests.every((holds) => holds(row));
}

/** Whether a value is for a year asked for: `giai đoạn 2021-2025` is for each of its years, `đến năm 2025` for 2025 only. */
function isFor({ year_from: from = '', year_to: to = '' }: TableRow, years: Years): boolean {
  if (from === '' && to === '') return false;
  const first = Number(from || to);
  const last = Number(to || from);
  return first <= years.to && last >= years.from;
}

async function* records(published: Published, rows: AsyncIterable<TableRow>): AsyncGenerator<object> {
  for await (const row of rows) yield { document: row.document, ...(published.record('targets', row) ?? row) };
}

function columnsOf(): TerminalColumn[] {
  return [
    { title: say('column.year') },
    { title: say('column.value'), shrinkTo: 14, lines: 4 },
    { title: say('column.indicator'), shrinkTo: 24, weight: 2 },
    { title: say('column.area'), shrinkTo: 12 },
    { title: say('column.line'), align: 'end' },
  ];
}

async function* listed(rows: AsyncIterable<TableRow>, unlinked: Set<string>): AsyncGenerator<Listed> {
  for await (const row of rows) {
    if (row.indicator_id === '') unlinked.add(row.indicator_key ?? '');
    const area = [row.area, row.scope].filter(Boolean).join(' · ');
    const name = row.indicator_id === '' ? `? ${row.indicator}` : (row.indicator ?? '');
    yield { row, cells: [printYears(row), printValue(row), name, area, printLines(row)] };
  }
}

function printYears({ period_kind: kind = '', year_from: from = '', year_to: to = '' }: TableRow): string {
  const span = from !== '' && to !== '' && from !== to ? `${from}–${to}` : to || from || '—';
  if (kind !== 'before' && kind !== 'from' && kind !== 'vision') return span;
  return `${words.period[kind][getLocale()]} ${span}`;
}

function printValue(row: TableRow): string {
  const number = (cell: string | undefined) => (cell ? Number(cell) : null);
  const direction = row.change_direction === 'decrease' ? 'decrease' : 'increase';
  const amount = printAmount(
    {
      comparator: row.comparator as Target['comparator'],
      low: number(row.low),
      high: number(row.high),
      unit: row.unit || null,
      approximate: row.approximate === 'true',
      state: row.state || null,
      change: row.change_direction ? { direction, base: null, per: null } : null,
      raw: row.raw ?? '',
    },
    getLocale(),
  );
  return [
    amount,
    row.change_per && needsYearly({ unit: row.unit || null, change: { per: 'year' } }) ? say('target.perYear') : '',
    row.change_base ? say('target.base', { year: row.change_base }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What it takes to link the indicators that are in no registry. */
async function putUnlinked(published: Published, keys: ReadonlySet<string>): Promise<void> {
  const rows: string[] = [];
  await put(`\n${paint('bold', say('query.unlinked', { count: keys.size }))}\n`);
  for await (const { key = '', name = '', candidates = '', row_to_paste: row = '' } of published.rows('indicators')) {
    if (!keys.has(key)) continue;
    await put(`  ? ${printable(name)}\n    ${paint('dim', `→ ${candidates === '' ? say('query.noCandidates') : printable(candidates)}`)}\n`);
    rows.push(row);
  }
  await put(`\n${paint('bold', say('query.paste'))}\n`);
  for (const row of rows) await put(`${printable(row)}\n`);
}
