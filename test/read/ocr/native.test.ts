import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import { openOcr } from '../../../src/read/ocr/open.ts';
import { textOfPage } from '../../../src/read/ocr/page-text.ts';
import { knowledge } from '../../default-knowledge.ts';
import { newFolder } from '../../folders.ts';
import { drawPage, text } from './drawing.ts';

/** A program of that name stands in for the system's: what is tested is how it is started and what becomes of its answer. */
const marks = pageMarks(knowledge);
const WORDS = '5\t1\t1\t1\t1\t1\t80\t100\t200\t38\t96\tKế\n5\t1\t1\t1\t1\t2\t300\t100\t200\t38\t96\thoạch\n';

let path: string | undefined;
let folder: string;
beforeEach(() => {
  path = process.env.PATH;
  folder = newFolder();
});
afterEach(() => {
  process.env.PATH = path;
});

function install(version: string, answer: string): void {
  const file = join(folder, 'tesseract');
  writeFileSync(
    file,
    `#!${process.execPath}
const { appendFileSync } = require('node:fs');
if (process.argv[2] === '--version') console.log('tesseract ${version}\\n leptonica-1.82.0');
else {
  appendFileSync(${JSON.stringify(join(folder, 'started'))}, JSON.stringify({ threads: process.env.OMP_THREAD_LIMIT, options: process.argv.slice(2) }) + '\\n');
  process.stdin.resume().on('end', () => { ${answer} });
}
`,
  );
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
}

async function readPage(engine: 'auto' | 'tesseract') {
  const ocr = await openOcr({ engine, marks, workers: 1, modelFolder: folder });
  try {
    return { name: ocr.name, version: ocr.version, page: await ocr.recognize(await drawPage(900, 300, text('Kế hoạch', 80, 138, 38))) };
  } finally {
    await ocr.close();
  }
}

describe("the system's tesseract", () => {
  it('is used where it is installed, one thread each, with the model that comes with the program', async () => {
    install('5.3.0', `process.stdout.write(${JSON.stringify(WORDS)})`);
    const { name, version, page } = await readPage('auto');
    expect([name, textOfPage(page)]).toEqual(['tesseract', 'Kế hoạch']);
    expect(version).toMatch(/^5\.3\.0 \(vie /);
    const started = readFileSync(join(folder, 'started'), 'utf8').trim().split('\n');
    for (const line of started) expect(JSON.parse(line)).toMatchObject({ threads: '1', options: expect.arrayContaining(['--tessdata-dir', folder, '-l', 'vie']) });
  });

  it('too old to read the model counts as none', async () => {
    install('3.05.02', '');
    await expect(openOcr({ engine: 'tesseract', marks, modelFolder: folder })).rejects.toMatchObject({ code: 'engine-missing' });
    const ocr = await openOcr({ engine: 'auto', marks, modelFolder: folder });
    expect(ocr.name).toBe('tesseract.js');
    await ocr.close();
  });

  it('that fails is tried once more, and then the page has a problem with its words', async () => {
    install('5.3.0', "console.error('no language'); process.exit(1)");
    await expect(readPage('tesseract')).rejects.toMatchObject({ code: 'engine-failed', message: expect.stringContaining('no language') });
    expect(readFileSync(join(folder, 'started'), 'utf8').trim().split('\n')).toHaveLength(2);
  });
});
