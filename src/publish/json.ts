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
 * Prints bottom-up: the members of an object are printed, then laid out on one line or on lines of their own. Texts are only ever
 * concatenated, which copies nothing before the whole is written out.
 */
class Printer {
  readonly #keys = new Map<string, string>();
  readonly #lineEnds: string[] = [];
  /** True where the text printed last has no line end. */
  #flat = true;

  print(value: unknown, depth: number): string {
    if (value === null || typeof value !== 'object') {
      this.#flat = true;
      return scalar(value);
    }
    const list = Array.isArray(value);
    const parts: string[] = [];
    let width = depth * STEP + 2;
    let flat = true;
    const add = (text: string) => {
      width += text.length + 2;
      flat &&= this.#flat;
      parts.push(text);
    };
    if (list) {
      for (const member of value) if (member !== undefined) add(this.print(member, depth + 1));
    } else {
      // `for … in` on a plain object makes no list of its keys and reads its members without looking each of them up.
      for (const name in value) {
        const member = (value as Record<string, unknown>)[name];
        if (member !== undefined) add(this.#key(name) + this.print(member, depth + 1));
      }
    }
    this.#flat = parts.length === 0 || (flat && width <= LINE);
    if (parts.length === 0) return list ? '[]' : '{}';
    if (this.#flat) return list ? `[${joined(parts, ', ')}]` : `{ ${joined(parts, ', ')} }`;
    const lineEnd = this.#lineEnd(depth + 1);
    return `${list ? '[' : '{'}${lineEnd}${joined(parts, `,${lineEnd}`)}${this.#lineEnd(depth)}${list ? ']' : '}'}`;
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

/** Like `join`, which would copy the texts. */
function joined(parts: readonly string[], separator: string): string {
  let text = parts[0] as string;
  for (let at = 1; at < parts.length; at++) text += separator + parts[at];
  return text;
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value.length <= SHORT && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  return Number.isInteger(value) ? `${value}` : (JSON.stringify(value) ?? 'null');
}
