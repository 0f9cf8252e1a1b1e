// One measurement of bench/read.mjs in a process of its own, so that its peak of memory is its own: reads PDF files and prints what it took as JSON.
import { readFileSync } from 'node:fs';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';
import { readFileBytes } from '../src/read/shared-bytes.ts';

const [mode, workers, ...files] = process.argv.slice(2);
const knowledge = loadKnowledge();
const engine = mode === 'recognize' ? await openEngine(Number(workers)) : null;
const blank = { blocks: [], rotation: 0, skew: 0, stamps: [], handwritten: [], engine: 'none' };
// `pictures`: every picture is taken from the file and given back as if nothing stood on it, for what holding them costs.
const recognize = { recognize: (image) => engine.recognize(image), pictures: async () => blank, text: null }[mode];
const services = { recognize, password: null, pageTimeoutMs: 60_000 };
let pages = 0;
const start = performance.now();
for (const file of files) {
  try {
    pages += (await readPdf(await readFileBytes(file), knowledge, services)).pages.length;
  } catch (error) {
    if (mode !== 'pictures' || error.code !== 'no-text') throw error;
  }
}
const milliseconds = performance.now() - start;
await engine?.close();
process.stdout.write(JSON.stringify({ pages, milliseconds, peakMb: peakMb() }), () => process.exit());

async function openEngine(count) {
  const [{ openOcr }, { pageMarks }] = await Promise.all([import('../src/read/ocr/open.ts'), import('../src/grammar/page-marks.ts')]);
  return openOcr({ engine: 'tesseract.js', marks: pageMarks(knowledge), workers: count });
}

/** What the process itself has held at most. What the system tells of its use of resources counts the process that started it, where that was larger. */
function peakMb() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
