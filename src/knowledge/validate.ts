import { fold } from '../text/fold.ts';
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

interface Exemplified {
  pattern: string;
  examples: readonly string[];
  counter_examples: readonly string[];
}

/** What the schemas cannot see: unique ids, references, order of dates, patterns held against their examples both ways. */
export function validateKnowledge(knowledge: Knowledge): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = [];
  validateRegistry('bodies', knowledge.bodies, problems);
  validateRegistry('territories', knowledge.territories, problems);
  for (const term of knowledge.partyTerms) {
    if (term.from && term.to && term.from > term.to) report(problems, 'partyTerms', term.line, 'dates-reversed', { from: term.from, to: term.to });
    if (term.committee !== 'tw' && !term.committee.startsWith('*') && !knowledge.territories.some((t) => t.id === term.committee)) {
      report(problems, 'partyTerms', term.line, 'unknown-reference', { id: term.committee });
    }
  }
  const sticky = (source: string, flags = 'uy') => new RegExp(source, flags);
  for (const style of knowledge.headings.styles) {
    validatePattern('headings', style.kind, style, problems, (text) => sticky(style.pattern).test(text));
  }
  for (const entry of [...knowledge.dates.dates, ...knowledge.dates.horizons]) {
    validatePattern('dates', entry.id, entry, problems, (text) => new RegExp(entry.pattern, 'u').test(fold(text)));
  }
  for (const [name, value] of Object.entries(knowledge.anatomy)) {
    if (isExemplified(value)) validatePattern('anatomy', name, value, problems, (text) => new RegExp(value.pattern, 'u').test(text));
  }
  for (const name of ['page_number', 'ticks'] as const) {
    const entry = knowledge.repairs[name];
    validatePattern('repairs', name, entry, problems, (text) => new RegExp(entry.pattern, 'u').test(text));
  }
  const prefixes = knowledge.citations.body_prefixes;
  validatePattern('citations', 'body_prefixes', prefixes, problems, (text) => new RegExp(prefixes.pattern, 'u').test(text));
  return problems;
}

function report(problems: KnowledgeProblem[], name: KnowledgeName, line: number, key: string, values: Record<string, string>): void {
  problems.push({ file: KNOWLEDGE_FILES[name], line, key, values });
}

function isExemplified(value: unknown): value is Exemplified {
  return typeof value === 'object' && value !== null && 'pattern' in value;
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

function validatePattern(name: KnowledgeName, id: string, entry: Exemplified, problems: KnowledgeProblem[], matches: (text: string) => boolean): void {
  try {
    new RegExp(entry.pattern, 'u');
  } catch (error) {
    report(problems, name, 1, 'bad-pattern', { id, detail: (error as Error).message });
    return;
  }
  for (const text of entry.examples) if (!matches(text)) report(problems, name, 1, 'example-not-matched', { id, text });
  for (const text of entry.counter_examples) if (matches(text)) report(problems, name, 1, 'counter-example-matched', { id, text });
}
