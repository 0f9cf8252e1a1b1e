import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { Column, LogicalTable } from '../tables/logical-table.ts';
import type { SentenceContext } from './draft.ts';
import { measureOf, partOf, periodsOf, placeIn, unitBracket, unitOfHeader } from './table-header.ts';
import { indicatorOf } from './table-indicators.ts';
import { ColumnsWithoutTargets, hasNumbers } from './table-spent.ts';
import type { TargetTools } from './tools.ts';

/** In letters. */
const LONGEST_FIGURE = 24;

/** A column whose cells hold values. */
export interface ValueColumn {
  at: number;
  column: Column;
  /** The years its header names; none where the section or the words above the table give them. */
  periods: Period[];
  /** In a table whose rows are places: the indicator of the column. */
  indicator: string | null;
  unit: string | null;
  /** What its header measures of the rows: "Diện tích" in "Năm 2025 | Diện tích (ha)"; null where the rows name it themselves. */
  measure: string | null;
  /** What its values are a part of the column before: "khu vực thành thị" under "Trong đó"; null where they are the whole. */
  part: string | null;
  /** The place whose values it has, `home` for the sum of all; null where its header names none. */
  area: Passage | 'home' | null;
  /** The bound that its header sets for values without one: "Mức tối thiểu". */
  bound: 'ge' | 'le' | null;
  /** A change below its header is that of each year: "Chỉ tiêu hằng năm". */
  yearly: boolean;
}

/** What the columns of a table of targets hold. */
export interface TableColumns {
  /** Index of the column that names the indicator, or the place where the table is transposed. */
  label: number;
  /** Index of a column before that names what several rows are about ("Tiêu chí | Nội dung tiêu chí"), -1 where there is none. */
  group: number;
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

/** What stands above a table. */
export interface TableSurroundings {
  context: SentenceContext;
  /** A line that gives the unit of all values. */
  unitLine: string | null;
  /** The line that says what the table is about. */
  caption: Passage | null;
}

/** Tells what the columns of a table hold by their headers and, where those say nothing, by their cells. */
export function readColumns(table: LogicalTable, { context, unitLine, caption }: TableSurroundings, tools: TargetTools): TableColumns {
  const { columns, rows } = table;
  const kinds = columns.map((column) => column.kind);
  // `Đơn vị` is a unit, or the communes of a district.
  const unit = kinds.indexOf('unit');
  const places = unit !== -1 && rows.some((row) => tools.agencies.placeAt(row.cells[unit]?.text ?? '', row.cells[unit]?.folded ?? '', 0)?.name);
  // `Đơn vị thực hiện` names who does it, or the districts that it is shared out to.
  const doer = unit === -1 && !kinds.includes('indicator') && !kinds.includes('task') ? kinds.indexOf('responsible') : -1;
  const shared = doer !== -1 && rows.some((row) => tools.agencies.placeAt(row.cells[doer]?.text ?? '', row.cells[doer]?.folded ?? '', 0)?.kind);
  const area = places ? unit : shared ? doer : kinds.indexOf('area');
  const told = kinds.indexOf('indicator');
  // "Tên xã | Số tiêu chí đạt năm 2023 | Các tiêu chí đăng ký": words behind the values of a place name no row.
  const said = area !== -1 && told > area + 1 && columns.slice(area + 1, told).some((_, at) => hasNumbers(table, area + 1 + at)) ? -1 : told;
  // "Nội dung | Chỉ tiêu" above "Duy trì sĩ số | 99,8%": what is called the target is its value.
  const valued = said !== -1 && kinds.slice(0, said).includes('task') && holdsFigures(table, said);
  const named = valued ? kinds.indexOf('task') : said;
  const transposed = area !== -1 && named === -1;
  const hasValues = kinds.includes('value');
  const found = named !== -1 ? named : transposed ? area : kinds.indexOf('task');
  // "Tên tiêu chí | Nội dung tiêu chí": the latter tells the rows apart.
  const closer = found !== -1 && found === named ? kinds.findLastIndex((kind, at) => at > found && kind === 'indicator' && !holdsFigures(table, at)) : -1;
  const label =
    closer !== -1 ? closer : found !== -1 ? found : columns.findIndex((column, at) => column.kind !== 'ordinal' && rows.some((row) => /\p{L}{2}/u.test(row.cells[at]?.text ?? '')));
  const assigns = kinds.some((kind) => kind === 'lead' || kind === 'responsible' || kind === 'coordinate' || kind === 'deadline');
  const units = places ? -1 : unit;
  const placed = transposed ? new Map<Column, Passage>() : placesOf(table, label, tools);
  // "Cây trồng | Diện tích (ha) | Năng suất (tạ/ha)" where targets are told
  const measures = context.inGoals
    ? columns.filter((column, at) => at > label && measureOf(column, tools) !== null && unitOfHeader(column, tools) !== null && hasNumbers(table, at))
    : [];
  const dated = !kinds.includes('task') && columns.some((column, at) => at > label && column.kind === 'value' && periodsOf(column, tools).length > 0 && hasNumbers(table, at));
  const valid = placed.size > 0 || dated || measures.length > 1 || named !== -1 || units !== -1 || transposed || (hasValues && !assigns);
  const pays = named === -1 && !context.inGoals && isFunding(table, caption, tools);
  return {
    label,
    group: closer !== -1 ? found : -1,
    unit: units,
    transposed,
    goals: !pays && (named !== -1 || (hasValues && !transposed && (units !== -1 || !assigns))),
    values: valid && !pays ? new ValueColumns(table, label, transposed ? null : placed, named !== -1, { context, unitLine, caption }, tools).read() : [],
    commonUnit: unitBracket(columns[label]?.header ?? '', tools)?.unit ?? (unitLine === null ? null : (tools.units.named(unitLine)?.symbol ?? unitLine)),
  };
}

/** The columns that are named after places; one alone is a chance. */
function placesOf({ columns }: LogicalTable, label: number, tools: TargetTools): ReadonlyMap<Column, Passage> {
  const places = new Map<Column, Passage>();
  for (const [at, column] of columns.entries()) {
    const place = at > label && (column.kind === null || column.kind === 'area' || column.kind === 'value') ? placeIn(column, tools) : null;
    if (place) places.set(column, place);
  }
  return places.size > 1 ? places : new Map();
}

/** A table of what the plan costs: `Dự toán kinh phí` above it, or its years part the sums of a column `Tổng kinh phí`. */
function isFunding(table: LogicalTable, caption: Passage | null, { words }: TargetTools): boolean {
  const heads = (phrases: typeof words.fundingHeads) => caption !== null && phrases.firstIn(caption.folded, 0, caption.folded.length) !== null;
  if (heads(words.fundingHeads) && !heads(words.revenueHeads)) return true;
  const sum = table.columns.findIndex(({ kind }, at) => kind === 'funding' && hasNumbers(table, at));
  return sum !== -1 && !table.columns.slice(0, sum).some(({ kind }) => kind === 'value');
}

/** True where most cells are figures with hardly a word beside them: `99,8%`, `Từ 99% trở lên`, `15 giải`. */
function holdsFigures({ rows }: LogicalTable, at: number): boolean {
  const filled = rows.flatMap((row) => row.cells[at] ?? []);
  return filled.filter(({ text }) => /\d/.test(text) && text.length <= LONGEST_FIGURE).length * 2 > filled.length;
}

/** Finds the columns of values among those of a table. */
class ValueColumns {
  readonly #table: LogicalTable;
  readonly #label: number;
  /** The columns that are named after places; null where the rows are. */
  readonly #places: ReadonlyMap<Column, Passage> | null;
  readonly #named: boolean;
  readonly #around: TableSurroundings;
  readonly #tools: TargetTools;

