import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import type { Level } from '../model/finding.ts';
import { writeIfChanged } from '../publish/write.ts';
import { Cache } from '../run/cache.ts';
import { publishCorpus } from '../run/corpus-run.ts';
import { decisionsFolder } from '../run/decisions-file.ts';
import { keepHeapLean } from '../run/lean-heap.ts';
import { FactsMissing, OutputProblem, type RunProblem } from '../run/problem.ts';
import { knownSources } from '../run/process-files.ts';
import type { DocumentSummary } from '../run/run-record.ts';
import { loadDecisions } from './decisions.ts';
import { ExitCode } from './exit-code.ts';
import { type Checked, FORMATS, type Format } from './findings/formats.ts';
import { LEVELS } from './levels.ts';
import { say } from './locale.ts';
import { paintNothing } from './paint.ts';
import { describeBoth, failWith } from './problems.ts';
import { put } from './published.ts';
import { asks } from './query.ts';

export interface CheckOptions {
  out: string;
  failOn?: Level;
  knowledge?: string;
  /** The folder of the decisions; without it the one beside the output. */
  decisions?: string;
  format?: Format;
  /** The same as `--format json`. */
  json: boolean;
  /** Only findings of this level or above are printed. */
  level?: Level;
  /** Words of the number, id or file of the documents whose findings are printed and counted for `failOn`. */
  document?: string;
  /** Where the findings are written instead of standard output. */
  outputFile?: string;
}

/** `trichluc check`: resolves and checks again what was ingested, without reading the files, and prints the findings. */
export async function check(options: CheckOptions, version: string): Promise<ExitCode> {
  keepHeapLean('corpus');
  try {
    const knowledge = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE);
    const decisions = loadDecisions(decisionsFolder(options.out, options.decisions));
    let corpus: { sources: { file: string; sha256: string; key: string }[]; problems: RunProblem[] };
    try {
      corpus = JSON.parse(readFileSync(join(options.out, 'cache', 'corpus.json'), 'utf8')) as typeof corpus;
      if (!Array.isArray(corpus.sources) || !Array.isArray(corpus.problems)) throw new Error('not a list of sources');
    } catch {
      process.stderr.write(`${say('problem.noCorpus', { folder: options.out })}\n`);
      return ExitCode.usage;
    }
    const cache = new Cache(join(options.out, 'cache', 'sources'));
    const result = await publishCorpus(knownSources(corpus.sources, knowledge), corpus.problems, knowledge, cache, options.out, describeBoth, version, { decisions });
    const unmatched = decisions.unmatched(result.findings.heads).length;
    const format = options.format ?? (options.json ? 'json' : 'terminal');
    const documents = documentsOf(result.record.documents, options.document);
    const ids = new Set(documents.map(({ id }) => id));
    const asked = options.document === undefined ? result.findings : result.findings.filter((head) => head.documents.some((id) => ids.has(id)));
    const least = LEVELS.indexOf(options.level ?? FORMATS[format].level);
    const findings = asked.filter(({ level }) => LEVELS.indexOf(level) <= least);
    await print(format, { ...result, findings, documents, unmatched, out: options.out, knowledge, version }, options.outputFile);
    const limit = options.failOn ? LEVELS.indexOf(options.failOn) : -1;
    result.close();
    return asked.heads.some(({ level, suppressed }) => suppressed === null && LEVELS.indexOf(level) <= limit) ? ExitCode.findings : ExitCode.done;
  } catch (error) {
    if (error instanceof FactsMissing) {
      for (const file of error.files) process.stderr.write(`${say('problem.stale', { file })}\n`);
      return ExitCode.someFilesFailed;
    }
    return failWith(error);
  }
}

/** The documents whose number, id or file has these words; all where none are given. */
function documentsOf(documents: readonly DocumentSummary[], words: string | undefined): readonly DocumentSummary[] {
  if (words === undefined) return documents;
  const named = asks(words);
  return documents.filter(({ id, number, file }) => named(id, number ?? undefined, file));
}

async function print(format: Format, checked: Checked, file: string | undefined): Promise<void> {
  if (file !== undefined) paintNothing();
  const chunks = FORMATS[format].print(checked);
  if (file === undefined) {
    for (const chunk of chunks) await put(chunk);
    return;
  }
  try {
    writeIfChanged(file, [...chunks].join(''));
  } catch (error) {
    throw new OutputProblem(file, error);
  }
}
