import type { DocumentType, Knowledge } from '../knowledge/knowledge.ts';
import type { System } from '../model/facts.ts';
import { fold, slug } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';

/** A type word found in a text: `Chương trình hành động` names the type Chương trình. */
export interface FoundType {
  /** Length of the words, in characters. */
  length: number;
  rows: readonly DocumentType[];
  hypernym: boolean;
}

export interface TypeGrammar {
  /** The longest type word that starts a folded text and ends at a word boundary. */
  startsWith(folded: string): FoundType | null;
  /** The longest type word that ends a folded text. */
  endsWith(folded: string): FoundType | null;
  /** The type whose name has the letters of `words`, marks aside: "QUYÉT ĐỊNH" is Quyết định misread. */
  sameLetters(words: string): FoundType | null;
  /**
   * The rows of a code in a system: Party QĐ is two types. A State number with a year in it is a legal document's: "01/2019/TT-BNV" is a
   * Thông tư, "412/TT-XD" may be a Tờ trình.
   */
  byCode(code: string, system: System, withYear: boolean): readonly DocumentType[];
}

export const typeGrammar: (knowledge: Pick<Knowledge, 'documentTypes'>) => TypeGrammar = compiledOnce(({ documentTypes }) => {
  const byWords = new Map<string, DocumentType[]>();
  const codes = new Map<string, DocumentType[]>();
  for (const type of documentTypes) {
    for (const name of [type.name, ...type.aliases]) {
      const words = fold(name);
      const rows = byWords.get(words) ?? [];
      if (!rows.includes(type)) rows.push(type);
      byWords.set(words, rows);
    }
    for (const system of type.system === 'both' ? ['state', 'party'] : [type.system]) {
      const key = `${system}|${type.code.toUpperCase()}`;
      codes.set(key, [...(codes.get(key) ?? []), type]);
    }
  }
  const names = [...byWords.keys()].sort((a, b) => b.length - a.length);
  const byLetters = new Map(names.filter((name) => name.includes(' ')).map((name) => [slug(name), name]));
  const longest = Math.max(...names.map((name) => name.length)) + 8;
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  for (const name of names) {
    const first = name.split(' ')[0] as string;
    const last = name.split(' ').at(-1) as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
    byLast.set(last, [...(byLast.get(last) ?? []), name]);
  }
  const found = (name: string): FoundType => {
    const rows = byWords.get(name) ?? [];
    return { length: name.length, rows, hypernym: rows.every((row) => row.kind === 'hypernym') };
  };
  return {
    startsWith(folded) {
      const first = /^[\p{L}]+/u.exec(folded)?.[0];
      for (const name of byFirst.get(first ?? '') ?? []) {
        if (folded.startsWith(name) && !isLetterAt(folded, name.length)) return found(name);
      }
      return null;
    },
    endsWith(folded) {
      let start = folded.length;
      while (isLetterAt(folded, start - 1)) start--;
      for (const name of byLast.get(folded.slice(start)) ?? []) {
        if (folded.endsWith(name) && !isLetterAt(folded, folded.length - name.length - 1)) return found(name);
      }
      return null;
    },
    sameLetters(words) {
      const name = words.length > longest ? undefined : byLetters.get(slug(words));
      return name ? { ...found(name), length: words.length } : null;
    },
    byCode(code, system, withYear) {
      const rows = codes.get(`${system}|${code.toUpperCase()}`) ?? [];
      return withYear && rows.some(({ kind }) => kind === 'legal') ? rows.filter(({ kind }) => kind === 'legal') : rows;
    },
  };
});
