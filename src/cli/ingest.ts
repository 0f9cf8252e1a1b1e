import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import { jsonPieces } from '../publish/json.ts';
import type { OcrChoice } from '../read/services.ts';
import { Cache } from '../run/cache.ts';
import { type CorpusResult, publishCorpus } from '../run/corpus-run.ts';
import { decisionsFolder } from '../run/decisions-file.ts';
import { discover } from '../run/discover.ts';
import { keepHeapLean } from '../run/lean-heap.ts';
import { removeLeftovers } from '../run/leftovers.ts';
import { FactsMissing, Interrupted, OutputProblem, type RunProblem } from '../run/problem.ts';
import { type FileRun, processFiles } from '../run/process-files.ts';
import { RunServices } from '../run/read-services.ts';
import { loadDecisions } from './decisions.ts';
import { ExitCode } from './exit-code.ts';
import { say } from './locale.ts';
import { describeBoth, describeProblem, failWith } from './problems.ts';
import { ProgressLine } from './progress.ts';
import { put } from './published.ts';
import { printSummary } from './summary.ts';

export interface IngestOptions {
  out: string;
  concurrency?: number;
  force: boolean;
  knowledge?: string;
  decisions?: string;
  json: boolean;
  ocr: OcrChoice;
  password?: string;
}

/** `trichluc ingest`: from files to published documents, findings and report. */
export async function ingest(paths: readonly string[], options: IngestOptions, version: string): Promise<ExitCode> {
  const progress = new ProgressLine();
  const abort = new AbortController();
  const stop = () => abort.abort();
  let services: RunServices | null = null;
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const knowledge = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE);
    const folder = decisionsFolder(options.out, options.decisions);
    const decisions = loadDecisions(folder);
    const { inputs, problems } = discover(paths, knowledge.pipeline.options.ignore, [options.out, folder]);
    const lost: RunProblem[] = problems.map(({ file, problem }) => ({ file, code: problem.code, values: problem.values, severity: 'error' }));
    if (inputs.length === 0) {
      // What an earlier run published stays: a mistyped path is no reason to take it away.
      for (const problem of lost) process.stderr.write(`${describeProblem(problem)}\n`);
      if (lost.length === 0) process.stderr.write(`${say('problem.nothing', { paths: paths.join(', ') })}\n`);
      return ExitCode.someFilesFailed;
    }
    prepareOutput(options.out);
    removeLeftovers(options.out);
    const cache = new Cache(join(options.out, 'cache', 'sources'));
    services = new RunServices({
      knowledge,
      ocr: options.ocr,
      password: options.password ?? null,
      cache: options.force ? null : new Cache(join(options.out, 'cache', 'recognized')),
      signal: abort.signal,
    });
    const given = services;
    const attempt = async (verify: boolean): Promise<{ run: FileRun; all: RunProblem[]; result: CorpusResult }> => {
      keepHeapLean('files');
      const run = await processFiles(inputs, knowledge, cache, {
        concurrency: options.concurrency ?? availableParallelism(),
        force: options.force && !verify,
        verify,
        services: given,
        signal: abort.signal,
        onProgress: (event) => progress.update(event),
      });
      progress.stage('publish');
      keepHeapLean('corpus');
      const all = [...lost, ...run.problems];
      return {
        run,
        all,
        result: await publish(options.out, () => publishCorpus(run.sources, all, knowledge, cache, options.out, describeBoth, version, { decisions, force: options.force })),
      };
    };
    const { run, all, result } = await attempt(false).catch((error: unknown) => {
      if (error instanceof FactsMissing) return attempt(true);
      throw error;
    });
    progress.clear();
    if (abort.signal.aborted) throw new Interrupted(inputs.length, inputs.length);
    const { record, findings, written, removed } = result;
    if (options.json) for (const piece of jsonPieces({ ...record, findings: [], written, cached: run.cached, out: options.out }, ['findings'], findings)) await put(piece);
    else printSummary(record, findings, options.out, { cached: run.cached, written, removed });
    result.close();
    return all.some((problem) => problem.severity === 'error') ? ExitCode.someFilesFailed : ExitCode.done;
  } catch (error) {
    progress.clear();
    return failWith(error);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await services?.close();
  }
}

function prepareOutput(out: string): void {
  try {
    makeFolder(join(out, 'cache'));
    accessSync(out, constants.W_OK);
    accessSync(join(out, 'cache'), constants.W_OK);
  } catch (error) {
    throw new OutputProblem(out, error);
  }
}

/** Makes a folder and those above it. `mkdirSync` of Node 20 never returns where a folder cannot be made in one that exists, as in /proc. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !existsSync(dirname(folder))) {
      makeFolder(dirname(folder));
      mkdirSync(folder);
    } else if (code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

async function publish<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // All that publishing does with files, it does in the output folder.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw new OutputProblem(out, error);
    throw error;
  }
}
