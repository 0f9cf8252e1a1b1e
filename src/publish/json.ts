/** Characters of a line, its indent and the comma behind it included. */
const LINE = 150;
const STEP = 2;
/** Most texts of a document are short and have nothing to escape: they need no call of `JSON.stringify`. */
const SHORT = 400;
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * JSON that people can read and compare: an object or array stands on one line where it fits, else each of its members does.
 * The order of keys is the order of construction, which the contract fixes; the same value gives the same text.
 */
export function formatJson(value: unknown): string {
  return `${new Printer().print(value, 0)}\n`;
}

/**
 * Prints bottom-up: members are joined for one line as long as they fit on it, and for lines of their own. Texts are only ever
 * concatenated, which copies nothing before the whole is written out; a list of members per object would cost more than all else.
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
    const members = value as Record<string, unknown>;
    const names = list ? null : Object.keys(value);
    const count = names ? names.length : (value as unknown[]).length;
    const separator = `,${this.#lineEnd(depth + 1)}`;
    let width = depth * STEP;
    let flat = true;
    let oneLine = '';
    let lines = '';
    for (let at = 0; at < count; at++) {
      const name = names ? (names[at] as string) : at;
      const member = members[name];
      if (member === undefined) continue;
      const printed = this.print(member, depth + 1);
      const text = typeof name === 'string' ? this.#key(name) + printed : printed;
      width += text.length + 2;
      flat &&= this.#flat && width + 2 <= LINE;
      if (flat) oneLine = oneLine === '' ? text : `${oneLine}, ${text}`;
      lines = lines === '' ? text : lines + separator + text;
    }
    this.#flat = flat;
    if (lines === '') return list ? '[]' : '{}';
    if (flat) return list ? `[${oneLine}]` : `{ ${oneLine} }`;
    return `${list ? '[' : '{'}${this.#lineEnd(depth + 1)}${lines}${this.#lineEnd(depth)}${list ? ']' : '}'}`;
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

function scalar(value: unknown): string {
  if (typeof value === 'string') return value.length <= SHORT && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value);
  return Number.isInteger(value) ? `${value}` : (JSON.stringify(value) ?? 'null');
}
