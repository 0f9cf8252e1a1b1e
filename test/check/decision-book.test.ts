import { expect, test } from 'vitest';
import { assertionHash } from '../../src/check/assertion.ts';
import { checkCorpus } from '../../src/check/check.ts';
import { DecisionBook } from '../../src/check/decision-book.ts';
import { FindingMemory, type KeptFindings } from '../../src/check/memory.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Finding } from '../../src/model/finding.ts';
import { evidenceIn } from '../../src/run/facts-reader.ts';
import { knowledge } from '../default-knowledge.ts';
import { runCorpus } from './run-corpus.ts';
import { district, filesOf, letter } from './written.ts';

const RULE = 'citation.date-conflict';
const cites = (date: string) => `1. Thực hiện Nghị quyết số 25-NQ/TU, ngày ${date} của Tỉnh ủy Nghệ An.`;
const TEXTS = [district(0, '15/3/2023', cites('12/01/2023')), district(1, '10/6/2024', cites('12/10/2023'))];
/** Ways a corpus goes on. */
const MOVED = [TEXTS[0] as string, district(1, '10/6/2024', `1. Rà soát nhà ở.\n\n2${cites('12/10/2023').slice(1)}`)];
const ONE_MORE_RIGHT = [...TEXTS, district(2, '11/6/2024', cites('12/01/2023'))];
const ONE_MORE_WRONG = [...TEXTS, district(2, '11/6/2024', cites('12/10/2023'))];
const THIRD_VALUE = [...TEXTS, district(2, '11/6/2024', cites('12/11/2023'))];

const decide = (finding: Finding, verdict: Decision['verdict'] = 'rejected'): Decision => {
  const { id, rule, subject } = finding;
  return { finding: id, rule, subject, assertion: assertionHash(finding), verdict, reason: 'hai văn bản khác nhau', by: 'lan', date: '2026-11-27' };
};

/** The findings of a corpus under decisions, with the memory of an earlier run where one is given. */
function check(texts: readonly string[], decisions: Decision[], kept?: KeptFindings): { findings: Finding[]; kept: KeptFindings } {
  const { corpus, documents } = runCorpus(filesOf(texts));
  const memory = new FindingMemory(kept);
  const read = (index: number, start: number, end: number) => evidenceIn(documents[index] as (typeof documents)[number], start, end);
  const findings = [...checkCorpus(corpus, knowledge, read, () => [], undefined, memory, new DecisionBook(decisions))];
  return { findings, kept: JSON.parse(JSON.stringify(memory.kept())) as KeptFindings };
}
const conflictIn = (findings: readonly Finding[]) => findings.find(({ rule }) => rule === RULE) as Finding;
const conflict = conflictIn(check(TEXTS, []).findings);
const ASIDE = { reason: 'hai văn bản khác nhau', by: 'lan', date: '2026-11-27' };

test('a finding that was set aside stays, says why, and comes last', () => {
  const { findings } = check(TEXTS, [decide(conflict)]);
  expect(conflictIn(findings)).toEqual({ ...conflict, suppressed: ASIDE, joined: [] });
  expect(findings.at(-1)?.id).toBe(conflict.id);
});

test.each<[string, 'suppressed' | 'outdated', string[]]>([
  ['its words move in their text', 'suppressed', MOVED],
  ['a further document gives the right value', 'suppressed', ONE_MORE_RIGHT],
  ['a further document gives the wrong value', 'outdated', ONE_MORE_WRONG],
  ['a third value appears', 'outdated', THIRD_VALUE],
])('where %s the finding is %s', (_, state, texts) => {
  const finding = conflictIn(check(texts, [decide(conflict)]).findings);
  expect({ suppressed: finding.suppressed, outdated: finding.outdated }).toEqual({ suppressed: null, outdated: null, [state]: ASIDE });
});

test('the last decision about a finding counts', () => {
  expect(conflictIn(check(TEXTS, [decide(conflict), decide(conflict, 'confirmed')]).findings)).toEqual(conflict);
  expect(conflictIn(check(TEXTS, [decide(conflict, 'confirmed'), decide(conflict)]).findings).suppressed).toEqual(ASIDE);
});

test('what shares a cause with a finding that was set aside stands for itself', () => {
  const number = 'Văn bản số 3457/VP-QH ngày 24/7/2024 của Văn phòng Ủy ban nhân dân thành phố';
  const texts = [letter('UBND thành phố Hải Phòng\nVăn phòng', 'Hải Phòng', '3824/VP-QH', '07/6/2024', `Thực hiện ${number}.`)];
  const before = check(texts, []).findings;
  const root = before.find(({ joined }) => joined.length > 0);
  if (!root) throw new Error('no finding has others joined to it');
  const after = check(texts, [decide(root)]).findings;
  expect(after.find(({ id }) => id === root.id)).toMatchObject({ suppressed: ASIDE, joined: [], cause: null });
  for (const id of root.joined) expect(after.find((finding) => finding.id === id)?.cause?.root).not.toBe(root.id);
});

test('decisions are put to what a memory recalls and leave no trace in it', () => {
  const first = check(TEXTS, [decide(conflict)]);
  expect(JSON.stringify(first.kept)).toBe(JSON.stringify(check(TEXTS, []).kept));
  expect(check(TEXTS, [], first.kept).findings).toEqual(check(TEXTS, []).findings);
  expect(check(TEXTS, [decide(conflict)], first.kept).findings).toEqual(first.findings);
});

test('decisions about what is no longer found are told', () => {
  const gone = { ...decide(conflict), finding: 'citation.date-conflict:gone' };
  expect(new DecisionBook([decide(conflict), gone, { ...decide(conflict, 'confirmed'), finding: 'x' }]).unmatched([conflict])).toEqual([gone]);
});
