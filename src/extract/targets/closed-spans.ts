import type { Quantity } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import { afterBlanks, isShare } from './sentence-view.ts';

interface Span {
  start: number;
  end: number;
}

/** Syllables before the comma of a joint name. */
const LONGEST_JOINT = 4;

/** `sản phẩm (GDP)` */
export function bracketsWithoutValue(folded: string, start: number, end: number, quantities: readonly Quantity[]): Span[] {
  const brackets: Span[] = [];
  for (let open = folded.indexOf('(', start); open !== -1 && open < end; open = folded.indexOf('(', open + 1)) {
    const close = folded.indexOf(')', open);
    if (close === -1 || close >= end) break;
    if (!quantities.some((quantity) => quantity.start > open && quantity.start < close)) brackets.push({ start: open, end: close + 1 });
  }
  return brackets;
}

/** `trẻ có cân nặng thấp (dưới 2.500 gram) | dưới 5%`: a figure in a bracket between a name and its value belongs to the name. */
export function bracketsInNames(folded: string, start: number, end: number, quantities: readonly Quantity[], words: TargetWords): Span[] {
  const brackets: Span[] = [];
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1];
    const open = folded.lastIndexOf('(', quantity.start);
    if (!next || open < start || isShare(quantity) || quantity.noun?.end === next.start) continue;
    const close = folded.indexOf(')', quantity.end);
    if (close === -1 || close >= end || close > next.start || folded.slice(quantity.end, close).trim() !== '') continue;
    const before = quantities[index - 1];
    if (before && (before.end > open || folded.slice(before.end, open).trim() === '')) continue;
    if (onlyLeads(folded, open + 1, quantity.start, words) && onlyLeads(folded, close + 1, next.start, words)) brackets.push({ start: open, end: close + 1 });
  }
  return brackets;
}

/** True where nothing but bounds, verbs and blanks stands in a stretch. */
function onlyLeads(folded: string, start: number, end: number, words: TargetWords): boolean {
  for (let at = afterBlanks(folded, start); at < end; at = afterBlanks(folded, at)) {
    const lead = words.lead.startingAt(folded, at, end);
    if (!lead) return false;
    at = lead.end;
  }
  return true;
}

/** `nội thành, nội thị`: its comma parts no clauses. */
export function listsInScopes(folded: string, start: number, end: number, words: TargetWords): Span[] {
  const stretch = folded.slice(start, end);
  return words.scopes.flatMap(({ pattern }) => {
    const match = pattern.exec(stretch);
    return match?.[0].includes(',') ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

/** `nông, lâm, thủy sản`: the same for names that have a comma. */
export function jointNames(folded: string, start: number, end: number, words: TargetWords): Span[] {
  const found: Span[] = [];
  for (let comma = folded.indexOf(', ', start); comma !== -1 && comma < end; comma = folded.indexOf(', ', comma + 1)) {
    // "nông, lâm" has one syllable before its comma, "văn hóa, thể thao" two, "nghiên cứu khoa học, phát triển công nghệ" four.
    let name: { start: number; end: number } | null = null;
    for (let syllables = 0, at = comma + 1; syllables < LONGEST_JOINT && at > start && name === null; syllables++) {
      at = Math.max(start, folded.lastIndexOf(' ', at - 2) + 1);
      const found = words.jointNames.startingAt(folded, at, end);
      if (found && found.end > comma) name = found;
    }
    if (!name) continue;
    found.push({ start: name.start, end: name.end });
    comma = name.end;
  }
  return found;
}
