import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { csvLine } from '../publish/tables/csv.ts';
import { ExitCode } from './exit-code.ts';
import { say } from './locale.ts';

/** A row of a published table, by the names of its columns; an empty cell is an empty string. */
export type TableRow = Readonly<Record<string, string>>;

/** The output folder of a run, as far as questions are put to it: its tables are read as streams, its records one document at a time. */
export class Published {
  readonly #out: string;
  #record: { document: string; facts: Map<string, object> } | null = null;

  constructor(out: string) {
    this.#out = out;
  }

  /** Says on standard error why there is nothing to ask, and gives the exit code; null where there is. */
  refuse(tables: readonly string[]): ExitCode | null {
    if (tables.every((name) => existsSync(this.#path(name)))) return null;
    const ingested = existsSync(join(this.#out, 'cache', 'corpus.json')) || existsSync(join(this.#out, 'documents'));
    process.stderr.write(`${say(ingested ? 'problem.noTables' : 'problem.noCorpus', { folder: this.#out })}\n`);
    return ingested ? ExitCode.someFilesFailed : ExitCode.usage;
  }

  async *rows(table: string): AsyncGenerator<TableRow> {
    const source = createReadStream(this.#path(table));
    const parser = source.pipe(parse({ columns: true, relax_column_count: true }));
    source.on('error', (error) => parser.destroy(error));
    try {
      for await (const row of parser) yield row as TableRow;
    } finally {
      source.destroy();
    }
  }

  /** The full record of a row of `targets.csv` or `assignments.csv`; null where the document is gone. */
  record(kind: 'targets' | 'assignments', row: TableRow): object | null {
    const { document = '', id = '' } = row;
    if (this.#record?.document !== document) {
      let facts: { id: string }[] = [];
      try {
        facts = (JSON.parse(readFileSync(join(this.#out, 'documents', `${document}.json`), 'utf8')) as Record<typeof kind, { id: string }[]>)[kind];
      } catch {
        // A record that was deleted by hand: the row still tells what it can.
      }
      this.#record = { document, facts: new Map(facts.map((fact) => [fact.id, fact])) };
    }
    return this.#record.facts.get(id) ?? null;
  }

  #path(table: string): string {
    return join(this.#out, 'tables', `${table}.csv`);
  }
}

/** Writes to standard output, no faster than it is read. */
export async function put(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Prints rows as the table they come from has them. */
export async function putCsv(rows: AsyncIterable<TableRow>): Promise<void> {
  let headed = false;
  for await (const row of rows) {
    if (!headed) await put(csvLine(Object.keys(row)));
    headed = true;
    await put(csvLine(Object.values(row)));
  }
}

/** Prints records as one JSON array, a record a line. */
export async function putJson(records: AsyncIterable<object>): Promise<void> {
  let first = true;
  for await (const record of records) {
    await put(`${first ? '[\n' : ',\n'}${JSON.stringify(record)}`);
    first = false;
  }
  await put(first ? '[]\n' : '\n]\n');
}
