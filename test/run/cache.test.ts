import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { KNOWLEDGE_FILES, type KnowledgeName } from '../../src/knowledge/knowledge.ts';
import { Cache, knowledgeHash, sha256, stagesKey } from '../../src/run/cache.ts';
import { OutputProblem } from '../../src/run/problem.ts';
import { FILE_STAGES } from '../../src/run/stages.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';

let folder: string;
let cache: Cache;
const KEY = sha256('khóa');
beforeEach(() => {
  folder = newFolder();
  cache = new Cache(join(folder, 'cache'));
});

const entry = (kind: string) => join(folder, 'cache', KEY.slice(0, 2), `${KEY}.${kind}.json`);

describe('Cache', () => {
  it('gives back what was kept, by key and kind', () => {
    const value = { text: 'Nghị quyết số 06-NQ/TW\n😀', list: [1, null, { a: false }] };
    cache.write(KEY, 'facts', value);
    expect(cache.read(KEY, 'facts')).toEqual(value);
    expect(cache.exchange(KEY, 'facts', value)).toEqual(value);
    expect(cache.read(KEY, 'digest')).toBeNull();
    expect(cache.read(sha256('khác'), 'facts')).toBeNull();
  });

  it('replaces what was kept under the same key, and leaves only whole entries', () => {
    for (const value of ['một', 'hai']) cache.write(KEY, 'facts', value);
    expect(cache.read(KEY, 'facts')).toBe('hai');
    expect(readdirSync(join(folder, 'cache', KEY.slice(0, 2)))).toEqual([`${KEY}.facts.json`]);
  });

  it.each<[string, (path: string) => void]>([
    ['was cut off', (path) => truncateSync(path, 80)],
    ['is empty', (path) => truncateSync(path, 0)],
    ['is garbage', (path) => writeFileSync(path, Buffer.from([0xff, 0xd8, 0, 1]))],
    ['has one character changed', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('06', '60'))],
    ['lacks its checksum', (path) => writeFileSync(path, readFileSync(path, 'utf8').slice(65))],
    [
      'is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])('counts an entry as absent that %s', (_, damage) => {
    cache.write(KEY, 'facts', { text: 'Nghị quyết số 06-NQ/TW' });
    damage(entry('facts'));
    expect(cache.read(KEY, 'facts')).toBeNull();
  });

  it('says that the folder cannot be written, and leaves no temporary file', () => {
    writeFileSync(join(folder, 'cache'), 'a file');
    expect(() => cache.write(KEY, 'facts', 1)).toThrow(OutputProblem);
    rmSync(join(folder, 'cache'));
    mkdirSync(entry('facts'), { recursive: true });
    writeFileSync(join(entry('facts'), 'x'), '');
    expect(() => cache.write(KEY, 'facts', 1)).toThrow(OutputProblem);
    expect(readdirSync(join(folder, 'cache', KEY.slice(0, 2)))).toEqual([`${KEY}.facts.json`]);
  });
});

describe('the key of a result', () => {
  const changed = (name: KnowledgeName) => ({ ...knowledge, hashes: { ...knowledge.hashes, [name]: sha256('other') } });
  const declared = new Set(FILE_STAGES.flatMap((stage) => stage.knowledge));

  it.each(Object.keys(KNOWLEDGE_FILES) as KnowledgeName[])('changes with %s if a stage declares it, and only then', (name) => {
    expect(stagesKey(changed(name)) !== stagesKey(knowledge)).toBe(declared.has(name));
    expect(knowledgeHash(changed(name))).not.toBe(knowledgeHash(knowledge));
  });

  it('does not change with what only the checks read', () => {
    expect(declared).not.toContain('checks');
    expect(declared).not.toContain('partyTerms');
  });

  it('does not depend on the order in which knowledge is named', () => {
    expect(knowledgeHash(knowledge, ['dates', 'agencies', 'dates'])).toBe(knowledgeHash(knowledge, ['agencies', 'dates']));
  });

  it('is plain SHA-256', () => {
    expect(sha256('Trích lục')).toBe(sha256(new TextEncoder().encode('Trích lục')));
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
