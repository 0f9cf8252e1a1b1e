import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AgencyLevel } from '../model/assignments.ts';
import { oneLine } from '../text/one-line.ts';
import { isCapitalAt } from '../text/word-chars.ts';
import type { FoundAgency } from './agencies.ts';

/** The knowledge that tells how bodies are named in running text. */
export type MentionKnowledge = Pick<Knowledge, 'agencies' | 'territories' | 'anatomy' | 'citations' | 'roles'>;

/** A body or collective as a text names it. */
export interface Mention {
  start: number;
  end: number;
  /** Where the head word stands that this one shares with others: `Các Sở` of "Các Sở: Y tế, Tài chính". */
  head: readonly [start: number, end: number] | null;
  /** The name in full, abbreviations written out: "Sở Kế hoạch và Đầu tư", "Ủy ban nhân dân các quận, huyện". */
  name: string;
  collective: boolean;
  /** Of a collective; that of a body is told by the registry. */
  level: AgencyLevel | null;
  /** "có liên quan", "trực thuộc". */
  qualifier: string | null;
  /** What the registry finds; null for a collective and for a name that is in no list. */
  found: FoundAgency | null;
  /** Too vague to be given a task: "các cấp, các ngành". */
  vague: boolean;
  /** The list head a following name may leave out: `sở`. */
  listHead: string | null;
  /** A person who stands for each body of a list: "Giám đốc các sở: Y tế, Tài chính". */
  person: string | null;
}

/** A text that names are looked for in: as it stands, and folded. */
export interface Words {
  text: string;
  folded: string;
}

/** The words of a text at `[start, end)` on one line, tone marks in one place ("Uỷ ban" is "Ủy ban"). */
export function written({ text, folded }: Words, start: number, end: number): string {
  const slice = text.slice(start, end);
  if (slice.toLowerCase() === folded.slice(start, end)) return oneLine(slice).trim();
  let out = '';
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    const plain = folded.charAt(at);
    const lower = char.toLowerCase();
    out += plain === lower ? char : char === lower ? plain : plain.toUpperCase();
  }
  return oneLine(out).trim();
}

/** With a capital first letter: "các sở" is "Các sở". */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The offset of the next word: blanks skipped. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x0a; code = text.charCodeAt(end)) end++;
  return end;
}

/** True for a capital letter. */
export function isCapital(char: string): boolean {
  return isCapitalAt(char, 0);
}
