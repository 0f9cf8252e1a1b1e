import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import { TABLE_FILES } from '../../src/publish/tables/tables-writer.ts';
import { newFolder } from '../folders.ts';
import { contentsOf, filesBelow, ingest, KNOWLEDGE, leftoversIn, type Report, readJson, SEEDS, seed, stampsOf, trichluc } from './program.ts';

let out: string;
let first: Report & { code: number | null; stderr: string };
beforeAll(async () => {
  out = join(newFolder(), 'out');
  first = await ingest([SEEDS], out, [], { own: true });
});

/** A folder with some seeds, an output folder beside it. */
function corpus(...numbers: number[]): { input: string; output: string } {
  const folder = newFolder();
  const input = join(folder, 'in');
  mkdirSync(input);
  for (const number of numbers) writeFileSync(join(input, `${number}.txt`), seed(number));
  return { input, output: join(folder, 'out') };
}

const outputs = new Map<string, { folder: string; report: Promise<Report> }>();

/** A folder with some seeds, and beside it the output of a first run: made once for the same seeds, then copied. */
async function ingested(...numbers: number[]): Promise<{ input: string; output: string; report: Report }> {
  const key = numbers.join();
  let made = outputs.get(key);
  if (!made) {
    const { input, output } = corpus(...numbers);
    made = { folder: output, report: ingest([input], output) };
    outputs.set(key, made);
  }
  const report = await made.report;
  const { input, output } = corpus(...numbers);
  cpSync(made.folder, output, { recursive: true });
  return { input, output, report };
}

/** Everything in a document or finding that quotes a text. */
function* quotesIn(value: unknown): Generator<Evidence> {
  if (value === null || typeof value !== 'object') return;
  if ('quote' in value && 'start' in value) yield value as Evidence;
  for (const member of Object.values(value)) yield* quotesIn(member);
}

/** All sides of a finding: its own, and those of the grounds for its verdict. */
const sidesOf = ({ sides, verdict }: Finding) => [
  ...sides,
  ...(verdict?.candidates ?? []).flatMap((candidate) => [...candidate.supports, ...candidate.refutes].flatMap((ground) => ground.sides)),
];

