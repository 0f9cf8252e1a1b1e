import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/load.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { readFactCases, sourceOf } from '../fact-cases.ts';
import { CorpusRunner } from '../run-corpus.ts';
import { makeCorpus } from './citing.ts';
import { runClean } from './clean.ts';
import type { Tally } from './judge.ts';
import { makePlans } from './plans/make-plans.ts';
import { citingFamily, joinedFiles, planFamily, plantAll, printDrafts, printPlans, seedFamily } from './plant-all.ts';
import { type ClassResult, printClasses, printClean, printTotals } from './print.ts';

/** What the checks are held to: errors in 100 right documents, share of planted errors found, share of right values proposed where they can be known. */
const GOALS = { falseErrors: 1, detection: 0.97, values: 0.9 };

const { values: options } = parseArgs({
  options: {
    /** Planted errors of each class; of the seeds a third of it. */
    planted: { type: 'string', default: '30' },
    /** Generated right corpora of each kind: 320 of plans are more than 500 documents. */
    clean: { type: 'string', default: '320' },
    /** Only classes whose name holds these words. */
    only: { type: 'string', default: '' },
    /** Only what is right and the sums over all classes. */
    totals: { type: 'boolean', default: false },
    /** How many misses, wrong values and findings besides are shown of each class. */
    details: { type: 'string', default: '0' },
  },
});
const [planted, clean, details] = [options.planted, options.clean, options.details].map(Number) as [number, number, number];

const knowledge = loadKnowledge();
// The files of one corpus and their changed copies are read once.
const runner = new CorpusRunner(knowledge, 12);

/** The level a class's rule has; null where `checks.yaml` knows none of its rules. */
function levelOf({ rules }: Tally): ClassResult['level'] {
  for (const rule of rules) {
    const known = knowledge.checks.rules[rule];
    if (known) return known.level;
  }
  return null;
}

let falseErrors = 0;
if (options.only === '') {
  const corpora = {
    plans: runClean(clean, (seed) => printPlans(makePlans(seed, knowledge)), runner),
    citing: runClean(
      clean,
      (seed) => printDrafts(makeCorpus(seed), seed),
      runner,
      (seed) => joinedFiles(makeCorpus(seed)),
    ),
  };
  falseErrors = Math.max(
    printClean('Generated plans that agree with themselves', corpora.plans, details),
    printClean('Generated corpora that cite each other rightly', corpora.citing, details),
  );
  const cases = readFactCases(join(PACKAGE_ROOT, 'fixtures', 'plans'));
  printClean(
    'Written plans (fixtures/plans)',
    runClean(cases.length, (seed) => [{ name: `${cases[seed - 1]?.name}.txt`, content: sourceOf(cases[seed - 1] as (typeof cases)[number]) }], runner),
    options.totals ? 0 : Math.max(details, 20),
  );
}

const classes: ClassResult[] = [];
const judge = (title: string, tallies: ReadonlyMap<string, Tally>) => {
  const results = [...tallies].map(([name, tally]) => ({ name, tally, level: levelOf(tally) }));
  if (!options.totals) printClasses(title, results, details);
  classes.push(...results);
};
for (const [family, wanted] of [
  [citingFamily(knowledge), planted],
  [planFamily(knowledge), planted],
  [seedFamily(knowledge, PACKAGE_ROOT), Math.ceil(planted / 3)],
] as const)
  judge(family.title, plantAll(family as Parameters<typeof plantAll>[0], options.only, wanted, runner));
const { detection, values } = printTotals(classes);
process.stdout.write(
  `\nGoals: at most ${GOALS.falseErrors} error in 100 right documents, ${GOALS.detection} of what can be found, ${GOALS.values} of the right values that can be known.\n`,
);
if (falseErrors > GOALS.falseErrors || detection < GOALS.detection || values < GOALS.values) process.exitCode = 1;