  constructor(table: LogicalTable, label: number, places: ReadonlyMap<Column, Passage> | null, named: boolean, around: TableSurroundings, tools: TargetTools) {
    this.#table = table;
    this.#label = label;
    this.#places = places;
    this.#named = named;
    this.#around = around;
    this.#tools = tools;
  }

  read(): ValueColumn[] {
    const { columns } = this.#table;
    const spent = new ColumnsWithoutTargets(this.#table, this.#label, this.#around.context, this.#tools);
    const found: ValueColumn[] = [];
    columns.forEach((column, at) => {
      const place = this.#places?.get(column) ?? null;
      if (at === this.#label || (!place && !this.#holdsValues(column, at))) return;
      const whole = found.findLast((each) => each.part === null);
      const said = this.#places === null || place ? null : partOf(column, this.#tools);
      const part = said && (whole || !said.opened) ? said : null;
      const own = periodsOf(column, this.#tools);
      const periods = own.length === 0 && part && whole ? whole.periods : own;
      if (spent.has(column, at, periods) || (periods.length === 0 && column.kind !== 'value' && this.#tellsOfPlaces())) return;
      const indicator = this.#places === null ? indicatorOf(column, found, this.#around.caption, this.#tools) : null;
      if (this.#places === null && indicator === null) return;
      const total = this.#places !== null && this.#places.size > 0 && column.levels.some(({ text }) => this.#tools.columns.isTotal(text));
      const area = place ?? (total ? 'home' : null);
      const unit = unitOfHeader(column, this.#tools);
      const measure = this.#places === null || place ? null : this.#measure(column, found);
      found.push({
        at,
        column,
        periods,
        indicator,
        unit,
        measure,
        part: part?.name ?? null,
        area,
        bound: this.#tools.columns.bound(column.header),
        yearly: this.#isYearly(column),
      });
    });
    return found;
  }

  /** What a column measures of the rows; "Tỷ lệ (%)" beside "Số trường đạt chuẩn" is that of what is counted. */
  #measure(column: Column, found: readonly ValueColumn[]): string | null {
    const { words } = this.#tools;
    const measure = measureOf(column, this.#tools);
    if (measure === null || words.ratioHeads.startingAt(fold(measure), 0)?.end !== measure.length) return measure;
    const counted = found.at(-1)?.measure ?? null;
    const count = counted === null ? null : words.countHeads.startingAt(fold(counted), 0);
    return counted !== null && count ? `${measure} ${counted.slice(count.end).trim()}` : measure;
  }

  #isYearly({ header }: Column): boolean {
    const folded = fold(header);
    return this.#tools.words.perYear.firstIn(folded, 0, folded.length) !== null;
  }

  #holdsValues({ kind, header }: Column, at: number): boolean {
    if (header === '') return false;
    if (kind === 'value') return true;
    const { columns } = this.#table;
    if (kind === null || (this.#places === null && kind === 'indicator')) return hasNumbers(this.#table, at);
    if (kind === 'indicator') return holdsFigures(this.#table, at);
    // `Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi`: a result that somebody is to see reached. `Kết quả` alone is what has been.
    return (
      kind === 'product' &&
      this.#named &&
      !columns.some((other, index) => index !== this.#label && other.header !== '' && (other.kind === 'value' || other.kind === null)) &&
      columns.some((other) => other.kind === 'monitor' || other.kind === 'lead' || other.kind === 'responsible') &&
      hasNumbers(this.#table, at)
    );
  }

  /** Places with what they have, in a section on the past: "THÔNG TIN CHUNG", "Thôn | Số hộ | Số khẩu". */
  #tellsOfPlaces(): boolean {
    return this.#places === null && this.#around.context.inPast;
  }
}
