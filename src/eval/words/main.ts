import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../knowledge/load.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { readSeedMisprints } from '../fixtures.ts';
import { type JudgedText, judgeCorrections } from './misread.ts';

/**
 * `npm run eval:words`: how often corrections of misread words are right, on each seed with accents misread in it and a model that
 * does not hold that seed. Exit code 1 where fewer than 97 in 100 are.
 */
const LEAST = 0.97;
/** One in so many words with a misreadable accent is misread; on good scans it is one in forty or less. */
const STEPS = [40, 80];

const folder = join(PACKAGE_ROOT, 'seeds');
const misprints = readSeedMisprints(join(PACKAGE_ROOT, 'fixtures', 'seeds'));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map(
    (name): JudgedText => ({
      text: readFileSync(join(folder, name), 'utf8').normalize('NFC'),
      misprints: misprints.filter(({ seed }) => seed === name).map(({ line, printed, right }) => ({ line: Number(line), printed, right })),
    }),
  );
const knowledge = loadKnowledge();
console.log('corrections of misread words, each seed with a model that does not hold it');
console.log('  misread    words   mended   wrong   precision   recall   sound words changed');
for (const step of STEPS) {
  const { planted, right, wrong, soundChanged, words } = judgeCorrections(texts, knowledge, step);
  const precision = right / (right + wrong);
  if (!(precision >= LEAST)) process.exitCode = 1;
  console.log(
    `  1 in ${String(step).padEnd(4)} ${String(planted).padStart(6)} ${String(right).padStart(8)} ${String(wrong).padStart(7)} ${precision.toFixed(4).padStart(11)} ${(right / planted).toFixed(3).padStart(8)}   ${soundChanged} of ${words}`,
  );
}
