import type { PhysicalLine } from './physical-lines.ts';

/** How many lines a quoted block may take before its opening mark counts as a slip. */
const LONGEST_QUOTE = 80;

/** Marks the lines of a quotation that opens a line and closes at the end of a later one: a quoted header or article is not the document's own. */
export function markBlockQuotes(lines: PhysicalLine[]): PhysicalLine[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as PhysicalLine;
    const opening = /^[“"]/.exec(line.text)?.[0];
    if (!opening || line.row) continue;
    const closing = opening === '“' ? /”[.;,]?$/ : /"[.;,]?$/;
    if (line.text.indexOf(opening === '“' ? '”' : '"', 1) !== -1) continue;
    for (let j = i + 1; j < Math.min(lines.length, i + LONGEST_QUOTE); j++) {
      const last = lines[j] as PhysicalLine;
      if (last.row || (opening === '“' && last.text.startsWith('“'))) break;
      if (!closing.test(last.text)) continue;
      for (let k = i; k <= j; k++) lines[k] = { ...(lines[k] as PhysicalLine), quoted: true };
      i = j;
      break;
    }
  }
  return lines;
}
