import { accessSync, constants, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import { Cache } from '../run/cache.ts';
import { publishCorpus } from '../run/corpus-run.ts';
import { discover } from '../run/discover.ts';
import { Interrupted, OutputProblem, type RunProblem } from '../run/problem.ts';
import { processFiles } from '../run/process-files.ts';
import { ExitCode } from './exit-code.ts';
import { say } from './locale.ts';
import { describeBoth, failWith } from './problems.ts';
import { ProgressLine } from './progress.ts';
import { printSummary } from './summary.ts';

export interface IngestOptions {
  out: string;
  concurrency?: number;
  force: boolean;
  knowledge?: string;
  json: boolean;
}

/** `trichluc ingest`: from files to published documents, findings and report. */
export async function ingest(paths: readonly string[], options: IngestOptions, version: string): Promise<ExitCode> {
  const progress = new ProgressLine();
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const knowledge = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE);
    prepareOutput(options.out);
    const { inputs, problems } = discover(paths, knowledge.pipeline.options.ignore, options.out);
    const lost: RunProblem[] = problems.map(({ file, problem }) => ({ file, code: problem.code, values: problem.values, severity: 'error' }));
    if (inputs.length === 0 && lost.length === 0) {
      process.stderr.write(`${say('problem.nothing', { paths: paths.join(', ') })}\n`);
      return ExitCode.someFilesFailed;
    }
    const cache = new Cache(join(options.out, 'cache', 'sources'));
    const run = await processFiles(inputs, knowledge, cache, {
      concurrency: options.concurrency ?? availableParallelism(),
      force: options.force,
      signal: abort.signal,
      onProgress: (event) => progress.update(event),
    });
    progress.stage('publish');
    const all = [...lost, ...run.problems];
    const result = await publish(options.out, () => publishCorpus(run.sources, all, knowledge, cache, options.out, describeBoth, version));
    progress.clear();
    if (abort.signal.aborted) throw new Interrupted(inputs.length, inputs.length);
    if (options.json) process.stdout.write(`${JSON.stringify({ ...result.record, findings: result.findings, written: result.written, cached: run.cached, out: options.out })}\n`);
    else printSummary(result.record, result.findings, options.out, { cached: run.cached, written: result.written, removed: result.removed });
    return all.some((problem) => problem.severity === 'error') ? ExitCode.someFilesFailed : ExitCode.done;
  } catch (error) {
    progress.clear();
    return failWith(error);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function prepareOutput(out: string): void {
  try {
    mkdirSync(join(out, 'cache'), { recursive: true });
    accessSync(out, constants.W_OK);
    accessSync(join(out, 'cache'), constants.W_OK);
  } catch (error) {
    throw new OutputProblem(out, error);
  }
}

async function publish<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'ENOSPC' || code === 'EROFS' || code === 'EISDIR' || code === 'ENOTDIR') throw new OutputProblem(out, error);
    throw error;
  }
}
