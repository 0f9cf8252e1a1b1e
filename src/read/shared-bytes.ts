import { open } from 'node:fs/promises';
import { sourceKind } from './kind.ts';

/** Enough of a file to tell its kind. */
const HEAD = 16;

/** The same bytes in memory that threads share, so that handing them on copies nothing. */
export function shareBytes(bytes: Uint8Array): Uint8Array {
  if (isShared(bytes)) return bytes;
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** Whether bytes are all of a piece of shared memory. */
export function isShared(bytes: Uint8Array): boolean {
  return bytes.buffer instanceof SharedArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
}

/** Reads a file; a PDF file, which a thread of its own reads, into shared memory. @throws Error of the file system. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    if (sourceKind(buffer.subarray(0, bytesRead)).kind !== 'pdf') return await file.readFile();
    const { size } = await file.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let length = 0;
    for (let read = -1; length < size && read !== 0; length += read) ({ bytesRead: read } = await file.read(bytes, length, size - length, length));
    // A file that grew shorter meanwhile.
    return length < size ? shareBytes(bytes.subarray(0, length)) : bytes;
  } finally {
    await file.close();
  }
}
