// Builds the program into `dist/`, with `--workshop` also what measures it (`dist/eval`, `dist/bench`).
// Few files instead of one a module: the program has some four hundred modules, and finding and opening them took longer than reading a short document.
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'rolldown';

const { program, workshop } = JSON.parse(readFileSync('scripts/programs.json', 'utf8'));
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.keys({ ...dependencies, ...devDependencies });

/** `src/cli/main.ts` → `cli/main`, `bench/run.mjs` → `bench/run`. */
const nameOf = (source) => source.replace(/^src\/|\.[^.]*$/g, '');

/** Parts that several entries share lie in `chunks`; packages stay where they are installed. */
const bundle = (sources, chunks) =>
  build({
    input: Object.fromEntries(sources.map((source) => [nameOf(source), source])),
    platform: 'node',
    external: (id) => id.startsWith('node:') || installed.some((name) => id === name || id.startsWith(`${name}/`)),
    output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: `${chunks}/[name]-[hash].js` },
    logLevel: 'warn',
  });

rmSync('dist', { recursive: true, force: true });
await bundle([...program, 'src/knowledge/load.ts'], 'chunks');
chmodSync('dist/cli/main.js', 0o755);
if (process.argv.includes('--workshop')) await bundle(workshop, 'eval/chunks');

// The knowledge as it is after parsing and checking (`CHECKED` in src/knowledge/load.ts).
const { loadKnowledge } = await import('../dist/knowledge/load.js');
try {
  writeFileSync('dist/knowledge/checked.json', JSON.stringify(loadKnowledge()));
} catch (error) {
  // Every command says what is wrong with the knowledge, in the language of its user; the program itself is built.
  if (error.name !== 'KnowledgeError') throw error;
}
