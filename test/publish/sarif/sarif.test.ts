import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { assertionHash } from '../../../src/check/assertion.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { artifactUri } from '../../../src/publish/sarif/places.ts';
import { sarifPieces } from '../../../src/publish/sarif/sarif.ts';
import { knowledge } from '../../default-knowledge.ts';

const SCHEMA = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'sarif', 'sarif-schema-2.1.0.json'), 'utf8')) as object;
// Formats are told by the tests below: ajv holds none without a package of its own.
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const isSarif = ajv.compile(SCHEMA);

const side = (file: string, value: string | null, evidence: Partial<Finding['sides'][number]['evidence']> = {}): Finding['sides'][number] => ({
  document: `id-of-${file}`,
  label: `Kế hoạch (${file})`,
  file,
  value,
  evidence: { start: 10, end: 22, quote: 'Số 06-NQ/TW', lines: [12, 13], columns: [5, 3], ...evidence },
});
const both = (words: string) => ({ vi: `vi ${words}`, en: `en ${words}` });

const CONFLICT: Finding = {
  id: 'citation.date-conflict:vn-tw-xiii-06-NQ-TW',
  rule: 'citation.date-conflict',
  level: 'error',
  subject: 'vn.tw.xiii.06-NQ-TW',
  message: both('several dates'),
  documents: ['id-of-a.txt', 'id-of-b.txt'],
  sides: [side('a.txt', '2022-01-24'), side('thư mục/b & c%.txt', '2022-10-24')],
  verdict: {
    value: '2022-01-24',
    confidence: 'certain',
    decidedBy: [],
    reason: both('the right one'),
    candidates: ['2022-01-24', '2022-10-24'].map((value) => ({ value, mentions: 1, witnesses: 1, supports: [], refutes: [] })),
  },
  cause: null,
  suppressed: null,
  outdated: null,
  joined: [],
};
const NOTE: Finding = {
  ...CONFLICT,
  id: 'text.duplicated-word:x',
  rule: 'text.duplicated-word',
  level: 'info',
  sides: [side('scan.pdf', null, { page: 3, boxes: [{ page: 3, box: [1, 2, 3, 4] }] })],
  verdict: null,
};
delete NOTE.sides[0]?.evidence.columns;

const runOf = (findings: readonly Finding[], language: 'vi' | 'en' = 'vi'): Run => {
  const problems = [{ file: 'hỏng.pdf', severity: 'error' as const, message: both('cannot be read') }];
  const log: Log = JSON.parse(
    [...sarifPieces({ findings, rules: knowledge.checks.rules, inputs: [{ file: 'a.txt', sha256: 'ab'.repeat(32) }], problems, version: '1.2.3' }, language)].join(''),
  );
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0] as Run;
};
const first = (finding: Finding, language: 'vi' | 'en' = 'vi'): Result => runOf([finding], language).results?.[0] as Result;

