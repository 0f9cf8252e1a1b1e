import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import type { Finding } from '../../src/model/finding.ts';
import { district } from '../check/written.ts';
import { newFolder } from '../folders.ts';
import { contentsOf, ingest, type Outcome, readJson, stampsOf, trichluc } from './program.ts';

const cites = (date: string) => `1. Thực hiện Nghị quyết số 25-NQ/TU, ngày ${date} của Tỉnh ủy Nghệ An.`;

let sources: string;
let out: string;
let id: string;
const lines = () => join(dirname(out), 'decisions', 'findings.jsonl');
const check = (args: string[] = []): Promise<Outcome> => trichluc(['check', '--out', out, ...args], { lang: 'en' });
const decide = (args: string[]): Promise<Outcome> => trichluc(['decide', ...args, '--out', out], { lang: 'en' });
const findings = () => readJson<Finding[]>(out, 'findings.json');
const conflict = () => findings().find(({ rule }) => rule === 'citation.date-conflict') as Finding;
beforeAll(async () => {
  sources = newFolder();
  writeFileSync(join(sources, 'a.txt'), district(0, '15/3/2023', cites('12/01/2023')));
  writeFileSync(join(sources, 'b.txt'), district(1, '10/6/2024', cites('12/10/2023')));
  // The decisions lie beside the output and inside what is ingested.
  out = join(sources, 'output');
  await ingest([sources], out);
  id = conflict().id;
});

describe('trichluc decide', () => {
  it('answers an id that no finding has with the nearest ones, and keeps nothing', async () => {
    const { code, stderr } = await decide([id.slice(0, -1), '--reason', 'x']);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toBe(`trichluc: there is no finding “${id.slice(0, -1)}” in the output. Near it: ${id}. trichluc check prints them with their ids.\n`);
    expect((await decide([id, '--reason', ' '])).code).toBe(ExitCode.usage);
    expect((await trichluc(['decide', id, '--reason', 'x', '--out', newFolder()])).code).toBe(ExitCode.usage);
    expect(contentsOf(dirname(lines())).size).toBe(0);
  });

  it('keeps a decision beside the output, which it leaves alone; the next check sets the finding aside everywhere', async () => {
    const before = stampsOf(out);
    expect((await check(['--fail-on', 'error'])).code).toBe(ExitCode.findings);
    const { code, stdout } = await decide([id, '--reason', 'hai nghị quyết khác nhau', '--by', 'Lan', '--date', '27/11/2026']);
    expect({ code, kept: stdout.includes(lines()) }).toEqual({ code: ExitCode.done, kept: true });
    expect(stampsOf(out)).toEqual(before);
    expect(JSON.parse(readFileSync(lines(), 'utf8'))).toMatchObject({ finding: id, verdict: 'rejected', reason: 'hai nghị quyết khác nhau', by: 'Lan', date: '2026-11-27' });

    const checked = await check(['--fail-on', 'error']);
    expect(checked.code).toBe(ExitCode.done);
    expect(checked.stdout).toMatch(/Set aside by decision \(1\)\n\n {2}error 25-NQ\/TU is given different dates.*\n {4}hai nghị quyết khác nhau \(Lan, 27\/11\/2026\)\n/);
    expect(checked.stdout).toContain('Findings: 0 errors');
    expect(checked.stdout).toContain('· 1 set aside by decision');
    const aside = { reason: 'hai nghị quyết khác nhau', by: 'Lan', date: '2026-11-27' };
    expect(conflict()).toMatchObject({ suppressed: aside, outdated: null });
    expect(readFileSync(join(out, 'tables', 'findings.csv'), 'utf8')).toContain('hai nghị quyết khác nhau,Lan,2026-11-27');
    expect(
      readJson<{ runs: { results: { ruleId: string; suppressions?: object[] }[] }[] }>(out, 'findings.sarif').runs[0]?.results.find(
        ({ ruleId }) => ruleId === 'citation.date-conflict',
      )?.suppressions,
    ).toEqual([{ kind: 'external', status: 'accepted', justification: aside.reason, properties: { by: 'Lan', date: aside.date } }]);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toMatch(/<details class="aside" data-group>.*\n<article class="card finding error"/);
    expect((await check(['--format', 'memo'])).stdout).not.toContain('25-NQ/TU is given');
  });

  it('holds for ingest too, which reads no decision as a document and writes nothing a second time', async () => {
    const first = await ingest([sources], out);
    expect(first.documents.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
    expect(first.counts).toMatchObject({ findings: { error: 0 }, suppressed: 1 });
    expect((await ingest([sources], out)).written).toBe(0);
  });

  it('names a line that is no decision; the others count', async () => {
    const kept = readFileSync(lines(), 'utf8');
    appendFileSync(lines(), '{"finding":\n');
    const { code, stderr } = await check(['--fail-on', 'error']);
    expect(code).toBe(ExitCode.done);
    expect(stderr).toMatch(/^[^\n]*findings\.jsonl:2: not valid JSON[^\n]*\n$/);
    writeFileSync(lines(), kept);
  });

  it('a finding that changes comes back and tells of the decision; one that is gone is told', async () => {
    writeFileSync(join(sources, 'c.txt'), district(2, '11/6/2024', cites('12/10/2023')));
    await ingest([sources], out);
    const { code, stdout } = await check(['--fail-on', 'error']);
    expect(code).toBe(ExitCode.findings);
    expect(conflict()).toMatchObject({ suppressed: null, outdated: { by: 'Lan' } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('! It was set aside on 27/11/2026 by Lan (“hai nghị quyết khác nhau”) and has changed since.');
    const elsewhere = newFolder();
    writeFileSync(join(elsewhere, 'a.txt'), district(0, '15/3/2023', cites('12/01/2023')));
    const other = join(newFolder(), 'output');
    await ingest([elsewhere], other, ['--decisions', dirname(lines())]);
    expect((await trichluc(['check', '--out', other, '--decisions', dirname(lines())], { lang: 'en' })).stdout).toContain('Decisions about findings that are no longer there: 1.');
  });

  it('--confirm lets it stand again', async () => {
    expect((await decide([id, '--reason', 'vẫn là hai', '--by', 'Lan'])).code).toBe(ExitCode.done);
    expect((await check(['--fail-on', 'error'])).code).toBe(ExitCode.done);
    expect((await decide([id, '--confirm', '--reason', 'đã xem bản gốc', '--by', 'Lan'])).code).toBe(ExitCode.done);
    expect((await check(['--fail-on', 'error'])).code).toBe(ExitCode.findings);
    expect(readFileSync(lines(), 'utf8').trim().split('\n')).toHaveLength(3);
  });
});
