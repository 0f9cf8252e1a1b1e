/** A run of a DOC file made for a test: its text, font and other property changes (bytes as in the file). */
export interface DocRunSpec {
  text: string;
  font?: number;
  changes?: readonly number[];
}

/** A paragraph, the character that ends it, and its property changes. */
export interface DocParagraphSpec {
  runs: readonly DocRunSpec[];
  end?: string;
  changes?: readonly number[];
}

export interface DocSpec {
  fonts: readonly string[];
  paragraphs: readonly DocParagraphSpec[];
  /** Label texts of the levels of one list (`%1.` …), counted in arabic figures. */
  levels?: readonly string[];
  /** Text as windows-1252 bytes, not UTF-16. */
  narrow?: boolean;
  encrypted?: boolean;
}

const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
const utf16 = (text: string) => Array.from(text).flatMap((char) => u16(char.charCodeAt(0)));

export const CHANGES = {
  hidden: [...u16(0x083c), 1],
  deleted: [...u16(0x0800), 1],
  bold: [...u16(0x0835), 1],
  raised: [...u16(0x2a48), 1],
  inTable: [...u16(0x2416), 1],
  list: (number: number, level: number) => [...u16(0x460b), ...u16(number), ...u16(0x260a), level],
  /** Ends a row whose cells have these edges. */
  row: (...edges: number[]) => [...u16(0x2416), 1, ...u16(0x2417), 1, ...u16(0xd608), ...u16(edges.length * 2 + 2), edges.length - 1, ...edges.flatMap(u16)],
};

const TEXT = 0x800;
const PAGE = 512;

/** A DOC file of one section, without styles. */
export function docFile({ fonts, paragraphs, levels = [], narrow = false, encrypted = false }: DocSpec): Uint8Array {
  const width = narrow ? 1 : 2;
  let text = '';
  const runs: { to: number; changes: number[] }[] = [];
  const ends: { to: number; changes: readonly number[] }[] = [];
  for (const paragraph of paragraphs) {
    for (const run of paragraph.runs) {
      text += run.text;
      runs.push({ to: text.length, changes: [...(run.font === undefined ? [] : [...u16(0x4a51), ...u16(run.font)]), ...(run.changes ?? [])] });
    }
    text += paragraph.end ?? '\r';
    runs.push({ to: text.length, changes: [] });
    ends.push({ to: text.length, changes: paragraph.changes ?? [] });
  }
  const bytes = narrow ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le');
  const first = Math.ceil((TEXT + bytes.length) / PAGE);
  const document = Buffer.alloc((first + 2) * PAGE);
  bytes.copy(document, TEXT);
  page(document, first * PAGE, runs, width, 1, (changes) => [changes.length, ...changes]);
  page(document, (first + 1) * PAGE, ends, width, 13, (changes) => {
    const style = [0, 0, ...changes];
    return style.length % 2 === 1 ? [(style.length + 1) / 2, ...style] : [0, style.length / 2, ...style];
  });

  const table: number[] = [];
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 0x0a);
  document.writeUInt32LE(text.length, 0x4c);
  const put = (index: number, data: number[]) => {
    document.writeUInt32LE(table.length, 0x9a + index * 8);
    document.writeUInt32LE(data.length, 0x9a + index * 8 + 4);
    table.push(...data);
  };
  put(33, [2, ...u32(16), ...u32(0), ...u32(text.length), ...u16(0), ...u32(narrow ? (0x40000000 | (TEXT * 2)) >>> 0 : TEXT), ...u16(0)]);
  put(12, [...u32(TEXT), ...u32(TEXT + bytes.length), ...u32(first)]);
  put(13, [...u32(TEXT), ...u32(TEXT + bytes.length), ...u32(first + 1)]);
  put(15, [...u16(fonts.length), ...u16(0), ...fonts.flatMap((name) => [39 + name.length * 2 + 2, ...Array<number>(39).fill(0), ...utf16(name), 0, 0])]);
  if (levels.length > 0) {
    const list = [...u32(7), ...Array<number>(24).fill(0)];
    const all = Array.from({ length: 9 }, (_, at) => levels[at] ?? '');
    put(73, [...u16(1), ...list]);
    // The levels follow the table of lists and are no part of its size.
    for (const level of all) {
      const label = level.replace(/%(\d)/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
      table.push(...u32(1), ...Array<number>(24).fill(0), ...u16(label.length), ...utf16(label));
    }
    put(74, [...u32(1), ...u32(7), ...Array<number>(12).fill(0), ...u32(0xffffffff)]);
  }
  return compound({ WordDocument: document, '1Table': Buffer.from(table) });
}

/** A page of property changes: where each stretch starts, then where its changes stand. */
function page(
  document: Buffer,
  at: number,
  stretches: readonly { to: number; changes: readonly number[] }[],
  width: number,
  step: number,
  pack: (changes: readonly number[]) => number[],
): void {
  let end = PAGE - 1;
  document.writeUInt32LE(TEXT, at);
  stretches.forEach(({ to, changes }, index) => {
    document.writeUInt32LE(TEXT + to * width, at + (index + 1) * 4);
    const packed = pack(changes);
    end = (end - packed.length) & ~1;
    Buffer.from(packed).copy(document, at + end);
    document.writeUInt8(end / 2, at + (stretches.length + 1) * 4 + index * step);
  });
  document.writeUInt8(stretches.length, at + PAGE - 1);
}

/** An OLE compound file with these streams at its top. */
export function compound(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const names = Object.keys(streams);
  const padded = names.map((name) => Buffer.concat([streams[name] as Buffer, Buffer.alloc(Math.max(0, 4096 - (streams[name] as Buffer).length))]));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const fat: number[] = [0xfffffffd];
  const chain = (count: number) => {
    const start = fat.length;
    for (let i = 0; i < count; i++) fat.push(i === count - 1 ? 0xfffffffe : start + i + 1);
    return start;
  };
  const directory = chain(directorySectors);
  const starts = padded.map((data) => chain(Math.ceil(data.length / PAGE)));
  const header = Buffer.alloc(PAGE, 0xff);
  header.fill(0, 0, 0x4c);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt16LE(6, 0x20);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(directory, 0x30);
  header.writeUInt32LE(4096, 0x38);
  header.writeUInt32LE(0xfffffffe, 0x3c);
  header.writeUInt32LE(0xfffffffe, 0x44);
  header.writeUInt32LE(0, 0x4c);
  const table = Buffer.alloc(PAGE, 0xff);
  for (const [at, value] of fat.entries()) table.writeUInt32LE(value, at * 4);
  const entries = Buffer.alloc(directorySectors * PAGE);
  ['Root Entry', ...names].forEach((name, at) => {
    const entry = entries.subarray(at * 128, (at + 1) * 128);
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 0x40);
    entry.writeUInt8(at === 0 ? 5 : 2, 0x42);
    entry.writeUInt32LE(0xffffffff, 0x44);
    entry.writeUInt32LE(at > 0 && at < names.length ? at + 1 : 0xffffffff, 0x48);
    entry.writeUInt32LE(at === 0 ? 1 : 0xffffffff, 0x4c);
    entry.writeUInt32LE(at === 0 ? 0xfffffffe : (starts[at - 1] as number), 0x74);
    entry.writeUInt32LE(at === 0 ? 0 : (padded[at - 1] as Buffer).length, 0x78);
  });
  const sectors = padded.map((data) => Buffer.concat([data, Buffer.alloc((PAGE - (data.length % PAGE)) % PAGE)]));
  return Buffer.concat([header, table, entries, ...sectors]);
}
