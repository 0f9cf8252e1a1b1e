import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import { pairLines } from '../../grammar/known-pairs.ts';
import { pageMarks } from '../../grammar/page-marks.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import type { PageImage } from '../../read/ocr/engine.ts';
import { openOcr } from '../../read/ocr/open.ts';
import { textOfPage } from '../../read/ocr/page-text.ts';
import { LANGUAGE, unpackModel } from '../../read/ocr/readers/model.ts';
import { nativeTesseractVersion } from '../../read/ocr/readers/native.ts';
import type { Score } from '../score.ts';
import { DAMAGES, type Damage, damagePage } from './damages.ts';
import { comparable, type Difference, differences, editDistance } from './error-rate.ts';
import type { MadePage } from './pages.ts';
import { planDocuments } from './plan-pages.ts';
import { ScanFacts, type ScannedPage } from './scan-facts.ts';
import { seedDocuments, seedTablePages } from './seed-pages.ts';

/**
 * `npm run eval:ocr [-- --engine auto|tesseract|tesseract.js] [--only <damage>] [--documents <n>] [--misses] [--no-plain]`: reads pages
 * made from the seeds and from plans of the fixtures, and prints for each damage the character error rate beside that of the system's
 * `tesseract` with the same model and nothing done to the page, and F1 of the facts of the scan against those of the source text of the
 * same pages. Word pairs of a seed are not known when its own pages are read. Exit code 1 where a goal is missed.
 */

/** Per cent of characters. */
const GOALS = { clean: 0.4, single: 0.8, together: 2.5, table: 3 };
/** F1 of facts where a page has one damage at most. */
const FACT_GOALS = { numbers: 0.98, dated: 0.98, targets: 0.95 };
const TABLE_DAMAGES = ['clean', 'skew', 'all together'];

interface Tally {
  errors: number;
  plainErrors: number;
  characters: number;
  /** What was read wrongly, page by page, and what plain `tesseract` read wrongly. */
  misread: Misread[];
}

interface Misread extends Difference {
  page: string;
  reader: 'ours' | 'plain';
}

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'auto' },
    only: { type: 'string' },
    documents: { type: 'string', default: '5' },
    misses: { type: 'boolean', default: false },
    'no-plain': { type: 'boolean', default: false },
  },
});
if (values.engine !== 'auto' && values.engine !== 'tesseract' && values.engine !== 'tesseract.js') throw new Error(`no such engine: ${values.engine}`);
const knowledge = loadKnowledge();
const modelFolder = await mkdtemp(join(tmpdir(), 'trichluc-ocr-'));
const engine = await openOcr({ engine: values.engine, marks: pageMarks(knowledge), modelFolder });
const plainVersion = values['no-plain'] ? null : await nativeTesseractVersion();
if (plainVersion) await unpackModel(modelFolder);
const queue = new PQueue({ concurrency: availableParallelism() });
let missed = 0;

