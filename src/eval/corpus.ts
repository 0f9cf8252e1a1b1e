import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Identity } from '../model/facts.ts';
import { OCR_CHOICES, type OcrChoice } from '../read/services.ts';
import { Cache } from '../run/cache.ts';
import { RunServices } from '../run/read-services.ts';
import { processReading, readStage } from '../run/stages.ts';
import { HEADER_FIELDS, judgeHeader } from './headers.ts';

/**
 * `npm run eval:corpus -- <folder>`: reads every file that the folder's MANIFEST.tsv lists (columns `file`, `type`, `number`, `issuer`,
 * `date`; an empty field is not judged) and compares the header of its first document.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { cache: { type: 'string' }, ocr: { type: 'string', default: 'auto' }, only: { type: 'string' } } });
const [folder] = positionals;
const ocr = OCR_CHOICES.find((choice) => choice === values.ocr);
if (!folder || !ocr) {
  process.stderr.write('usage: npm run eval:corpus -- <folder with MANIFEST.tsv> [--only <part of a name>] [--ocr auto|tesseract|tesseract.js|off] [--cache <folder>]\n');
  process.exit(2);
}
await evaluate(folder, ocr, values.cache ?? null, values.only ?? '');

async function evaluate(folder: string, ocr: OcrChoice, cacheFolder: string | null, only: string): Promise<void> {
  const rows = parse(readFileSync(join(folder, 'MANIFEST.tsv')), { columns: true, delimiter: '\t', quote: null, relax_column_count: true, bom: true }) as Record<string, string>[];
  const knowledge = loadKnowledge();
  const cache = cacheFolder === null ? null : new Cache(cacheFolder);
  const services = new RunServices({ knowledge, ocr, password: null, cache });
  const totals = Object.fromEntries(HEADER_FIELDS.map((field) => [field, { right: 0, unknown: 0, wrong: 0 }]));
  let whole = 0;
  let clean = 0;
  let files = 0;
  try {
    for (const row of rows.filter(({ file = '' }) => file.includes(only) && existsSync(join(folder, file)))) {
      files++;
      const { identity, problem } = await read(join(folder, row.file ?? ''));
      const verdicts = judgeHeader({ type: row.type || null, number: row.number || null, issuer: row.issuer || null, date: row.date || null }, identity);
      const judged = Object.entries(verdicts);
      for (const [field, { verdict }] of judged) (totals[field] as Record<string, number>)[verdict] = ((totals[field] as Record<string, number>)[verdict] ?? 0) + 1;
      if (judged.every(([, { verdict }]) => verdict === 'right')) whole++;
      if (judged.every(([, { verdict }]) => verdict !== 'wrong')) clean++;
      process.stdout.write(`${row.file}${problem ? `  ${problem}` : ''}\n`);
      for (const [field, { verdict, expected, found }] of judged)
        if (verdict !== 'right') process.stdout.write(`    ${verdict.padEnd(8)} ${field.padEnd(7)} ${expected}  →  ${found ?? '—'}\n`);
    }
  } finally {
    await services.close();
  }
  process.stdout.write(`\n${files} files; header right in all fields: ${whole}; nothing wrong asserted: ${clean}\n`);
  for (const [field, { right, unknown, wrong }] of Object.entries(totals)) process.stdout.write(`  ${field.padEnd(8)} right ${right}  unknown ${unknown}  wrong ${wrong}\n`);
  if (clean < files) process.exitCode = 1;

  async function read(path: string): Promise<{ identity: Identity | null; problem: string | null }> {
    const bytes = readFileSync(path);
    try {
      const reading = await readStage.run(bytes, { knowledge, services });
      return { identity: processReading(reading, knowledge).documents[0]?.identity ?? null, problem: null };
    } catch (error) {
      return { identity: null, problem: (error as Error).message };
    }
  }
}
