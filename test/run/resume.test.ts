import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { contentsOf, filesBelow, ingest, leftoversIn, seed, start, trichluc } from '../cli/program.ts';
import { newFolder } from '../folders.ts';

const FILES = 60;
let input: string;
/** What a run that nobody stopped gives. */
let whole: Map<string, string>;

beforeAll(async () => {
  const folder = newFolder();
  input = join(folder, 'in');
  mkdirSync(input);
  // Beginnings of two seeds with one number changed: short, and all different.
  const plan = seed(0).slice(0, 2500);
  const letter = seed(3).split('\n').slice(0, 44).join('\n');
  for (let i = 0; i < FILES; i++) {
    const text = i % 2 === 0 ? plan.replace('KẾ HOẠCH', `KẾ HOẠCH ${i}`) : letter.replace('3824', String(4000 + i));
    writeFileSync(join(input, `${String(i).padStart(3, '0')}.txt`), text);
  }
  expect((await ingest([input], join(folder, 'out'))).counts.sources).toBe(FILES);
  whole = contentsOf(join(folder, 'out'));
});

const namesIn = (...path: string[]): string[] => (existsSync(join(...path)) ? readdirSync(join(...path)) : []);

/** Waits until an output folder shows that a run has come so far. */
async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 4));
}

describe('a run that is killed', () => {
  it('goes on where it was, however often and wherever it is killed, and gives what an undisturbed run gives', async () => {
    const out = join(newFolder(), 'out');
    const points: [string, (running: ReturnType<typeof start>) => Promise<void>][] = [
      ['at its first file', () => until(() => existsSync(join(out, 'cache', 'sources')))],
      ['in the middle of the files', (running) => running.says(/\[3\d\/60\]/)],
      ['when it begins to publish', () => until(() => namesIn(out, 'documents').length > 2)],
      ['in the middle of the documents', () => until(() => namesIn(out, 'documents').length > FILES)],
      ['when it writes the report', () => until(() => namesIn(out).some((file) => file.startsWith('report.html')))],
    ];
    for (const [place, reached] of points) {
      const running = start(['ingest', input, '--out', out]);
      await reached(running);
      running.kill('SIGKILL');
      expect((await running.outcome).signal, place).toBe('SIGKILL');
      // What is there under its name is whole.
      const names = new Map(contentsOf(out));
      for (const [file, hash] of names)
        if (/^(?:documents|findings|works|schema|report\.html$)/.test(file) && !leftoversIn(out).includes(file))
          expect([place, file, hash]).toEqual([place, file, whole.get(file)]);
    }
    const last = await ingest([input], out);
    expect(last).toMatchObject({ code: ExitCode.done, cached: FILES });
    expect(leftoversIn(out)).toEqual([]);
    expect(contentsOf(out)).toEqual(whole);
  });

  it('leaves nothing behind for long: the next run removes temporary files of dead processes only', async () => {
    const out = join(newFolder(), 'out');
    const folder = join(input, '..', 'few');
    mkdirSync(folder, { recursive: true });
    cpSync(join(input, '001.txt'), join(folder, '001.txt'));
    const { id } = await ingest([folder], out);
    const before = contentsOf(out);
    const [shard] = readdirSync(join(out, 'cache', 'sources')) as [string];
    const dead = 4_194_305;
    const planted = [
      `report.html.${dead}.part`,
      `works.json.${dead}.part`,
      'findings.json.3021498473',
      'documents/vn-hp.ubnd.2024.08-KH-UBND.txt.402938471',
      `runs/${id}.json.1029384756`,
      'cache/state.json.99887766',
      `cache/sources/${shard}/abc.facts.json.${dead}.part`,
    ];
    const alive = `report.html.${process.pid}.part`;
    for (const file of [...planted, alive]) writeFileSync(join(out, file), 'nửa chừng');
    await ingest([folder], out);
    expect(leftoversIn(out)).toEqual([alive]);
    rmSync(join(out, alive));
    expect(contentsOf(out)).toEqual(before);
  });

  it('while publishing a change does not mislead a later run without the change', async () => {
    const folder = newFolder();
    const files = join(folder, 'in');
    const out = join(folder, 'out');
    mkdirSync(files);
    for (const name of readdirSync(input).slice(0, 30)) cpSync(join(input, name), join(files, name));
    await ingest([files], out);
    const before = contentsOf(out);
    // A file that contradicts others, which get a finding more.
    writeFileSync(join(files, 'zzz.txt'), seed(0).replaceAll('24/01/2022', '24/11/2022'));
    cpSync(out, join(folder, 'other'), { recursive: true });
    await ingest([files], join(folder, 'other'));
    const changed = [...contentsOf(join(folder, 'other'))]
      .filter(([file, hash]) => file.startsWith('documents/') && before.has(file) && before.get(file) !== hash)
      .map(([file]) => join(out, file));
    expect(changed.length).toBeGreaterThan(3);
    const times = changed.map((file) => statSync(file).mtimeMs);
    const running = start(['ingest', files, '--out', out]);
    await until(() => changed.some((file, at) => statSync(file).mtimeMs !== times[at]));
    running.kill('SIGKILL');
    expect((await running.outcome).signal).toBe('SIGKILL');
    rmSync(join(files, 'zzz.txt'));
    await ingest([files], out);
    const after = contentsOf(out);
    for (const [file, hash] of before) expect([file, after.get(file)]).toEqual([file, hash]);
    expect([...after.keys()].filter((file) => file.startsWith('documents/'))).toEqual([...before.keys()].filter((file) => file.startsWith('documents/')));
  });
});

