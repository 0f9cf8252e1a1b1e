import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairLines } from '../grammar/known-pairs.ts';
import { DEFAULT_KNOWLEDGE } from '../knowledge/load.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

/**
 * `npm run word-pairs [-- <folder of texts>]`: counts which word follows which in the texts of a folder, the seeds where none is named,
 * and writes `pipelines/directives/word-pairs.txt`, by which recognized words are corrected.
 */
const folder = process.argv[2] ?? join(PACKAGE_ROOT, 'seeds');
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const head = '# Which word follows which in directives, and how often. Made by `npm run word-pairs` from the seeds; lines may be added.\n';
writeFileSync(join(DEFAULT_KNOWLEDGE, 'word-pairs.txt'), `${head}${pairLines(texts).join('\n')}\n`);
