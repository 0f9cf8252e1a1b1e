import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileProblem } from '../../src/read/file-problem.ts';
import { Cache } from '../../src/run/cache.ts';
import { OutputProblem } from '../../src/run/problem.ts';
import { type SourceJob, SourceProcessor } from '../../src/run/source-processor.ts';
import type { KeptRecord } from '../../src/run/source-record.ts';
import { SourceThreads } from '../../src/run/source-threads.ts';
import { type Reading, readStage } from '../../src/run/stages.ts';
// Builds the program, whose threads these are.
import { contentsOf } from '../cli/program.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';
import { readSeeds } from '../seeds.ts';
import { toBytes } from '../stages.ts';

const caches = () => {
  const folder = newFolder();
  return { cache: new Cache(folder), folder };
};
const beside = caches();
const threads = new SourceThreads(knowledge, beside.cache, 2);
afterAll(() => threads.close());

const jobOf = (name: string): SourceJob => ({ hash: name, key: `${name}-facts`, draftsKey: `${name}-drafts`, force: false });
const ignore = () => {};

describe('a source processed in a thread', () => {
  it('gives and keeps what it gives here, byte for byte', async () => {
    const here = caches();
    const processor = new SourceProcessor(knowledge, here.cache);
    const given = await Promise.all(readSeeds().map(({ file, bytes }) => threads.process({ job: jobOf(file), from: { bytes: new Uint8Array(bytes) } }, ignore)));
    for (const [at, { file, bytes }] of readSeeds().entries())
      expect(given[at]).toEqual(await processor.process(jobOf(file), async () => readStage.run(bytes, { knowledge }), ignore));
    expect(contentsOf(beside.folder)).toEqual(contentsOf(here.folder));
  });

  it('is made from the pages that were kept of it, or from its facts', async () => {
    const reading: Reading = await readStage.run(toBytes('Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị.\n'), { knowledge });
    beside.cache.write('pages-key', 'pages', reading);
    const stages: string[] = [];
    const notes = await threads.process({ job: jobOf('p'), from: { pages: 'pages-key' } }, (stage) => stages.push(stage));
    expect(stages).toEqual(['read', 'normalize', 'split', 'segment', 'extract']);
    expect(notes).toEqual({ documents: 1, damagedLines: [], unreadPages: [] });
    expect(beside.cache.read<KeptRecord>('p-drafts', 'digest')?.digests[0]?.mentions).toHaveLength(1);
    expect(await threads.process({ job: jobOf('p'), from: null }, (stage) => stages.push(stage))).toEqual(notes);
    expect(stages).toHaveLength(5);
  });

  it('gives nothing where what it should be made from is gone', async () => {
    expect(await threads.process({ job: jobOf('gone'), from: null }, ignore)).toBeNull();
    expect(await threads.process({ job: jobOf('gone'), from: { pages: 'gone' } }, ignore)).toBeNull();
  });

  it('tells what is wrong with it as it does here', async () => {
    await expect(threads.process({ job: jobOf('e'), from: { bytes: new Uint8Array() } }, ignore)).rejects.toThrow(new FileProblem('empty'));
    const file = join(newFolder(), 'a file');
    writeFileSync(file, '');
    const nowhere = new SourceThreads(knowledge, new Cache(file), 1);
    try {
      await expect(nowhere.process({ job: jobOf('o'), from: { bytes: toBytes('Điều 1. Phạm vi\n') } }, ignore)).rejects.toThrow(OutputProblem);
    } finally {
      await nowhere.close();
    }
  });
});
