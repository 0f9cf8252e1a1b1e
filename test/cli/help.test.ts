import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { type Outcome, ROOT, trichluc } from './program.ts';

const COMMANDS = [[], ['ingest'], ['inspect'], ['check'], ['targets'], ['tasks'], ['explain'], ['decide'], ['knowledge'], ['knowledge', 'check']] as const;
const OPTIONS: Record<string, readonly string[]> = {
  ingest: ['--out', '--concurrency', '--force', '--decisions', '--knowledge', '--json'],
  inspect: ['--stage', '--knowledge', '--json'],
  check: ['--out', '--format', '--level', '--document', '--output-file', '--fail-on', '--decisions', '--knowledge', '--json'],
  targets: ['--out', '--indicator', '--area', '--year', '--agency', '--document', '--unlinked', '--csv', '--json'],
  tasks: ['--out', '--agency', '--role', '--area', '--year', '--level', '--document', '--as-of', '--csv', '--json'],
  decide: ['--reason', '--by', '--date', '--confirm', '--out', '--decisions'],
  explain: ['--knowledge', '--json'],
  'knowledge check': ['--json'],
};

/** Words that are typed and therefore the same in both languages: commands, values of options, the program's name. */
const TYPED = new Set(
  'trichluc ingest inspect check targets tasks explain decide decisions knowledge terminal sarif memo markdown vi en n read normalize split segment extract error warning info json csv output tables lead co-lead coordinate focal assign direct advise guide monitor execute report-to via supervise central province district commune cell'.split(
    ' ',
  ),
);
/** Words that commander or this program would say in English. */
const ENGLISH =
  'usage options option commands command arguments argument choices default display help for show file files folder path paths stage level version language of messages the a is are not there unknown missing invalid error too many expected but got value values needs wrong see with did you mean allowed must be number between and run runs print result exit codes done findings could read'.split(
    ' ',
  );

const wordsOf = (text: string) =>
  text
    .replace(/(?<![\p{L}\d])--?[a-z][a-z-]*/giu, ' ')
    .toLowerCase()
    .match(/[\p{L}\d]+(?:\.[a-z]+)?/gu) ?? [];

/** Words of a text that the other language would not use. */
const strangers = (text: string, lang: 'vi' | 'en'): string[] =>
  lang === 'vi' ? wordsOf(text).filter((word) => ENGLISH.includes(word) && !TYPED.has(word)) : (text.match(/[^\s"“”]*[^\p{ASCII}·“”…–][^\s"“”]*/gu) ?? []);

