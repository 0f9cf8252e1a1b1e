import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import { pageMarks } from '../../grammar/page-marks.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import type { PageImage } from '../../read/ocr/engine.ts';
import { openOcr } from '../../read/ocr/open.ts';
import { textOfPage } from '../../read/ocr/page-text.ts';
import { LANGUAGE, unpackModel } from '../../read/ocr/readers/model.ts';
import { nativeTesseractVersion } from '../../read/ocr/readers/native.ts';
import { DAMAGES, type Damage, damagePage } from './damages.ts';
import { comparable, editDistance } from './error-rate.ts';
import type { MadePage } from './pages.ts';
import { seedTablePages, seedTextPages } from './seed-pages.ts';

/**
 * `npm run eval:ocr [-- --engine auto|tesseract|tesseract.js] [--only <damage>] [--pages <n>]`: reads pages made from the seeds,
 * and prints the character error rate for each damage beside that of the system's `tesseract` with the same model and nothing done to the page.
 * Exit code 1 where a goal is missed.
 */

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Per cent of characters. */
const GOALS = { clean: 0.4, single: 0.8, together: 2.5, table: 3 };
const TABLE_DAMAGES = ['clean', 'skew', 'all together'];

interface Tally {
  errors: number;
  plainErrors: number;
  characters: number;
}

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'auto' }, only: { type: 'string' }, pages: { type: 'string', default: '6' } } });
if (values.engine !== 'auto' && values.engine !== 'tesseract' && values.engine !== 'tesseract.js') throw new Error(`no such engine: ${values.engine}`);
const knowledge = loadKnowledge();
const modelFolder = await mkdtemp(join(tmpdir(), 'trichluc-ocr-'));
const engine = await openOcr({ engine: values.engine, marks: pageMarks(knowledge), modelFolder });
const plainVersion = await nativeTesseractVersion();
if (plainVersion) await unpackModel(modelFolder);
const queue = new PQueue({ concurrency: availableParallelism() });
let missed = 0;

try {
  console.log(`${engine.name} ${engine.version}${plainVersion ? `, beside plain tesseract ${plainVersion}` : '; no tesseract to compare with'}`);
  console.log('page                        ours     plain     goal');
  const texts = seedTextPages(ROOT).slice(0, Number(values.pages));
  for (const damage of DAMAGES) await report(damage.name, texts, damage, damage.name === 'clean' ? GOALS.clean : damage.name === 'all together' ? GOALS.together : GOALS.single);
  for (const damage of DAMAGES.filter(({ name }) => TABLE_DAMAGES.includes(name))) await report(`table, ${damage.name}`, seedTablePages(ROOT), damage, GOALS.table);
} finally {
  await engine.close();
  await rm(modelFolder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

async function report(name: string, pages: readonly MadePage[], damage: Damage, goal: number): Promise<void> {
  if (values.only !== undefined && !name.includes(values.only)) return;
  const total: Tally = { errors: 0, plainErrors: 0, characters: 0 };
  await queue.addAll(
    pages.map((page, index) => async () => {
      const image = await damagePage(page, damage, index + 1);
      total.errors += errorsOf(textOfPage(await engine.recognize(image)), page);
      if (plainVersion) total.plainErrors += errorsOf(await readPlain(image), page);
      total.characters += comparable(page.truth.join('\n')).length;
    }),
  );
  const rate = (errors: number) => (100 * errors) / total.characters;
  const worse = plainVersion !== null && total.errors > total.plainErrors;
  const failed = rate(total.errors) > goal || worse;
  if (failed) missed++;
  const plain = plainVersion ? `${rate(total.plainErrors).toFixed(2)} %` : '-';
  console.log(`${name.padEnd(22)} ${`${rate(total.errors).toFixed(2)} %`.padStart(9)} ${plain.padStart(9)} ${`${goal} %`.padStart(8)}${failed ? '  missed' : ''}`);
}

/** The head of a page may be read column by column or row by row; both are right. */
function errorsOf(text: string, page: MadePage): number {
  return Math.min(...[page.truth, page.truthByRows].map((truth) => editDistance(comparable(text), comparable(truth.join('\n')))));
}

/** What a user would start instead: `tesseract page.ppm - -l vie`, its own threads turned off as that is faster. */
function readPlain(image: PageImage): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', ['stdin', 'stdout', '--tessdata-dir', modelFolder, '-l', LANGUAGE, '--dpi', String(image.dpi ?? 300)], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    let text = '';
    child.on('error', reject);
    child.stderr.resume();
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('close', () => resolve(text));
    child.stdin.on('error', () => {});
    child.stdin.write(`P${image.channels === 3 ? 6 : 5}\n${image.width} ${image.height}\n255\n`);
    child.stdin.end(image.data);
  });
}
