import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Decision } from '../model/decision.ts';

const FILE = 'findings.jsonl';

/** A line that is no decision; the others stand. */
export interface DecisionProblem {
  file: string;
  line: number;
  code: 'no-json' | 'no-decision' | 'unreadable';
  detail: string;
}

/** Beside the output folder, so that every command that is told where the output is finds them. */
export function decisionsFolder(out: string, asked: string | undefined): string {
  return asked ?? join(out, '..', 'decisions');
}

/** Reads the decisions of a folder in the order they were made; a folder that is not there holds none. */
export function readDecisions(folder: string): { decisions: Decision[]; problems: DecisionProblem[] } {
  const file = join(folder, FILE);
  const decisions: Decision[] = [];
  const problems: DecisionProblem[] = [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { decisions, problems: code === 'ENOENT' || code === 'ENOTDIR' ? [] : [{ file, line: 1, code: 'unreadable', detail: code ?? '' }] };
  }
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const problem = (code: DecisionProblem['code'], detail: string) => problems.push({ file, line: at + 1, code, detail });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      problem('no-json', (error as Error).message);
      continue;
    }
    const parsed = Decision.safeParse(value);
    if (parsed.success) decisions.push(parsed.data);
    else problem('no-decision', parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  return { decisions, problems };
}

/**
 * Puts a decision behind the others, in one write that is on disk when this returns: no earlier decision is ever rewritten, and two
 * people may decide at the same time. A line that was torn by a crash is ended first.
 */
export function appendDecision(folder: string, decision: Decision): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  const handle = openSync(file, 'a+');
  try {
    const { size } = fstatSync(handle);
    const last = Buffer.alloc(1);
    const torn = size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    writeSync(handle, `${torn ? '\n' : ''}${JSON.stringify(Decision.parse(decision))}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return file;
}
