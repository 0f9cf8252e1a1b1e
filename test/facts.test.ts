import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluateFactCases } from '../src/eval/evaluate-facts.ts';
import { readFactCases } from '../src/eval/fact-cases.ts';
import { readSeedAssignments, readSeedTargets } from '../src/eval/fixtures.ts';
import { assignmentScores, judgeAssignments } from '../src/eval/judge-assignments.ts';
import { judgeSeedTargets } from '../src/eval/judge-targets.ts';
import { Score } from '../src/eval/score.ts';
import type { ExtractedDocument } from '../src/model/document.ts';
import type { Target } from '../src/model/targets.ts';
import { knowledge } from './default-knowledge.ts';
import { readSeeds } from './seeds.ts';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'fixtures');

/** F1 where it has fallen below its floor, then every miss and false alarm; else nothing. */
function below(floor: number, name: string, score: Score | undefined): string[] {
  if (!score) return [`${name}: nothing was judged`];
  if (score.f1 >= floor) return [];
  return [`${name}: F1 ${score.f1.toFixed(4)}, not ${floor}`, ...score.misses.map((line) => `missed  ${line}`), ...score.falseAlarms.map((line) => `false   ${line}`)];
}

/* -------------------------------------------------------------- written cases ---- */

/** What must not get worse. Raise a floor when the program has got better. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  targets: { targets: 0.95, 'their area, scope and so on': 0.99 },
  tables: { targets: 0.98, 'their area, scope and so on': 0.99, assignments: 0.98, 'their deadline and funding': 0.99 },
  assignments: { assignments: 0.99, 'their deadline and funding': 0.99 },
  plans: { targets: 0.95, 'their area, scope and so on': 0.99, assignments: 0.87, 'their deadline and funding': 0.98 },
};

for (const [folder, floors] of Object.entries(FLOORS)) {
  test(`fixtures/${folder}: facts are found as often as a careful reader finds them, up to the floor`, () => {
    const scores = new Map(evaluateFactCases(join(FIXTURES, folder), knowledge));
    expect([...scores.keys()].sort()).toEqual(Object.keys(floors).sort());
    expect(Object.entries(floors).flatMap(([name, floor]) => below(floor, name, scores.get(name)))).toEqual([]);
  });
}

test('written cases have names of their own, words, and facts to judge', () => {
  const wrong = Object.keys(FLOORS).flatMap((folder) => {
    const cases = readFactCases(join(FIXTURES, folder));
    const names = cases.map(({ name }) => name);
    return cases.flatMap(({ name, text, targets, assignments }, at) => [
      ...(names.indexOf(name) === at ? [] : [`${folder}: ${name} is there twice`]),
      ...(text.trim() === '' ? [`${folder}: ${name} has no text`] : []),
      ...(targets || assignments ? [] : [`${folder}: ${name} expects nothing, not even []`]),
    ]);
  });
  expect(wrong).toEqual([]);
});

/* ---------------------------------------------------------------------- seeds ---- */

/** The documents of the five seeds, by the name of their file. */
const seedDocuments = (): ReadonlyMap<string, readonly ExtractedDocument[]> => new Map(readSeeds().map(({ file, facts }) => [file, facts.documents]));
/** The targets of a seed, by the first three characters of its name. */
const seedTargets = (seed: string): Target[] => [...seedDocuments()].flatMap(([file, documents]) => (file.startsWith(seed) ? documents.flatMap(({ targets }) => targets) : []));

test('seeds: targets with numbers', () => {
  const rows = readSeedTargets(join(FIXTURES, 'seeds'));
  const score = new Score();
  for (const file of seedDocuments().keys()) {
    const seed = file.slice(0, 3);
    judgeSeedTargets(
      rows.filter((row) => row.seed === seed),
      { targets: seedTargets(seed) },
      seed,
      score,
    );
  }
  expect(below(0.97, 'targets with numbers', score)).toEqual([]);
});

test('seeds: assignments', () => {
  const rows = readSeedAssignments(join(FIXTURES, 'seeds'));
  const scores = assignmentScores();
  for (const [file, documents] of seedDocuments()) {
    for (const document of documents) {
      const own = rows.filter((row) => row.file === file && row.part === document.part);
      judgeAssignments(own, document, `${file.slice(0, 3)} part ${document.part}`, scores);
    }
  }
  expect([...below(0.95, 'assignments', scores.assignments), ...below(0.95, 'their deadline and funding', scores.details)]).toEqual([]);
});

test('seeds: a letter that sets no targets has none', () => {
  expect(seedTargets('003').map(({ evidence }) => evidence.quote)).toEqual([]);
});

test('seeds: a number of others that a text only mentions is no target', () => {
  const rows = readSeedTargets(join(FIXTURES, 'seeds')).filter(({ kind }) => kind === 'context');
  expect(rows.length).toBeGreaterThan(0);
  const taken = rows.flatMap((row) =>
    seedTargets(row.seed).flatMap(({ low, high, evidence }) =>
      evidence.lines[0] <= Number(row.end_line) && evidence.lines[1] >= Number(row.line) && [low, high].includes(Number(row.low)) ? [`${row.seed}: ${evidence.quote}`] : [],
    ),
  );
  expect(taken).toEqual([]);
});
