import { expect, test } from 'vitest';
import { CauseMarks, joinCauses } from '../../src/check/causes.ts';
import type { Finding } from '../../src/model/finding.ts';
import { FindingList } from '../../src/model/finding-list.ts';
import { knowledge } from '../default-knowledge.ts';
import { runCorpus } from './run-corpus.ts';
import { district, filesOf, letter, plan } from './written.ts';

/** Each root with the rules of what is joined to it; findings that stand alone are left out. */
function joined(findings: readonly Finding[]): Record<string, string[]> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return Object.fromEntries(findings.filter((finding) => finding.joined.length > 0).map(({ rule, joined: ids }) => [rule, ids.map((id) => byId.get(id)?.rule ?? id)]));
}

const run = (...texts: string[]) => runCorpus(filesOf(texts)).findings;
const office = (body: string) => letter('UBND thành phố Hải Phòng\nVăn phòng', 'Hải Phòng', '3824/VP-QH', '07/6/2024', body);

test('one wrong day that two rules refute is one cause', () => {
  const findings = run(office('Thực hiện Văn bản số 3457/VP-QH ngày 24/7/2024 của Văn phòng Ủy ban nhân dân thành phố.'));
  expect(joined(findings)).toEqual({ 'citation.future-document': ['citation.number-date-monotonicity'] });
  const other = findings.find(({ cause }) => cause !== null);
  expect(other?.cause?.root).toBe(findings[0]?.id);
  expect(other?.cause?.reason.en).toBe('One wrong value in one place.');
});

test('two wrong days of two works are two causes, in one sentence too', () => {
  const findings = run(
    office('Thực hiện Văn bản số 3457/VP-QH ngày 24/7/2024 của Văn phòng Ủy ban nhân dân thành phố; Quyết định số 1210/QĐ-UBND ngày 30/8/2024 của Ủy ban nhân dân thành phố.'),
  );
  expect(findings.filter(({ rule }) => rule === 'citation.future-document')).toHaveLength(2);
  expect(joined(findings)).toEqual({ 'citation.future-document': ['citation.number-date-monotonicity'] });
});

test('a conflict of days and the order of cause and effect that refutes one of them are one cause', () => {
  const programme = (day: string) => `Chương trình hành động số 59-CTr/TU, ngày ${day} của Tỉnh ủy`;
  const findings = run(
    district(0, '10/12/2024', `1. Thực hiện ${programme('07/11/2021')} về thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị.`),
    district(1, '11/12/2024', `1. Thực hiện ${programme('07/11/2023')}.`),
  );
  expect(joined(findings)).toEqual({ 'citation.date-conflict': ['citation.effect-before-cause'] });
});

test('a day of its own that its number refutes is the cause of what is cited from after it', () => {
  const findings = run(
    plan('Hội đồng nhân dân\ntỉnh Nghệ An', 'Nghệ An', '27/2023/NQ-HĐND', '10/12/2022', '1. Theo Tờ trình số 3310/TTr-UBND ngày 28/11/2023 của Ủy ban nhân dân tỉnh.'),
    district(0, '20/12/2023', '1. Thực hiện Nghị quyết số 27/2023/NQ-HĐND ngày 10/12/2023 của Hội đồng nhân dân tỉnh Nghệ An.'),
  );
  expect(joined(findings)).toEqual({ 'citation.date-conflict': ['citation.embedded-year-mismatch', 'citation.future-document'] });
});

test('one place with two different faults has two causes', () => {
  // The day is after the citing document; that the office's number is called the committee's is another matter.
  const findings = run(office('Thực hiện chỉ đạo của Ủy ban nhân dân thành phố tại văn bản số 4102/VP-QH ngày 24/7/2024.'));
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['citation.future-document', 'citation.notation-issuer-mismatch']);
  expect(joined(findings)).toEqual({});
});

const ANNEX = `Phụ lục I
NHIỆM VỤ
(Kèm theo Kế hoạch số 31/KH-UBND ngày 20/3/2024 của Ủy ban nhân dân tỉnh Nghệ An)

1. Thực hiện Chương trình hành động số ....-CTr/TU của Tỉnh ủy.

`;
const TASK = '2. Góp ý xây dựng Luật Nhà ở (sửa đổi).\n';
const annexed = (body: string, annex: string) => `${plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', '31/KH-UBND', '20/3/2024', body)}\n${annex}`;

test('a blank number and an overtaken task in one annex: the annex is older than its document', () => {
  const findings = run(annexed('1. Phát triển nhà ở.', ANNEX + TASK));
  expect(joined(findings)).toEqual({ 'citation.blank-number': ['external.overtaken-by-events'] });
  expect(findings.find(({ cause }) => cause)?.cause?.reason.vi).toBe('Phụ lục I của 31/KH-UBND có vẻ được soạn trước khi văn bản ban hành.');
});

test('the same two in two parts of the document are two causes', () => {
  const findings = run(annexed(`1. Phát triển nhà ở.\n\n${TASK}`, ANNEX));
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['citation.blank-number', 'external.overtaken-by-events']);
  expect(joined(findings)).toEqual({});
});

test('two findings of one rule in one annex do not make it older', () => {
  const findings = run(annexed('1. Phát triển nhà ở.', `${ANNEX}2. Rà soát Quyết định số ..../QĐ-UBND của Ủy ban nhân dân tỉnh.\n`));
  expect(findings.map(({ rule }) => rule)).toEqual(['citation.blank-number', 'citation.blank-number']);
  expect(joined(findings)).toEqual({});
});

test('what is joined follows its root, whatever its level; roots keep their order', () => {
  const side = (start: number, value: string) => ({
    document: 'd',
    label: 'd',
    file: 'd.txt',
    value,
    evidence: { start, end: start + 1, quote: 'x', lines: [1, 1] as [number, number] },
  });
  const words = { vi: 'v', en: 'e' };
  const finding = (id: string, level: Finding['level'], start: number, wrong: string): Finding => ({
    id,
    rule: id,
    level,
    subject: id,
    message: words,
    documents: ['d'],
    sides: [side(start, wrong)],
    verdict: { value: null, confidence: 'none', decidedBy: [], reason: words, candidates: [{ value: wrong, mentions: 1, witnesses: 1, supports: [], refutes: [] }] },
    cause: null,
    suppressed: null,
    outdated: null,
    joined: [],
  });
  const findings = [finding('a', 'error', 1, 'x'), finding('b', 'error', 5, 'y'), finding('c', 'info', 1, 'x'), finding('d', 'info', 9, 'x')];
  const marks = new CauseMarks([], knowledge.checks);
  const { heads } = FindingList.of(findings);
  for (const head of heads) marks.add(head, findings[head.place] as Finding);
  expect(joinCauses(heads, marks).map(({ id, cause }) => [id, cause?.root ?? null])).toEqual([
    ['a', null],
    ['c', 'a'],
    ['b', null],
    ['d', null],
  ]);
});
