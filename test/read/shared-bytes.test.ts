import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isShared, readFileBytes, shareBytes } from '../../src/read/shared-bytes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shared-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

test('a PDF file is read into shared memory, any other is not', async () => {
  const pdf = await readFileBytes(fileOf('%PDF-1.7 and more'));
  expect([isShared(pdf), Buffer.from(pdf).toString()]).toEqual([true, '%PDF-1.7 and more']);
  const text = await readFileBytes(fileOf('Điều 1. Phê duyệt'));
  expect([isShared(text), Buffer.from(text).toString()]).toEqual([false, 'Điều 1. Phê duyệt']);
  expect(await readFileBytes(fileOf(''))).toHaveLength(0);
});

test('a file that is not there is told by the file system', async () => {
  await expect(readFileBytes(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('bytes are copied to be shared once; a part of shared memory is copied too, for it cannot be handed on alone', () => {
  const shared = shareBytes(Uint8Array.from([1, 2, 3]));
  expect(shareBytes(shared)).toBe(shared);
  const part = shared.subarray(1);
  expect([isShared(part), [...shareBytes(part)]]).toEqual([false, [2, 3]]);
});
