const LINE = 150;

/**
 * JSON that people can read and compare: an object or array stands on one line where it fits, else each of its members does.
 * The order of keys is the order of construction, which the contract fixes; the same value gives the same text.
 */
export function formatJson(value: unknown): string {
  return `${print(value, 0).text}\n`;
}

interface Printed {
  text: string;
  /** True where the text has no line end. */
  flat: boolean;
}

function print(value: unknown, indent: number): Printed {
  if (value === null || typeof value !== 'object') return { text: JSON.stringify(value) ?? 'null', flat: true };
  const members: Printed[] = [];
  let length = indent;
  let flat = true;
  const list = Array.isArray(value);
  for (const [key, member] of list ? (value as unknown[]).map((item) => ['', item] as const) : Object.entries(value)) {
    if (member === undefined) continue;
    const printed = print(member, indent + 2);
    const text = list ? printed.text : `${JSON.stringify(key)}: ${printed.text}`;
    members.push({ text, flat: printed.flat });
    length += text.length + 2;
    flat &&= printed.flat;
  }
  if (members.length === 0) return { text: list ? '[]' : '{}', flat: true };
  if (flat && length + 2 <= LINE)
    return { text: list ? `[${members.map((member) => member.text).join(', ')}]` : `{ ${members.map((member) => member.text).join(', ')} }`, flat: true };
  const pad = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  return { text: `${list ? '[' : '{'}\n${members.map((member) => pad + member.text).join(',\n')}\n${end}${list ? ']' : '}'}`, flat: false };
}
