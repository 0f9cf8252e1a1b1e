import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { FileProblem } from '../read/file-problem.ts';

/** A file to be read: where it is, and the name it goes by in the output. */
export interface Input {
  path: string;
  file: string;
}

/** Files found, and paths that could not be followed. */
export interface Discovery {
  inputs: Input[];
  problems: { file: string; problem: FileProblem }[];
}

/**
 * The files below the given paths, in the order of their names. Names are relative to the folder that was given, with `/`;
 * symbolic links are not followed; ignored names, the `own` folders (output, decisions) and outputs of other runs are passed over.
 */
export function discover(paths: readonly string[], ignore: readonly string[], own: readonly string[]): Discovery {
  const ignored = ignore.map(toPattern);
  const found = new Map<string, Input>();
  const problems: Discovery['problems'] = [];
  const names = new Set<string>();
  const add = (path: string, file: string) => {
    const absolute = resolve(path);
    if (found.has(absolute)) return;
    let name = file;
    for (let i = 2; names.has(name); i++) name = `${file}~${i}`;
    names.add(name);
    found.set(absolute, { path: absolute, file: name });
  };
  const passedOver = new Set(own.map((folder) => resolve(folder)));
  for (const path of paths) {
    let directory: boolean;
    try {
      directory = statSync(path).isDirectory();
    } catch (error) {
      problems.push({ file: path, problem: new FileProblem((error as NodeJS.ErrnoException).code === 'EACCES' ? 'not-permitted' : 'missing') });
      continue;
    }
    if (!directory) {
      add(path, basename(path));
      continue;
    }
    const folders = [path];
    while (folders.length > 0) {
      const folder = folders.pop() as string;
      let entries: Dirent[];
      try {
        entries = readdirSync(folder, { withFileTypes: true });
      } catch {
        problems.push({ file: folder, problem: new FileProblem('not-permitted') });
        continue;
      }
      for (const entry of entries) {
        const full = join(folder, entry.name);
        if (ignored.some((pattern) => pattern.test(entry.name)) || passedOver.has(resolve(full))) continue;
        if (entry.isDirectory()) {
          if (!existsSync(join(full, 'cache', 'sources'))) folders.push(full);
        } else if (entry.isFile()) add(full, relative(path, full).split(sep).join('/'));
      }
    }
  }
  const inputs = [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { inputs, problems };
}

/** `*` stands for anything in a name; the rest is taken as it is. */
function toPattern(glob: string): RegExp {
  return new RegExp(
    `^${glob
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  );
}
