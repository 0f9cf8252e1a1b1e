import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/** Writes a file under a temporary name and renames it; a file that already has this content is left alone. Returns whether it wrote. */
export function writeIfChanged(path: string, content: string): boolean {
  try {
    if (readFileSync(path, 'utf8') === content) return false;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const temporary = `${path}.${process.pid}.part`;
  try {
    // Writes all of it or throws: a full disk takes a part of the bytes first.
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

/** Writes a file chunk by chunk under a temporary name and renames it when `fill` is done; on failure nothing is left behind. */
export async function writeStream(path: string, fill: (write: (chunk: string) => Promise<void>) => Promise<void>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  const stream = createWriteStream(temporary, { encoding: 'utf8' });
  try {
    await fill(async (chunk) => {
      if (!stream.write(chunk)) await once(stream, 'drain');
    });
    stream.end();
    await finished(stream);
    renameSync(temporary, path);
  } catch (error) {
    stream.destroy();
    rmSync(temporary, { force: true });
    throw error;
  }
}
