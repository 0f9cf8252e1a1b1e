import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import { readSentence } from './sentence.ts';
import { scopeOf } from './sentence-view.ts';
import { sentencesOf } from './sentences.ts';
import { readCell } from './table-cell.ts';
import { readColumns, type TableColumns, type TableSurroundings, type ValueColumn } from './table-columns.ts';
import { itemsOf, labelStart } from './table-items.ts';
import { RowLabels } from './table-labels.ts';
import { unitOf } from './table-units.ts';
import type { TargetTools } from './tools.ts';

/** How a table reader looks at passages and hands over what it finds. */
export interface TableHost {
  masks(passage: Passage): { start: number; end: number }[];
  horizons(passage: Passage): Horizon[];
  found(draft: TargetDraft, eId: string | null): void;
}

/** The targets of a table (domain reference 6.3): values under their years, and those that stand in the words of its cells. */
export function readTable(table: LogicalTable, around: TableSurroundings, tools: TargetTools, host: TableHost): void {
  new TableReader(table, around, tools, host).run();
}

class TableReader {
  readonly #table: LogicalTable;
  readonly #context: SentenceContext;
  readonly #tools: TargetTools;
  readonly #host: TableHost;
  readonly #columns: TableColumns;
  readonly #labels: RowLabels;

  constructor(table: LogicalTable, around: TableSurroundings, tools: TargetTools, host: TableHost) {
    this.#table = table;
    this.#tools = tools;
    this.#host = host;
    this.#columns = readColumns(table, around, tools);
    this.#context = { ...around.context, inGoals: around.context.inGoals || this.#columns.goals, inPast: false };
    this.#labels = new RowLabels(table, this.#columns, this.#context, tools, host);
  }

