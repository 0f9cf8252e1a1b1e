import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileProblem } from '../src/read/file-problem.ts';
import { extractStage, readStage } from '../src/run/process-source.ts';
import { HOSTILE } from './hostile.ts';
import { knowledge, toBytes } from './stages.ts';

const SIZE = 60_000;
/** How much longer than an ordinary text of its length a text may take. */
const SLOWEST = 20;
/** A text of four times the length takes four times as long, or somewhat more. */
const STEEPEST = 7;
/** Nothing takes longer than this, in milliseconds, however slow the machine. */
const LIMIT = 20_000;
/** Below this many milliseconds clocks tell more about the machine than about the text. */
const NOISE = 150;
const TRIES = 3;

function time(text: string): number {
  const bytes = toBytes(text);
  const start = performance.now();
  try {
    extractStage(readStage(bytes, knowledge), knowledge);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
  return performance.now() - start;
}

const seeds = ['000_b3c459f6010045e1.txt', '002_e3eda25cdba97c1d.txt', '003_ded0c668fa2bccc4.txt'].map((file) =>
  readFileSync(join(import.meta.dirname, '..', 'seeds', file), 'utf8'),
);
const ordinary = seeds.join('\n').repeat(2).slice(0, SIZE);

/** Milliseconds a character of an ordinary text takes now, on this machine. */
const ordinaryPace = () => Math.min(time(ordinary), time(ordinary)) / ordinary.length;

describe('a text made to be slow is no slower than its length', () => {
  beforeAll(() => {
    for (let i = 0; i < 4; i++) time(ordinary);
  });

  it.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const text = make(SIZE);
    const quarter = make(SIZE / 4);
    let slowness = Number.POSITIVE_INFINITY;
    let growth = Number.POSITIVE_INFINITY;
    let elapsed = 0;
    for (let i = 0; i < TRIES && (slowness > SLOWEST || growth > STEEPEST); i++) {
      const small = time(quarter);
      elapsed = time(text);
      slowness = Math.min(slowness, elapsed / (ordinaryPace() * text.length));
      growth = Math.min(growth, elapsed < NOISE ? 1 : elapsed / Math.max(small, NOISE / 8));
      if (elapsed > LIMIT / 4) break;
    }
    const measured = `${Math.round(elapsed)} ms for ${text.length} characters: ${slowness.toFixed(1)} times an ordinary text, ${growth.toFixed(1)} times a quarter of it`;
    expect(elapsed, measured).toBeLessThan(LIMIT);
    expect(slowness, measured).toBeLessThan(SLOWEST);
    expect(growth, measured).toBeLessThan(STEEPEST);
  });
});
