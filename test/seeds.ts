import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processText } from '../src/run/process-text.ts';
import type { ProcessedSource } from '../src/run/stages.ts';
import { knowledge } from './default-knowledge.ts';

const FOLDER = join(import.meta.dirname, '..', 'seeds');

export interface Seed {
  file: string;
  bytes: Uint8Array;
  /** What the per-file stages make of it. Nothing changes it: test files share it. */
  facts: ProcessedSource;
}

let seeds: readonly Seed[] | undefined;

/** The five seeds in the order of their names, processed once for all test files of a process. */
export function readSeeds(): readonly Seed[] {
  seeds ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(FOLDER, file));
      return { file, bytes, facts: processText(bytes, knowledge) };
    });
  return seeds;
}
