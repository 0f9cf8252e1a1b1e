import { isLetterAt } from '../text/word-chars.ts';
import type { RuledEdit } from './characters.ts';

/** Signs of which copies draw rules, and how many in a row are one. */
const RULE_SIGNS: ReadonlySet<string> = new Set(['-', '*', '=']);
const SHORTEST_RULE = 5;
const BLANKS: ReadonlySet<string> = new Set([' ', '\t']);

/** Takes the rules that a copy put behind the words they are printed below: "BỘ TÀI CHÍNH -------", "BỘ TÀI CHÍNH ------- |". */
export function ruleEdits(text: string): RuledEdit[] {
  const edits: RuledEdit[] = [];
  for (const sign of RULE_SIGNS) {
    const rule = sign.repeat(SHORTEST_RULE);
    for (let at = text.indexOf(` ${rule}`); at !== -1; ) {
      let end = at + 1;
      while (text.charAt(end) === sign) end++;
      let start = at;
      while (BLANKS.has(text.charAt(start - 1))) start--;
      if (isLetterAt(text, start - 1) && endsLine(text, end)) edits.push({ start, end, replacement: '', rule: 'rule' });
      at = text.indexOf(` ${rule}`, end);
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** True where nothing but blanks and the border of a cell stands before the end of the line. */
function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (BLANKS.has(text.charAt(at))) at++;
  return at >= text.length || text.charAt(at) === '\n' || text.charAt(at) === '|';
}

/** A table's border drawn with a character: at the edge of a line it goes, between two cells it is a tab. */
const BORDER = /[ \t]{0,8}\|[ \t]{0,8}/g;

/**
 * Cell borders of tables that were copied as text: "VĂN PHÒNG CHÍNH PHỦ | CỘNG HÒA …|", or a line with a border alone. Lines that
 * the reader knows as rows keep their characters.
 */
export function borderEdits(text: string, rows: readonly boolean[]): RuledEdit[] {
  if (!text.includes('|')) return [];
  const edits: RuledEdit[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (!rows[index] && line.includes('|')) {
      const last = line.trimEnd().length;
      const first = line.length - line.trimStart().length;
      for (const match of line.matchAll(BORDER)) {
        const end = match.index + match[0].length;
        const edge = match.index <= first || end >= last;
        edits.push({ start: start + match.index, end: start + end, replacement: edge ? '' : '\t', rule: 'table-border' });
      }
    }
    start += line.length + 1;
  }
  return edits;
}
