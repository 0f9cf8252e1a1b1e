import { stat } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { FileProblem } from '../read/file-problem.ts';
import { readFileBytes } from '../read/shared-bytes.ts';
import { Interner } from '../resolve/intern.ts';
import { type Cache, sha256 } from './cache.ts';
import type { Input } from './discover.ts';
import { KeptFacts } from './kept-facts.ts';
import { FactsMissing, Interrupted, OutputProblem, type RunProblem } from './problem.ts';
import type { RunServices } from './read-services.ts';
import { SourceReader } from './source-reader.ts';
import { type KeptRecord, notesOn, SourceKeys, type SourceNotes, type SourceRecord, type SourceRef } from './source-record.ts';
import { SourceWorker } from './source-worker.ts';

export interface Progress {
  stage: string;
  file: string;
  done: number;
  total: number;
}

export interface FileRun {
  sources: SourceRef[];
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
  const results: (ProcessedInput | RunProblem)[] = new Array(inputs.length);
  const queue = new PQueue({ concurrency: options.concurrency });
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
        const notes = record ? notesOn(record) : await worker.process({ hash, key, draftsKey, force: options.force }, bytes, total - done, progress);
        results[at] = { source: { file: input.file, sha256: hash, key, draftsKey }, notes };
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

interface ProcessedInput {
  source: SourceRef;
  notes: SourceNotes;
}

/** Parts sources and problems; of files with the same content the first stands, the others are named. */
function sortOut(results: readonly (ProcessedInput | RunProblem)[]): { sources: SourceRef[]; problems: RunProblem[] } {
  const sources: SourceRef[] = [];
  const problems: RunProblem[] = [];
  const seen = new Map<string, string>();
  for (const result of results) {
    if (result === undefined) continue;
    if ('code' in result) {
      problems.push(result);
      continue;
    }
    const { source, notes } = result;
    const { file, sha256: hash } = source;
    const first = seen.get(hash);
    if (first !== undefined) {
      problems.push({ file, code: 'duplicate', values: { first }, severity: 'notice' });
      continue;
    }
    seen.set(hash, file);
    sources.push(source);
    if (notes.documents === 0) problems.push({ file, code: 'no-directive', values: {}, severity: 'notice' });
    if (notes.unreadPages.length > 0) problems.push({ file, code: 'unread-pages', values: { pages: notes.unreadPages.join(', ') }, severity: 'error' });
    if (notes.damagedLines.length > 0) problems.push({ file, code: 'damaged', values: { lines: notes.damagedLines.join(', ') }, severity: 'notice' });
  }
  return { sources, problems };
}

/** Sources as an earlier run listed them. */
export function knownSources(known: readonly { file: string; sha256: string; key: string }[], knowledge: Knowledge): SourceRef[] {
  const keys = new SourceKeys(knowledge);
  return known.map(({ file, sha256: hash, key }) => ({ file, sha256: hash, key, draftsKey: keys.digest(key) }));
}

/** The records of sources from the cache. @throws FactsMissing for those that are not there or were made with other knowledge */
export function loadSources(refs: readonly SourceRef[], knowledge: Knowledge, cache: Cache): SourceRecord[] {
  const { made } = new SourceKeys(knowledge);
  const interner = new Interner();
  const sources: SourceRecord[] = [];
  const missing: string[] = [];
  for (const ref of refs) {
    const record = cache.read<KeptRecord>(ref.draftsKey, 'digest');
    if (record?.made !== made) {
      missing.push(ref.file);
      continue;
    }
    for (const digest of record.digests) {
      digest.sha256 = ref.sha256;
      interner.digest(digest);
    }
    sources.push({ ...record, ...ref, made });
  }
  if (missing.length > 0) throw new FactsMissing(missing);
  return sources;
}
