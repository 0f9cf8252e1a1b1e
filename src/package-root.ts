import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether this is the built program: what lies beside built files only (threads to start, the knowledge as the build checked it) is there. */
export const BUILT = import.meta.url.endsWith('.js');

/** The folder of the package, which holds `package.json`: the same for sources, built files and the installed package. */
export const PACKAGE_ROOT = above(import.meta.dirname);

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : above(dirname(folder));
}
