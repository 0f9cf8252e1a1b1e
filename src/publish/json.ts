/** Characters of a line, its indent and the comma behind it included. */
const LINE = 150;
const STEP = 2;
/** Most texts of a document are short and have nothing to escape: they need no call of `JSON.stringify`. */
const SHORT = 400;
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/**
 * JSON that people can read and compare: an object or array stands on one line where it fits, else each of its members does.
 * The order of keys is the order of construction, which the contract fixes; the same value gives the same text.
 */
export function formatJson(value: unknown): string {
  return `${new Printer().print(value, 0)}\n`;
}

/**
 * JSON in pieces, laid out like that of `formatJson`: `items` stand in place of the list that `path` leads to in `value`, and are asked
 * for one by one, so that a long list is never in memory as text. `jsonPieces([], [], items)` is the list alone.
 */
export function* jsonPieces(value: unknown, path: readonly string[], items: Iterable<unknown>): Generator<string> {
  yield* pieces(new Printer(), value, path, items, 0);
  yield '\n';
}

function* pieces(printer: Printer, value: unknown, [next, ...path]: readonly string[], items: Iterable<unknown>, depth: number): Generator<string> {
  const indent = ' '.repeat((depth + 1) * STEP);
  const list = Array.isArray(value);
  let count = 0;
  const opening = () => `${count++ > 0 ? ',' : list ? '[' : '{'}\n${indent}`;
  if (next === undefined) for (const item of items) yield opening() + printer.print(item, depth + 1);
  else {
    for (const [name, member] of Object.entries(value as object)) {
      if (member === undefined) continue;
      const start = opening() + (list ? '' : `${JSON.stringify(name)}: `);
      if (name === next) {
        yield start;
        yield* pieces(printer, member, path, items, depth + 1);
      } else yield start + printer.print(member, depth + 1);
    }
  }
  yield count > 0 ? `\n${' '.repeat(depth * STEP)}${list ? ']' : '}'}` : list ? '[]' : '{}';
}

/**
 * Prints top-down into one text. Whether an object may fit on a line is told before it is printed; what turns out longer, for it has
 * something to escape, is taken back and printed on lines of its own.
 */
class Printer {
  readonly #keys = new Map<string, string>();
  readonly #lineEnds: string[] = [];
  #out = '';

  print(value: unknown, depth: number): string {
    this.#out = '';
    this.#add(value, depth);
    return this.#out;
  }

  #add(value: unknown, depth: number): void {
    if (value === null || typeof value !== 'object') {
      this.#scalar(value);
      return;
    }
    const list = Array.isArray(value);
    // A list leaves room for the comma behind it and for one blank.
    const room = LINE - depth * STEP - (list ? 2 : 0);
    if (roomBehind(value, room) >= 0) {
      const before = this.#out;
      this.#line(value);
      if (this.#out.length - before.length <= room) return;
      this.#out = before;
    }
    const lineEnd = this.#lineEnd(depth + 1);
    const next = `,${lineEnd}`;
    let empty = true;
    if (list) {
      for (const member of value) {
        if (member === undefined) continue;
        this.#out += empty ? `[${lineEnd}` : next;
        this.#add(member, depth + 1);
        empty = false;
      }
    } else {
      // `for … in` on a plain object makes no list of its keys and reads its members without looking each of them up.
      for (const name in value) {
        const member = (value as Record<string, unknown>)[name];
        if (member === undefined) continue;
        this.#out += empty ? `{${lineEnd}` : next;
        this.#out += this.#key(name);
        this.#add(member, depth + 1);
        empty = false;
      }
    }
    this.#out += empty ? (list ? '[]' : '{}') : this.#lineEnd(depth) + (list ? ']' : '}');
  }

  /** Prints on one line. */
  #line(value: unknown): void {
    if (value === null || typeof value !== 'object') {
      this.#scalar(value);
      return;
    }
    let empty = true;
    if (Array.isArray(value)) {
      for (const member of value) {
        if (member === undefined) continue;
        this.#out += empty ? '[' : ', ';
        this.#line(member);
        empty = false;
      }
      this.#out += empty ? '[]' : ']';
      return;
    }
    for (const name in value) {
      const member = (value as Record<string, unknown>)[name];
      if (member === undefined) continue;
      this.#out += empty ? '{ ' : ', ';
      this.#out += this.#key(name);
      this.#line(member);
      empty = false;
    }
    this.#out += empty ? '{}' : ' }';
  }

  #scalar(value: unknown): void {
    if (typeof value !== 'string') this.#out += Number.isInteger(value) ? `${value}` : (JSON.stringify(value) ?? 'null');
    else if (value.length <= SHORT && PLAIN.test(value)) this.#out += `"${value}"`;
    else this.#out += JSON.stringify(value);
  }

  #key(name: string): string {
    let text = this.#keys.get(name);
    if (text === undefined) {
      text = `${JSON.stringify(name)}: `;
      this.#keys.set(name, text);
    }
    return text;
  }

  /** A line end with the indent of the line behind it. */
  #lineEnd(depth: number): string {
    this.#lineEnds[depth] ??= `\n${' '.repeat(depth * STEP)}`;
    return this.#lineEnds[depth];
  }
}

/** What is left of some room behind a value printed on one line, at most; below zero where it does not fit. Nothing is printed for it. */
function roomBehind(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 2;
  if (value === null || typeof value !== 'object') return room - 1;
  let left = room;
  if (Array.isArray(value)) {
    for (const member of value) {
      if (member === undefined) continue;
      left = roomBehind(member, left - 2);
      if (left < 0) return left;
    }
    return left;
  }
  left -= 2;
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    left = roomBehind(member, left - name.length - 6);
    if (left < 0) return left;
  }
  return left;
}
