import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../../src/knowledge/load.ts';
import { KnowledgeError, type KnowledgeProblem } from '../../src/knowledge/problem.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';

let folder = '';

beforeEach(() => {
  folder = newFolder();
  cpSync(DEFAULT_KNOWLEDGE, folder, { recursive: true });
});

const content = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

/** Replaces words of a file and tells the line, from 1, they stand on. */
function change(file: string, from: string, to: string): number {
  const text = content(file);
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} does not hold ${from}`);
  write(
    file,
    text.replace(from, () => to),
  );
  return text.slice(0, at).split('\n').length;
}

/** Adds a row to a table and tells its line. */
function addRow(file: string, row: string): number {
  const text = content(file).replace(/\n*$/, '\n');
  write(file, `${text}${row}\n`);
  return text.split('\n').length;
}

function problems(): readonly KnowledgeProblem[] {
  try {
    loadKnowledge(folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

const places = () => problems().map(({ file, line, key }) => `${file}:${line} ${key}`);

describe('the knowledge that comes with the program', () => {
  it('has no problem', () => {
    expect(problems()).toEqual([]);
  });

  it('is hashed file by file, so that a change of one is seen', () => {
    const before = loadKnowledge(folder).hashes;
    change('dates.yaml', '# Dates and horizons', '# Days and horizons');
    const after = loadKnowledge(folder).hashes;
    expect(Object.keys(after).filter((name) => after[name as keyof typeof after] !== before[name as keyof typeof before])).toEqual(['dates']);
  });

  it('may be saved by a spreadsheet: byte order mark, CRLF, blank lines', () => {
    write('legislatures.csv', `\uFEFF${content('legislatures.csv').replaceAll('\n', '\r\n')}\r\n\r\n`);
    expect(problems()).toEqual([]);
    expect(loadKnowledge(folder).legislatures).toEqual(knowledge.legislatures.map((row) => ({ ...row, line: expect.any(Number) })));
  });
});

describe('a problem names file and line', () => {
  it('a file that is missing', () => {
    rmSync(join(folder, 'dates.yaml'));
    expect(places()).toEqual(['dates.yaml:1 missing-file']);
  });

  it('a folder without any', () => {
    rmSync(folder, { recursive: true });
    const found = problems();
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map((problem) => problem.key))).toEqual(new Set(['missing-file']));
    cpSync(DEFAULT_KNOWLEDGE, folder, { recursive: true });
  });

  it('YAML that is none', () => {
    const line = change('repairs.yaml', 'length_units: [m, km,', 'length_units: [m, km: : ,');
    const [found] = problems();
    expect(found).toMatchObject({ file: 'repairs.yaml', key: 'yaml-syntax' });
    expect(Math.abs((found?.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  it('YAML with a value of the wrong kind', () => {
    const line = change('pipeline.yaml', 'max_bytes: 67108864', 'max_bytes: many');
    expect(places()).toEqual([`pipeline.yaml:${line} schema`]);
    expect(problems()[0]?.values.path).toBe('options.max_bytes');
  });

  it('YAML that lacks a part', () => {
    change('repairs.yaml', 'length_units:', 'length_unit:');
    const [found] = problems();
    expect(found).toMatchObject({ file: 'repairs.yaml', key: 'schema', values: { path: 'length_units' } });
  });

  it('YAML with a key that nobody reads: a slip of the pen must not be silent', () => {
    const line = change('pipeline.yaml', '  max_bytes: 67108864', '  max_bytes: 67108864\n  max_byte: 3');
    expect(places()).toEqual([`pipeline.yaml:${line + 1} schema`]);
  });

  it('a row with a bad date', () => {
    const line = addRow('legislatures.csv', '99,XCIX,20 May 2031,,,made up');
    expect([...new Set(places())]).toEqual([`legislatures.csv:${line} schema`]);
  });

  it('a row with too few cells', () => {
    const line = addRow('legislatures.csv', '99,XCIX');
    expect(places()).toEqual([`legislatures.csv:${line} csv-syntax`]);
  });

  it('a quotation mark that is not closed', () => {
    const line = addRow('legislatures.csv', '99,"XCIX,,,,made up');
    const found = problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'legislatures.csv', key: 'csv-syntax' });
    expect(found[0]?.line).toBeGreaterThanOrEqual(line);
  });

  it('an id that is there twice, and where it was first', () => {
    const row = content('agencies.csv').split('\n')[1] as string;
    const line = addRow('agencies.csv', row);
    expect(problems()).toEqual([{ file: 'agencies.csv', line, key: 'duplicate-id', values: { id: row.split(',')[0], first: '2' } }]);
  });

  it('a parent that is in no row', () => {
    const line = addRow('agencies.csv', 'so-moi,Sở Mới,,state,province,SM,uy-ban-khong-co,yes,,,,,made up');
    expect(problems()).toEqual([{ file: 'agencies.csv', line, key: 'unknown-reference', values: { id: 'uy-ban-khong-co' } }]);
  });

  it('a successor that is in no row', () => {
    const line = addRow('territories.csv', 'vn-xx,Không Có,province,,,,,vn-yy:merge,made up');
    expect(places()).toEqual([`territories.csv:${line} unknown-reference`]);
  });

  it('a parent in a row further down is no problem', () => {
    addRow('territories.csv', 'vn-xx-aa,Con,district,vn-xx,,,,,made up');
    addRow('territories.csv', 'vn-xx,Mẹ,province,,,,,,made up');
    expect(places()).toEqual([]);
  });

  it('a validity that ends before it begins', () => {
    const line = addRow('territories.csv', 'vn-xx,Không Có,province,,,2025-07-01,2020-01-01,,made up');
    expect(places()).toEqual([`territories.csv:${line} dates-reversed`]);
  });

  it('a day that no calendar has', () => {
    const line = addRow('territories.csv', 'vn-xx,Không Có,province,,,2025-02-30,,,made up');
    expect(places()).toEqual([`territories.csv:${line} schema`]);
  });

  it('a committee term of a territory nobody knows', () => {
    const line = addRow('party-terms.csv', 'vn-zz,XVII,2025-07-01,,0,made up');
    expect(places()).toEqual([`party-terms.csv:${line} unknown-reference`]);
  });

  it('a pattern that misses one of its examples', () => {
    const line = change('headings.yaml', 'examples: ["a) Nhóm nhiệm vụ",', 'examples: ["ă) Nhóm nhiệm vụ",');
    expect(problems()).toEqual([{ file: 'headings.yaml', line: expect.any(Number), key: 'example-not-matched', values: { id: 'letter', text: 'ă) Nhóm nhiệm vụ' } }]);
    expect(Math.abs((problems()[0]?.line ?? 0) - line)).toBeLessThanOrEqual(3);
  });

  it('a pattern that takes one of its counter-examples', () => {
    const line = change('dates.yaml', 'counter_examples: ["trước ngày 25/12", "năm 2025"]', 'counter_examples: ["trước năm 2025"]');
    expect(problems()).toEqual([{ file: 'dates.yaml', line: expect.any(Number), key: 'counter-example-matched', values: { id: 'before', text: 'trước năm 2025' } }]);
    expect(Math.abs((problems()[0]?.line ?? 0) - line)).toBeLessThanOrEqual(4);
  });

  it('a pattern that is no regular expression', () => {
    const line = change('anatomy.yaml', "pattern: '^(?:v/v|về việc)", "pattern: '^(?:v/v|về việc");
    expect(problems()[0]).toMatchObject({ file: 'anatomy.yaml', key: 'bad-pattern', values: { id: 'subject_line' } });
    expect(Math.abs((problems()[0]?.line ?? 0) - line)).toBeLessThanOrEqual(3);
  });

  it('a pattern without a counter-example', () => {
    const line = change('dates.yaml', 'counter_examples: ["trước ngày 25/12", "năm 2025"]', 'counter_examples: []');
    expect(places()).toEqual([`dates.yaml:${line} schema`]);
  });

  it('all of them at once, not only the first', () => {
    const body = addRow('agencies.csv', 'SO MOI,Sở Mới,,state,province,,,yes,,,,,made up');
    const law = addRow('legislatures.csv', 'fifteen,XV,,,,made up');
    const option = change('pipeline.yaml', 'max_bytes: 67108864', 'max_bytes: -1');
    expect(places().sort()).toEqual([`agencies.csv:${body} schema`, `legislatures.csv:${law} schema`, `pipeline.yaml:${option} schema`]);
  });
});
