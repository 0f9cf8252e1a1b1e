import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import { readCalendar } from '../dates.ts';
import type { Passage } from '../passage.ts';
import type { Column, LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import { wordsOf } from './clean.ts';
import type { SentenceContext } from './draft.ts';
import { findHorizons, type Horizon } from './horizons.ts';
import { isOnlyScope, scopeOf } from './sentence-view.ts';
import { labelStart } from './table-items.ts';
import type { TargetTools } from './tools.ts';

/** A column whose cells hold values. */
export interface ValueColumn {
  at: number;
  column: Column;
  /** The years its header names; none where the section or the words above the table give them. */
  periods: Period[];
  /** In a table whose rows are places: the indicator of the column. */
  indicator: string | null;
  unit: string | null;
  /** What its values are a part of the column before: "khu vực thành thị" under "Trong đó"; null where they are the whole. */
  part: string | null;
}

/** What the columns of a table of targets hold. */
export interface TableColumns {
  /** Index of the column that names the indicator, or the place where the table is transposed. */
  label: number;
  /** Index of the column of units, -1 where there is none. */
  unit: number;
  /** True where rows are places and columns indicators. */
  transposed: boolean;
  /** True where the table is one of targets, whatever stands above it. */
  goals: boolean;
  values: readonly ValueColumn[];
  /** The unit that the header of the labels or a line above the table gives to all values. */
  commonUnit: string | null;
}

export const BRACKET_UNIT = /\((?<unit>[^()]{1,30})\) ?[:.]? ?$/u;
const BARE_YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/g;

/** Tells what the columns of a table hold by their headers and, where those say nothing, by their cells. */
export function readColumns(table: LogicalTable, unitLine: string | null, context: SentenceContext, tools: TargetTools): TableColumns {
  const { columns, rows } = table;
  const kinds = columns.map((column) => column.kind);
  // `Đơn vị` is a unit, or the communes of a district.
  const unit = kinds.indexOf('unit');
  const places = unit !== -1 && rows.some((row) => tools.agencies.placeAt(row.cells[unit]?.text ?? '', row.cells[unit]?.folded ?? '', 0)?.name);
  const area = places ? unit : kinds.indexOf('area');
  const named = kinds.indexOf('indicator');
  const transposed = area !== -1 && named === -1;
  const hasValues = kinds.includes('value');
  const found = named !== -1 ? named : transposed ? area : kinds.indexOf('task');
  const label = found !== -1 ? found : columns.findIndex((column, at) => column.kind !== 'ordinal' && rows.some((row) => /\p{L}{2}/u.test(row.cells[at]?.text ?? '')));
  const assigns = kinds.some((kind) => kind === 'lead' || kind === 'responsible' || kind === 'coordinate' || kind === 'deadline');
  const units = places ? -1 : unit;
  return {
    label,
    unit: units,
    transposed,
    goals: named !== -1 || (hasValues && !transposed && (units !== -1 || !assigns)),
    values: named !== -1 || units !== -1 || transposed || (hasValues && !assigns) ? valueColumns(table, label, transposed, named !== -1, context, tools) : [],
    commonUnit: unitIn(columns[label]?.header ?? '', tools) ?? (unitLine === null ? null : (tools.units.named(unitLine)?.symbol ?? unitLine)),
  };
}

function valueColumns(table: LogicalTable, label: number, transposed: boolean, named: boolean, { issueYear }: SentenceContext, tools: TargetTools): ValueColumn[] {
  const { columns, rows } = table;
  const found: ValueColumn[] = [];
  const hasValues = columns.some(({ kind, header }, at) => at !== label && header !== '' && (kind === 'value' || kind === null));
  const watched = columns.some(({ kind }) => kind === 'monitor' || kind === 'lead' || kind === 'responsible');
  columns.forEach((column, at) => {
    if (at === label || column.header === '') return;
    const numbers = () => rows.filter((row) => /\d/.test(row.cells[at]?.text ?? '')).length * 2 > rows.filter((row) => row.cells[at]).length;
    const value = column.kind === 'value' || (transposed && (column.kind === null || column.kind === 'indicator') && numbers());
    const place = !transposed && column.kind === null && numbers();
    // `Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi`: a result that somebody is to see reached. `Kết quả` alone is what has been.
    const result = column.kind === 'product' && named && !hasValues && watched && numbers();
    if (!value && !place && !result) return;
    const whole = found.findLast((each) => each.part === null);
    const part = whole && !transposed ? partOf(column.header, tools) : null;
    const own = periodsOf(column.header, tools);
    const periods = own.length === 0 && whole && part !== null ? whole.periods : own;
    // What stands under a year that has passed is what has been.
    if (periods.length > 0 && issueYear !== null && periods.every((period) => (period.to ?? period.from ?? 0) < issueYear)) return;
    found.push({ at, column, periods, indicator: transposed ? indicatorOf(column.header, tools) : null, unit: unitIn(column.header, tools), part });
  });
  return found;
}

/** "Kế hoạch 2024 | Trong đó: khu vực thành thị | khu vực nông thôn": the part of the column before that a header names, null for another value. */
function partOf(header: string, { words }: TargetTools): string | null {
  const folded = fold(header);
  const opener = words.parts.startingAt(folded, 0);
  const name = header
    .slice(opener?.end ?? 0)
    .replace(/^[\s,:]{1,4}/, '')
    .trim();
  if (name === '') return null;
  const scope = scopeOf(words, fold(name));
  return opener || (scope && isOnlyScope(fold(name), scope.name, words)) ? name.toLowerCase() : null;
}

/** The years of a header: horizons, else bare years ("2025"). */
function periodsOf(header: string, tools: TargetTools): Period[] {
  const folded = header.toLowerCase();
  const years = [...folded.matchAll(BARE_YEAR)].map((match) => Number(match[0]));
  const horizons = horizonsIn(folded, tools);
  if (horizons.length > 0) return horizons.at(-1)?.periods ?? [];
  const [first, second] = years;
  if (first === undefined) return [];
  return second !== undefined && second > first && /\d\s?[-–]\s?\d/.test(folded)
    ? [{ kind: 'during', from: first, to: second }]
    : [{ kind: 'in', from: null, to: years.at(-1) as number }];
}

function horizonsIn(folded: string, { knowledge, words }: TargetTools): Horizon[] {
  return findHorizons(folded, readCalendar(folded, knowledge), words).filter((horizon) => !horizon.base);
}

/** The words of a header without its unit and years. */
function indicatorOf(header: string, tools: TargetTools): string {
  const bare = header.replace(BRACKET_UNIT, '');
  const years = [...bare.matchAll(BARE_YEAR)].map((match) => ({ start: match.index, end: match.index + 4 }));
  return wordsOf(
    bare,
    0,
    bare.length,
    [...horizonsIn(fold(bare), tools), ...years].sort((x, y) => x.start - y.start),
  );
}

/** The unit in brackets at the end of a label or header: "Tỷ lệ đô thị hóa (%)". */
export function unitIn(label: string, { units, words }: TargetTools): string | null {
  const bracket = BRACKET_UNIT.exec(label)?.groups?.unit;
  if (bracket === undefined) return null;
  const counted = bracket.trim().toLowerCase();
  return units.named(bracket)?.symbol ?? (words.countNouns.startingAt(counted, 0)?.end === counted.length ? counted : null);
}

/** The unit of a row's values: its own cell, its label, the header, a line above the table, what the label counts. */
export function unitOf(row: LogicalRow, column: ValueColumn, label: Passage, columns: TableColumns, tools: TargetTools): string | null {
  const { units, words } = tools;
  for (let at: LogicalRow | null = row; at && columns.unit !== -1; at = at.parent) {
    const cell = at.cells[columns.unit];
    if (cell && !tools.columns.isSame(cell.text)) return units.named(cell.text)?.symbol ?? shareOf(cell.text, tools) ?? cell.text.trim().toLowerCase();
    if (cell) break;
  }
  const given = unitIn(label.text, tools) ?? column.unit ?? columns.commonUnit;
  if (given) return given;
  // Of places as rows the header names what is counted: "Số tiêu chí đạt năm 2025".
  const counted = columns.transposed && column.indicator !== null ? fold(column.indicator) : label.folded.slice(labelStart(label.folded));
  const head = words.countHeads.startingAt(counted, 0);
  if (!head) return null;
  const noun = words.countNouns.startingAt(counted, head.end + 1);
  return noun ? counted.slice(noun.start, noun.end) : null;
}

/** "% GRDP", "% dân số": a share and what it is of. */
function shareOf(unit: string, { units }: TargetTools): string | null {
  const first = units.named(unit.trim().split(/\s/, 1)[0] ?? '');
  return first?.unit?.dimension === 'share' ? first.symbol : null;
}
