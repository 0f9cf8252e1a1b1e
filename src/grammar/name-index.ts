import { isWordAt } from '../text/word-chars.ts';
import { type Phrases, phrases } from './phrases.ts';

/** Folded names and what bears them. */
export type NameIndex<T> = Phrases<{ name: string; rows: readonly T[] }>;

/** An index of folded names; a name may have several rows. */
export function nameIndex<T>(pairs: readonly (readonly [string, T])[]): NameIndex<T> {
  const rows = new Map<string, T[]>();
  for (const [name, row] of pairs) {
    const list = rows.get(name) ?? [];
    if (!list.includes(row)) list.push(row);
    rows.set(name, list);
  }
  return phrases([...rows].map(([name, rows]) => [name, { name, rows }] as const));
}

/** The word that begins at an offset: "sở y tế" at 0 gives "sở". */
export function firstWord(text: string, offset: number): string {
  let end = offset;
  while (isWordAt(text, end)) end++;
  return text.slice(offset, end);
}