describe('trichluc ingest seeds', () => {
  it('publishes six documents of five files and exits with 0', () => {
    expect(first.code).toBe(ExitCode.done);
    expect(first.counts).toMatchObject({ sources: 5, documents: 6 });
    expect(first.documents.map((document) => document.number)).toEqual([null, '42-CTr/HU', '15-CTr/TU', '3824/VP-QH', '2563/SXD-PTĐT', '08/KH-UBND']);
    expect(first.problems).toEqual([]);
    expect(first.cached).toBe(0);
  });

  it('writes what it says: a JSON and a text a document, works, findings, schemas, the run and a report', () => {
    const published = filesBelow(out).filter((file) => !file.startsWith('cache/'));
    const documents = first.documents.flatMap(({ id }) => [`documents/${id}.json`, `documents/${id}.txt`]);
    expect(published.sort()).toEqual(
      [
        ...documents,
        ...TABLE_FILES.map((file) => `tables/${file}`),
        'findings.json',
        'findings.sarif',
        'report.html',
        'works.json',
        `runs/${first.id}.json`,
        'schema/document.schema.json',
        'schema/findings.schema.json',
      ].sort(),
    );
    expect(leftoversIn(out)).toEqual([]);
    expect(readJson<Finding[]>(out, 'findings.json')).toEqual(first.findings);
    expect(readJson(out, 'works.json')).toHaveLength(first.counts.works);
  });

  it('prints the documents, the findings and where the output is, in the language asked for', async () => {
    for (const [lang, words] of [
      ['vi', ['6 văn bản trong 5 tệp', 'Phát hiện:', 'Kết quả:', 'Không có gì thay đổi']],
      ['en', ['6 documents in 5 files', 'Findings:', 'Output:', 'Nothing has changed']],
    ] as const) {
      const { code, stdout } = await trichluc(['ingest', SEEDS, '--out', out], { lang });
      expect(code).toBe(ExitCode.done);
      for (const word of [...words, '08/KH-UBND', 'Tỉnh ủy Hà Tĩnh', join(out, 'report.html')]) expect(stdout).toContain(word);
    }
  });

  it('validates against the schemas beside it', () => {
    const ajv = new Ajv2020({ allErrors: true });
    const isDocument = ajv.compile(readJson(out, 'schema', 'document.schema.json'));
    for (const { id } of first.documents) {
      isDocument(readJson(out, 'documents', `${id}.json`));
      expect(isDocument.errors, id).toBeNull();
    }
    const isFindings = ajv.compile(readJson(out, 'schema', 'findings.schema.json'));
    isFindings(readJson(out, 'findings.json'));
    expect(isFindings.errors).toBeNull();
    isDocument({ ...readJson<object>(out, 'documents', `${first.documents[0]?.id}.json`), id: 5 });
    expect(isDocument.errors).not.toBeNull();
  });

  it('quotes: every evidence slices out of the text published with it', () => {
    const texts = new Map(first.documents.map(({ id }) => [id, readFileSync(join(out, 'documents', `${id}.txt`), 'utf8')]));
    for (const [id, text] of texts) {
      const document = readJson<PublishedDocument>(out, 'documents', `${id}.json`);
      expect(document.text).toMatchObject({ file: `${id}.txt`, length: text.length });
      const quotes = [...quotesIn(document)];
      expect(quotes.length).toBeGreaterThan(10);
      for (const { start, end, quote } of quotes) expect(text.slice(start, end)).toBe(quote);
    }
    const sides = readJson<Finding[]>(out, 'findings.json').flatMap(sidesOf);
    expect(sides.length).toBeGreaterThan(10);
    for (const { document, evidence } of sides) expect(texts.get(document)?.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  it('names the findings of a document in it, and only documents it has published', () => {
    const ids = new Set(first.documents.map(({ id }) => id));
    const findings = readJson<Finding[]>(out, 'findings.json');
    for (const id of ids) {
      const named = findings.filter((finding) => finding.documents.includes(id)).map((finding) => finding.id);
      expect(readJson<PublishedDocument>(out, 'documents', `${id}.json`).findings.toSorted()).toEqual(named.sort());
    }
    for (const { documents } of findings) for (const id of documents) expect(ids).toContain(id);
  });

  it('knows no clock and no place: a second output folder, any concurrency and --force give the same bytes', async () => {
    const other = newFolder();
    const runs = await Promise.all([
      ingest(['.'], join(other, 'one'), ['--concurrency', '1'], { cwd: SEEDS, lang: 'en' }),
      ingest([SEEDS], join(other, 'four'), ['--concurrency', '4'], { env: { TZ: 'Asia/Ho_Chi_Minh', LC_ALL: 'vi_VN.UTF-8' } }),
    ]);
    const forced = await ingest([SEEDS], join(other, 'one'), ['--force', '--concurrency', '3']);
    expect(forced.cached).toBe(0);
    const expected = contentsOf(out);
    for (const name of ['one', 'four']) expect(contentsOf(join(other, name)), name).toEqual(expected);
    for (const { id, findings } of [...runs, forced]) expect({ id, findings }).toEqual({ id: first.id, findings: first.findings });
  });
});

describe('a second run', () => {
  it('processes nothing and writes nothing', async () => {
    const before = stampsOf(out);
    const again = await ingest([SEEDS], out);
    expect(again).toMatchObject({ code: ExitCode.done, cached: 5, written: 0, id: first.id });
    expect(again.findings).toEqual(first.findings);
    expect(stampsOf(out)).toEqual(before);
  });

  it('with one file more processes that one and leaves the other documents alone', async () => {
    const { input, output } = await ingested(0, 3);
    const before = stampsOf(output);
    writeFileSync(join(input, 'more.txt'), seed(1));
    const again = await ingest([input], output);
    expect(again).toMatchObject({ cached: 2, counts: { sources: 3, documents: 4 } });
    const after = stampsOf(output);
    for (const file of before.keys()) if (file.startsWith('cache/sources/')) expect(after.get(file), file).toBe(before.get(file));
    for (const { id, file } of again.documents) expect(before.has(`documents/${id}.json`), id).toBe(file !== 'more.txt');
    expect([...after.keys()].filter((file) => file.startsWith('cache/sources/') && !before.has(file))).toHaveLength(4);
  });

  it('with a file less removes its documents, and gives what a new run gives', async () => {
    const { input, output, report: all } = await ingested(0, 3);
    rmSync(join(input, '3.txt'));
    const less = await ingest([input], output);
    expect(all.counts.documents).toBe(3);
    expect(less).toMatchObject({ cached: 1, counts: { sources: 1, documents: 1 } });
    expect(readdirSync(join(output, 'documents'))).toEqual(less.documents.flatMap(({ id }) => [`${id}.json`, `${id}.txt`]));
    await ingest([input], join(input, '..', 'new'));
    for (const [file, hash] of contentsOf(join(input, '..', 'new'))) expect([file, contentsOf(output).get(file)]).toEqual([file, hash]);
  });

  it('with a file that was changed publishes the change', async () => {
    const { input, output } = await ingested(0);
    writeFileSync(join(input, '0.txt'), seed(0).replace('KẾ HOẠCH', 'KẾ HOẠCH\nKẾ HOẠCH'));
    const again = await ingest([input], output);
    expect(again).toMatchObject({ cached: 0, counts: { documents: 1 } });
    expect(readdirSync(join(output, 'documents'))).toHaveLength(2);
  });

  it('after a file was renamed reads nothing again, and shows the new name everywhere', async () => {
    const { input, output } = await ingested(3);
    renameSync(join(input, '3.txt'), join(input, 'công văn.txt'));
    expect(await ingest([input], output)).toMatchObject({ cached: 1, written: expect.not.stringMatching('0') });
    for (const name of readdirSync(join(output, 'documents')).filter((name) => name.endsWith('.json'))) {
      expect(readJson<PublishedDocument>(output, 'documents', name).source.file).toBe('công văn.txt');
    }
    expect(readFileSync(join(output, 'report.html'), 'utf8')).not.toContain('3.txt');
  });

  it('makes again what was removed or broken in the output', async () => {
    const { input, output, report } = await ingested(0);
    const { id, documents } = report;
    const expected = contentsOf(output);
    for (const file of ['report.html', `documents/${documents[0]?.id}.txt`]) {
      rmSync(join(output, file));
      expect((await ingest([input], output)).code, file).toBe(ExitCode.done);
      expect(contentsOf(output), file).toEqual(expected);
    }
    for (const file of ['findings.json', `runs/${id}.json`, 'cache/state.json']) {
      truncateSync(join(output, file), 20);
      expect((await ingest([input], output)).code, file).toBe(ExitCode.done);
      expect(contentsOf(output), file).toEqual(expected);
    }
  });

  it('with --force makes every output again, also one that was changed by hand', async () => {
    const { input, output, report } = await ingested(0);
    const { documents } = report;
    const expected = contentsOf(output);
    appendFileSync(join(output, 'documents', `${documents[0]?.id}.txt`), 'thêm');
    await ingest([input], output, ['--force']);
    expect(contentsOf(output)).toEqual(expected);
  });
});

describe('files that are not ours', () => {
  it('stay, also in a folder of our name: sources in documents/ below the output folder are not removed', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'documents'));
    const sources = { 'documents/a.txt': seed(0), 'documents/b.txt': seed(3), 'documents/notes.json': '{"mine": true}', 'documents/list.json': '[' };
    for (const [file, content] of Object.entries(sources)) writeFileSync(join(folder, file), content);
    await ingest([join(folder, 'documents', 'a.txt'), join(folder, 'documents', 'b.txt')], folder);
    const less = await ingest([join(folder, 'documents', 'a.txt')], folder);
    for (const [file, content] of Object.entries(sources)) expect(readFileSync(join(folder, file), 'utf8')).toBe(content);
    expect(less.counts.documents).toBe(1);
    expect(readdirSync(join(folder, 'documents')).sort()).toEqual(
      [...less.documents.flatMap(({ id }) => [`${id}.json`, `${id}.txt`]), 'a.txt', 'b.txt', 'list.json', 'notes.json'].sort(),
    );
  });

  it('a mistyped path does not take away what an earlier run published', async () => {
    const { input, output } = await ingested(0);
    const before = stampsOf(output);
    const { code, stdout, stderr } = await trichluc(['ingest', `${input}s`, '--out', output]);
    expect({ code, stdout, stderr }).toEqual({ code: ExitCode.someFilesFailed, stdout: '', stderr: `${input}s: không có tệp hoặc thư mục này. Hãy kiểm tra đường dẫn.\n` });
    expect(stampsOf(output)).toEqual(before);
  });

  it('an output folder inside the input folder is not read', async () => {
    const { input } = corpus(0, 3);
    const runs = [];
    for (let run = 0; run < 2; run++) runs.push(await ingest(['.'], 'output', [], { cwd: input }));
    expect(runs.map(({ counts }) => counts.sources)).toEqual([2, 2]);
    expect(runs[1]?.written).toBe(0);
  });
});

