import type { ZodType } from 'zod';
import type { Knowledge, KnowledgeName } from '../knowledge/knowledge.ts';
import type { ReadServices } from '../read/services.ts';

/** What a stage may see besides its input. No clock, no environment, no file system. */
export interface StageContext {
  knowledge: Knowledge;
  /** What `read` needs of the world: recognition of pictures, a password. */
  services?: ReadServices;
}

/**
 * One step of the way of the data: a pure function with a schema on both sides. The version is raised with every change of
 * behaviour; with the declared knowledge it makes the key under which results are kept.
 * A stage that waits for something (`read`: a worker that recognizes a page) gives its output later: `R` is a promise of it.
 */
export interface Stage<I, O, R extends O | Promise<O> = O> {
  name: string;
  version: number;
  input: ZodType<I>;
  output: ZodType<O>;
  knowledge: readonly KnowledgeName[];
  run(input: I, context: StageContext): R;
}
