import { stat } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { FileProblem } from '../read/file-problem.ts';
import { readFileBytes } from '../read/shared-bytes.ts';
import { Interner } from '../resolve/intern.ts';
import { type Cache, sha256 } from './cache.ts';
import type { Input } from './discover.ts';
import { KeptFacts } from './kept-facts.ts';
import { Interrupted, OutputProblem, type RunProblem } from './problem.ts';
import type { RunServices } from './read-services.ts';
import { SourceReader } from './source-reader.ts';
import { type KeptRecord, SourceKeys, type SourceRecord } from './source-record.ts';
import { SourceWorker } from './source-worker.ts';

export interface Progress {
  stage: string;
  file: string;
  done: number;
  total: number;
}

export interface FileRun {
  sources: SourceRecord[];
  problems: RunProblem[];
  /** How many files were taken from the cache. */
  cached: number;
}

export interface FileRunOptions {
  concurrency: number;
  force: boolean;
  /** Takes a result from the cache only if all of it can be read. */
  verify: boolean;
  services: RunServices;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * Takes every file through the per-file stages, or its result from the cache. A file that cannot be read is a problem with its
 * name, and the others go on; the order of the results does not depend on the concurrency.
 * @throws Interrupted when the signal is raised; results so far are in the cache.
 * @throws OutputProblem where results cannot be kept.
 */
export async function processFiles(inputs: readonly Input[], knowledge: Knowledge, cache: Cache, options: FileRunOptions): Promise<FileRun> {
  const keys = new SourceKeys(knowledge);
  const kept = new KeptFacts(cache);
  const reader = new SourceReader(knowledge, cache, options.services, options.force);
  const worker = new SourceWorker(knowledge, cache, reader, options);
  const results: (SourceRecord | RunProblem)[] = new Array(inputs.length);
  const queue = new PQueue({ concurrency: options.concurrency });
  const interner = new Interner();
  let done = 0;
  let cached = 0;
  let broken: OutputProblem | undefined;
  const total = inputs.length;
  inputs.forEach((input, at) => {
    void queue.add(async () => {
      if (options.signal.aborted || broken) return;
      const progress = (stage: string) => options.onProgress({ stage, file: input.file, done, total });
      try {
        const bytes = await readBytes(input, knowledge.pipeline.options.max_bytes);
        const hash = sha256(bytes);
        const key = keys.facts(hash, await reader.dependence(bytes));
        const draftsKey = keys.digest(key);
        // A file of the same content is at work: what it gives is this one's too.
        for (let other = worker.at(draftsKey); other; other = worker.at(draftsKey)) await other;
        let record = options.force ? null : cache.read<KeptRecord>(draftsKey, 'digest');
        if (record && options.verify && !(kept.read(key) && cache.read(draftsKey, 'drafts'))) record = null;
        if (record) cached++;
        else record = await worker.process({ hash, key, draftsKey, force: options.force }, bytes, total - done, progress);
        for (const digest of record.digests) interner.digest(digest);
        results[at] = { ...record, file: input.file, sha256: hash, key, draftsKey };
      } catch (error) {
        if (error instanceof OutputProblem) {
          broken = error;
          return;
        }
        const problem = error instanceof FileProblem ? error : new FileProblem('failed', { detail: (error as Error).message });
        results[at] = { file: input.file, code: problem.code, values: problem.values, severity: 'error' };
      }
      done++;
      progress('done');
    });
  });
  options.signal.addEventListener('abort', () => queue.clear(), { once: true });
  await queue.onIdle();
  await worker.close();
  if (broken) throw broken;
  if (options.signal.aborted) throw new Interrupted(done, total);
  return { ...sortOut(results), cached };
}

async function readBytes(input: Input, limit: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(input.path);
    if (size > limit) throw new FileProblem('too-large', { size: megabytes(size), limit: megabytes(limit) });
    return await readFileBytes(input.path);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new FileProblem(code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'not-permitted' : 'failed', { detail: code ?? '' });
  }
}

const megabytes = (bytes: number) => String(Math.round(bytes / 1_048_576));

/** Parts records and problems; of files with the same content the first stands, the others are named. */
function sortOut(results: readonly (SourceRecord | RunProblem)[]): { sources: SourceRecord[]; problems: RunProblem[] } {
  const sources: SourceRecord[] = [];
  const problems: RunProblem[] = [];
  const seen = new Map<string, string>();
  for (const result of results) {
    if (result === undefined) continue;
    if ('code' in result) {
      problems.push(result);
      continue;
    }
    const first = seen.get(result.sha256);
    if (first !== undefined) {
      problems.push({ file: result.file, code: 'duplicate', values: { first }, severity: 'notice' });
      continue;
    }
    seen.set(result.sha256, result.file);
    sources.push(result);
    if (result.digests.length === 0) problems.push({ file: result.file, code: 'no-directive', values: {}, severity: 'notice' });
    if (result.unreadPages.length > 0) problems.push({ file: result.file, code: 'unread-pages', values: { pages: result.unreadPages.join(', ') }, severity: 'error' });
    if (result.damagedLines.length > 0) problems.push({ file: result.file, code: 'damaged', values: { lines: result.damagedLines.join(', ') }, severity: 'notice' });
  }
  return { sources, problems };
}

/** The records of sources that were processed before, from the cache; `missing` are those that are not there or were made with other knowledge. */
export function loadSources(known: readonly { file: string; sha256: string; key: string }[], knowledge: Knowledge, cache: Cache): { sources: SourceRecord[]; missing: string[] } {
  const keys = new SourceKeys(knowledge);
  const interner = new Interner();
  const sources: SourceRecord[] = [];
  const missing: string[] = [];
  for (const { file, sha256: hash, key } of known) {
    const draftsKey = keys.digest(key);
    const record = cache.read<KeptRecord>(draftsKey, 'digest');
    const usable = record?.made === keys.made;
    if (usable) for (const digest of record.digests) interner.digest(digest);
    if (usable) sources.push({ ...record, file, sha256: hash, key, draftsKey });
    else missing.push(file);
  }
  return { sources, missing };
}
