import type { RuledEdit } from './characters.ts';

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
