// `npm start`: builds if needed, then ingests the seeds; arguments are passed on (`npm start -- --lang en`).
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

async function newest(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Math.max(...entries.filter((entry) => entry.isFile()).map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs));
}

function built() {
  try {
    return statSync('dist/cli/main.js').mtimeMs;
  } catch {
    return 0;
  }
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
if ((await newest('src')) > built()) {
  const failed = run(process.execPath, [process.env.npm_execpath ?? 'npm', 'run', '--silent', 'build']);
  if (failed) process.exit(failed);
}
process.exit(run(process.execPath, ['dist/cli/main.js', 'ingest', 'seeds', ...process.argv.slice(2)]));
