import type { Period } from '../../model/targets.ts';
import type { Column, LogicalTable } from '../tables/logical-table.ts';
import type { SentenceContext } from './draft.ts';
import { measureOf, periodsOf, unitOfHeader, withoutYears } from './table-header.ts';
import type { TargetTools } from './tools.ts';

/** In letters. A longer header has a part of a year in a name. */
const LONGEST_PART = 40;
/** From this month on a year is what has been beside years that are planned. */
const LATE_MONTH = 9;

/** True where most filled cells of a column have a figure. */
export function hasNumbers({ rows }: LogicalTable, at: number): boolean {
  const filled = rows.flatMap((row) => row.cells[at] ?? []);
  return filled.filter((cell) => /\d/.test(cell.text)).length * 2 > filled.length;
}

/** Tells which columns of figures hold no targets: what has been, what is planned for parts of a year, what one column comes to of another. */
export class ColumnsWithoutTargets {
  readonly #table: LogicalTable;
  readonly #label: number;
  readonly #context: SentenceContext;
  readonly #tools: TargetTools;
  readonly #done: ReadonlySet<number>;

  constructor(table: LogicalTable, label: number, context: SentenceContext, tools: TargetTools) {
    this.#table = table;
    this.#label = label;
    this.#context = context;
    this.#tools = tools;
    this.#done = this.#yearsDone();
  }

  /** Whether the column at an index, with the periods its header names, is one of them. */
  has(column: Column, at: number, periods: readonly Period[]): boolean {
    return this.#isRatio(column, periods) || this.#isStock(column, at, periods) || this.#isOver(periods) || this.#isPart(column) || this.#isBase(column, at, periods);
  }

  /** "Tỷ lệ (%)" beside "Kế hoạch năm 2024", where a column of its own gives the units: what one comes to of another. */
  #isRatio(column: Column, periods: readonly Period[]): boolean {
    const { columns } = this.#table;
    if (column.kind !== null || periods.length > 0 || !columns.some(({ kind }) => kind === 'unit')) return false;
    const unit = unitOfHeader(column, this.#tools);
    return unit !== null && this.#tools.units.named(unit)?.unit?.dimension === 'share' && columns.some((other) => other !== column && other.kind === 'value');
  }

  /** "Tổng số trường" before "Đến năm 2025 | Số trường đạt chuẩn": all there are, of no year. */
  #isStock(column: Column, at: number, periods: readonly Period[]): boolean {
    if (column.kind !== null || periods.length > 0 || measureOf(column, this.#tools) === null) return false;
    return this.#table.columns.some((other, index) => index > at && measureOf(other, this.#tools) !== null && periodsOf(other, this.#tools).length > 0);
  }

  /** What is planned for a part of the year beside other values: "Quý I" before "Cả năm". */
  #isPart(column: Column): boolean {
    const { columns } = this.#tools;
    if (!column.levels.some(({ text }) => text.length < LONGEST_PART && columns.isPartYear(text))) return false;
    return this.#table.columns.some((other, at) => other !== column && at !== this.#label && (other.kind === null || other.kind === 'value') && hasNumbers(this.#table, at));
  }

  /** "Năm học 2020 - 2021 | Lộ trình: 2021 - 2022 …" late in 2021: a year before all that are planned, under a header that plans nothing. */
  #isBase({ levels }: Column, at: number, [period, ...others]: readonly Period[]): boolean {
    const { issueYear, issuedOn } = this.#context;
    const year = period?.to ?? null;
    if (!period || others.length > 0 || year === null || year !== issueYear || !issuedOn || Number(issuedOn.slice(5, 7)) < LATE_MONTH) return false;
    const plans = (text: string) => /\p{L}/u.test(text) && this.#tools.columns.plans(withoutYears(text, this.#tools));
    if (levels.some(({ text }) => plans(text))) return false;
    const planned = this.#table.columns.filter((column, index) => index > at && column.levels.some(({ text }) => plans(text)));
    return planned.length > 0 && planned.every((column) => periodsOf(column, this.#tools).every(({ to }) => to !== null && to > year));
  }

  /** The years whose results the table has: `Mục tiêu đến năm 2025 | Ước thực hiện năm 2025`. */
  #yearsDone(): Set<number> {
    const { columns } = this.#table;
    const years = columns.flatMap((column, at) =>
      column.kind === 'actual' && this.#tools.columns.isWholeYear(column.header) && hasNumbers(this.#table, at) ? periodsOf(column, this.#tools) : [],
    );
    return new Set(years.flatMap(({ to }) => to ?? []));
  }

  /** What stands under a year that has passed, or beside that year's results, is what has been. */
  #isOver(periods: readonly Period[]): boolean {
    const { issueYear } = this.#context;
    return periods.length > 0 && periods.every(({ from, to }) => (issueYear !== null && (to ?? from ?? 0) < issueYear) || (to !== null && this.#done.has(to)));
  }
}
