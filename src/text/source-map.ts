import { z } from 'zod';

/**
 * Where each stretch of a text came from. Piece `i` covers text offsets `[text[i], text[i+1])` and source offsets
 * `[from[i], to[i])`. A piece whose two lengths agree and whose `exact` is 1 is verbatim; any other was written by a repair
 * (`ƣ`→`ư`, a joined line) and maps as a whole; `from === to` marks generated text.
 */
export const SourceMapData = z.object({
  text: z.array(z.int()),
  from: z.array(z.int()),
  to: z.array(z.int()),
  exact: z.array(z.int()),
  length: z.int(),
});
export type SourceMapData = z.infer<typeof SourceMapData>;

/** A map that says that a text of `length` code units is the source itself. */
export function identityMap(length: number): SourceMapData {
  return length === 0 ? { text: [], from: [], to: [], exact: [], length } : { text: [0], from: [0], to: [length], exact: [1], length };
}

function pieceAt(map: SourceMapData, offset: number): number {
  let low = 0;
  let high = map.text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.text[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The half-open source range of the half-open text range `[start, end)`. An empty text maps to `[0, 0)`. */
export function toSource(map: SourceMapData, start: number, end: number): [from: number, to: number] {
  if (map.text.length === 0) return [0, 0];
  const first = pieceAt(map, start);
  const from = (map.from[first] as number) + (map.exact[first] ? start - (map.text[first] as number) : 0);
  if (end <= start) return [from, from];
  const last = pieceAt(map, end - 1);
  const to = map.exact[last] ? (map.from[last] as number) + (end - (map.text[last] as number)) : (map.to[last] as number);
  return [from, Math.max(from, to)];
}

/** A replacement of `[start, end)` of a text by `replacement`. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** A text together with the map back to its source. */
export interface MappedText {
  text: string;
  map: SourceMapData;
}

/** Builds a new text out of stretches of an old one and generated strings, carrying the source map along. */
export class MappedTextBuilder {
  readonly #base: MappedText;
  readonly #map: SourceMapData = { text: [], from: [], to: [], exact: [], length: 0 };
  #parts: string[] = [];
  #length = 0;
  #cursor = 0;

  constructor(base: MappedText) {
    this.#base = base;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends `[start, end)` of the base text as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    const { map, text } = this.#base;
    let piece = this.#seek(start);
    for (let at = start; at < end; piece++) {
      const pieceStart = map.text[piece] as number;
      const pieceEnd = map.text[piece + 1] ?? map.length;
      const stop = Math.min(end, pieceEnd);
      const whole = at === pieceStart && stop === pieceEnd;
      const base = map.from[piece] as number;
      if (map.exact[piece]) this.#push(stop - at, base + (at - pieceStart), base + (stop - pieceStart), 1);
      else this.#push(stop - at, base, map.to[piece] as number, whole && stop - at === (map.to[piece] as number) - base ? (map.exact[piece] as number) : 0);
      at = stop;
    }
    this.#parts.push(text.slice(start, end));
  }

  /** Appends `replacement`, which stands for `[start, end)` of the base text (`start === end`: generated there). */
  replace(start: number, end: number, replacement: string): void {
    if (replacement.length === 0) return;
    const [from, to] = start < end ? toSource(this.#base.map, start, end) : this.#point(start);
    this.#push(replacement.length, from, to, 0);
    this.#parts.push(replacement);
  }

  finish(): MappedText {
    this.#map.length = this.#length;
    return { text: this.#parts.join(''), map: this.#map };
  }

  #point(offset: number): [number, number] {
    const { map } = this.#base;
    const at = offset >= map.length ? (map.to.at(-1) ?? 0) : toSource(map, offset, offset)[0];
    return [at, at];
  }

  /** The piece holding `offset`; look-ups usually go forward, so the search starts where the last one ended. */
  #seek(offset: number): number {
    const starts = this.#base.map.text;
    if ((starts[this.#cursor] ?? 0) > offset) this.#cursor = pieceAt(this.#base.map, offset);
    while ((starts[this.#cursor + 1] ?? Number.POSITIVE_INFINITY) <= offset) this.#cursor++;
    return this.#cursor;
  }

  #push(length: number, from: number, to: number, exact: number): void {
    const map = this.#map;
    const last = map.text.length - 1;
    if (last >= 0 && exact && map.exact[last] && map.to[last] === from) map.to[last] = to;
    else {
      map.text.push(this.#length);
      map.from.push(from);
      map.to.push(to);
      map.exact.push(exact);
    }
    this.#length += length;
  }
}

/** Applies edits (ordered, not overlapping) to a text. */
export function applyEdits(base: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return base;
  const builder = new MappedTextBuilder(base);
  let at = 0;
  for (const edit of edits) {
    builder.copy(at, edit.start);
    builder.replace(edit.start, edit.end, edit.replacement);
    at = edit.end;
  }
  builder.copy(at, base.text.length);
  return builder.finish();
}
