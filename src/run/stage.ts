import type { ZodType } from 'zod';
import type { Knowledge, KnowledgeName } from '../knowledge/knowledge.ts';

/** What a stage may see besides its input: the knowledge. No clock, no environment, no file system. */
export interface StageContext {
  knowledge: Knowledge;
}

/**
 * One step of the way of the data: a pure function with a schema on both sides. The version is raised with every change of
 * behaviour; with the declared knowledge it makes the key under which results are kept.
 */
export interface Stage<I, O> {
  name: string;
  version: number;
  input: ZodType<I>;
  output: ZodType<O>;
  knowledge: readonly KnowledgeName[];
  run(input: I, context: StageContext): O;
}
