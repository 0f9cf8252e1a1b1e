import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_STAGES } from '../../src/run/stages.ts';
import { knowledge } from '../default-knowledge.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');

/** What a stage is given when a seed is processed: the output of the stage before it. */
export async function seed(number: number, stage: string): Promise<unknown> {
  let value: unknown = new Uint8Array(readFileSync(join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith(`00${number}_`)) as string)));
  for (const one of FILE_STAGES) {
    if (one.name === stage) return value;
    value = await (one as { run(input: unknown, context: { knowledge: typeof knowledge }): unknown }).run(value, { knowledge });
  }
  throw new Error(`no stage ${stage}`);
}
