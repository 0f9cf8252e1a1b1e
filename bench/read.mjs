// npm run bench -- --read [scans | text | memory]: reading scans and text-layer PDF files beside what a user would start instead, on the same pages in the same run.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import sharp from 'sharp';
import { DAMAGES, damagePage } from '../src/eval/ocr/damages.ts';
import { scannedPdf, textPdf } from '../src/eval/ocr/pdf-file.ts';
import { seedDocuments, seedTablePages } from '../src/eval/ocr/seed-pages.ts';
import { pageMarks } from '../src/grammar/page-marks.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { PACKAGE_ROOT } from '../src/package-root.ts';
import { openOcr } from '../src/read/ocr/open.ts';
import { LANGUAGE, unpackModel } from '../src/read/ocr/readers/model.ts';

const CORES = availableParallelism();
const ROUNDS = 3;
/** Pages of one measurement: the pages of three seeds over and over. */
const SCANS = 12;
const TEXT_PAGES = 120;
const MANY_PAGES = 500;
const BOUNDS = { 'tesseract.js': 1.5, tesseract: 1.1 };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const repeat = (pages, count) => Array.from({ length: count }, (_, at) => pages[at % pages.length]);

/** `only`: the one of `scans`, `text` and `memory` to measure. */
export async function measureReading(only) {
  const asked = (part) => only === undefined || only === part;
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
  try {
    const pages = seedDocuments(PACKAGE_ROOT).flatMap((document) => document.pages);
    if (asked('scans')) await scans(pages, folder);
    if (asked('text')) textLayers([...pages, ...seedTablePages(PACKAGE_ROOT)], folder);
    if (asked('memory')) await memory(pages, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both read the same pictures, as many at a time as there are cores; ours cleans, turns and takes apart the pages besides. */
async function scans(pages, folder) {
  const model = await unpackModel(folder);
  const kinds = { text: pages, tables: seedTablePages(PACKAGE_ROOT) };
  const marks = pageMarks(loadKnowledge());
  console.log(`scans, ${SCANS} colour pages of 200 dpi, ${CORES} at a time, median of ${ROUNDS} paired rounds`);
  if (spawnSync('tesseract', ['--version']).error) return console.log('  no tesseract on the PATH to compare with');
  console.log('  engine        pages    pages/min   plain tesseract   time ratio   bound');
  for (const [name, bound] of Object.entries(BOUNDS)) {
    const engine = await openOcr({ engine: name, marks, modelFolder: folder });
    try {
      for (const [kind, ofKind] of Object.entries(kinds)) {
        const images = await Promise.all(repeat(ofKind, SCANS).map((page, at) => damagePage(page, scanOf(at), at + 1)));
        await Promise.all(images.slice(0, CORES).map((image) => engine.recognize(image)));
        const rounds = [];
        for (let round = 0; round < ROUNDS; round++) {
          const plain = await timed(images, (image) => readPlain(image, model));
          const ours = await timed(images, (image) => engine.recognize(image));
          rounds.push({ plain, ours, ratio: ours / plain });
        }
        const speed = (key) => ((SCANS * 60_000) / median(rounds.map((round) => round[key]))).toFixed(1);
        const ratio = median(rounds.map((round) => round.ratio)).toFixed(2);
        console.log(`  ${name.padEnd(13)} ${kind.padEnd(7)} ${speed('ours').padStart(10)} ${speed('plain').padStart(17)} ${ratio.padStart(12)} ${String(bound).padStart(7)}`);
      }
    } finally {
      await engine.close();
    }
  }
}

/** Straight and crooked pages by turns, as a scanner's feeder gives them. */
function scanOf(at) {
  const jpeg = DAMAGES.find(({ name }) => name === 'jpeg');
  return { ...jpeg, jpeg: 75, skew: at % 2 === 0 ? 0 : 0.6 };
}

async function timed(images, read) {
  const queue = new PQueue({ concurrency: CORES });
  const start = performance.now();
  await queue.addAll(images.map((image) => () => read(image)));
  return performance.now() - start;
}

/** The quickest way to start `tesseract`: a raw picture, one thread each. */
function readPlain(image, model) {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', ['stdin', 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', '--dpi', String(image.dpi)], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.on('error', reject);
    child.stdout.resume();
    child.on('close', resolve);
    child.stdin.end(Buffer.concat([Buffer.from(`P6\n${image.width} ${image.height}\n255\n`), image.data]));
  });
}

function textLayers(pages, folder) {
  const file = join(folder, 'text.pdf');
  writeFileSync(file, textPdf(repeat(pages, TEXT_PAGES)));
  const perSecond = (milliseconds) => (TEXT_PAGES * 1000) / milliseconds;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const plain = spawnSync('pdftotext', ['-layout', file, '-']);
    const milliseconds = performance.now() - start;
    const { milliseconds: ours, peakMb } = child('text', 0, [file]);
    return { plain: plain.error ? null : perSecond(milliseconds), ours: perSecond(ours), peakMb };
  });
  console.log(`\ntext-layer PDF of ${TEXT_PAGES} pages, tables among them, median of ${ROUNDS} paired rounds, starting the thread included`);
  console.log(
    `  trichluc            ${median(rounds.map(({ ours }) => ours))
      .toFixed(0)
      .padStart(5)} pages/s`,
  );
  if (rounds[0].plain !== null)
    console.log(
      `  pdftotext -layout   ${median(rounds.map(({ plain }) => plain))
        .toFixed(0)
        .padStart(5)} pages/s`,
    );
}

async function memory(pages, folder) {
  const jpegs = await Promise.all(
    pages.map(async (page, at) => {
      const { data, width, height, channels } = await damagePage(page, scanOf(at), at + 1);
      return { width, height, channels, data: await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 75 }).toBuffer() };
    }),
  );
  const write = (name, bytes) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  console.log('\npeak memory of the process that reads one file, MB');
  console.log('  file                                          pages   file MB   peak MB');
  const row = (label, count, mode, workers, file) => {
    const { peakMb } = child(mode, workers, [file]);
    console.log(`  ${label.padEnd(46)} ${String(count).padStart(4)} ${(statSync(file).size / 1e6).toFixed(0).padStart(9)} ${peakMb.toFixed(0).padStart(9)}`);
  };
  for (const count of [1, 50, MANY_PAGES]) row('text layer', count, 'text', 0, write(`t${count}.pdf`, textPdf(repeat(pages, count))));
  for (const count of [1, 50, MANY_PAGES]) row('scan, its pictures taken out, not recognized', count, 'pictures', 0, write(`s${count}.pdf`, scannedPdf(repeat(jpegs, count))));
  const file = write('few.pdf', scannedPdf(repeat(jpegs, 6)));
  for (const workers of [1, 2, 4]) row(`scan, recognized by ${workers} workers of tesseract.js`, 6, 'recognize', workers, file);
}

function child(mode, workers, files) {
  const run = spawnSync(process.execPath, [join(PACKAGE_ROOT, 'dist', 'bench', 'read-child.js'), mode, String(workers), ...files], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
