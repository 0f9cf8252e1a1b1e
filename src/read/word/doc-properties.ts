/** One property change ([MS-DOC] 2.2.5): its opcode and where its operand stands in `view`. */
export interface Property {
  code: number;
  at: number;
  size: number;
  view: DataView;
}

/** Opcodes read here ([MS-DOC] 2.6.1 to 2.6.3). */
export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  bold: 0x0835,
  capitals: 0x083b,
  hidden: 0x083c,
  special: 0x0855,
  raised: 0x2a48,
  characterStyle: 0x4a30,
  font: 0x4a4f,
  fontBeyondAscii: 0x4a51,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  level: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  huge: 0x6646,
  hugeOld: 0x6645,
  tableDefinition: 0xd608,
} as const;

/** Operand sizes by the three top bits of an opcode; 6: the operand begins with its length. */
const OPERAND = [1, 1, 2, 4, 2, 2, -1, 3];

/** The property changes of a `grpprl`, in order. What is cut off ends the list. */
export function* properties(view: DataView, start: number, end: number): Generator<Property> {
  const stop = Math.min(end, view.byteLength);
  for (let at = start; at + 2 < stop + 1 && at + 2 <= stop; ) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = OPERAND[code >> 13] as number;
    if (size < 0) {
      if (at >= stop) return;
      if (code === SPRM.tableDefinition) {
        if (at + 2 > stop) return;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = view.getUint8(at);
        at += 1;
      }
    }
    if (size < 0 || at + size > stop) return;
    yield { code, at, size, view };
    at += size;
  }
}

/** A stretch of the file with the property changes that hold for it. */
export interface Exception {
  from: number;
  to: number;
  /** Paragraphs: their style; text: -1. */
  style: number;
  start: number;
  end: number;
}

const PAGE = 512;

/** Property changes of text (`paragraphs` false) or of paragraphs, from the pages that a bin table lists, in order of the file. */
export function readExceptions(document: DataView, table: DataView, at: number, size: number, paragraphs: boolean): Exception[] {
  const count = Math.max(0, Math.floor((size - 4) / 8));
  const exceptions: Exception[] = [];
  for (let i = 0; i < count; i++) {
    const page = table.getUint32(at + (count + 1) * 4 + i * 4, true) * PAGE;
    if (page + PAGE > document.byteLength) continue;
    const runs = document.getUint8(page + PAGE - 1);
    for (let run = 0; run < runs; run++) {
      const step = paragraphs ? 13 : 1;
      const offset = page + document.getUint8(page + (runs + 1) * 4 + run * step) * 2;
      const exception: Exception = { from: document.getUint32(page + run * 4, true), to: document.getUint32(page + run * 4 + 4, true), style: -1, start: 0, end: 0 };
      if (offset > page) {
        if (paragraphs) readParagraphException(document, offset, exception);
        else {
          exception.start = offset + 1;
          exception.end = offset + 1 + document.getUint8(offset);
        }
      }
      exceptions.push(exception);
    }
  }
  return exceptions.sort((a, b) => a.from - b.from);
}

function readParagraphException(document: DataView, offset: number, exception: Exception): void {
  const half = document.getUint8(offset);
  const start = half === 0 ? offset + 2 : offset + 1;
  const size = half === 0 ? document.getUint8(offset + 1) * 2 : half * 2 - 1;
  exception.style = document.getUint16(start, true);
  exception.start = start + 2;
  exception.end = start + size;
}

/** The exception that holds at a place of the file. */
export function exceptionAt(exceptions: readonly Exception[], offset: number): Exception | null {
  let low = 0;
  let high = exceptions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((exceptions[middle] as Exception).from <= offset) low = middle;
    else high = middle - 1;
  }
  const found = exceptions[low];
  return found && found.from <= offset && offset < found.to ? found : null;
}