describe('other knowledge', () => {
  it('of checks only is applied without reading a source again', async () => {
    const { input, output } = corpus(3);
    const knowledge = join(input, '..', 'knowledge');
    cpSync(KNOWLEDGE, knowledge, { recursive: true });
    const before = await ingest([input], output, ['--knowledge', knowledge]);
    const cache = stampsOf(join(output, 'cache', 'sources'));
    const rule = before.findings[0] as { rule: string; level: string };
    const checks = readFileSync(join(knowledge, 'checks.yaml'), 'utf8');
    const changed = checks.replace(new RegExp(`(${rule.rule.replaceAll('.', '\\.')}:\\n\\s+level: )\\w+`), '$1off').replaceAll(/(\n {8}level: )error/g, '$1off');
    expect(changed).not.toBe(checks);
    writeFileSync(join(knowledge, 'checks.yaml'), changed);

    const after = await ingest([input], output, ['--knowledge', knowledge]);
    expect(after.cached).toBe(1);
    expect(after.id).not.toBe(before.id);
    expect(after.findings.length).toBeLessThan(before.findings.length);
    expect(after.findings.map((finding) => finding.rule)).not.toContain(rule.rule);
    expect(stampsOf(join(output, 'cache', 'sources'))).toEqual(cache);

    // The other way round with `check`, which needs no sources at all.
    writeFileSync(join(knowledge, 'checks.yaml'), checks);
    rmSync(input, { recursive: true });
    const { code, stdout } = await trichluc(['check', '--out', output, '--knowledge', knowledge, '--json']);
    expect(code).toBe(ExitCode.done);
    expect((JSON.parse(stdout) as { findings: Finding[] }).findings).toEqual(before.findings);
    expect(readJson(output, 'findings.json')).toEqual(before.findings);
  });

  it('that a stage reads makes that stage run again', async () => {
    const { input, output } = await ingested(3);
    const knowledge = join(input, '..', 'knowledge');
    cpSync(KNOWLEDGE, knowledge, { recursive: true });
    appendFileSync(join(knowledge, 'dates.yaml'), '# changed\n');
    const { code, stdout, stderr } = await trichluc(['check', '--out', output, '--knowledge', knowledge]);
    expect({ code, stdout }).toEqual({ code: ExitCode.someFilesFailed, stdout: '' });
    expect(stderr).toMatch(/^3\.txt: [^\n]*trichluc ingest[^\n]*\n$/);
    expect((await ingest([input], output, ['--knowledge', knowledge])).cached).toBe(0);
  });
});