describe('a SARIF log', () => {
  it('is one by the schema of SARIF 2.1.0, also without findings; the schema refuses what is none', () => {
    expect(runOf([]).results).toEqual([]);
    expect(runOf([CONFLICT, NOTE]).results).toHaveLength(2);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'info', message: { text: 'x' } }] }] })).toBe(false);
  });

  it('lists every rule with title, level and page; the other language is a translation of the same order', () => {
    const { tool, translations, language } = runOf([]);
    expect(language).toBe('vi');
    const rules = tool.driver.rules ?? [];
    expect(rules.length).toBe(Object.keys(knowledge.checks.rules).length);
    const [english] = translations ?? [];
    expect(english?.language).toBe('en');
    expect(english?.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const at = rules.findIndex(({ id }) => id === 'citation.date-conflict');
    expect(rules[at]).toMatchObject({ name: 'CitationDateConflict', shortDescription: { text: 'Một văn bản, nhiều ngày ban hành' }, defaultConfiguration: { level: 'error' } });
    expect(rules[at]?.help?.markdown).toMatch(/## When to ignore it\n\n\S/);
    expect(english?.rules?.[at]?.shortDescription?.text).toBe('One document, several dates of issue');
    for (const rule of rules) for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text]) expect(text, rule.id).toMatch(/\p{L}/u);
  });

  it('puts the places at fault first and the others beside them', () => {
    const { tool, results } = runOf([CONFLICT]);
    const result = results?.[0] as Result;
    expect(tool.driver.rules?.[result.ruleIndex as number]?.id).toBe(result.ruleId);
    expect(result).toMatchObject({ level: 'error', message: { text: 'vi several dates vi the right one' }, properties: { message: { en: 'en several dates en the right one' } } });
    expect(result.locations).toHaveLength(1);
    expect(result.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'th%C6%B0%20m%E1%BB%A5c/b%20%26%20c%25.txt', uriBaseId: 'SOURCES' },
      region: { startLine: 12, startColumn: 5, endLine: 13, endColumn: 3, snippet: { text: 'Số 06-NQ/TW' } },
    });
    expect(result.relatedLocations?.map(({ message }) => message?.text)).toEqual(['Kế hoạch (a.txt): 24/01/2022']);
    expect(first(CONFLICT, 'en').message.text).toBe('en several dates en the right one');
    const undecided = first({ ...CONFLICT, verdict: null });
    expect(undecided.locations?.[0]?.logicalLocations?.[0]?.name).toBe('Kế hoạch (a.txt)');
    expect(undecided.relatedLocations).toHaveLength(1);
  });

  it('gives no line where the source has none: the page stands in words and properties', () => {
    const { level, locations } = first(NOTE, 'en');
    expect(level).toBe('note');
    expect(locations?.[0]?.physicalLocation?.region).toBeUndefined();
    expect(locations?.[0]).toMatchObject({ message: { text: 'page 3: Số 06-NQ/TW' }, properties: { page: 3 } });
  });

  it('tells of files that could not be read', () => {
    expect(runOf([]).invocations?.[0]?.toolExecutionNotifications).toMatchObject([{ level: 'error', message: { text: 'vi cannot be read' } }]);
  });

  it('names sources by addresses that lead back to their names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (file) => {
        const uri = artifactUri(file);
        expect(uri).toMatch(/^(?:[\w.~-]|%[\dA-F]{2}|\/)*$/);
        expect(decodeURIComponent(uri)).toBe(file);
      }),
    );
  });
});

describe('the hash of what a finding asserts', () => {
  const moved: Finding = { ...CONFLICT, sides: CONFLICT.sides.map((one) => ({ ...one, evidence: { ...one.evidence, start: 99, end: 111, lines: [40, 41], columns: [1, 9] } })) };
  it.each<[string, Finding, boolean]>([
    ['words that moved', moved, true],
    ['another witness of the right value', { ...CONFLICT, sides: [...CONFLICT.sides, side('d.txt', '2022-01-24')] }, true],
    ['another level or message', { ...CONFLICT, level: 'warning', message: both('other') }, true],
    ['a further place at fault', { ...CONFLICT, sides: [...CONFLICT.sides, side('d.txt', '2022-10-24')] }, false],
    ['the same fault twice in a document', { ...CONFLICT, sides: [...CONFLICT.sides, side('thư mục/b & c%.txt', '2022-10-24')] }, false],
    ['a third value', { ...CONFLICT, sides: [...CONFLICT.sides, side('a.txt', '2022-01-25')] }, false],
    ['another proposal', { ...CONFLICT, verdict: CONFLICT.verdict && { ...CONFLICT.verdict, value: '2022-10-24' } }, false],
    ['another rule', { ...CONFLICT, rule: 'citation.future-document' }, false],
  ])('after %s', (_, finding, same) => {
    expect(assertionHash(finding) === assertionHash(CONFLICT)).toBe(same);
  });
});
