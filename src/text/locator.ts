import type { Evidence } from '../model/evidence.ts';
import type { NormalizedText } from '../model/text.ts';
import type { Position } from '../model/tree.ts';
import { toSource } from './source-map.ts';
import { placeOf } from './text-layout.ts';

/** Leads from offsets of a normalized text back to the lines of its source. */
export class Locator {
  readonly #content: NormalizedText;

  constructor(content: NormalizedText) {
    this.#content = content;
  }

  /** First and last source line, from 1, of `[start, end)`. */
  lines(start: number, end: number): [number, number] {
    const [from, to] = toSource(this.#content.map, start, end);
    const first = this.#lineIndex(from);
    const last = to > from ? this.#lineIndex(to - 1) : first;
    const { line } = this.#content.source;
    return [line[first] ?? 1, line[last] ?? 1];
  }

  evidence(start: number, end: number): Evidence {
    const { text, layout } = this.#content;
    const evidence: Evidence = { start, end, quote: text.slice(start, end), lines: this.lines(start, end) };
    return layout ? { ...evidence, ...placeOf(layout, start, end) } : evidence;
  }

  position(start: number, end: number): Position {
    const [from, to] = toSource(this.#content.map, start, end);
    return { start: this.#point(from, start), end: this.#point(Math.max(from, to), end) };
  }

  /**
   * Offsets at which a new source line begins, or at which the text left characters of its line out, with line and column there:
   * from one of them to the next the columns run with the offsets.
   */
  lineBreaks(): [offset: number, line: number, column: number][] {
    const { map, source } = this.#content;
    const breaks: [number, number, number][] = [];
    let last: [number, number, number] | undefined;
    for (let i = 0; i < map.text.length; i++) {
      const from = map.from[i] as number;
      const offset = map.text[i] as number;
      const index = this.#lineIndex(from);
      const line = source.line[index] ?? 1;
      const column = from - (source.start[index] ?? 0) + 1;
      if (last && last[1] === line && last[2] + offset - last[0] === column) continue;
      last = [offset, line, column];
      breaks.push(last);
    }
    return breaks;
  }

  #point(source: number, offset: number): Position['start'] {
    const index = this.#lineIndex(source);
    return { line: this.#content.source.line[index] ?? 1, column: source - (this.#content.source.start[index] ?? 0) + 1, offset };
  }

  #lineIndex(offset: number): number {
    const { start } = this.#content.source;
    let low = 0;
    let high = start.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((start[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
