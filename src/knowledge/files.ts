import { parse as parseCsv } from 'csv-parse/sync';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { KnowledgeProblem } from './problem.ts';

/** The line of a value in a YAML file, by the keys that lead to it; the line of what encloses it where it has none itself. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** Parses a YAML file of the knowledge and holds it against a schema; problems carry the line of the offending value. */
export function readYaml<T>(file: string, content: string, schema: z.ZodType<T>, problems: KnowledgeProblem[]): { value: T; lineOf: LineOf } | null {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  for (const error of document.errors) {
    problems.push({ file, line: lines.linePos(error.pos[0]).line, key: 'yaml-syntax', values: { detail: error.message.split('\n')[0] ?? '' } });
  }
  if (document.errors.length > 0) return null;
  const lineOf: LineOf = (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (isNode(node)) return lines.linePos(node.range?.[0] ?? 0).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  for (const issue of result.error.issues) {
    // A key that nobody reads is a slip of the pen: its own line is the one to look at.
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    problems.push({ file, line: lineOf(path), key: 'schema', values: { path: issue.path.join('.'), detail: issue.message } });
  }
  return null;
}

/** A row of a knowledge table with the line it starts on. */
export type Row<T> = T & { line: number };

/** Parses a CSV file of the knowledge row by row against a schema; a bad row is a problem with its line, the others stay. */
export function readCsv<T extends object>(file: string, content: string, schema: z.ZodType<T>, problems: KnowledgeProblem[]): Row<T>[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parseCsv(content, { columns: true, bom: true, info: true, skip_empty_lines: true }) as typeof records;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    problems.push({ file, line, key: 'csv-syntax', values: { detail: (error as Error).message } });
    return [];
  }
  const rows: Row<T>[] = [];
  for (const { record, info } of records) {
    const result = schema.safeParse(record);
    if (result.success) rows.push({ ...result.data, line: info.lines });
    else {
      for (const issue of result.error.issues) {
        problems.push({ file, line: info.lines, key: 'schema', values: { path: issue.path.join('.'), detail: issue.message } });
      }
    }
  }
  return rows;
}

/** What a line of a list has to look like. */
export interface LineForm {
  pattern: RegExp;
  example: string;
}

/** The lines of a plain list, each of one form; empty lines and those that begin with `#` are left out. */
export function readLines(file: string, content: string, { pattern, example }: LineForm, problems: KnowledgeProblem[]): string[] {
  const lines: string[] = [];
  content.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    if (pattern.test(line)) lines.push(line);
    else problems.push({ file, line: index + 1, key: 'line-form', values: { example } });
  });
  return lines;
}