try {
  console.log(`${engine.name} ${engine.version}${plainVersion ? `, beside plain tesseract ${plainVersion}` : '; no tesseract to compare with'}`);
  console.log('                       character errors             facts of the scan, F1');
  console.log('page                        ours     plain     goal  numbers   + day  targets   header');
  const documents = [...seedDocuments(PACKAGE_ROOT), ...planDocuments(PACKAGE_ROOT)].slice(0, Number(values.documents));
  const known = new Map(documents.map((document) => [document, withoutSeed(document.seed)]));
  for (const damage of DAMAGES) {
    if (skips(damage.name)) continue;
    const { tally, scans } = await readPages(
      documents.flatMap(({ pages }) => pages),
      damage,
    );
    const facts = new ScanFacts();
    for (const [{ name, pages }, pairs] of known)
      facts.compare(
        pages,
        pages.map((page) => scans.get(page) as ScannedPage),
        pairs,
        name,
      );
    report(damage.name, tally, damage.name === 'clean' ? GOALS.clean : damage.name === 'all together' ? GOALS.together : GOALS.single, facts, damage.name !== 'all together');
  }
  for (const damage of DAMAGES.filter(({ name }) => TABLE_DAMAGES.includes(name))) {
    if (!skips(`table, ${damage.name}`)) report(`table, ${damage.name}`, (await readPages(seedTablePages(PACKAGE_ROOT), damage)).tally, GOALS.table);
  }
} finally {
  // Where a page failed, others wait that would start the engine again.
  queue.clear();
  await engine.close();
  await rm(modelFolder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

function skips(name: string): boolean {
  return values.only !== undefined && !name.includes(values.only);
}

/** What is known where this seed was never seen. */
function withoutSeed(seed: string | null): Knowledge {
  if (seed === null) return knowledge;
  const others = readdirSync(join(PACKAGE_ROOT, 'seeds'))
    .filter((other) => other.endsWith('.txt') && other !== seed)
    .map((other) => readFileSync(join(PACKAGE_ROOT, 'seeds', other), 'utf8'));
  return { ...knowledge, wordPairs: pairLines(others) };
}

async function readPages(pages: readonly MadePage[], damage: Damage): Promise<{ tally: Tally; scans: Map<MadePage, ScannedPage> }> {
  const tally: Tally = { errors: 0, plainErrors: 0, characters: 0, misread: [] };
  const scans = new Map<MadePage, ScannedPage>();
  await queue.addAll(
    pages.map((page, index) => async () => {
      const image = await damagePage(page, damage, index + 1);
      const found = await engine.recognize(image);
      scans.set(page, { image: { ...image, data: new Uint8Array() }, found });
      tally.errors += compareTexts(textOfPage(found), page, 'ours', tally);
      const plain = plainVersion ? await readPlain(image) : null;
      // Not before the wait: other pages add to the sum meanwhile.
      if (plain !== null) tally.plainErrors += compareTexts(plain, page, 'plain', tally);
      tally.characters += comparable(page.truth.join('\n')).length;
    }),
  );
  return { tally, scans };
}

function report(name: string, total: Tally, goal: number, facts?: ScanFacts, single = false): void {
  const rate = (errors: number) => (100 * errors) / total.characters;
  const worse = plainVersion !== null && total.errors > total.plainErrors;
  const failed = rate(total.errors) > goal || worse;
  const plain = plainVersion ? `${rate(total.plainErrors).toFixed(2)} %` : '-';
  const poor = facts && single ? (Object.entries(FACT_GOALS) as [keyof typeof FACT_GOALS, number][]).filter(([kind, least]) => facts[kind].f1 < least).map(([kind]) => kind) : [];
  const missing = [...(failed ? ['characters'] : []), ...poor];
  if (missing.length > 0) missed++;
  const f1 = (score: Score) => score.f1.toFixed(3).padStart(8);
  console.log(
    `${name.padEnd(22)} ${`${rate(total.errors).toFixed(2)} %`.padStart(9)} ${plain.padStart(9)} ${`${goal} %`.padStart(8)}${facts ? ` ${f1(facts.numbers)}${f1(facts.dated)} ${f1(facts.targets)} ${f1(facts.header)}` : ''}${missing.length > 0 ? `  missed: ${missing.join(', ')}` : ''}`,
  );
  if (!values.misses) return;
  for (const { reader, page, wanted, found } of total.misread) console.log(`    ${reader.padEnd(5)} ${page}  ${JSON.stringify(wanted)} read as ${JSON.stringify(found)}`);
  if (!facts) return;
  for (const kind of ['numbers', 'dated', 'targets', 'header'] as const) {
    for (const miss of facts[kind].misses) console.log(`    ${kind} missed  ${miss}`);
    for (const alarm of facts[kind].falseAlarms) console.log(`    ${kind} false   ${alarm}`);
  }
}

/** The head of a page may be read column by column or row by row; both are right. */
function compareTexts(text: string, page: MadePage, reader: Misread['reader'], tally: Tally): number {
  const found = comparable(text);
  const [best] = [page.truth, page.truthByRows]
    .map((truth) => comparable(truth.join('\n')))
    .map((truth) => ({ truth, errors: editDistance(found, truth) }))
    .sort((a, b) => a.errors - b.errors) as [{ truth: string; errors: number }];
  if (values.misses) for (const difference of differences(best.truth, found)) tally.misread.push({ ...difference, page: page.name, reader });
  return best.errors;
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
