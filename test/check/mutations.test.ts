import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { type Draft, makeCorpus, printDraft, randomOf } from './corpora.ts';
import { type CorpusRun, describeFinding, runCorpus } from './run-corpus.ts';
import { type Planted, parts, plant, SLIPS, type Slip } from './slips.ts';

/** Consistent corpora of two or three files each; the seeds are fixed, so a failure comes again. */
const CONSISTENT = 200;
const MUTATED = 120;

/** Share of the planted errors that has to be found, of those the corpus allows to find at all. */
const DETECTION: Record<Slip, number> = {
  'date-digit': 0.97,
  'day-month-swap': 0.97,
  // Found by likeness of subjects, which a citation may cut short or run on from.
  'year-slip': 0.9,
  separators: 1,
  legislature: 1,
  'blank-number': 1,
  'embedded-year': 1,
  'lost-slash': 1,
  'no-number': 1,
  'no-date': 1,
};

/** The corpus as it is printed and read; that a letter and what it sends are in one file is no fault of theirs. */
function print(drafts: readonly Draft[], seed: number): CorpusRun {
  const run = runCorpus(drafts.map((draft, at) => ({ name: `${at + 1}.txt`, content: printDraft(draft, randomOf(seed * 7 + at)) })));
  return { ...run, findings: run.findings.filter(({ rule }) => rule !== 'layout.multiple-documents') };
}

test(`${CONSISTENT} consistent corpora: every letterhead is read and nothing is flagged`, () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= CONSISTENT; seed++) {
    const drafts = makeCorpus(seed);
    const run = print(drafts, seed);
    const said = run.documents.map(({ identity }) => `${identity.number?.value} ${identity.issuedOn.value}`);
    const true_ = drafts.flatMap(parts).map(({ work }) => `${work.number} ${work.date}`);
    if (said.join() !== true_.join()) wrong.push(`seed ${seed}: ${said.join(', ')} instead of ${true_.join(', ')}`);
    for (const finding of run.findings) wrong.push(`seed ${seed}: ${describeFinding(finding)}`);
  }
  expect(wrong).toEqual([]);
});

interface Tally {
  detectable: number;
  found: number;
  missed: string[];
  /** Another value than the right one, said to be certain or highly likely. */
  wrongAndSure: string[];
  /** The right value follows from a hard constraint and was not given. */
  untold: string[];
  falseAlarms: string[];
}

function plantMany(slip: Slip): Tally {
  const tally: Tally = { detectable: 0, found: 0, missed: [], wrongAndSure: [], untold: [], falseAlarms: [] };
  for (let seed = 1; seed <= MUTATED; seed++) {
    const drafts = makeCorpus(seed);
    const planted = plant(slip, drafts, randomOf(seed * 31 + SLIPS.indexOf(slip)));
    if (planted) judge(planted, print(drafts, seed).findings, seed, tally);
  }
  return tally;
}

function judge(planted: Planted, findings: readonly Finding[], seed: number, tally: Tally): void {
  const { rules, alsoAllowed, about, likely, must, right, wrong, file } = planted;
  const told = () => `seed ${seed}, ${file}: “${right}” → “${wrong}”: ${findings.map(describeFinding).join(' | ') || 'nothing found'}`;
  const speaksOf = ({ rule, message, sides }: Finding) =>
    rules.includes(rule) && (message.vi.includes(about) || sides.some((side) => side.evidence.quote.includes(about) || side.file === about));
  const hit = findings.find(speaksOf);
  if (findings.some((finding) => finding !== hit && !rules.includes(finding.rule) && !alsoAllowed.includes(finding.rule))) tally.falseAlarms.push(told());
  if (rules.length === 0) return;
  tally.detectable++;
  if (!hit) {
    tally.missed.push(told());
    return;
  }
  tally.found++;
  if (likely === null) return;
  const values = findings.filter(speaksOf).map(({ verdict }) => ({ value: verdict?.value ?? null, sure: verdict?.confidence === 'certain' || verdict?.confidence === 'high' }));
  if (values.some(({ value, sure }) => sure && value !== null && value !== likely)) tally.wrongAndSure.push(told());
  if (must && !values.some(({ value }) => value === likely)) tally.untold.push(told());
}

describe.each([...SLIPS])('one planted error: %s', (slip) => {
  let tally: Tally | undefined;
  const result = (): Tally => {
    tally ??= plantMany(slip);
    return tally;
  };

  test('is found', () => {
    const { detectable, found, missed } = result();
    expect(detectable).toBeGreaterThan(MUTATED / 3);
    expect(found / detectable, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(DETECTION[slip]);
  });

  test('brings no false alarm', () => {
    expect(result().falseAlarms.slice(0, 5)).toEqual([]);
  });

  test('has no wrong value that is called certain or highly likely', () => {
    expect(result().wrongAndSure.slice(0, 5)).toEqual([]);
  });

  test('has the right value where a hard constraint gives it', () => {
    expect(result().untold.slice(0, 5)).toEqual([]);
  });
});
