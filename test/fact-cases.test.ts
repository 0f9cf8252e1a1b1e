import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentsOf, type FactCase, readFactCases } from '../src/eval/fact-cases.ts';
import { assignmentScores, judgeAssignments } from '../src/eval/judge-assignments.ts';
import { knowledge } from './default-knowledge.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** What is missed or too much in a case: empty where a careful reader and the program agree. */
function assignmentChanges(each: FactCase): string[] {
  const scores = assignmentScores();
  const assignments = documentsOf(each, knowledge).flatMap((document) => document.assignments);
  judgeAssignments(each.assignments ?? [], { assignments }, each.name, scores);
  return [...scores.assignments.misses, ...scores.assignments.falseAlarms, ...scores.details.misses];
}

describe('sentences that assign tasks, with what only looks like one beside each (fixtures/assignments)', () => {
  const cases = readFactCases(join(FIXTURES, 'assignments')).filter(({ assignments }) => assignments);
  it.runIf(cases.length > 0).each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    expect(assignmentChanges(each)).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});
