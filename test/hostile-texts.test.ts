import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileProblem } from '../src/read/file-problem.ts';
import { processText } from '../src/run/process-text.ts';
import { knowledge } from './default-knowledge.ts';
import { HOSTILE } from './hostile.ts';
import { toBytes } from './stages.ts';

const SIZE = 16_000;
/** How much longer than an ordinary text of its length a text may take. */
const SLOWEST = 40;
/** A text of four times the length takes four times as long, or somewhat more; asked where it is slower than an ordinary one. */
const STEEPEST = 8;
/** Nothing takes longer than this, in milliseconds, however slow the machine. */
const LIMIT = 20_000;
/** Below this many milliseconds clocks tell more about the machine than about the text. */
const NOISE = 250;
const TRIES = 3;

/** Milliseconds of the processor a text takes: what else the machine does meanwhile does not count. */
function time(text: string): number {
  const bytes = toBytes(text);
  const start = process.cpuUsage();
  try {
    processText(bytes, knowledge);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const seeds = ['000_b3c459f6010045e1.txt', '002_e3eda25cdba97c1d.txt', '003_ded0c668fa2bccc4.txt'].map((file) =>
  readFileSync(join(import.meta.dirname, '..', 'seeds', file), 'utf8'),
);
const ordinary = seeds.join('\n').repeat(2).slice(0, SIZE);

/** Milliseconds a character of an ordinary text takes on this machine. */
let pace = Number.POSITIVE_INFINITY;
const measurePace = () => Math.min(time(ordinary), time(ordinary)) / ordinary.length;

describe('a text made to be slow is no slower than its length', () => {
  beforeAll(() => {
    for (let i = 0; i < 4; i++) pace = Math.min(pace, measurePace());
  });

  it.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const text = make(SIZE);
    let elapsed = time(text);
    let slowness = elapsed / (pace * text.length);
    let growth = elapsed < NOISE || slowness < 1 ? 1 : elapsed / time(make(SIZE / 4));
    // A busy machine may have been the reason: measure again, side by side.
    for (let i = 1; i < TRIES && elapsed < LIMIT / 4 && (slowness > SLOWEST || growth > STEEPEST); i++) {
      const quarter = time(make(SIZE / 4));
      elapsed = time(text);
      growth = Math.min(growth, elapsed / quarter);
      slowness = Math.min(slowness, elapsed / (measurePace() * text.length));
    }
    const measured = `${Math.round(elapsed)} ms for ${text.length} characters: ${slowness.toFixed(1)} times an ordinary text, ${growth.toFixed(1)} times a quarter of it`;
    expect(elapsed, measured).toBeLessThan(LIMIT);
    expect(slowness, measured).toBeLessThan(SLOWEST);
    expect(growth, measured).toBeLessThan(STEEPEST);
  });
});
