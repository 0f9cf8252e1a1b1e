import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new folder that is removed after the test file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-test-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Removes what `newFolder` has made since the last time. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
