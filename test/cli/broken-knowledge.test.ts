import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { KNOWLEDGE, SEEDS, trichluc } from './program.ts';

describe('broken knowledge', () => {
  const broken = (file: string, change: (content: string) => string): string => {
    const knowledge = join(newFolder(), 'knowledge');
    cpSync(KNOWLEDGE, knowledge, { recursive: true });
    writeFileSync(join(knowledge, file), change(readFileSync(join(knowledge, file), 'utf8')));
    return knowledge;
  };
  const lineOf = (knowledge: string, file: string, words: string) => readFileSync(join(knowledge, file), 'utf8').slice(0, -1).split(words)[0]?.split('\n').length;

  it('is refused with file and line, in Vietnamese, before anything is read or written', async () => {
    const knowledge = broken('checks.yaml', (content) => content.replace('    level: error', '    level: grave'));
    const out = join(newFolder(), 'out');
    const line = lineOf(knowledge, 'checks.yaml', 'grave');
    const outcomes = await Promise.all([
      trichluc(['ingest', SEEDS, '--out', out, '--knowledge', knowledge]),
      trichluc(['inspect', join(SEEDS, 'README.md'), '--knowledge', knowledge]),
      trichluc(['knowledge', 'check', knowledge]),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      expect({ code, stdout }).toEqual({ code: ExitCode.knowledge, stdout: '' });
      expect(stderr).toMatch(/^Không dùng được tri thức nghiệp vụ; có 1 lỗi:\n[^\n]+\n$/);
      expect(stderr).toContain(`checks.yaml:${line}: `);
      expect(stderr).toMatch(/[àáảãạăâđêôơưèéẻẽẹ]/);
    }
    expect(existsSync(out)).toBe(false);
    const english = await trichluc(['knowledge', 'check', knowledge], { lang: 'en' });
    expect(english.stderr).toMatch(/^The knowledge cannot be used; 1 problem:\n {2}checks\.yaml:\d+: /);
  });

  it.each([
    ['dates.yaml', (content: string) => `${content}\n  - [`],
    ['agencies.csv', (content: string) => `${content}"chưa đóng,\n`],
    ['territories.csv', (content: string) => content.replace(/^([^\n]*\n)([^\n]*\n)/, '$1$2$2')],
    ['legislatures.csv', (content: string) => content.replace(/\d{4}-/, 'năm ')],
    ['headings.yaml', () => ''],
  ])('%s is named with its line', async (file, change) => {
    const { code, stdout, stderr } = await trichluc(['knowledge', 'check', broken(file, change)]);
    expect({ code, stdout }).toEqual({ code: ExitCode.knowledge, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^ {2}${file.replace('.', '\\.')}:\\d+: `, 'm'));
    expect(stderr).not.toContain('    at ');
  });

  it('a folder without knowledge is told to lack each file; as JSON for machines', async () => {
    const { code, stdout, stderr } = await trichluc(['knowledge', 'check', newFolder(), '--json']);
    expect({ code, stderr }).toEqual({ code: ExitCode.knowledge, stderr: '' });
    const { valid, problems } = JSON.parse(stdout) as { valid: boolean; problems: { file: string; line: number; message: string }[] };
    expect(valid).toBe(false);
    expect(problems.map(({ file }) => file).sort()).toEqual(readdirSync(KNOWLEDGE).filter((name) => /\.(?:yaml|csv|txt)$/.test(name)));
    for (const { message } of problems) expect(message).toMatch(/:1: thiếu tệp này/);
  });
});
