import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { filesBelow, ingest, type Report, seed, trichluc } from './program.ts';

describe('hostile names and words', () => {
  const NAMES = [
    'dòng\nmới.txt',
    '"nháy\' kép".txt',
    'a..%2f..%2fb.txt',
    'x..',
    `${'dài'.repeat(50)}.txt`,
    'Quyết định.txt'.normalize('NFD'),
    'Quyết định.txt'.normalize('NFC'),
    '😀👩‍👧.txt',
    '\u001b[31mđỏ\u0007.txt',
    '$(touch pwned).txt',
    '-c.txt',
    ' .txt',
    'a\\b.txt',
    '\u202egpj.txt',
    '<b>/script><img src=x onerror=alert(1)>.txt',
    '__proto__',
    'constructor.json',
  ];

  it.skipIf(process.platform === 'win32')('stay names: nothing outside the output folder, no markup in the report, no control of the terminal', async () => {
    const folder = newFolder();
    const input = join(folder, 'in');
    mkdirSync(join(input, '<b>'), { recursive: true });
    for (const [at, name] of NAMES.entries()) {
      writeFileSync(join(input, name), `${seed(0).replace('2030', String(2031 + at))}\nSố: ../../${at}/../x-KH/UBND\n`);
    }
    const { code, stdout, stderr } = await trichluc(['ingest', input, '--out', join(folder, 'out'), '--json']);
    expect(code).toBe(ExitCode.done);
    const { documents, inputs } = JSON.parse(stdout) as Report;
    expect(inputs.map(({ file }) => file).sort()).toEqual([...NAMES].sort());
    expect(documents).toHaveLength(NAMES.length);
    for (const { id } of documents) expect(id).toMatch(/^[\w.~-]+$/);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    expect(filesBelow(input)).toHaveLength(NAMES.length);
    expect(filesBelow(join(folder, 'out')).every((file) => /^[\w./~-]+$/.test(file) && !file.includes('..'))).toBe(true);
    const report = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    expect(report).not.toContain('<img src=x');
    expect(report).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const people = await trichluc(['ingest', input, '--out', join(folder, 'out')]);
    for (const text of [stderr, people.stdout, people.stderr]) expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    expect(people.stderr).toContain('dòng\\u000amới.txt');
  });

  it('words of a document cannot control the terminal', async () => {
    const folder = newFolder();
    writeFileSync(
      join(folder, 'a.txt'),
      'KẾ HOẠCH\u001b[31m\nThực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 \u001b]0;x\u0007của Bộ Chính trị\n\nI. MỤC ĐÍCH\n\nNghị quyết số 06-NQ/TW ngày 25/01/2022\n',
    );
    const runs = [['ingest', folder, '--out', join(folder, 'out')]];
    for (const stage of ['read', 'normalize', 'split', 'segment', 'extract']) runs.push(['inspect', join(folder, 'a.txt'), '--stage', stage]);
    for (const { code, stdout } of await Promise.all(runs.map((args) => trichluc(args)))) {
      expect(code).toBe(ExitCode.done);
      expect(stdout).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  });

  it('symbolic links in a folder are not followed', async () => {
    const folder = newFolder();
    const input = join(folder, 'in');
    mkdirSync(input);
    writeFileSync(join(input, 'a.txt'), seed(0));
    writeFileSync(join(folder, 'secret.txt'), seed(2));
    symlinkSync(join(folder, 'secret.txt'), join(input, 'link.txt'));
    symlinkSync(folder, join(input, 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(input, 'dangling.txt'));
    const { code, inputs, problems } = await ingest([input], join(folder, 'out'));
    expect({ code, files: inputs.map(({ file }) => file), problems }).toEqual({ code: ExitCode.done, files: ['a.txt'], problems: [] });
  });
});
