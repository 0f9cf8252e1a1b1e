import type { FindingMemory } from '../../src/check/memory.ts';
import { type CorpusRun, CorpusRunner, type SourceFile } from '../../src/eval/run-corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import { knowledge } from '../default-knowledge.ts';

export type { CorpusRun, SourceFile };

const runner = new CorpusRunner(knowledge);

/** All stages from bytes to findings, in memory; with the findings of an earlier run only what changed is checked. */
export const runCorpus = (files: readonly SourceFile[], memory: FindingMemory | null = null): CorpusRun => runner.run(files, memory);

/** A finding on one line, for messages of failing tests: rule, message, quotes, proposed value. */
export function describeFinding({ rule, message, sides, verdict }: Finding): string {
  const quotes = sides
    .slice(0, 6)
    .map(({ file, evidence }) => `${file} “${evidence.quote.replace(/\s+/g, ' ').slice(0, 80)}”`)
    .join('; ');
  const proposed = verdict === null ? '' : ` → ${verdict.value === null ? '?' : printed(verdict.value)} (${verdict.confidence}; ${verdict.decidedBy.join(', ')})`;
  return `${rule}: ${message.vi} [${quotes}]${proposed}`;
}

/** A value as the pages print it: ISO days as dd/mm/yyyy. */
export function printed(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value;
}
