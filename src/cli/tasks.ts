import words from '../publish/report/words.json' with { type: 'json' };
import { LIST_SEPARATOR } from '../publish/tables/csv.ts';
import { ExitCode } from './exit-code.ts';
import { type Listed, printDate, printLines, putListing } from './listing.ts';
import { getLocale, say } from './locale.ts';
import { paint } from './paint.ts';
import { Published, put, putCsv, putJson, type TableRow } from './published.ts';
import { asks, type Years, yearOf } from './query.ts';
import type { TerminalColumn } from './terminal-table.ts';

export interface TasksQuery {
  out: string;
  agency?: string;
  role?: string;
  area?: string;
  year?: Years;
  level?: string;
  document?: string;
  /** An ISO day. */
  asOf?: string;
  csv: boolean;
  json: boolean;
}

/** `trichluc tasks`: who has to do what by when, as far as it fits a question. */
export async function tasks(query: TasksQuery): Promise<ExitCode> {
  const published = new Published(query.out);
  const refused = published.refuse(['assignments', 'agencies']);
  if (refused !== null) return refused;
  const agencies = new Map<string, TableRow>();
  if (query.agency !== undefined || query.asOf !== undefined) for await (const row of published.rows('agencies')) agencies.set(row.key ?? '', row);
  const fits = filterOf(query, agencies);
  let total = 0;
  let undated = 0;
  async function* found(): AsyncGenerator<TableRow> {
    for await (const row of published.rows('assignments')) {
      total++;
      if (!fits(row)) continue;
      const due = query.year ? isDue(row, query.year) : true;
      if (due === null) undated++;
      else if (due) yield query.asOf === undefined || !query.csv ? row : { ...row, ...successorCells(row, agencies, query.asOf) };
    }
  }
  if (query.csv) await putCsv(found());
  else if (query.json) await putJson(records(published, found(), agencies, query.asOf));
  else {
    const { rows, documents } = await putListing(columnsOf(), listed(found(), agencies, query.asOf));
    if (rows === 0) process.stderr.write(`${say('query.nothing', { total })}\n`);
    else await put(`\n${paint('bold', say('query.tasks', { rows, documents }))}\n`);
    if (undated > 0) process.stderr.write(`${say('query.noDeadline', { count: undated })}\n`);
  }
  return ExitCode.done;
}

function filterOf({ agency, role, area, level, document, asOf }: TasksQuery, agencies: ReadonlyMap<string, TableRow>): (row: TableRow) => boolean {
  const tests: ((row: TableRow) => boolean)[] = [];
  if (agency !== undefined) {
    const asked = asks(agency);
    const named = (row: TableRow) => asked(...namesOf(row));
    // Of a day: what an agency took over is its own.
    const tookOver = (row: TableRow) => asOf !== undefined && (followers(row.key, agencies, asOf) ?? []).some(named);
    const keys = new Set([...agencies.values()].filter((row) => named(row) || tookOver(row)).map((row) => row.key));
    tests.push((row) => keys.has(row.agency_key) || asked(row.agency, row.agency_raw, `${row.agency} ${row.territory}`));
  }
  if (area !== undefined) {
    const asked = asks(area);
    tests.push((row) => asked(row.territory, row.territory_id, row.agency_id, row.issuer, row.issuer_id));
  }
  if (document !== undefined) {
    const asked = asks(document);
    tests.push((row) => asked(row.number, row.document, row.file));
  }
  if (role !== undefined) tests.push((row) => row.role === role);
  if (level !== undefined) tests.push((row) => row.level === level);
  return (row) => tests.every((holds) => holds(row));
}

/** Everything an agency is called: id, name, other names, each also with the territory. */
function namesOf({ id = '', name = '', full_name: full = '', aliases = '', territory = '' }: TableRow): string[] {
  const names = [name, ...aliases.split(LIST_SEPARATOR)].filter(Boolean);
  return [id, full, ...names, ...names.map((own) => `${own} ${territory}`)];
}

