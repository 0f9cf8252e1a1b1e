const LINE = 150;

/**
 * JSON that people can read and compare: an object or array stands on one line where it fits, else each of its members does.
 * The order of keys is the order of construction, which the contract fixes; the same value gives the same text.
 */
export function formatJson(value: unknown): string {
  return `${new Printer().print(value, 0)}\n`;
}

class Printer {
  readonly #keys = new Map<string, string>();
  /** True where the text printed last has no line end. */
  #flat = true;

  print(value: unknown, indent: number): string {
    if (value === null || typeof value !== 'object') {
      this.#flat = true;
      return Number.isInteger(value) ? `${value}` : (JSON.stringify(value) ?? 'null');
    }
    const list = Array.isArray(value);
    const members: string[] = [];
    let length = indent;
    let flat = true;
    // Most of a document is small objects: a loop over names that are shared costs less than one over arrays of them.
    for (const key in value) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined) continue;
      const text = list ? this.print(member, indent + 2) : this.#key(key) + this.print(member, indent + 2);
      members.push(text);
      length += text.length + 2;
      flat &&= this.#flat;
    }
    this.#flat = members.length === 0 || (flat && length + 2 <= LINE);
    if (members.length === 0) return list ? '[]' : '{}';
    if (this.#flat) return list ? `[${members.join(', ')}]` : `{ ${members.join(', ')} }`;
    const end = `\n${' '.repeat(indent)}`;
    return `${list ? '[' : '{'}${end}  ${members.join(`,${end}  `)}${end}${list ? ']' : '}'}`;
  }

  #key(key: string): string {
    let text = this.#keys.get(key);
    if (text === undefined) {
      text = `${JSON.stringify(key)}: `;
      this.#keys.set(key, text);
    }
    return text;
  }
}
