import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSeedControls, readSeedInconsistencies } from '../../src/eval/fixtures.ts';
import { judgeControls } from '../../src/eval/judge-controls.ts';
import { judgeFindings, placesOf } from '../../src/eval/judge-findings.ts';
import { describe as describeFinding } from '../../src/eval/mutations/judge.ts';
import { CorpusRunner } from '../../src/eval/run-corpus.ts';
import { knowledge } from '../default-knowledge.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURES = join(ROOT, 'fixtures', 'seeds');
const files = readdirSync(join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, content: readFileSync(join(ROOT, 'seeds', name)) }));
const controls = readSeedControls(FIXTURES);
const { findings } = new CorpusRunner(knowledge).run(files);

describe('look-alikes in the seeds (domain reference 9.4)', () => {
  test.each(controls.map((control) => [control.id, control] as const))('%s stands at its place and is not flagged', (_, control) => {
    for (const { seed, from, to } of placesOf(control.places)) {
      const lines = String(files.find(({ name }) => name.startsWith(seed))?.content).split('\n');
      expect(
        lines
          .slice(from - 1, to)
          .join('')
          .replace(/[\s*#]+/g, ''),
      ).toContain(control.words.replace(/\s+/g, ''));
    }
    expect(judgeControls([control], findings).map(({ finding }) => describeFinding(finding))).toEqual([]);
  });
});

test('a look-alike counts as flagged where a finding of its rule has the words at the place, and at no other level than allowed', () => {
  const [row] = readSeedInconsistencies(FIXTURES).filter(({ id }) => id === 'I06');
  const { verdicts } = judgeFindings(row ? [row] : [], findings);
  const control = { id: 'x', rules: 'citation.date-conflict; citation.legislature-term-mismatch', allowed: '' as const, places: '004:185', words: '26/2022/UBTVQH13', because: '' };
  const flagged = (changed: Partial<typeof control>) => judgeControls([{ ...control, ...changed }], findings).map(({ finding }) => finding);
  expect(flagged({})).toEqual([verdicts[0]?.finding]);
  expect(flagged({ places: '004:100' })).toEqual([]);
  expect(flagged({ words: '1210/2016/UBTVQH13' })).toEqual([]);
  expect(flagged({ rules: 'citation.date-conflict' })).toEqual([]);
});
