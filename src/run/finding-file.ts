import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FindingStore, StoredFinding, UnitCounts } from '../check/memory.ts';
import type { Finding } from '../model/finding.ts';
import { bytesAt, LineReader, openIfThere } from './byte-reader.ts';

/** Bytes that are written at once. */
const PIECE = 1 << 16;

/** A unit of the earlier file: the hash of what its checks depended on, where its findings begin, and how many bytes each has. */
interface EarlierUnit {
  hash: string;
  start: number;
  sizes: readonly number[];
}

/**
 * Findings on disk, unit by unit, so that a run holds the heads of its findings only; the file of one run is the memory of the next.
 * Lines of JSON: first `{ "rules": … }`, the version of the rules that found them; then for each unit `[unit, hash, sizes]` and its
 * findings, a line each, of so many bytes. Written under a temporary name; `commit` puts it in the place of the earlier file.
 */
export class FindingFile implements FindingStore {
  readonly #path: string;
  readonly #temporary: string;
  #earlier: number | null;
  readonly #units: ReadonlyMap<string, EarlierUnit>;
  /** Where each finding of this run begins, and how many bytes it has. */
  readonly #starts: number[] = [];
  readonly #sizes: number[] = [];
  readonly counts: UnitCounts = { checked: 0, reused: 0 };
  readonly #file: number;
  #end = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  /** What an earlier run found is used where it was found by the same `rules`; `force` leaves it alone. */
  constructor(path: string, rules: string, force = false) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#temporary = `${path}.${process.pid}.part`;
    this.#earlier = force ? null : openIfThere(path);
    this.#units = this.#earlier === null ? new Map() : unitsOf(this.#earlier, rules);
    this.#file = openSync(this.#temporary, 'w+');
    this.#append(line({ rules }));
  }

  recall(unit: string, hash: string | null, check: () => readonly Finding[]): StoredFinding[] {
    const recalled = hash === null ? null : this.#recalled(unit, hash);
    const findings = recalled?.findings ?? check();
    const lines = recalled?.lines ?? findings.map(line);
    if (hash !== null) this.counts[recalled ? 'reused' : 'checked']++;
    this.#append(line([unit, hash, lines.map(({ length }) => length)]));
    return findings.map((finding, at) => {
      const bytes = lines[at] as Buffer;
      const place = this.#starts.push(this.#end) - 1;
      this.#sizes.push(bytes.length);
      this.#append(bytes);
      return { finding, place };
    });
  }

  read(place: number): Finding {
    this.#flush();
    return parse(bytesAt(this.#file, this.#starts[place] ?? 0, this.#sizes[place] ?? 0));
  }

  /** Puts the file in its place. Its findings can still be read. */
  commit(): void {
    this.#flush();
    this.#closeEarlier();
    renameSync(this.#temporary, this.#path);
  }

  /** Leaves the earlier file as it was. */
  discard(): void {
    this.close();
    rmSync(this.#temporary, { force: true });
  }

  /** To be called when no finding is read any more. */
  close(): void {
    this.#closeEarlier();
    closeSync(this.#file);
  }

  #closeEarlier(): void {
    if (this.#earlier !== null) closeSync(this.#earlier);
    this.#earlier = null;
  }

  /** What the earlier run found in a unit; null where that is unknown, or something else by now. */
  #recalled(unit: string, hash: string): { findings: Finding[]; lines: Buffer[] } | null {
    const known = this.#units.get(unit);
    if (this.#earlier === null || known?.hash !== hash) return null;
    const { sizes } = known;
    let { start } = known;
    try {
      const lines: Buffer[] = [];
      for (const size of sizes) {
        lines.push(bytesAt(this.#earlier, start, size));
        start += size;
      }
      return { findings: lines.map(parse), lines };
    } catch {
      // Changed by another hand: what is found now counts.
      return null;
    }
  }

  #append(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#end += bytes.length;
    if (this.#waitingBytes >= PIECE) this.#flush();
  }

  #flush(): void {
    if (this.#waitingBytes === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
const parse = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as Finding;

function unitsOf(file: number, rules: string): ReadonlyMap<string, EarlierUnit> {
  const units = new Map<string, EarlierUnit>();
  const reader = new LineReader(file);
  try {
    const head = reader.next();
    if (head === null || (JSON.parse(head) as { rules?: string }).rules !== rules) return units;
    for (let text = reader.next(); text !== null; text = reader.next()) {
      const [unit, hash, sizes] = JSON.parse(text) as [string, string, number[]];
      units.set(unit, { hash, start: reader.position, sizes });
      for (const size of sizes) reader.skip(size);
    }
    return units;
  } catch {
    return new Map();
  }
}
