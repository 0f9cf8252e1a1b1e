import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/run/discover.ts';
import { newFolder } from '../folders.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
}

const IGNORE = ['.*', 'README*', '~$*', '*.tmp', 'Thumbs.db'];
const find = (paths: string[], { ignore = IGNORE, out = 'out' } = {}) =>
  discover(
    paths.map((path) => join(folder, path)),
    ignore,
    [join(folder, out)],
  );
const namesIn = (paths: string[], options?: { ignore?: string[]; out?: string }) => find(paths, options).inputs.map(({ file }) => file);

describe('discover', () => {
  it('names files relative to the folder that was given, in the order of their names', () => {
    write('b.txt', 'a/z.txt', 'a/b/c.md', 'a.txt', 'Đ.txt', 'B.txt');
    expect(namesIn(['.'])).toEqual(['B.txt', 'a.txt', 'a/b/c.md', 'a/z.txt', 'b.txt', 'Đ.txt']);
    expect(namesIn(['a'])).toEqual(['b/c.md', 'z.txt']);
    expect(find(['a']).inputs.map(({ path }) => relative(folder, path))).toEqual([join('a', 'b', 'c.md'), join('a', 'z.txt')]);
  });

  it('gives the same names in the same order whatever the order of the paths', () => {
    write('x/1.txt', 'y/2.txt', 'z/3.txt');
    expect(namesIn(['x', 'y', 'z'])).toEqual(namesIn(['z', 'x', 'y']));
  });

  it('takes a file once, however often and in whatever way it is named', () => {
    write('a/1.txt');
    expect(namesIn(['a', 'a/1.txt', 'a/../a/1.txt', '.'])).toEqual(['1.txt']);
  });

  it('tells files of one name apart', () => {
    write('x/1.txt', 'y/1.txt', 'z/1.txt', 'z/1.txt~2');
    expect(new Set(namesIn(['x', 'y', 'z'])).size).toBe(4);
    expect(namesIn(['x/1.txt', 'y/1.txt'])).toEqual(['1.txt', '1.txt~2']);
  });

  it('passes over ignored names, of files and of folders, in any letter case; a file named outright is taken', () => {
    write('.hidden', '.git/config', 'README.md', 'readme.txt', '~$plan.docx', 'a.TMP', 'thumbs.DB', 'plan.txt', 'a/.x', 'a/1.txt');
    expect(namesIn(['.'])).toEqual(['a/1.txt', 'plan.txt']);
    expect(namesIn(['README.md', '.hidden'])).toEqual(['.hidden', 'README.md']);
  });

  it('takes a pattern as it is written but for its star', () => {
    write('a+b.txt', 'aab.txt', '(x).txt', 'x.txt');
    expect(namesIn(['.'], { ignore: ['a+b*', '(x).*'] })).toEqual(['aab.txt', 'x.txt']);
  });

  it('passes over the output folder, wherever it is', () => {
    write('out/documents/1.txt', 'a/out/2.txt', '3.txt');
    expect(namesIn(['.'])).toEqual(['3.txt', 'a/out/2.txt']);
    expect(namesIn(['.'], { out: 'a/../a/out' })).toEqual(['3.txt', 'out/documents/1.txt']);
  });

  it('passes over the output folders of other runs', () => {
    write('output/cache/sources/ab/x.json', 'output/documents/1.txt', 'cache/2.txt', 'sources/3.txt');
    expect(namesIn(['.'])).toEqual(['cache/2.txt', 'sources/3.txt']);
  });

  it('does not follow symbolic links inside a folder; one that is named outright is followed', () => {
    write('a/1.txt', '2.txt');
    symlinkSync(join(folder, '2.txt'), join(folder, 'a', 'link.txt'));
    symlinkSync(folder, join(folder, 'a', 'loop'));
    expect(namesIn(['a'])).toEqual(['1.txt']);
    expect(namesIn(['a/link.txt'])).toEqual(['link.txt']);
  });

  it('says which paths are missing, and goes on with the others', () => {
    write('1.txt');
    const { inputs, problems } = find(['nowhere', '1.txt', '1.txt/below']);
    expect(inputs.map(({ file }) => file)).toEqual(['1.txt']);
    expect(problems.map(({ file, problem }) => [relative(folder, file), problem.code])).toEqual([
      ['nowhere', 'missing'],
      [join('1.txt', 'below'), 'missing'],
    ]);
  });
});
