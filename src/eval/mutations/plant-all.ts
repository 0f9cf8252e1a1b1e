import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { termTables } from '../../resolve/terms.ts';
import { readSeedCitations, readSeedDocuments } from '../fixtures.ts';
import type { CorpusRunner, SourceFile } from '../run-corpus.ts';
import { CELL_SLIPS } from './cell-slips.ts';
import { CITATION_SLIPS } from './citation-slips.ts';
import { makeCorpus } from './citing.ts';
import { linesOf, Tally } from './judge.ts';
import { LEAD_SLIPS } from './lead-slips.ts';
import { LIST_SLIPS } from './list-slips.ts';
import { OWN_SLIPS } from './own-slips.ts';
import { makePlans } from './plans/make-plans.ts';
import { printPlan } from './plans/print-plan.ts';
import type { Plant } from './planted.ts';
import { printDraft } from './print-citing.ts';
import { randomOf } from './random.ts';
import { SEED_SLIPS, type Seed } from './seed-slips.ts';
import { TARGET_SLIPS } from './target-slips.ts';
import { TASK_SLIPS } from './task-slips.ts';
import { TEXT_SLIPS } from './text-slips.ts';

/** A family of documents errors are planted in: how they are made and printed, and what can be planted. */
interface Family<D, T> {
  title: string;
  slips: Readonly<Record<string, Plant<D, T>>>;
  truth: T;
  /** How many corpora to draw; a class stops when it has enough. */
  corpora: number;
  make(seed: number): D[];
  print(documents: D[], seed: number): SourceFile[];
}

export const PLAN_SLIPS = { ...LIST_SLIPS, ...TARGET_SLIPS, ...TASK_SLIPS, ...TEXT_SLIPS, ...LEAD_SLIPS, ...CELL_SLIPS, ...OWN_SLIPS };

export const printDrafts = (drafts: ReturnType<typeof makeCorpus>, seed: number): SourceFile[] =>
  drafts.map((draft, at) => ({ name: `${at + 1}.txt`, content: printDraft(draft, randomOf(seed * 7 + at)) }));

/** Names of the files of `printDrafts` that hold a letter and the document it sends. */
export const joinedFiles = (drafts: ReturnType<typeof makeCorpus>): string[] => drafts.flatMap(({ attached }, at) => (attached ? [`${at + 1}.txt`] : []));

export const printPlans = (plans: ReturnType<typeof makePlans>): SourceFile[] => plans.map((plan, at) => ({ name: `${at + 1}.txt`, content: printPlan(plan) }));

/** Documents that cite each other in every way. */
export const citingFamily = (knowledge: Knowledge): Family<ReturnType<typeof makeCorpus>[number], ReturnType<typeof termTables>> => ({
  title: 'Generated corpora of documents that cite each other',
  slips: CITATION_SLIPS,
  truth: termTables(knowledge),
  corpora: 400,
  make: makeCorpus,
  print: printDrafts,
});

/** Plans with targets, tasks, lists, sums and annexes. */
export const planFamily = (knowledge: Knowledge): Family<ReturnType<typeof makePlans>[number], undefined> => ({
  title: 'Generated plans',
  slips: PLAN_SLIPS,
  truth: undefined,
  corpora: 600,
  make: (seed) => makePlans(seed, knowledge),
  print: printPlans,
});

/** The five seeds; `root` is the folder of the repository. */
export function seedFamily(knowledge: Knowledge, root: string): Family<Seed, Parameters<(typeof SEED_SLIPS)[string]>[2]> {
  const fixtures = join(root, 'fixtures', 'seeds');
  const documents = readSeedDocuments(fixtures);
  const names = [...new Set(documents.map(({ file }) => file))];
  const contents = names.map((name) => readFileSync(join(root, 'seeds', name), 'utf8'));
  return {
    title: 'The five seeds, with all the faults they have',
    slips: SEED_SLIPS,
    truth: { documents, citations: readSeedCitations(fixtures), terms: termTables(knowledge) },
    corpora: 200,
    make: () => names.map((name, at) => ({ name, content: contents[at] as string })),
    print: (seeds) => seeds.map(({ name, content }) => ({ name, content })),
  };
}

/** Plants `wanted` errors of each class whose name holds `only`, each into a corpus of its own, and judges what is found. */
export function plantAll<D, T>(family: Family<D, T>, only: string, wanted: number, runner: CorpusRunner): Map<string, Tally> {
  const names = Object.keys(family.slips);
  const tallies = new Map(names.filter((name) => name.includes(only)).map((name) => [name, new Tally()]));
  for (let seed = 1; seed <= family.corpora; seed++) {
    const open = names.filter((name) => (tallies.get(name)?.planted ?? wanted) < wanted);
    if (open.length === 0) break;
    let before: ReturnType<CorpusRunner['run']>['findings'] | null = null;
    for (const name of open) {
      const documents = family.make(seed);
      const planted = (family.slips[name] as Plant<D, T>)(documents, randomOf(seed * 31 + names.indexOf(name)), family.truth);
      if (!planted) continue;
      const files = family.print(documents, seed);
      const changed = files.find((file) => file.name === planted.file);
      // A line break may have kept the error out of the text.
      if (planted.at !== '' && linesOf(String(changed?.content), planted.at).size === 0) continue;
      before ??= runner.run(family.print(family.make(seed), seed)).findings;
      (tallies.get(name) as Tally).add(planted, before, runner.run(files).findings, files, `seed ${seed}`);
    }
  }
  return tallies;
}
