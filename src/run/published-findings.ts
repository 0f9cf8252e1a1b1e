import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { type FindingHead, FindingList } from '../model/finding-list.ts';
import { bytesAt, openIfThere } from './byte-reader.ts';

/** The findings an earlier run wrote to `findings.json`, however it is laid out. `close` when none is read any more. */
export interface PublishedFindings {
  findings: FindingList;
  close(): void;
}

type Place = readonly [start: number, size: number];

/** Opens the findings of an output folder; null where there are none that can be read. */
export function publishedFindings(out: string): PublishedFindings | null {
  const file = openIfThere(join(out, 'findings.json'));
  if (file === null) return null;
  const read = ([start, size]: Place) => JSON.parse(bytesAt(file, start, size).toString('utf8')) as Finding;
  try {
    const places = [...elementsOf(file)];
    const heads = places.map((at, place): FindingHead => {
      const { id, level, documents, cause, joined, suppressed, outdated } = read(at);
      return { id, level, documents, cause, joined, suppressed, outdated, place };
    });
    return { findings: new FindingList(heads, ({ place }) => read(places[place] as Place)), close: () => closeSync(file) };
  } catch {
    closeSync(file);
    return null;
  }
}

const PIECE = 1 << 16;
const [QUOTE, ESCAPE] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Where the objects of a JSON list stand in a file, in bytes. @throws SyntaxError where the file is no whole list */
function* elementsOf(file: number): Generator<Place> {
  const piece = Buffer.allocUnsafe(PIECE);
  let [depth, start, position, quoted, escaped, ended] = [0, 0, 0, false, false, false];
  for (let size = readSync(file, piece, 0, PIECE, 0); size > 0; size = readSync(file, piece, 0, PIECE, position)) {
    for (let at = 0; at < size; at++) {
      const byte = piece[at] as number;
      if (quoted) {
        if (escaped) escaped = false;
        else if (byte === ESCAPE) escaped = true;
        else if (byte === QUOTE) quoted = false;
      } else if (byte === QUOTE) quoted = true;
      else if (OPENING.has(byte)) {
        if (depth === 1) start = position + at;
        depth++;
      } else if (CLOSING.has(byte)) {
        depth--;
        if (depth === 1) yield [start, position + at + 1 - start];
        ended = depth === 0;
      }
    }
    position += size;
  }
  if (!ended) throw new SyntaxError('the list has no end');
}
