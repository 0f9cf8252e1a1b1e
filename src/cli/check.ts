import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import type { Level } from '../model/finding.ts';
import { Cache } from '../run/cache.ts';
import { publishCorpus } from '../run/corpus-run.ts';
import { FactsMissing, type RunProblem } from '../run/problem.ts';
import { loadSources } from '../run/process-files.ts';
import { ExitCode } from './exit-code.ts';
import { LEVELS } from './levels.ts';
import { say } from './locale.ts';
import { describeBoth, failWith } from './problems.ts';
import { printSummary } from './summary.ts';

/** `trichluc check`: resolves and checks again what was ingested, without reading the files. */
export async function check(options: { out: string; failOn?: Level; knowledge?: string; json: boolean }, version: string): Promise<ExitCode> {
  try {
    const knowledge = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE);
    let corpus: { sources: { file: string; sha256: string; key: string }[]; problems: RunProblem[] };
    try {
      corpus = JSON.parse(readFileSync(join(options.out, 'cache', 'corpus.json'), 'utf8')) as typeof corpus;
      if (!Array.isArray(corpus.sources) || !Array.isArray(corpus.problems)) throw new Error('not a list of sources');
    } catch {
      process.stderr.write(`${say('problem.noCorpus', { folder: options.out })}\n`);
      return ExitCode.usage;
    }
    const cache = new Cache(join(options.out, 'cache', 'sources'));
    const { sources, missing } = loadSources(corpus.sources, knowledge, cache);
    if (missing.length > 0) {
      for (const file of missing) process.stderr.write(`${say('problem.stale', { file })}\n`);
      return ExitCode.someFilesFailed;
    }
    const result = await publishCorpus(sources, corpus.problems, knowledge, cache, options.out, describeBoth, version);
    if (options.json) process.stdout.write(`${JSON.stringify({ counts: result.record.counts, findings: result.findings })}\n`);
    else printSummary(result.record, result.findings, options.out, { cached: 0, written: result.written, removed: result.removed });
    const limit = options.failOn ? LEVELS.indexOf(options.failOn) : -1;
    return result.findings.some((finding) => LEVELS.indexOf(finding.level) <= limit) ? ExitCode.findings : ExitCode.done;
  } catch (error) {
    if (error instanceof FactsMissing) {
      process.stderr.write(`${say('problem.stale', { file: error.file })}\n`);
      return ExitCode.someFilesFailed;
    }
    return failWith(error);
  }
}