describe.each(['vi', 'en'] as const)('help in %s', (lang) => {
  const helps = new Map<string, Outcome>();
  beforeAll(async () => {
    const outcomes = await Promise.all(COMMANDS.map((command) => trichluc([...command, '--help'], { lang })));
    COMMANDS.forEach((command, at) => {
      helps.set(command.join(' '), outcomes[at] as Outcome);
    });
  });

  it.each(COMMANDS.map((command) => command.join(' ')))('trichluc %s --help is printed in the language asked for, and nothing else', (command) => {
    const { code, stdout, stderr } = helps.get(command) as Outcome;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(lang === 'vi' ? /^Cách dùng: trichluc/ : /^Usage: trichluc/);
    expect(strangers(stdout, lang)).toEqual([]);
    for (const option of ['--help', '--lang', ...(OPTIONS[command] ?? [])]) expect(stdout).toContain(option);
  });

  it('names every command and every exit code', () => {
    const { stdout } = helps.get('') as Outcome;
    for (const [command] of COMMANDS) if (command) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    for (const code of Object.values(ExitCode)) expect(stdout).toMatch(new RegExp(`[:·] ${code} `));
  });

  it.each([
    [['nope'], /nope/],
    [['knowledge', 'nope'], /nope/],
    [['ingest', 'x', '--nope'], /--nope/],
    [['--nope'], /--nope/],
    [['ingest'], /--help/],
    [['inspect'], /--help/],
    [['inspect', 'a', 'b'], /inspect/],
    [['check', 'a'], /check/],
    [['ingest', 'x', '--concurrency', '0'], /“0”.*--concurrency.*1–256/],
    [['ingest', 'x', '--concurrency', 'nhiều'], /“nhiều”.*--concurrency.*1–256/],
    [['ingest', 'x', '--concurrency', '1.5'], /“1.5”.*--concurrency.*1–256/],
    [['ingest', 'x', '--concurrency', '257'], /“257”.*--concurrency.*1–256/],
    [['ingest', 'x', '-c'], /--concurrency/],
    [['ingest', 'x', '--out'], /--out/],
    [['inspect', 'x', '--stage', 'publish'], /“publish”.*--stage.*read.*extract/],
    [['check', '--fail-on', 'all'], /“all”.*--fail-on.*error.*warning.*info/],
    [['targets', '--year', '25'], /“25”.*--year.*2025-2030/],
    [['tasks', '--as-of', '2025-02-30'], /“2025-02-30”.*--as-of.*2025-07-01/],
    [['decide', 'x'], /--reason/],
    [['decide', 'x', '--reason', 'y', '--date', 'z'], /“z”.*--date.*2025-07-01/],
    [['tasks', '--role', 'boss'], /“boss”.*--role.*lead.*supervise/],
    [['tasks', '--level', 'x'], /“x”.*--level.*central.*cell/],
  ])('trichluc %j is answered with one line', async (args, names) => {
    // The language comes first, so that an option at the end lacks its value.
    const { code, stdout, stderr } = await trichluc(['--lang', lang, ...args], { lang: null, cwd: newFolder() });
    expect({ code, stdout }).toEqual({ code: ExitCode.usage, stdout: '' });
    expect(stderr).toMatch(/^trichluc: [^\n]+\n$/);
    expect(stderr).toMatch(names);
    expect(strangers(stderr.replace('nhiều', ''), lang)).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    [{ LANG: 'vi_VN.UTF-8' }, 'Cách dùng'],
    [{ LANG: 'en_US.UTF-8' }, 'Usage'],
    [{ LANG: 'fr_FR.UTF-8' }, 'Usage'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN.UTF-8' }, 'Cách dùng'],
    [{ LANG: 'vi_VN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'Usage'],
    [{ LANG: 'vi', LC_ALL: '' }, 'Cách dùng'],
    [{ LANG: 'vi_VN.UTF-8', TRICHLUC_LANG: 'en' }, 'Usage'],
  ])('is told by the environment %j', async (env, title) => {
    expect((await trichluc(['--help'], { lang: null, env })).stdout.startsWith(title)).toBe(true);
  });

  it('refuses a language it does not speak', async () => {
    const { code, stderr } = await trichluc(['check', '--lang', 'fr'], { lang: null, env: { LANG: 'vi_VN.UTF-8' } });
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toBe('trichluc: “fr” không phải giá trị của --lang: vi, en.\n');
  });
});

it('trichluc alone shows the help and fails, so that a script notices', async () => {
  const { code, stderr } = await trichluc([], { lang: null, env: { LANG: 'vi_VN.UTF-8' } });
  expect(code).toBe(ExitCode.usage);
  expect(stderr).toMatch(/^Cách dùng: trichluc/);
});

describe.each(['README.md', 'README.vi.md'].filter((name) => existsSync(join(ROOT, name))))('%s', (name) => {
  const text = readFileSync(join(ROOT, name), 'utf8');
  it.each(Object.keys(OPTIONS))('documents trichluc %s with its options', (command) => {
    expect(text).toContain(`trichluc ${command}`);
    for (const option of OPTIONS[command] ?? []) expect(text, option).toContain(option);
  });
  it('documents the exit codes', () => {
    for (const code of Object.values(ExitCode)) expect(text).toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  });
});
