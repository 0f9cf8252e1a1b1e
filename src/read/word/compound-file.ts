import { FileProblem } from '../file-problem.ts';

const HEADER = 512;
const ENTRY = 128;
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const STREAM = 2;

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * The streams at the top of an OLE compound file ([MS-CFB]), the container of DOC and XLS files and of encrypted OOXML ones.
 * Chains are followed no longer than the file has sectors.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #fat: Uint32Array;
  readonly #entries = new Map<string, Entry>();
  readonly #miniFat: Uint8Array;
  readonly #mini: Uint8Array;
  readonly #miniSector: number;
  readonly #cutoff: number;

  /** @throws FileProblem `broken` for a file that is cut off or whose chains lead nowhere. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER) throw broken();
    const u16 = (at: number) => this.#view.getUint16(at, true);
    const u32 = (at: number) => this.#view.getUint32(at, true);
    if (u16(0x1e) !== 9 && u16(0x1e) !== 12) throw broken();
    this.#sector = 1 << u16(0x1e);
    this.#miniSector = 1 << Math.min(12, u16(0x20));
    this.#cutoff = u32(0x38);
    this.#fat = this.#readFat(u32(0x2c), u32(0x44));
    const entries = this.#readDirectory(u32(0x30));
    const root = entries[0];
    if (!root) throw broken();
    this.#miniFat = this.#chain(u32(0x3c));
    this.#mini = root.start < LAST_SECTOR ? this.#chain(root.start) : new Uint8Array();
    this.#collect(entries, root.child);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** A stream's bytes, or null where there is none of the name. @throws FileProblem `broken` */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const data = entry.size < this.#cutoff ? this.#miniChain(entry.start, entry.size) : this.#chain(entry.start);
    if (data.length < entry.size) throw broken();
    return data.subarray(0, entry.size);
  }

  #sectorAt(number: number): Uint8Array {
    const start = (number + 1) * this.#sector;
    if (start >= this.#bytes.length) throw broken();
    return this.#bytes.subarray(start, start + this.#sector);
  }

  #readFat(count: number, firstMore: number): Uint32Array {
    const most = Math.ceil(this.#bytes.length / this.#sector);
    if (count > most) throw broken();
    const sectors: number[] = [];
    for (let i = 0; i < 109 && sectors.length < count; i++) sectors.push(this.#view.getUint32(0x4c + i * 4, true));
    for (let at = firstMore, steps = 0; at < LAST_SECTOR && sectors.length < count && steps < most; steps++) {
      const view = viewOf(this.#sectorAt(at));
      for (let i = 0; i + 8 <= view.byteLength && sectors.length < count; i += 4) sectors.push(view.getUint32(i, true));
      at = view.byteLength >= 4 ? view.getUint32(view.byteLength - 4, true) : NONE;
    }
    const fat = new Uint32Array((sectors.length * this.#sector) / 4).fill(NONE);
    sectors.forEach((number, index) => {
      const view = viewOf(this.#sectorAt(number));
      for (let i = 0; i + 4 <= view.byteLength; i += 4) fat[(index * this.#sector + i) / 4] = view.getUint32(i, true);
    });
    return fat;
  }

  /** The sectors from `start` on, one after the other. */
  #chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let at = start; at < LAST_SECTOR; at = this.#fat[at] ?? NONE) {
      if (parts.length > this.#fat.length) throw broken();
      const part = this.#sectorAt(at);
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts, length);
  }

  #miniChain(start: number, size: number): Uint8Array {
    const out = new Uint8Array(size);
    const fat = viewOf(this.#miniFat);
    let filled = 0;
    for (let at = start; at < LAST_SECTOR && filled < size; at = at * 4 + 4 <= fat.byteLength ? fat.getUint32(at * 4, true) : NONE) {
      const part = this.#mini.subarray(at * this.#miniSector, (at + 1) * this.#miniSector).subarray(0, size - filled);
      if (part.length === 0) throw broken();
      out.set(part, filled);
      filled += part.length;
    }
    return out.subarray(0, filled);
  }

  #readDirectory(start: number): Entry[] {
    const view = viewOf(this.#chain(start));
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= view.byteLength; at += ENTRY) {
      const length = Math.min(64, view.getUint16(at + 0x40, true));
      let name = '';
      for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      entries.push({
        name,
        type: view.getUint8(at + 0x42),
        left: view.getUint32(at + 0x44, true),
        right: view.getUint32(at + 0x48, true),
        child: view.getUint32(at + 0x4c, true),
        start: view.getUint32(at + 0x74, true),
        size: view.getUint32(at + 0x78, true),
      });
    }
    return entries;
  }

  /** Streams directly below the root: an embedded document has streams of the same names further down. */
  #collect(entries: readonly Entry[], first: number): void {
    const seen = new Set<number>();
    const open = [first];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const entry = entries[at];
      if (!entry || seen.has(at)) continue;
      seen.add(at);
      if (entry.type === STREAM) this.#entries.set(entry.name, entry);
      open.push(entry.left, entry.right);
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(): FileProblem {
  return new FileProblem('broken', { type: 'DOC/XLS' });
}
