import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { LogicalRow } from '../tables/logical-table.ts';
import type { TableColumns, ValueColumn } from './table-columns.ts';
import { unitBracket } from './table-header.ts';
import { labelStart } from './table-items.ts';
import type { TargetTools } from './tools.ts';

/** The unit of a row's values: its own cell, its label, the header, a line above the table, what the label counts. */
export function unitOf(row: LogicalRow, column: ValueColumn, label: Passage, columns: TableColumns, tools: TargetTools): string | null {
  const { units, words } = tools;
  // "Số lượng | Tỷ lệ (%)" beside a column that gives "Hộ"
  if (column.unit !== null && column.measure !== null && words.ratioHeads.startingAt(fold(column.measure), 0)) return column.unit;
  for (let at: LogicalRow | null = row; at && columns.unit !== -1; at = at.parent) {
    const cell = at.cells[columns.unit];
    if (cell && !tools.columns.isSame(cell.text)) return units.named(cell.text)?.symbol ?? shareOf(cell.text, tools) ?? thousands(cell.text.trim().toLowerCase());
    if (cell) break;
  }
  // "Số trường" beside "Tỷ lệ (%)"
  const count = column.measure === null ? null : words.countHeads.startingAt(fold(column.measure), 0);
  const things = count ? words.countNouns.startingAt(fold(column.measure as string), count.end + 1) : null;
  if (things && column.unit === null) return fold(column.measure as string).slice(things.start, things.end);
  const given = unitBracket(label.text, tools)?.unit ?? column.unit ?? columns.commonUnit;
  if (given) return given;
  // Of places as rows the header names what is counted: "Số tiêu chí đạt năm 2025".
  const counted = columns.transposed && column.indicator !== null ? fold(column.indicator) : label.folded.slice(labelStart(label.folded));
  const head = words.countHeads.startingAt(counted, 0);
  // "Trường đạt chuẩn quốc gia" above a column of places
  if (!head && !columns.transposed) return null;
  const noun = words.countNouns.startingAt(counted, head ? head.end + 1 : 0);
  return noun ? counted.slice(noun.start, noun.end) : null;
}

/** "1.000 con" is "nghìn con". */
function thousands(unit: string): string {
  return unit.replace(/^1[. ]?000(?=[. ]?\p{L})[. ]?/u, 'nghìn ');
}

/** "% GRDP", "% dân số": a share and what it is of. */
function shareOf(unit: string, { units }: TargetTools): string | null {
  const first = units.named(unit.trim().split(/\s/, 1)[0] ?? '');
  return first?.unit?.dimension === 'share' ? first.symbol : null;
}
