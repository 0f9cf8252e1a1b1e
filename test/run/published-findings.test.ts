import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatJson } from '../../src/publish/json.ts';
import { publishedFindings } from '../../src/run/published-findings.ts';
import { newFolder } from '../folders.ts';

const finding = (id: string) => ({
  id,
  rule: 'text.split-citation',
  level: 'info',
  subject: id,
  message: { vi: `“${id}” ]}[{ \\`, en: '"\\"' },
  documents: ['a'],
  sides: [],
  verdict: null,
  cause: null,
  joined: [],
  suppressed: null,
  outdated: null,
});

function written(content: string): string {
  const out = newFolder();
  writeFileSync(join(out, 'findings.json'), content);
  return out;
}

const FINDINGS = ['x', 'Nghị quyết "06"', 'y'.repeat(70_000)].map(finding);

test.each([
  ['as they are published', formatJson(FINDINGS)],
  ['on one line', JSON.stringify(FINDINGS)],
  ['by another tool', JSON.stringify(FINDINGS, null, '\t')],
])('findings laid out %s are found one by one', (_, content) => {
  const published = publishedFindings(written(content));
  expect(published?.findings.heads.map(({ id }) => id)).toEqual(FINDINGS.map(({ id }) => id));
  expect([...(published?.findings ?? [])]).toEqual(FINDINGS);
  expect(published?.findings.find('x')).toEqual(FINDINGS[0]);
  expect(published?.findings.find('z')).toBeUndefined();
  published?.close();
});

test('an empty list is one', () => {
  const published = publishedFindings(written('[]\n'));
  expect(published?.findings.length).toBe(0);
  published?.close();
});

test.each([
  ['cut off', formatJson(FINDINGS).slice(0, -4)],
  ['no JSON', '[{ x }]'],
  ['empty', ''],
])('a file that is %s has no findings that can be read', (_, content) => {
  expect(publishedFindings(written(content))).toBeNull();
});

test('a folder without the file has none either', () => {
  expect(publishedFindings(newFolder())).toBeNull();
});
