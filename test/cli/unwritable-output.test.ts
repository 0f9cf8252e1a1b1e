import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { contentsOf, filesBelow, ingest, leftoversIn, PROGRAM, type RunOptions, readJson, SEEDS, seed, stampsOf, trichluc } from './program.ts';

/** A user without rights: another one where the tests run as root, who may do anything. */
const stranger: RunOptions = process.getuid?.() === 0 ? { uid: 65534 } : {};
const hasStranger = process.platform !== 'win32' && spawnSync(process.execPath, [PROGRAM, '--version'], { uid: stranger.uid, gid: stranger.uid }).status === 0;

describe('an output folder that cannot be written', () => {
  const refused = async (out: string, options: RunOptions = {}) => {
    const { code, stdout, stderr } = await trichluc(['ingest', SEEDS, '--out', out], options);
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*: không ghi được vào thư mục kết quả \([A-Z]+\)\. Hãy chọn thư mục khác bằng --out\.\n$/);
    expect(stderr).toContain(out);
  };

  it('a path that is a file, or below one', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    await refused(join(folder, 'file'));
    await refused(join(folder, 'file', 'x', 'y'));
    expect(contentsOf(folder).size).toBe(1);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    const { stderr } = await trichluc(['ingest', SEEDS, '--out', join(folder, 'file')], { lang: 'en' });
    expect(stderr).toMatch(/: the output folder cannot be written \([A-Z]+\)\. Choose another one with --out\.\n$/);
  });

  it.skipIf(!existsSync('/proc/self'))('a folder of the system that takes no files', async () => {
    await refused('/proc/trichluc/out');
  });

  it.skipIf(!hasStranger)('a folder without rights, new or used before', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    await refused(join(folder, 'out'), stranger);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'a.txt'), seed(0));
    await ingest([join(folder, 'a.txt')], join(folder, 'out'));
    const before = stampsOf(folder);
    for (const path of [join(folder, 'out'), join(folder, 'out', 'cache')]) chmodSync(path, 0o555);
    await refused(join(folder, 'out'), stranger);
    for (const path of [join(folder, 'out'), join(folder, 'out', 'cache')]) chmodSync(path, 0o755);
    expect(stampsOf(folder)).toEqual(before);
  });

  it('a folder in which something stands where the cache or the documents belong', async () => {
    for (const place of ['cache/sources', 'documents', 'runs']) {
      const folder = newFolder();
      mkdirSync(join(folder, 'out', 'cache'), { recursive: true });
      writeFileSync(join(folder, 'out', place), 'mine');
      writeFileSync(join(folder, 'a.txt'), seed(0));
      const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', join(folder, 'out')]);
      expect({ code, stdout }, place).toEqual({ code: ExitCode.output, stdout: '' });
      expect(stderr.match(/không ghi được/g), place).toHaveLength(1);
      expect(stderr, place).not.toContain(' at ');
      expect(readFileSync(join(folder, 'out', place), 'utf8')).toBe('mine');
      expect(leftoversIn(join(folder, 'out')).filter((file) => file !== place)).toEqual([]);
    }
  });

  it.skipIf(!hasStranger)('a file without rights is one of the files that could not be read', async () => {
    const folder = newFolder();
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), seed(name === 'a.txt' ? 0 : 2));
    mkdirSync(join(folder, 'closed'));
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o777);
    chmodSync(join(folder, 'a.txt'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const { code, problems, documents } = await ingest([folder], join(folder, 'out'), [], stranger);
    chmodSync(join(folder, 'closed'), 0o755);
    expect(code).toBe(ExitCode.someFilesFailed);
    expect(problems.map((problem) => problem.code)).toEqual(['not-permitted', 'not-permitted']);
    expect(documents.map(({ file }) => file)).toEqual(['b.txt']);
  });
});

describe('a full disk', () => {
  /** Files above this many blocks cannot be written: what a full disk does, cut short first and refused then. */
  const limited = (blocks: number): RunOptions => ({ before: ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`] });

  it.skipIf(process.platform === 'win32')('that refuses the cache ends the run with one line, and leaves nothing half-written', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    writeFileSync(join(folder, 'a.txt'), seed(2));
    const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', out], limited(20));
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/cache\/sources: không ghi được vào thư mục kết quả \(EFBIG\)\. Hãy chọn thư mục khác bằng --out\.\n$/);
    expect(leftoversIn(out)).toEqual([]);
    const after = await ingest([join(folder, 'a.txt')], out);
    expect(after).toMatchObject({ code: ExitCode.done, counts: { documents: 1 } });
    const fresh = join(folder, 'fresh');
    await ingest([join(folder, 'a.txt')], fresh);
    expect(contentsOf(out)).toEqual(contentsOf(fresh));
  });

  it.skipIf(process.platform === 'win32')('that refuses a document leaves nothing half-written', async () => {
    const folder = newFolder();
    // The JSON of this document is larger than what is kept of it in the cache.
    writeFileSync(join(folder, 'a.txt'), seed(4));
    const out = join(folder, 'out');
    await ingest([join(folder, 'a.txt')], join(folder, 'whole'));
    const sizeOf = (pattern: RegExp) => statSync(join(folder, 'whole', filesBelow(join(folder, 'whole')).find((file) => pattern.test(file)) as string)).size;
    const blocks = Math.ceil(sizeOf(/\.facts\.json$/) / 1024) + 2;
    expect(sizeOf(/^documents\/.*\.json$/)).toBeGreaterThan(blocks * 1024);
    const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', out], limited(blocks));
    expect(filesBelow(out).filter((file) => file.includes('.facts.'))).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/out: không ghi được vào thư mục kết quả \(EFBIG\)/);
    for (const file of filesBelow(out).filter((file) => /^(?!cache\/).*\.json$/.test(file))) expect(() => readJson(out, file), file).not.toThrow();
    expect(leftoversIn(out)).toEqual([]);
  });
});
