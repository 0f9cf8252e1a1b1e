import { fold } from '../text/fold.ts';
import type { LineOf } from './files.ts';
import { KNOWLEDGE_FILES, type Knowledge, type KnowledgeName } from './knowledge.ts';
import type { KnowledgeProblem } from './problem.ts';

interface IdentifiedRow {
  id: string;
  parent: string | null;
  successors: readonly string[];
  valid_from: string | null;
  valid_to: string | null;
  line: number;
}

/** A pattern with texts it must and must not match. Those of headings start a line, those of dates are matched folded. */
interface Exemplified {
  id?: string;
  kind?: string;
  pattern: string;
  examples: readonly string[];
  counter_examples: readonly string[];
}

/** Files whose patterns are matched on folded text. */
const FOLDED: ReadonlySet<KnowledgeName> = new Set(['dates', 'tables', 'targets', 'roles']);

/** What the schemas cannot see: unique ids, references, order of dates, patterns held against their examples both ways. */
export function validateKnowledge(knowledge: Knowledge, places: Partial<Record<KnowledgeName, LineOf>> = {}): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = [];
  validateRegistry('agencies', knowledge.agencies, problems);
  validateRegistry('territories', knowledge.territories, problems);
  for (const term of knowledge.partyTerms) {
    if (term.from && term.to && term.from > term.to) report(problems, 'partyTerms', term.line, 'dates-reversed', { from: term.from, to: term.to });
    if (term.committee !== 'tw' && !term.committee.startsWith('*') && !knowledge.territories.some((t) => t.id === term.committee)) {
      report(problems, 'partyTerms', term.line, 'unknown-reference', { id: term.committee });
    }
  }
  for (const name of Object.keys(KNOWLEDGE_FILES) as KnowledgeName[]) {
    if (KNOWLEDGE_FILES[name].endsWith('.yaml')) validatePatterns(name, knowledge[name], [], places[name] ?? (() => 1), problems);
  }
  return problems;
}

function report(problems: KnowledgeProblem[], name: KnowledgeName, line: number, key: string, values: Record<string, string>): void {
  problems.push({ file: KNOWLEDGE_FILES[name], line, key, values });
}

function isExemplified(value: object): value is Exemplified {
  return 'pattern' in value && 'examples' in value && 'counter_examples' in value;
}

function validateRegistry(name: KnowledgeName, rows: readonly IdentifiedRow[], problems: KnowledgeProblem[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const first = seen.get(row.id);
    if (first !== undefined) report(problems, name, row.line, 'duplicate-id', { id: row.id, first: String(first) });
    seen.set(row.id, row.line);
  }
  for (const row of rows) {
    for (const reference of [row.parent, ...row.successors.map((s) => s.split(':')[0] ?? s)]) {
      if (reference && !seen.has(reference)) report(problems, name, row.line, 'unknown-reference', { id: reference });
    }
    if (row.valid_from && row.valid_to && row.valid_from > row.valid_to) {
      report(problems, name, row.line, 'dates-reversed', { from: row.valid_from, to: row.valid_to });
    }
  }
}

/** Holds every pattern at or below a value of a YAML file against its examples, wherever it stands. */
function validatePatterns(name: KnowledgeName, value: unknown, path: readonly PropertyKey[], lineOf: LineOf, problems: KnowledgeProblem[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isExemplified(value)) validatePattern(name, path, value, lineOf([...path, 'pattern']), problems);
  else for (const [key, inner] of Object.entries(value)) validatePatterns(name, inner, [...path, Array.isArray(value) ? Number(key) : key], lineOf, problems);
}

function validatePattern(name: KnowledgeName, path: readonly PropertyKey[], entry: Exemplified, line: number, problems: KnowledgeProblem[]): void {
  const id = entry.id ?? entry.kind ?? String(path.at(-1));
  let pattern: RegExp;
  try {
    pattern = new RegExp(entry.pattern, name === 'headings' ? 'uy' : 'u');
  } catch (error) {
    report(problems, name, line, 'bad-pattern', { id, detail: (error as Error).message });
    return;
  }
  const matches = (text: string) => {
    pattern.lastIndex = 0;
    return pattern.test(FOLDED.has(name) ? fold(text) : text);
  };
  for (const text of entry.examples) if (!matches(text)) report(problems, name, line, 'example-not-matched', { id, text });
  for (const text of entry.counter_examples) if (matches(text)) report(problems, name, line, 'counter-example-matched', { id, text });
}
