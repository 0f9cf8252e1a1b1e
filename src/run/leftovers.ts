import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Names under which files are written before they are renamed; a `.part` carries the id of the process that writes it. */
const TEMPORARY = /\.(?:json|txt|html|csv)\.\d+$/;
const PART = /\.(\d+)\.part$/;

/** Removes the temporary files a killed run left in an output folder. */
export function removeLeftovers(out: string): void {
  const sources = join(out, 'cache', 'sources');
  for (const folder of [out, ...['documents', 'tables', 'runs', 'schema', 'cache'].map((name) => join(out, name)), ...list(sources).map((name) => join(sources, name))]) {
    for (const name of list(folder)) {
      const writer = PART.exec(name)?.[1];
      if (writer === undefined ? TEMPORARY.test(name) : !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
    }
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
