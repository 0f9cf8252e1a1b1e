import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { filesBelow, ingest, ROOT, readJson, SEEDS, trichluc } from './program.ts';

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}

let app: string;
let installed: string;
let files: string[];
beforeAll(() => {
  const folder = newFolder();
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball] = readdirSync(folder) as [string];
  // What `npm install <tarball>` does, without a network: the package beside what it says it depends on, and nothing else.
  app = join(folder, 'app');
  installed = join(app, 'node_modules', 'trichluc');
  mkdirSync(installed, { recursive: true });
  expect(spawnSync('tar', ['-xzf', join(folder, tarball), '--strip-components=1', '-C', installed]).status).toBe(0);
  for (const name of Object.keys(readJson<Manifest>(installed, 'package.json').dependencies)) {
    mkdirSync(dirname(join(app, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(app, 'node_modules', name));
  }
  mkdirSync(join(app, 'node_modules', '.bin'));
  symlinkSync(join('..', 'trichluc', 'dist', 'cli', 'main.js'), join(app, 'node_modules', '.bin', 'trichluc'));
  files = filesBelow(installed);
});

describe('the package', () => {
  it('holds the program, the knowledge, the pages of the rules and nothing of the workshop', () => {
    for (const name of readdirSync(join(ROOT, 'pipelines', 'directives'))) expect(files).toContain(`pipelines/directives/${name}`);
    for (const rule of readdirSync(join(ROOT, 'src', 'check', 'rules'), { recursive: true, withFileTypes: true })) {
      if (rule.name === 'rule.md') expect(files).toContain(join(rule.parentPath, rule.name).slice(ROOT.length + 1));
    }
    expect(files).toContain('dist/cli/main.js');
    expect(files).toContain('package.json');
    for (const name of ['README.md', 'README.vi.md', 'CHANGELOG.md', 'LICENSE']) expect(files.includes(name), name).toBe(existsSync(join(ROOT, name)));
    expect(
      files.filter(
        (file) =>
          !/^(?:dist\/.*\.(?:js|json)|src\/check\/rules\/[^/]+\/rule\.md|pipelines\/.*\.(?:yaml|csv|txt|md)|package\.json|README(?:\.vi)?\.md|CHANGELOG\.md|LICENSE)$/.test(file),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)(?:tests?|fixtures|seeds|bench|output|cache|node_modules)\//.test(file) || /\.(?:test|bench)\./.test(file))).toEqual([]);
  });

  it('holds no chunk of an earlier build, nor one of the workshop', () => {
    const built = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
    const words = built.map((file) => readFileSync(join(installed, file), 'utf8')).join();
    const chunks = built.filter((file) => file.startsWith('dist/chunks/'));
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.filter((file) => !words.includes(`${basename(file)}"`))).toEqual([]);
    expect(built.filter((file) => /^dist\/(?:eval|bench)\//.test(file))).toEqual([]);
  });

  it('imports only packages it declares', () => {
    const { dependencies } = readJson<Manifest>(installed, 'package.json');
    const imported = new Set(
      files
        .filter((file) => file.endsWith('.js'))
        .flatMap((file) => [
          ...readFileSync(join(installed, file), 'utf8').matchAll(/(?:^|\s)(?:import|export)\s[^'"]*?from\s*['"]([^'".][^'"]*)['"]|(?:^|\s)import\s*\(?['"]([^'".][^'"]*)['"]/g),
        ])
        .map(([, from, bare]) => (from ?? bare) as string)
        .filter((name) => !name.startsWith('node:'))
        .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
    );
    expect(imported.size).toBeGreaterThan(5);
    expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('works where it is installed: by its name, in a folder of the user, with knowledge, schemas and messages of its own', async () => {
    const work = join(app, 'work');
    mkdirSync(work);
    const program = join(app, 'node_modules', '.bin', 'trichluc');
    const help = spawnSync(program, ['--help', '--lang', 'vi'], { cwd: work, encoding: 'utf8' });
    expect({ code: help.status, stderr: help.stderr, start: help.stdout.slice(0, 9) }).toEqual({ code: 0, stderr: '', start: 'Cách dùng' });
    writeFileSync(join(work, 'kế hoạch.txt'), readFileSync(join(SEEDS, '004_8b11a10fe5799f09.txt')));
    const here = await ingest(['.'], 'output', [], { cwd: work, program });
    expect(here).toMatchObject({ code: ExitCode.done, counts: { sources: 1, documents: 1 } });
    expect(here.documents[0]?.number).toBe('08/KH-UBND');
    expect(here.findings.length).toBeGreaterThan(0);
    expect(filesBelow(join(work, 'output', 'schema'))).toHaveLength(2);
    for (const args of [
      ['knowledge', 'check'],
      ['check', '--out', 'output'],
      ['inspect', 'kế hoạch.txt'],
    ]) {
      expect(await trichluc(args, { cwd: work, program })).toMatchObject({ code: ExitCode.done, stderr: '' });
    }
    // It gives what the clone gives.
    expect(await ingest([work], join(app, 'other'))).toMatchObject({ id: here.id, findings: here.findings });
  });
});

describe('the clone', () => {
  it.skipIf(process.platform === 'win32')('answers to npx trichluc', () => {
    // npx keeps a link to the clone in its cache; a cache of its own keeps the test apart from what other calls left there.
    const env = { ...process.env, npm_config_cache: newFolder(), npm_config_offline: 'true', npm_config_ignore_scripts: 'true' };
    const { status, stdout, stderr } = spawnSync('npx', ['trichluc', '--version'], { cwd: ROOT, env, encoding: 'utf8' });
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: `${readJson<Manifest>(ROOT, 'package.json').version}\n` });
  });
});