/**
 * Whether a task is due by the end of the year asked for, under way in it, or comes again and again; of several years, whether it
 * is due or under way in them. Null where no date says so.
 */
function isDue({ deadline_from: from, deadline_to: to, deadline_kind: kind }: TableRow, years: Years): boolean | null {
  if (kind === 'recurring' || kind === 'open') return true;
  const [first, last] = [yearOf(from || to), yearOf(to)];
  if (first === null) return null;
  const alone = years.from === years.to;
  return first <= years.to && (alone || last === null || last >= years.from);
}

async function* records(published: Published, rows: AsyncIterable<TableRow>, agencies: ReadonlyMap<string, TableRow>, asOf: string | undefined): AsyncGenerator<object> {
  for await (const row of rows) {
    const successors =
      asOf === undefined ? {} : { successors: followers(row.agency_key, agencies, asOf)?.map(({ key = '', full_name: name = '' }) => ({ id: key, name })) ?? null };
    yield { document: row.document, ...(published.record('assignments', row) ?? row), ...successors };
  }
}

function columnsOf(): TerminalColumn[] {
  return [
    { title: say('column.deadline'), shrinkTo: 10 },
    { title: say('column.role'), shrinkTo: 8 },
    { title: say('column.agency'), shrinkTo: 14 },
    { title: say('column.task'), shrinkTo: 24, weight: 2, lines: 5 },
    { title: say('column.line'), align: 'end' },
  ];
}

async function* listed(rows: AsyncIterable<TableRow>, agencies: ReadonlyMap<string, TableRow>, asOf: string | undefined): AsyncGenerator<Listed> {
  const roles: Readonly<Record<string, { vi: string; en: string }>> = words.role;
  for await (const row of rows) {
    const { deadline = '', role = '', agency = '', task_label: label = '', task = '' } = row;
    const after = asOf === undefined ? '' : printFollowers(row, agencies, asOf);
    yield { row, cells: [deadline || '—', roles[role]?.[getLocale()] ?? role, agency + after, [label, task].filter(Boolean).join(': '), printLines(row)] };
  }
}

/** The agencies that stand for one that had ended by a day, those of that day; null where it had not. */
function followers(key: string | undefined, agencies: ReadonlyMap<string, TableRow>, day: string): TableRow[] | null {
  const agency = agencies.get(key ?? '');
  if (!agency || !endedBy(agency, day)) return null;
  const found = new Map<string, TableRow>();
  const seen = new Set<string | undefined>([key]);
  const follow = (at: TableRow) => {
    for (const next of (at.successor_keys ?? '').split(LIST_SEPARATOR).filter(Boolean)) {
      const row = agencies.get(next);
      if (!row || seen.has(next)) continue;
      seen.add(next);
      if (endedBy(row, day)) follow(row);
      else found.set(next, row);
    }
  };
  follow(agency);
  return [...found.values()];
}

/** `2025` ends after its last day: an end that is known to the year only is none before the year is over. */
function endedBy({ valid_to: end = '' }: TableRow, day: string): boolean {
  return end !== '' && day.slice(0, end.length) > end;
}

function printFollowers(row: TableRow, agencies: ReadonlyMap<string, TableRow>, day: string): string {
  const next = followers(row.agency_key, agencies, day);
  if (next === null) return '';
  const ended = say('query.ended', { date: printDate(agencies.get(row.agency_key ?? '')?.valid_to ?? '') });
  const names = next.map(({ full_name: full = '', valid_from: from = '' }) => {
    return from === '' ? full : `${full} (${say('query.since', { date: printDate(from) })})`;
  });
  return ` (${ended}) → ${names.length === 0 ? say('query.noSuccessor') : names.join(LIST_SEPARATOR)}`;
}

function successorCells(row: TableRow, agencies: ReadonlyMap<string, TableRow>, day: string): Record<string, string> {
  const next = followers(row.agency_key, agencies, day) ?? [];
  return { successor_keys: next.map(({ key = '' }) => key).join(LIST_SEPARATOR), successors: next.map(({ full_name: name = '' }) => name).join(LIST_SEPARATOR) };
}