describe('trichluc check', () => {
  it.each([
    ['error', ExitCode.findings],
    ['warning', ExitCode.findings],
    ['info', ExitCode.findings],
  ])('--fail-on %s exits with %i where the seeds have such findings', async (level, expected) => {
    const before = stampsOf(out);
    const { code, stdout } = await trichluc(['check', '--out', out, '--fail-on', level, '--json']);
    expect(code).toBe(expected);
    expect((JSON.parse(stdout) as Report).findings).toEqual(first.findings);
    expect(stampsOf(out)).toEqual(before);
  });

  it('exits with 0 without --fail-on, and where findings are below it', async () => {
    expect((await trichluc(['check', '--out', out])).code).toBe(ExitCode.done);
    const { input, output } = corpus(2);
    const { findings } = await ingest([input], output);
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
    expect((await trichluc(['check', '--out', output, '--fail-on', 'error'])).code).toBe(ExitCode.done);
  });

  it('says in one line that nothing was ingested, and makes no folder', async () => {
    const folder = join(newFolder(), 'none');
    const { code, stdout, stderr } = await trichluc(['check', '--out', folder]);
    expect({ code, stdout, stderr }).toEqual({ code: ExitCode.usage, stdout: '', stderr: `${folder}: chưa nhập văn bản nào vào đây. Hãy chạy trichluc ingest trước.\n` });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('trichluc inspect', () => {
  const file = join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith('003')) as string);

  it.each(['read', 'normalize', 'split', 'segment', 'extract'])('shows what %s makes of a file, for people and as JSON', async (stage) => {
    const [people, machine] = await Promise.all([trichluc(['inspect', file, '--stage', stage]), trichluc(['inspect', file, '--stage', stage, '--json'])]);
    expect([people.code, machine.code]).toEqual([ExitCode.done, ExitCode.done]);
    expect(people.stdout).toMatch(/ỦY BAN NHÂN DÂN|3824/);
    expect(JSON.stringify(JSON.parse(machine.stdout))).toContain('3824');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const before = ['bash', '-c', 'set -o pipefail; "$0" "$@" | head -c 5 > /dev/null'];
    const { code, stderr } = await trichluc(['inspect', file, '--stage', 'read', '--json'], { before });
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
  });
});

describe('trichluc knowledge check', () => {
  it('says what the knowledge holds', async () => {
    const [people, machine] = await Promise.all([trichluc(['knowledge', 'check']), trichluc(['knowledge', 'check', '--json'])]);
    expect(people).toMatchObject({ code: ExitCode.done, stderr: '' });
    expect(people.stdout).toMatch(/^\d+ tệp tri thức hợp lệ: \d+ cơ quan, \d+ địa bàn, \d+ loại văn bản, \d+ mẫu nhận dạng\.\n$/);
    expect(JSON.parse(machine.stdout)).toMatchObject({ valid: true, files: readdirSync(KNOWLEDGE).filter((name) => /\.(?:yaml|csv|txt)$/.test(name)).length });
  });
});
