import { expect, test } from 'vitest';
import { documentsAtFault } from '../../src/check/fault.ts';
import type { Finding } from '../../src/model/finding.ts';
import { runCorpus } from './run-corpus.ts';
import { district, plan } from './written.ts';

const TARGETS =
  '1. Đến năm 2025, tỷ lệ đô thị hóa đạt 62 - 68%; tỷ lệ đất xây dựng đô thị trên tổng diện tích đất tự nhiên đạt 31 - 32%.\n\n2. Đến năm 2030, tỷ lệ đô thị hóa đạt 74 - 76%.';
const FOLLOWS = 'Thực hiện Kế hoạch số 207/KH-UBND ngày 10/6/2024 của Ủy ban nhân dân tỉnh Nghệ An.\n\n';

const finding = (rule: string, texts: readonly string[]): Finding | undefined =>
  runCorpus(texts.map((content, at) => ({ name: `${at + 1}.txt`, content }))).findings.find((found) => found.rule === rule);

test('who copied the targets of its province is asked, and not the province', () => {
  const province = plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', '207/KH-UBND', '10/6/2024', TARGETS);
  const found = finding('target.copied-from-parent', [province, district(0, '15/8/2024', FOLLOWS + TARGETS)]);
  expect(found?.documents).toHaveLength(2);
  expect(found && documentsAtFault(found)).toEqual([expect.stringContaining('dien-chau')]);
});

test('where it cannot be told which of two days is wrong, both documents are asked', () => {
  const cites = (date: string) => `1. Thực hiện Nghị quyết số 25-NQ/TU, ngày ${date} của Tỉnh ủy Nghệ An.`;
  const found = finding('citation.date-conflict', [district(0, '10/6/2024', cites('12/10/2023')), district(1, '11/6/2024', cites('12/01/2023'))]);
  expect(found?.verdict?.value ?? null).toBeNull();
  expect(found && documentsAtFault(found)).toHaveLength(2);
});
