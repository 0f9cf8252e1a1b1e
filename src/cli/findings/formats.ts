import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Level } from '../../model/finding.ts';
import type { FindingList } from '../../model/finding-list.ts';
import type { Root } from '../../model/tree.ts';
import { jsonPieces } from '../../publish/json.ts';
import { memos } from '../../publish/memo/memo.ts';
import { sarifPieces } from '../../publish/sarif/sarif.ts';
import type { DocumentSummary, RunRecord } from '../../run/run-record.ts';
import { lineWidth } from '../listing.ts';
import { getLocale, say } from '../locale.ts';
import { paint } from '../paint.ts';
import { describeBoth } from '../problems.ts';
import { findingCounts, problemLines } from '../summary.ts';
import { terminalFindings } from './terminal.ts';

/** What `check` has to print. */
export interface Checked {
  record: RunRecord;
  findings: FindingList;
  /** The documents that were asked about. */
  documents: readonly DocumentSummary[];
  /** How many decisions are about findings that are no longer there. */
  unmatched: number;
  out: string;
  knowledge: Knowledge;
  version: string;
}

interface Reporter {
  /** The lowest level that is printed where none is asked for. */
  level: Level;
  print(checked: Checked): Iterable<string>;
}

/** The forms findings are printed in, by the name `--format` takes. */
export const FORMATS = {
  terminal: { level: 'info', print: forTerminal },
  json: { level: 'info', print: ({ record, findings }) => jsonPieces({ counts: record.counts, findings: [] }, ['findings'], findings) },
  sarif: { level: 'info', print: forSarif },
  // Notes are no reason to write to an office.
  memo: { level: 'warning', print: forMemo },
} as const satisfies Record<string, Reporter>;
export type Format = keyof typeof FORMATS;

function* forTerminal({ record, findings, unmatched, out }: Checked): Generator<string> {
  yield* terminalFindings(findings, { documents: record.documents, textOf: textReader(out), width: lineWidth() });
  const lines = [findingCounts(record), ...problemLines(record)];
  if (unmatched > 0) lines.push(say('decisions.unmatched', { count: unmatched }));
  if (findings.length > 0) lines.push(paint('dim', say('findings.explain')), paint('dim', say('findings.decide')));
  lines.push(`${join(out, 'report.html')}  ${paint('dim', say('summary.report'))}`);
  yield `${lines.join('\n')}\n`;
}

function forSarif({ record, findings, knowledge, version }: Checked): Iterable<string> {
  const problems = record.problems.map((problem) => ({ ...problem, message: describeBoth(problem) }));
  return sarifPieces({ findings, rules: knowledge.checks.rules, inputs: record.inputs, problems, version }, getLocale());
}

function forMemo({ documents, findings, knowledge, out }: Checked): Iterable<string> {
  const treeOf = (document: string): Root | null => {
    try {
      return (JSON.parse(readFileSync(join(out, 'documents', `${document}.json`), 'utf8')) as { tree: Root }).tree;
    } catch {
      return null;
    }
  };
  return memos({ findings, documents, rules: knowledge.checks.rules, verdicts: knowledge.checks.verdicts, treeOf }, getLocale());
}

/** So many documents' texts are held at once. */
const TEXTS_HELD = 16;

/** Reads the published texts of documents, each once as long as it is in use. */
function textReader(out: string): (document: string) => string | null {
  const held = new Map<string, string | null>();
  return (document) => {
    let text = held.get(document);
    if (text === undefined) {
      try {
        text = readFileSync(join(out, 'documents', `${document}.txt`), 'utf8');
      } catch {
        // Deleted by hand: the quote still tells what it can.
        text = null;
      }
      const oldest = held.keys().next().value;
      if (held.size >= TEXTS_HELD && oldest !== undefined) held.delete(oldest);
      held.set(document, text);
    }
    return text;
  };
}
