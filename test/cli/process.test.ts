import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { KNOWLEDGE, type RunOptions, trichluc } from './program.ts';

/** The other tests run most commands in a process that goes on to the next one: here each has its own. */
const own: RunOptions = { own: true };

describe('the process of a command', () => {
  it('ends with 0 where all is well, and says it on standard output', async () => {
    const { code, stdout, stderr } = await trichluc(['--help'], own);
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
    expect(stdout).toContain('ingest [');
  });

  it('ends with 2 where it is called wrongly, and says so on standard error', async () => {
    for (const args of [['ingets'], ['ingest', '--concurrency', '0', 'a.txt']]) {
      const { code, stdout, stderr } = await trichluc(args, own);
      expect({ code, stdout }).toEqual({ code: ExitCode.usage, stdout: '' });
      expect(stderr).toMatch(/^trichluc: /);
    }
    expect((await trichluc([], { own: true, lang: null })).code).toBe(ExitCode.usage);
  });

  it('ends with 3 where a file cannot be read, with 4 where the knowledge is broken', async () => {
    const folder = newFolder();
    const knowledge = join(folder, 'knowledge');
    mkdirSync(knowledge);
    cpSync(KNOWLEDGE, knowledge, { recursive: true });
    writeFileSync(join(knowledge, 'roles.yaml'), 'triggers: [');
    expect((await trichluc(['ingest', join(folder, 'none.txt'), '--out', join(folder, 'out')], own)).code).toBe(ExitCode.someFilesFailed);
    expect((await trichluc(['knowledge', 'check', knowledge], own)).code).toBe(ExitCode.knowledge);
  });
});

describe('a command behind another one in the same process', () => {
  it('has its own language, colours and exit code', async () => {
    const list = (options: RunOptions) => trichluc(['explain'], options);
    const [vietnamese, coloured, plain, wrong, english] = await Promise.all([
      list({ lang: 'vi' }),
      list({ lang: 'vi', env: { FORCE_COLOR: '1' } }),
      list({ lang: 'vi' }),
      trichluc(['explain', '--nothing'], { lang: 'vi' }),
      list({ lang: null, env: { TRICHLUC_LANG: 'en' } }),
    ]);
    expect([vietnamese, coloured, plain, wrong, english].map(({ code }) => code)).toEqual([0, 0, 0, ExitCode.usage, 0]);
    expect(coloured.stdout).not.toBe(vietnamese.stdout);
    expect(plain.stdout).toBe(vietnamese.stdout);
    expect(english.stdout).not.toBe(vietnamese.stdout);
  });
});
