import { isLetterAt } from '../text/word-chars.ts';
import type { RuledEdit } from './characters.ts';

/** A rule that a copy put behind the words it is printed below: "BỘ TÀI CHÍNH -------". */
const RULE_BEHIND = /[ \t]+(?:-{5,200}|\*{5,200}|={5,200})(?=[ \t]{0,8}(?:\n|$|\|))/g;

/** Takes printed rules from the ends of lines. */
export function ruleEdits(text: string): RuledEdit[] {
  if (!text.includes(' ---') && !text.includes(' ***') && !text.includes(' ===')) return [];
  return [...text.matchAll(RULE_BEHIND)].flatMap(({ index, 0: rule }) =>
    isLetterAt(text, index - 1) ? [{ start: index, end: index + rule.length, replacement: '', rule: 'rule' }] : [],
  );
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
