import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { FileProblem } from '../file-problem.ts';

const run = promisify(execFile);
const PROGRAMS = ['soffice', 'libreoffice'];
/** Longest time for one file, in ms. */
const PATIENCE = 120_000;

/**
 * Converts an old file to DOCX or XLSX with the LibreOffice that is installed, in a profile of its own, where no macro runs.
 * @param type what a person calls files of the kind
 * @throws FileProblem `needs-libreoffice` where none is installed, `broken` where it cannot read the file either
 */
export async function convertWithLibreOffice(bytes: Uint8Array, extension: string, to: 'docx' | 'xlsx', type: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'trichluc-'));
  try {
    const input = join(folder, `input.${extension}`);
    await writeFile(input, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const found = await runFirst([profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, input]);
    if (!found) throw new FileProblem('needs-libreoffice', { type });
    return await readFile(join(folder, `input.${to}`));
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('broken', { type });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the first of the programs that is there; false where none is. */
async function runFirst(options: readonly string[]): Promise<boolean> {
  for (const program of PROGRAMS) {
    try {
      await run(program, options, { timeout: PATIENCE, killSignal: 'SIGKILL' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return false;
}
