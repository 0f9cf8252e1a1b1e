import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { markdownLines } from '../../src/cli/terminal-markdown.ts';
import { newFolder } from '../folders.ts';
import { ROOT, trichluc } from './program.ts';

const RULES = readdirSync(join(ROOT, 'src', 'check', 'rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
// Wherever it is called, and with no output folder.
const explain = (args: string[], lang: 'vi' | 'en' = 'en', env: Record<string, string> = {}) => trichluc(['explain', ...args], { lang, env, cwd: newFolder() });

describe('trichluc explain', () => {
  it('prints the page of a rule under its level, title and message, in the language asked for', async () => {
    const { code, stdout, stderr } = await explain(['citation.notation-variant'], 'vi');
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
    expect(stdout).toMatch(/^cảnh báo Ký hiệu viết khác dạng chuẩn {2}citation\.notation-variant\n/);
    expect(stdout).toContain('Vì sao quan trọng\n');
    expect(stdout).toContain('phát hiện: 148-NQ/CP tại 148-NQ/CP → 148/NQ-CP (chắc chắn)');
    expect(stdout).not.toMatch(/^(?:#|```)/m);
    const english = (await explain(['citation.notation-variant'])).stdout;
    expect(english).toMatch(/^warning Notation written in another shape/);
    expect(english).toContain('Why it matters\n');
  });

  it('has a page for every rule, and lists all of them without a name', async () => {
    const { code, stdout } = await explain([]);
    expect(code).toBe(ExitCode.done);
    expect([...stdout.matchAll(/^(?:error|warning|note|off) +(\S+)/gm)].map((match) => match[1])).toEqual(RULES);
    const listed = JSON.parse((await explain(['--json'])).stdout) as { rule: string; level: string; title: { vi: string; en: string } }[];
    expect(listed.map(({ rule }) => rule)).toEqual(RULES);
    for (const { title } of listed) expect(title).toEqual({ vi: expect.stringMatching(/\p{L}/u), en: expect.stringMatching(/\p{L}/u) });
    expect(JSON.parse((await explain(['list.letter-gap', '--json'])).stdout)).toMatchObject({ rule: 'list.letter-gap', page: expect.stringMatching(/^# list\.letter-gap\n/) });
  });

  it('takes the id of a finding for its rule', async () => {
    expect((await explain(['list.letter-gap:vn-hp-ubnd-2024-08-KH-UBND:II-1-1-d'])).stdout).toBe((await explain(['list.letter-gap'])).stdout);
  });

  it.each([
    ['date-conflict', 'citation.date-conflict'],
    ['citation.date-conflit', 'citation.date-conflict'],
    ['Agency.Name-Varient', 'agency.name-variant'],
  ])('answers %s, which is no rule, with the nearest names in one line', async (name, near) => {
    const { code, stdout, stderr } = await explain([name]);
    expect({ code, stdout }).toEqual({ code: ExitCode.usage, stdout: '' });
    expect(stderr).toMatch(/^trichluc: [^\n]+\n$/);
    expect(stderr).toContain(`“${name}”. Near it: ${near}`);
  });

  it('proposes nothing where nothing is near', async () => {
    const { code, stderr } = await explain(['../../package.json']);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toBe('trichluc: there is no rule “../../package.json”. All rules: trichluc explain.\n');
  });

  it('is coloured where colours are asked for, and not where they are refused', async () => {
    const colour = String.fromCharCode(27);
    expect((await explain(['list.letter-gap'], 'en', { FORCE_COLOR: '1' })).stdout).toContain(`${colour}[31m${colour}[1m✗`);
    for (const env of [{}, { NO_COLOR: '1', FORCE_COLOR: '1' }]) expect((await explain(['list.letter-gap'], 'en', env)).stdout).not.toContain(colour);
  });
});

it('Markdown becomes lines: headings, wrapped paragraphs and items, code as it stands', () => {
  const page = '# Tên\n\n## Phần\n\nMột đoạn `mã` dài\nhơn một dòng.\n\n- mục thứ nhất của một danh sách\n\n```text a.txt\nSố: 08\n\nhết\n```\n';
  expect(markdownLines(page, 26, (title) => title.toUpperCase())).toEqual([
    'TÊN',
    '',
    'PHẦN',
    '',
    '  Một đoạn mã dài hơn một',
    '  dòng.',
    '',
    '  - mục thứ nhất của một',
    '    danh sách',
    '',
    '    a.txt',
    '    │ Số: 08',
    '    │',
    '    │ hết',
  ]);
});
