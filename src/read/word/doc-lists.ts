import { LabelCounter, type LabelFormat, type LabelLevel } from './labels.ts';

const FORMATS: ReadonlyMap<number, LabelFormat> = new Map([
  [0, 'decimal'],
  [1, 'upper-roman'],
  [2, 'lower-roman'],
  [3, 'upper-letter'],
  [4, 'lower-letter'],
  [22, 'decimal-zero'],
  [23, 'bullet'],
  [255, 'none'],
]);
const LIST = 28;
const LEVEL = 28;
const OVERRIDE = 16;
const MOST_LISTS = 10_000;

interface Override {
  list: number;
  levels: LabelLevel[];
  restarts: number[];
}

/** The labels Word generates in a DOC file ([MS-DOC] 2.9.131 to 2.9.150), told paragraph by paragraph in the order of the text. */
export class DocLists {
  readonly #view: DataView;
  readonly #overrides: Override[] = [];
  readonly #counters = new Map<number, LabelCounter>();
  readonly #used = new Set<number>();

  constructor(view: DataView, lists: readonly [at: number, size: number], overrides: readonly [at: number, size: number]) {
    this.#view = view;
    if (lists[1] < 2 || overrides[1] < 4) return;
    const levels = this.#readLists(lists[0]);
    this.#readOverrides(overrides[0], levels);
  }

  /** The label of the next paragraph of a list (1-based, as paragraphs refer to it) and level; empty where there is none. */
  next(number: number, level: number): string {
    const override = this.#overrides[number - 1];
    if (!override) return '';
    let counter = this.#counters.get(override.list);
    if (!counter) {
      counter = new LabelCounter(override.levels);
      this.#counters.set(override.list, counter);
    }
    if (!this.#used.has(number)) {
      this.#used.add(number);
      for (const at of override.restarts) counter.restart(at);
    }
    return counter.next(level, override.levels);
  }

  /** Levels of each list by its id; they follow the lists one after the other. */
  #readLists(start: number): Map<number, LabelLevel[]> {
    const view = this.#view;
    const count = Math.min(MOST_LISTS, view.getUint16(start, true));
    const found = new Map<number, LabelLevel[]>();
    let at = start + 2 + count * LIST;
    for (let i = 0; i < count; i++) {
      const list = start + 2 + i * LIST;
      const levels: LabelLevel[] = [];
      for (let level = 0; level < ((view.getUint8(list + 26) & 1) !== 0 ? 1 : 9); level++) at = this.#readLevel(at, level, levels);
      found.set(view.getInt32(list, true), levels);
    }
    return found;
  }

  /** Reads one level into `levels` and gives where the next one starts. */
  #readLevel(at: number, level: number, levels: LabelLevel[]): number {
    const view = this.#view;
    const flags = view.getUint8(at + 5);
    const text = at + LEVEL + view.getUint8(at + 24) + view.getUint8(at + 25);
    const length = view.getUint16(text, true);
    let label = '';
    for (let i = 0; i < length; i++) {
      const code = view.getUint16(text + 2 + i * 2, true);
      label += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
    }
    const restartsAfter = (flags & 8) !== 0 ? Math.min(level - 1, view.getUint8(at + 26) - 1) : level - 1;
    levels[level] = { start: view.getInt32(at, true), format: FORMATS.get(view.getUint8(at + 4)) ?? 'decimal', text: label, restartsAfter, arabicOnly: (flags & 4) !== 0 };
    return text + 2 + length * 2;
  }

  #readOverrides(start: number, lists: ReadonlyMap<number, LabelLevel[]>): void {
    const view = this.#view;
    const count = Math.min(MOST_LISTS, view.getUint32(start, true));
    let at = start + 4 + count * OVERRIDE;
    for (let i = 0; i < count; i++) {
      const override = start + 4 + i * OVERRIDE;
      const list = view.getInt32(override, true);
      const levels = [...(lists.get(list) ?? [])];
      const restarts: number[] = [];
      at += 4;
      for (let k = 0; k < view.getUint8(override + 12); k++) {
        const flags = view.getUint32(at + 4, true);
        const level = Math.min(8, flags & 0xf);
        const start = view.getInt32(at, true);
        at += 8;
        if ((flags & 0x20) !== 0) at = this.#readLevel(at, level, levels);
        if ((flags & 0x10) !== 0) {
          const own = levels[level];
          if (own && (flags & 0x20) === 0) levels[level] = { ...own, start };
          restarts.push(level);
        }
      }
      this.#overrides.push({ list, levels, restarts });
    }
  }
}
