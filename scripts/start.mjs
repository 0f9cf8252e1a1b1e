// `npm start`: builds if needed, then ingests the seeds; arguments are passed on (`npm start -- --lang en`).
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

async function newest(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Math.max(...entries.filter((entry) => entry.isFile()).map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs));
}

/** When the last build ended: an incremental compiler leaves files alone that would not change. */
async function built() {
  try {
    return await newest('dist');
  } catch {
    return 0;
  }
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
if ((await newest('src')) > (await built())) {
  const npm = process.env.npm_execpath;
  const failed = npm ? run(process.execPath, [npm, 'run', '--silent', 'build']) : run('npm', ['run', '--silent', 'build']);
  if (failed) process.exit(failed);
}
process.exit(run(process.execPath, ['dist/cli/main.js', 'ingest', 'seeds', ...process.argv.slice(2)]));
