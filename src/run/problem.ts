import type { FileProblemCode } from '../read/file-problem.ts';

/** What happened to one file. `error`: it could not be read; `notice`: it was, but the user should know. */
export interface RunProblem {
  file: string;
  code: FileProblemCode;
  values: Readonly<Record<string, string>>;
  severity: 'error' | 'notice';
}

/** The output folder cannot be written. */
export class OutputProblem extends Error {
  readonly folder: string;
  readonly detail: string;

  constructor(folder: string, error: unknown) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    super(`${folder}: ${detail}`);
    this.name = 'OutputProblem';
    this.folder = folder;
    this.detail = detail;
  }
}

/** What was kept of files cannot be read any more; they have to be processed again. */
export class FactsMissing extends Error {
  readonly files: readonly string[];

  constructor(files: readonly string[]) {
    super(`the facts of "${files[0]}" are missing from the cache`);
    this.name = 'FactsMissing';
    this.files = files;
  }
}

/** The run was stopped by the user; what is done is kept. */
export class Interrupted extends Error {
  readonly done: number;
  readonly total: number;

  constructor(done: number, total: number) {
    super(`interrupted after ${done} of ${total}`);
    this.name = 'Interrupted';
    this.done = done;
    this.total = total;
  }
}
