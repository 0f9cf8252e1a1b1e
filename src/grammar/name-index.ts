import { isWordAt } from '../text/word-chars.ts';

/** Names and what bears them, found by their first word. Names are folded. */
export interface NameIndex<T> {
  rows: Map<string, T[]>;
  byFirst: Map<string, string[]>;
}

/** An index of folded names; a name may have several rows. */
export function nameIndex<T>(pairs: readonly (readonly [string, T])[]): NameIndex<T> {
  const rows = new Map<string, T[]>();
  for (const [name, row] of pairs) {
    const list = rows.get(name) ?? [];
    if (!list.includes(row)) list.push(row);
    rows.set(name, list);
  }
  const byFirst = new Map<string, string[]>();
  for (const name of [...rows.keys()].sort((a, b) => b.length - a.length)) {
    const first = firstWord(name, 0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  return { rows, byFirst };
}

/** The word that begins at an offset: "sở y tế" at 0 gives "sở". */
export function firstWord(text: string, offset: number): string {
  let end = offset;
  while (isWordAt(text, end)) end++;
  return text.slice(offset, end);
}

/** The longest name that stands at an offset of a folded text and ends with a word. */
export function longest<T>({ rows, byFirst }: NameIndex<T>, folded: string, offset: number): { name: string; rows: T[] } | null {
  const names = byFirst.get(firstWord(folded, offset));
  if (names === undefined) return null;
  for (const name of names) {
    if (folded.startsWith(name, offset) && !isWordAt(folded, offset + name.length)) return { name, rows: rows.get(name) as T[] };
  }
  return null;
}
