import { KnowledgeError, type KnowledgeProblem } from '../knowledge/problem.ts';
import type { Bilingual } from '../model/finding.ts';
import { FileProblem } from '../read/file-problem.ts';
import { Interrupted, OutputProblem, type RunProblem } from '../run/problem.ts';
import { ExitCode } from './exit-code.ts';
import { type Locale, say, sayOf } from './locale.ts';

/** One clear message for a file that could not be read or needs a look. */
export function describeProblem(problem: Pick<RunProblem, 'file' | 'code' | 'values'>, locale?: Locale): string {
  return sayOf('problem', problem.code, { ...problem.values, file: problem.file }, locale);
}

/** The same in both languages, for the report. */
export function describeBoth(problem: RunProblem): Bilingual {
  return { vi: describeProblem(problem, 'vi'), en: describeProblem(problem, 'en') };
}

export function describeKnowledgeProblem(problem: KnowledgeProblem): string {
  return sayOf('knowledge.problem', problem.key, { ...problem.values, place: `${problem.file}:${problem.line}` });
}

/** Says on standard error why a command stopped, and gives the exit code; unknown errors are thrown on. */
export function failWith(error: unknown, file = ''): ExitCode {
  const line = (text: string) => process.stderr.write(`${text}\n`);
  if (error instanceof KnowledgeError) {
    line(say('knowledge.bad', { count: error.problems.length }));
    for (const problem of error.problems) line(`  ${describeKnowledgeProblem(problem)}`);
    return ExitCode.knowledge;
  }
  if (error instanceof OutputProblem) {
    line(say('problem.output', { folder: error.folder, detail: error.detail }));
    return ExitCode.output;
  }
  if (error instanceof Interrupted) {
    line(say('problem.interrupted', { done: error.done, total: error.total }));
    return ExitCode.interrupted;
  }
  if (error instanceof FileProblem) {
    line(describeProblem({ file, code: error.code, values: error.values }));
    return ExitCode.someFilesFailed;
  }
  throw error;
}
