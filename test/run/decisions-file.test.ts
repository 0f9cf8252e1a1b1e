import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import { appendDecision, decisionsFolder, readDecisions } from '../../src/run/decisions-file.ts';
import { newFolder } from '../folders.ts';

const base = newFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(base, String(count++));
});

const decision = (finding: string): Decision => ({
  finding,
  rule: 'r',
  subject: 's',
  assertion: 'a1',
  verdict: 'rejected',
  reason: 'vì “thế”\nvà thế',
  by: 'Lan',
  date: '2026-11-27',
});

test('decisions come back in the order they were made, one a line', () => {
  expect(readDecisions(folder)).toEqual({ decisions: [], problems: [] });
  const file = appendDecision(folder, decision('a'));
  appendDecision(folder, decision('b'));
  expect(readDecisions(folder)).toEqual({ decisions: [decision('a'), decision('b')], problems: [] });
  expect(readFileSync(file, 'utf8').match(/\n/g)).toHaveLength(2);
});

test('a line torn by a crash is named, and takes none of the others with it', () => {
  const file = appendDecision(folder, decision('a'));
  appendFileSync(file, '{"finding":"b","rul');
  appendDecision(folder, decision('c'));
  const { decisions, problems } = readDecisions(folder);
  expect(decisions).toEqual([decision('a'), decision('c')]);
  expect(problems).toMatchObject([{ file, line: 2, code: 'no-json' }]);
});

test.each([
  ['no reason', { ...decision('a'), reason: '' }, /reason/],
  ['no such verdict', { ...decision('a'), verdict: 'maybe' }, /verdict/],
  ['no day of the calendar', { ...decision('a'), date: '2026-02-30' }, /date/],
  ['no object', ['a'], /./],
])('a line with %s is no decision', (_, line, named) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'findings.jsonl'), `${JSON.stringify(line)}\r\n\r\n${JSON.stringify(decision('b'))}\r\n`);
  const { decisions, problems } = readDecisions(folder);
  expect(decisions).toEqual([decision('b')]);
  expect(problems).toMatchObject([{ line: 1, code: 'no-decision', detail: expect.stringMatching(named) }]);
});

test('a folder that cannot be there holds none', () => {
  writeFileSync(folder, '');
  expect(readDecisions(join(folder, 'below'))).toEqual({ decisions: [], problems: [] });
});

test('what is no file is one problem', () => {
  mkdirSync(join(folder, 'findings.jsonl'), { recursive: true });
  expect(readDecisions(folder)).toMatchObject({ decisions: [], problems: [{ line: 1, code: 'unreadable' }] });
});

test('they lie beside the output unless another place is asked for', () => {
  expect(decisionsFolder('output', undefined)).toBe('decisions');
  expect(decisionsFolder(join('a', 'b', 'output'), undefined)).toBe(join('a', 'b', 'decisions'));
  expect(decisionsFolder('output', 'elsewhere')).toBe('elsewhere');
});
