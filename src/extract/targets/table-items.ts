import type { LogicalRow } from '../tables/logical-table.ts';

/** A row whose label holds the items a), b) … as a row for each, where the other cells hold as many values. */
export function itemsOf(row: LogicalRow, labelAt: number): LogicalRow[] {
  const label = row.cells[labelAt];
  const starts = label ? itemStarts(label.folded) : [];
  if (!label || starts.length < 2) return [row];
  const count = starts.length;
  return starts.map((start, item) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      if (!cell) return null;
      if (at === labelAt) return cell.sub(start, starts[item + 1] ?? cell.text.length);
      const own = itemStarts(cell.folded);
      if (own.length === count) return cell.sub((own[item] as number) + 2, own[item + 1] ?? cell.text.length);
      const parts = [...cell.text.matchAll(/\S+/g)];
      const part = parts[item];
      return parts.length === count && part ? cell.sub(part.index, part.index + part[0].length) : cell;
    }),
  }));
}

/** Where the items of a cell begin: `a) … b) … c) …`; empty unless they follow each other. */
function itemStarts(folded: string): number[] {
  const starts: number[] = [];
  for (const match of folded.matchAll(/(?<=^|\s)([a-eđ])\)(?=\s|\S)/gu)) {
    if (match[1] !== ITEM_LETTERS[starts.length]) return [];
    starts.push(match.index);
  }
  return starts;
}

const ITEM_LETTERS = ['a', 'b', 'c', 'd', 'đ'];

/** Where the words of a cell begin, behind a dash, number or letter of its own. */
export function labelStart(folded: string): number {
  return /^\s*(?:[-–—•*+·]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ])[.)])\s+/u.exec(folded)?.[0].length ?? 0;
}
