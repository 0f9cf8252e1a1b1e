import type { Knowledge } from '../knowledge/knowledge.ts';
import { documentsOf, readFactCases } from './fact-cases.ts';
import { assignmentScores, judgeAssignments } from './judge-assignments.ts';
import { judgeTargets, targetScores } from './judge-targets.ts';
import type { Score } from './score.ts';

/** Judges the facts of all cases in a folder, each kind where a case lists it. */
export function evaluateFactCases(folder: string, knowledge: Knowledge): [string, Score][] {
  const scores = assignmentScores();
  const targets = targetScores();
  for (const each of readFactCases(folder)) {
    const documents = documentsOf(each, knowledge);
    if (each.targets) judgeTargets(each.targets, { targets: documents.flatMap((document) => document.targets) }, each.name, targets);
    if (each.assignments) judgeAssignments(each.assignments, { assignments: documents.flatMap(({ assignments }) => assignments) }, each.name, scores);
  }
  const all: [string, Score][] = [
    ['targets', targets.targets],
    ['their area, scope and so on', targets.details],
    ['assignments', scores.assignments],
    ['their deadline and funding', scores.details],
  ];
  return all.filter(([, score]) => score.hits + score.misses.length + score.falseAlarms.length > 0);
}
