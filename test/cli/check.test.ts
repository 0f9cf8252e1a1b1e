import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { district, plan } from '../check/written.ts';
import { newFolder } from '../folders.ts';
import { ingest, type Outcome, trichluc } from './program.ts';

/** What one resolution is dated in three plans, of which the first shows which day is right. */
const FILES = {
  'dien-chau.txt': district(0, '15/3/2023', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.'),
  'nam dan/kế hoạch.txt': district(
    3,
    '10/6/2024',
    '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.\n\n2. Các đơn vị các đơn vị phải phải báo cáo kết quả thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.',
  ),
  'ha-tinh.txt': plan('Ủy ban nhân dân\ntỉnh Hà Tĩnh', 'Hà Tĩnh', '77/KH-UBND', '20/6/2024', '1. Rà soát nhà ở.'),
};

let out: string;
const check = (args: string[], lang: 'vi' | 'en' = 'en', env: Record<string, string> = {}): Promise<Outcome> =>
  trichluc(['check', '--out', out, ...args], { lang, env: { COLUMNS: '100', ...env } });
beforeAll(async () => {
  const folder = newFolder();
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  out = join(newFolder(), 'output');
  await ingest([folder], out);
});

describe('check in the terminal', () => {
  it('shows a finding under the document to be corrected: words and carets of each side, verdict, what to do next', async () => {
    const { code, stdout, stderr } = await check(['--level', 'error']);
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
    expect(stdout).toMatch(/^23\/KH-UBND · 10\/06\/2024 · Ủy ban nhân dân huyện Nam Đàn · nam dan\/kế hoạch\.txt\n\n {2}error 25-NQ\/TU is given different dates/);
    const lines = stdout.split('\n');
    const place = lines.findIndex((line) => line.includes('--> nam dan/kế hoạch.txt:'));
    const [, , number = '', column = ''] = /(kế hoạch\.txt):(\d+):(\d+)$/.exec(lines[place] as string) ?? [];
    const source = FILES['nam dan/kế hoạch.txt'].split('\n')[Number(number) - 1] as string;
    expect(source.slice(Number(column) - 1)).toMatch(/^Nghị quyết số 25-NQ\/TU, ngày 12\/10\/2023/);
    const [, bar = '', quoted = ''] = /^( *\d+ │ )(.*)$/.exec(lines[place + 1] as string) ?? [];
    expect(quoted).toBe(source);
    const carets = lines[place + 2] as string;
    expect(quoted.slice(carets.indexOf('^') - bar.length, carets.lastIndexOf('^') - bar.length + 1)).toBe('Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An');
    expect(carets).toMatch(/\^ 12\/10\/2023$/);
    // The side that is right follows, with its document.
    expect(stdout).toMatch(/--> dien-chau\.txt:\d+:\d+ {2}20\/KH-UBND \(Ủy ban nhân dân huyện Diễn Châu\)/);
    expect(stdout).toMatch(/→ 12\/01\/2023 \(certain\) The right date is 12\/01\/2023/);
    expect(stdout).toContain('trichluc explain');
  });

  it('speaks Vietnamese', async () => {
    const { stdout } = await check(['--level', 'error'], 'vi');
    expect(stdout).toMatch(/ {2}lỗi 25-NQ\/TU được ghi nhiều ngày/);
    expect(stdout).toMatch(/→ 12\/01\/2023 \(chắc chắn\) Ngày đúng/);
  });

  it('prints no line wider than the terminal but for places and ids', async () => {
    const { stdout } = await check([], 'vi', { COLUMNS: '60' });
    for (const line of stdout.split('\n')) if (/[│→^]/.test(line)) expect(line.length, line).toBeLessThanOrEqual(60 + ' 12/10/2023'.length);
  });

  it('is coloured when asked, without a change of words', async () => {
    const coloured = (await check([], 'en', { FORCE_COLOR: '1' })).stdout;
    expect(coloured).toContain('\u001b[31m^');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with it.
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe((await check([])).stdout);
  });

  it('keeps to a level or a document, and so does --fail-on for the document', async () => {
    const rulesIn = async (args: string[]) => (JSON.parse((await check([...args, '--json'])).stdout) as { findings: { rule: string; level: string }[] }).findings;
    const all = await rulesIn([]);
    expect(new Set(all.map(({ level }) => level)).size).toBeGreaterThan(1);
    expect(await rulesIn(['--level', 'error'])).toEqual(all.filter(({ level }) => level === 'error'));
    expect((await rulesIn(['--document', 'dien chau'])).map(({ rule }) => rule)).toContain('citation.date-conflict');
    expect(await rulesIn(['--document', '77/KH-UBND'])).toEqual([]);
    expect((await check(['--fail-on', 'error'])).code).toBe(ExitCode.findings);
    expect((await check(['--fail-on', 'error', '--document', '77/KH-UBND'])).code).toBe(ExitCode.done);
  });
});

describe('check --format memo', () => {
  it('writes to the office of the document that was asked about, and to none that is right', async () => {
    const memo = async (args: string[]) => (await check(['--format', 'memo', ...args], 'vi')).stdout;
    expect((await memo([])).match(/^# .*/gm)).toEqual(['# Đề nghị xem xét, đính chính Kế hoạch số 23/KH-UBND']);
    expect(await memo(['--document', '23/KH-UBND'])).toBe(await memo([]));
    // It has a part in the finding, as the witness of the right day.
    expect(await memo(['--document', '20/KH-UBND'])).toBe('Không có nội dung nào cần đề nghị cơ quan ban hành xem xét.\n');
  });
});

describe('check --output-file', () => {
  it('writes what it would print, without colours', async () => {
    const file = join(newFolder(), 'new', 'findings.txt');
    const { code, stdout } = await check(['--output-file', file], 'en', { FORCE_COLOR: '1' });
    expect({ code, stdout }).toEqual({ code: ExitCode.done, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe((await check([])).stdout);
  });

  it('says where it cannot write', async () => {
    const { code, stderr } = await check(['--output-file', out]);
    expect(code).toBe(ExitCode.output);
    expect(stderr).toContain(out);
    expect(existsSync(`${out}.part`)).toBe(false);
  });
});
