// npm run bench: the whole text path (bytes to JSON) beside remark-parse on the same bytes in the same process, in processor time; how cost and
// memory grow with the number of files; what starting the program costs. Ratios are what to look at: absolute times depend on the machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { PACKAGE_ROOT } from '../src/package-root.ts';
import { formatJson } from '../src/publish/json.ts';
import { processText } from '../src/run/process-text.ts';
import { checkGrowth } from './check.mjs';
import { measureReading } from './read.mjs';

const ROUNDS = 25;
/** Until both are compiled for good: the program is some thousand functions, of which the last are optimized after dozens of rounds. */
const WARM_UP = 60;
const seeds = readdirSync(join(PACKAGE_ROOT, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(PACKAGE_ROOT, 'seeds', name)));
const bytes = seeds.reduce((sum, seed) => sum + seed.length, 0);
const knowledge = loadKnowledge();
const parser = unified().use(remarkParse);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Milliseconds of the processor, of all threads of the process: what else the machine does lengthens the time on the clock, and not of both alike. */
const time = (work) => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

function textPath() {
  const rounds = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const remark = time(() => {
      for (const seed of seeds) parser.parse(seed.toString('utf8'));
    });
    const ours = time(() => {
      for (const seed of seeds) formatJson(processText(seed, knowledge).documents);
    });
    if (round >= WARM_UP) rounds.push({ remark, ours, ratio: ours / remark });
  }
  const speed = (key) => (bytes / 1e6 / (median(rounds.map((round) => round[key])) / 1000)).toFixed(2);
  console.log(`text path, bytes to JSON, ${seeds.length} seeds, ${(bytes / 1e6).toFixed(2)} MB, median of ${ROUNDS} paired rounds of processor time`);
  console.log(`  trichluc      ${speed('ours')} MB/s`);
  console.log(`  remark-parse  ${speed('remark')} MB/s`);
  console.log(`  time ratio    ${median(rounds.map((round) => round.ratio)).toFixed(2)} (bound: 2)`);
}

/** A seed with a serial of its own in every number, so that no two copies are one file or one document. */
function copy(seed, index) {
  return seed
    .toString('utf8')
    .replace(/(Số:? ?)(\d+)/u, (_, label) => `${label}${index + 1}`)
    .concat(`\n<!-- ${index} -->\n`);
}

function growth() {
  console.log('\nwhole program (ingest), one process each; memory is the peak of the process');
  console.log('  files      seconds   ms/file   peak MB');
  for (const copies of process.argv.includes('--small') ? [1, 10, 100] : [1, 10, 100, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
    try {
      for (let index = 0; index < copies; index++) for (const [at, seed] of seeds.entries()) writeFileSync(join(folder, `${index}-${at}.txt`), copy(seed, index));
      const start = performance.now();
      const run = spawnSync(
        process.execPath,
        [
          '--import',
          // The peak of this process itself: what the system tells of its use of resources counts the process that started it, where that was larger.
          `data:text/javascript,import{readFileSync}from'node:fs';const peak=()=>{try{return/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]}catch{return process.resourceUsage().maxRSS}};process.on('exit',()=>process.stderr.write('\\nRSS '+peak()+'\\n'))`,
          join(PACKAGE_ROOT, 'dist/cli/main.js'),
          'ingest',
          folder,
          '--out',
          join(folder, '.out'),
          '--json',
        ],
        { encoding: 'utf8', maxBuffer: 1 << 30 },
      );
      const seconds = (performance.now() - start) / 1000;
      const peak = Number(/RSS (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024;
      const files = copies * seeds.length;
      console.log(
        `  ${String(files).padStart(5)} ${seconds.toFixed(2).padStart(12)} ${((seconds * 1000) / files).toFixed(1).padStart(9)} ${peak.toFixed(0).padStart(9)}${run.status === 0 ? '' : `  exit ${run.status}`}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function startUp() {
  const cpu = (args) => {
    const samples = [];
    for (let i = 0; i < 9; i++) {
      const run = spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('CPU '+(u.userCPUTime+u.systemCPUTime)+'\\n')})`, ...args],
        { encoding: 'utf8' },
      );
      samples.push(Number(/CPU (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1000);
    }
    return median(samples);
  };
  const bare = cpu(['--eval', '0']);
  const help = cpu([join(PACKAGE_ROOT, 'dist/cli/main.js'), '--help']);
  console.log(`\nstart-up of trichluc --help: ${help.toFixed(0)} ms of CPU, ${(help - bare).toFixed(0)} beyond Node's own ${bare.toFixed(0)} (bound: 150)`);
}

if (process.argv.includes('--check')) checkGrowth();
else if (process.argv.includes('--read')) await measureReading(process.argv[process.argv.indexOf('--read') + 1]);
else {
  textPath();
  startUp();
  if (!process.argv.includes('--quick')) growth();
}