  run(): void {
    const { columns, rows } = this.#table;
    for (const row of rows) {
      if (row.role === 'section') continue;
      if (this.#columns.values.length > 0) for (const each of itemsOf(row, this.#columns.label)) this.#row(each);
      else {
        columns.forEach((column, at) => {
          const cell = row.cells[at];
          if (cell && (column.kind === 'task' || column.kind === 'product' || column.kind === 'indicator' || column.kind === null)) this.#sentences(cell, row.eId);
        });
      }
    }
  }

  #row(row: LogicalRow): void {
    const label = this.#labels.of(row);
    if (!label) return;
    const told = this.#labels.drafts(label);
    const name = this.#labels.name(row, label);
    if (name === '' && !this.#columns.transposed) return;
    const filled = this.#columns.values.flatMap((column) => {
      const cell = this.#cellAt(row, column.at);
      return cell && !this.#tools.columns.isNone(cell.text) ? [{ cell, column }] : [];
    });
    const slipped = told.length === 0 && filled.length === 1 ? this.#emptyYear(label, filled[0]?.column as ValueColumn) : null;
    const found: TargetDraft[] = [];
    for (const { cell, column } of filled) {
      for (const draft of this.#cell(cell, row, column, name, label)) {
        const own = slipped ? { ...draft, periods: slipped, flags: [...draft.flags, 'label-year' as const] } : draft;
        if (!mergeInto(told, own) && !mergeTwin(found, own)) found.push(own);
      }
    }
    for (const draft of [...told, ...found]) this.#host.found(draft, row.eId);
  }

  /** `… vào năm 2030 | 61 | |` under 2025 and 2030: the year of the label, where its column is empty and the only value stands in another's. */
  #emptyYear(label: Passage, filled: ValueColumn): Period[] | null {
    const [horizon, ...others] = this.#host.horizons(label).filter(({ base }) => !base);
    const year = horizon?.periods[0]?.to ?? null;
    if (!horizon || others.length > 0 || horizon.periods.length > 1 || year === null) return null;
    const isOf = ({ periods }: ValueColumn) => periods.some(({ from, to }) => (to ?? from) === year);
    return filled.periods.length === 1 && !isOf(filled) && this.#columns.values.some(isOf) ? horizon.periods : null;
  }

  /** A cell, or the one above it where it says "the same". */
  #cellAt(row: LogicalRow, at: number): Passage | null {
    const cell = row.cells[at] ?? null;
    if (!cell || !this.#tools.columns.isSame(cell.text)) return cell;
    const { rows } = this.#table;
    for (let i = rows.indexOf(row) - 1; i >= 0; i--) {
      const above = (rows[i] as LogicalRow).cells[at];
      if (above && !this.#tools.columns.isSame(above.text)) return above;
    }
    return null;
  }

  #cell(cell: Passage, row: LogicalRow, column: ValueColumn, name: string, label: Passage): TargetDraft[] {
    const { words } = this.#tools;
    const periods = this.#periodsOf(row, column);
    if (periods.length === 0 && !this.#context.inGoals) return [];
    const reading = readCell(cell, column.bound, this.#tools);
    if (reading.kind === 'nothing' || (reading.kind === 'state' && periods.length === 0)) return [];
    const partScope = column.part === null ? null : scopeOf(words, fold(column.part));
    const whole = this.#columns.transposed ? (column.indicator ?? name) : this.#labels.measured(name, column.measure);
    const indicator = column.part === null || partScope ? whole : `${whole} (${column.part})`;
    if (reading.kind === 'sentences') return this.#cellSentences(cell, periods, indicator);
    const value = { passage: cell, start: 0, end: cell.text.length };
    const base = {
      name: indicator,
      context: '',
      part: false,
      scope: partScope ?? scopeOf(words, `${label.folded} , ${this.#labels.beside(row)?.folded ?? ''} , ${row.section?.cells[this.#columns.label]?.folded ?? ''}`),
      area: this.#areaOf(row, label, column),
      periods: [...periods],
      value,
      clause: value,
      further: [{ passage: label, start: 0, end: label.text.length }],
    };
    if (reading.kind === 'state') {
      const { state, modality } = reading;
      return [{ ...base, comparator: 'status', low: null, high: null, unit: null, approximate: false, change: null, flags: [], state, modality }];
    }
    const { unit, noun, kind, ...measure } = reading;
    const told = measure.comparator === 'eq' || measure.comparator === 'range' ? this.#labels.change(label) : null;
    const per = column.yearly || told?.perYear ? ('year' as const) : null;
    const change = told ? { comparator: 'change' as const, change: { direction: told.direction, base: null, per } } : {};
    const printed = unit ?? unitOf(row, column, label, this.#columns, this.#tools) ?? noun;
    return [{ ...base, ...measure, ...change, unit: printed === null ? null : this.#tools.unitFor(printed, indicator), state: null, modality: null }];
  }

  /** The years of a header, else those of the section the row stands in ("I | Đến năm 2030"), else those above the table. */
  #periodsOf(row: LogicalRow, { periods }: ValueColumn): readonly Period[] {
    if (periods.length > 0) return this.#labelYear(row, periods) ?? periods;
    for (const cell of row.section?.cells ?? []) {
      const horizon = cell ? this.#host.horizons(cell).find(({ base }) => !base) : undefined;
      if (horizon) return horizon.periods;
    }
    return this.#context.periods;
  }

  /** "GRDP bình quân đầu người đến năm 2025" under "Kế hoạch 2021 - 2025": the year that a label, or that of the row it is a part of, says within the period. */
  #labelYear(row: LogicalRow, [period, ...others]: readonly Period[]): readonly Period[] | null {
    if (others.length > 0 || period?.kind !== 'during' || period.from === null || period.to === null) return null;
    for (let at: LogicalRow | null = row; at; at = at.parent) {
      const label = this.#labels.of(at);
      const [horizon, ...more] = label ? this.#host.horizons(label).filter(({ base }) => !base) : [];
      const [own, ...rest] = horizon?.periods ?? [];
      if (own && more.length === 0 && rest.length === 0 && own.kind !== 'during' && own.to !== null && own.to > period.from && own.to <= period.to) return [own];
    }
    return null;
  }

  #areaOf(row: LogicalRow, label: Passage, { area, column }: ValueColumn): TargetDraft['area'] {
    if (this.#tools.words.country.firstIn(fold(column.header), 0, column.header.length)) return 'country';
    if (area !== null) return area === 'home' ? null : { passage: area, start: 0, end: area.text.length, whole: true };
    if (this.#isCountry(label)) return 'country';
    const place = { passage: label, start: labelStart(label.folded), end: label.text.length };
    if (!this.#columns.transposed) return place;
    return this.#tools.columns.isTotal(label.text) || row.role === 'section' ? null : { ...place, whole: true };
  }

  #isCountry({ folded }: Passage): boolean {
    const { words } = this.#tools;
    return words.country.firstIn(folded, 0, folded.length) !== null && words.homeWords.firstIn(folded, 0, folded.length) === null;
  }

  #cellSentences(cell: Passage, periods: readonly Period[], name: string): TargetDraft[] {
    const context: SentenceContext = { ...this.#context, periods: [...periods], periodsFrom: 'lead', lead: name };
    return sentencesOf(cell.text).flatMap(({ start, end }) => readSentence(cell, start, end, this.#host.horizons(cell), this.#host.masks(cell), context, this.#tools).drafts);
  }

  #sentences(cell: Passage, eId: string | null): void {
    const [masks, horizons] = [this.#host.masks(cell), this.#host.horizons(cell)];
    let inner: SentenceContext = { ...this.#context, periodsFrom: this.#context.periodsFrom === 'lead' ? 'lead' : null };
    for (const { start, end } of sentencesOf(cell.text)) {
      const result = readSentence(cell, start === 0 ? labelStart(cell.folded) : start, end, horizons, masks, inner, this.#tools);
      for (const draft of result.drafts) this.#host.found(draft, eId);
      inner = { ...inner, periods: result.periods };
    }
  }
}

/** A value that label and cell both give is one target with two places; the label's words say more, and its year counts. */
function mergeInto(told: readonly TargetDraft[], draft: TargetDraft): boolean {
  const candidates = told.filter((other) => sameValue(other, draft));
  const same = candidates.find((other) => shareYear(other, draft)) ?? candidates[0];
  if (!same) return false;
  same.further.push(draft.value);
  if (!shareYear(same, draft) && !same.flags.includes('label-year')) same.flags.push('label-year');
  same.unit ??= draft.unit;
  return true;
}

/** `Chỉ tiêu đến năm 2025 | … | Lộ trình: 2025`: a value that a row gives twice for a year is one target with two places. */
function mergeTwin(found: readonly TargetDraft[], draft: TargetDraft): boolean {
  const twin = found.find(
    (other) =>
      sameValue(other, draft) &&
      shareYear(other, draft) &&
      other.comparator === draft.comparator &&
      other.name === draft.name &&
      other.scope?.id === draft.scope?.id &&
      samePlace(other.area, draft.area),
  );
  twin?.further.push(draft.value);
  return twin !== undefined;
}

function sameValue(one: TargetDraft, other: TargetDraft): boolean {
  if (one.comparator === 'status' || other.comparator === 'status') return false;
  return (one.low ?? one.high) === (other.low ?? other.high) && (one.high ?? one.low) === (other.high ?? other.low);
}

function shareYear(one: TargetDraft, other: TargetDraft): boolean {
  return one.periods.some((period) => other.periods.some((each) => (each.to ?? each.from) === (period.to ?? period.from)));
}

function samePlace(one: TargetDraft['area'], other: TargetDraft['area']): boolean {
  if (one === null || other === null || one === 'country' || other === 'country') return one === other;
  return one.passage === other.passage && one.start === other.start;
}