describe.each([
  ['vi', /^Đã ngắt\. (\d+) trên 60 tệp đã xong và được giữ; chạy lại cùng lệnh để tiếp tục\.$/m],
  ['en', /^Interrupted\. (\d+) of 60 files are done and kept; run the same command to go on\.$/m],
] as const)('a run that is interrupted, in %s', (lang, message) => {
  it('says how far it came, exits with 130, and the next one goes on', async () => {
    const out = join(newFolder(), 'out');
    const running = start(['ingest', input, '--out', out, '--json'], { lang });
    await running.says(/\[\d\d\/60\]/);
    running.kill(lang === 'vi' ? 'SIGINT' : 'SIGTERM');
    const { code, signal, stdout, stderr } = await running.outcome;
    expect({ code, signal, stdout }).toEqual({ code: ExitCode.interrupted, signal: null, stdout: '' });
    const done = Number(message.exec(stderr)?.[1]);
    expect(done).toBeGreaterThanOrEqual(10);
    expect(done).toBeLessThan(FILES);
    expect(namesIn(out, 'documents')).toEqual([]);
    expect(leftoversIn(out)).toEqual([]);
    if (lang === 'en') return;
    const next = await ingest([input], out);
    expect(next).toMatchObject({ code: ExitCode.done, cached: done });
    expect(contentsOf(out)).toEqual(whole);
  });
});

describe('entries of the cache that were cut off or changed', () => {
  it('are made again, facts and drafts as well as digests; sound ones are kept', async () => {
    const folder = newFolder();
    const files = join(folder, 'in');
    const out = join(folder, 'out');
    mkdirSync(files);
    for (const name of readdirSync(input).slice(0, 8)) cpSync(join(input, name), join(files, name));
    const { cached } = await ingest([files], out);
    expect(cached).toBe(0);
    const expected = contentsOf(out);
    const entries = (kind: string) => filesBelow(join(out, 'cache')).filter((file) => file.endsWith(`.${kind}.json`));
    const damage: ((path: string) => void)[] = [
      (path) => truncateSync(path, 100),
      (path) => truncateSync(path, 0),
      (path) => writeFileSync(path, Buffer.from([0xff, 0, 1, 2, 0xfe])),
      (path) => appendFileSync(path, ' '),
      (path) => rmSync(path),
    ];
    for (const kind of ['digest', 'drafts', 'facts', 'texts']) {
      for (const [at, file] of entries(kind).slice(0, damage.length).entries()) damage[at]?.(join(out, 'cache', file));
      // The corpus is checked and published anew, so that everything is read.
      for (const name of ['state.json', 'checks.jsonl']) rmSync(join(out, 'cache', name));
      const again = await ingest([files], out);
      expect({ kind, code: again.code, cached: again.cached }).toEqual({ kind, code: ExitCode.done, cached: 3 });
      expect(contentsOf(out)).toEqual(expected);
    }
  });

  it('make `check` say that the file has to be ingested again', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    await ingest([join(input, '000.txt')], out);
    const [facts] = filesBelow(join(out, 'cache')).filter((file) => file.endsWith('.facts.json')) as [string];
    truncateSync(join(out, 'cache', facts), 100);
    rmSync(join(out, 'cache', 'state.json'));
    const { code, stdout, stderr } = await trichluc(['check', '--out', out]);
    expect({ code, stdout }).toEqual({ code: ExitCode.someFilesFailed, stdout: '' });
    expect(stderr).toMatch(/^000\.txt: [^\n]*Hãy chạy lại trichluc ingest\.\n$/);
  });

  it('a touched source is not a changed one', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.txt'), seed(0));
    const out = join(folder, 'out');
    await ingest([folder], out);
    utimesSync(join(folder, 'a.txt'), new Date(), new Date());
    expect(await ingest([folder], out)).toMatchObject({ cached: 1, written: 0 });
  });
});
