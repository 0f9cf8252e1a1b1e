import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import { readLead } from './lead.ts';
import { readSentence } from './sentence.ts';
import { scopeOf } from './sentence-view.ts';
import { sentencesOf } from './sentences.ts';
import { BRACKET_UNIT, readColumns, type TableColumns, unitIn, unitOf, type ValueColumn } from './table-columns.ts';
import { itemsOf, labelStart } from './table-items.ts';
import type { TargetTools } from './tools.ts';

/** What a table takes from around it: the context of a sentence, and a line above it that gives the unit of all values. */
export type TableContext = SentenceContext & { unitLine: string | null };

/** How a table reader looks at passages and hands over what it finds. */
export interface TableHost {
  masks(passage: Passage): { start: number; end: number }[];
  horizons(passage: Passage): Horizon[];
  found(draft: TargetDraft, eId: string | null): void;
}

/** The targets of a table (domain reference 6.3): values under their years, and those that stand in the words of its cells. */
export function readTable(table: LogicalTable, context: TableContext, tools: TargetTools, host: TableHost): void {
  new TableReader(table, context, tools, host).run();
}

class TableReader {
  readonly #table: LogicalTable;
  readonly #context: TableContext;
  readonly #tools: TargetTools;
  readonly #host: TableHost;
  readonly #columns: TableColumns;
  /** What the labels tell, read once: the label of a row names the rows that are parts of it too. */
  readonly #told = new WeakMap<Passage, TargetDraft[]>();

  constructor(table: LogicalTable, context: TableContext, tools: TargetTools, host: TableHost) {
    this.#table = table;
    this.#tools = tools;
    this.#host = host;
    this.#columns = readColumns(table, context.unitLine, context, tools);
    this.#context = { ...context, inGoals: context.inGoals || this.#columns.goals, inPast: false };
  }

  run(): void {
    const { columns, rows } = this.#table;
    for (const row of rows) {
      if (row.role === 'section') continue;
      if (this.#columns.values.length > 0) for (const each of itemsOf(row, this.#columns.label)) this.#row(each);
      else {
        columns.forEach((column, at) => {
          const cell = row.cells[at];
          if (cell && (column.kind === 'task' || column.kind === 'product' || column.kind === 'indicator' || column.kind === null)) this.#sentences(cell, row.eId, this.#context);
        });
      }
    }
  }

  #row(row: LogicalRow): void {
    const label = row.cells[this.#columns.label] ?? this.#subLabel(row);
    if (!label) return;
    const labelDrafts = this.#labelDrafts(label);
    const taken = new Set<TargetDraft>();
    const name = this.#rowName(row, labelDrafts);
    if (name === '' && !this.#columns.transposed) return;
    const filled = this.#columns.values.flatMap((column) => {
      const cell = this.#cellAt(row, column.at);
      return cell && !this.#tools.columns.isNone(cell.text) ? [{ cell, column }] : [];
    });
    const slipped = labelDrafts.length === 0 && filled.length === 1 ? this.#emptyYear(label, filled[0]?.column as ValueColumn) : null;
    for (const { cell, column } of filled) {
      for (const draft of this.#cell(cell, row, column, name, label)) {
        const own = slipped ? { ...draft, periods: slipped, flags: [...draft.flags, 'label-year' as const] } : draft;
        this.#merge(own, labelDrafts, taken, row);
      }
    }
    for (const draft of labelDrafts) if (!taken.has(draft)) this.#host.found(draft, row.eId);
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

  /** Targets that the label itself tells: "… đến năm 2025 đạt tối thiểu 29,2 m²/người". */
  #labelDrafts(label: Passage): TargetDraft[] {
    let drafts = this.#told.get(label);
    if (!drafts) {
      drafts = this.#readLabel(label);
      this.#told.set(label, drafts);
    }
    return drafts;
  }

  #readLabel(label: Passage): TargetDraft[] {
    if (!/\d/.test(label.text)) return [];
    const drafts: TargetDraft[] = [];
    const [masks, horizons] = [this.#host.masks(label), this.#host.horizons(label)];
    let inner: SentenceContext = { ...this.#context, periods: [], periodsFrom: null };
    for (const { start, end } of sentencesOf(label.text)) {
      const result = readSentence(label, start, end, horizons, masks, inner, this.#tools);
      drafts.push(...result.drafts.filter((draft) => draft.periods.length > 0));
      inner = { ...inner, periods: result.periods };
    }
    return drafts;
  }

  /** The indicator a row is about: its label without unit, values and years, below the label of the row it is a part of. */
  #rowName(row: LogicalRow, drafts: readonly TargetDraft[]): string {
    const own = drafts.find((draft) => draft.comparator !== 'status');
    if (own) return own.name;
    const sub = this.#subLabel(row);
    const label = (row.cells[this.#columns.label] ?? sub) as Passage;
    const { words } = this.#tools;
    const { text, folded } = label;
    const bracket = BRACKET_UNIT.exec(text);
    const end = bracket && unitIn(text, this.#tools) ? bracket.index : text.length;
    const from = labelStart(folded);
    const holes = this.#host.horizons(label);
    const part = words.parts.firstIn(folded, from, end);
    const trimmed = trimName(folded, from, part && part.start > from + 12 ? part.start : end, words, holes);
    const name = wordsOf(text, trimmed.start, trimmed.end, holes);
    if (this.#columns.transposed) return name;
    if (sub && sub !== label && !this.#tools.columns.isTotal(sub.text)) return `${name} ${sub.text.trim().toLowerCase()}`;
    if (sub && sub !== label) return name;
    const headed = words.heads.startingAt(folded, trimmed.start, trimmed.end) !== null;
    const parent = row.parent ? this.#parentName(row.parent) : null;
    return parent && !headed ? `${parent} ${name}`.trim() : name;
  }

  /** The cell beside the label under the same header: a scope of a merged indicator cell. */
  #subLabel(row: LogicalRow): Passage | null {
    const at = this.#columns.label + 1;
    const own = this.#table.columns[this.#columns.label];
    const beside = this.#table.columns[at];
    const cell = row.cells[at];
    return own && beside && cell && (beside.header === '' || beside.header === own.header) && beside.kind !== 'unit' && /\p{L}{2}/u.test(cell.text) ? cell : null;
  }

  #parentName(row: LogicalRow): string | null {
    const label = row.cells[this.#columns.label];
    if (!label) return row.parent ? this.#parentName(row.parent) : null;
    return this.#rowName(row, this.#labelDrafts(label));
  }

  #cell(cell: Passage, row: LogicalRow, column: ValueColumn, name: string, label: Passage): TargetDraft[] {
    const { words, quantities } = this.#tools;
    const periods = this.#periodsOf(row, column);
    if (periods.length === 0 && !this.#context.inGoals) return [];
    const read = quantities.cell(cell.folded);
    const partScope = column.part === null ? null : scopeOf(words, fold(column.part));
    const whole = this.#columns.transposed ? (column.indicator ?? name) : name;
    const indicator = column.part === null || partScope ? whole : `${whole} (${column.part})`;
    const base = {
      name: indicator,
      context: '',
      part: false,
      scope: partScope ?? scopeOf(words, `${label.folded} , ${this.#subLabel(row)?.folded ?? ''} , ${row.section?.cells[this.#columns.label]?.folded ?? ''}`),
      area: words.country.firstIn(fold(column.column.header), 0, column.column.header.length) ? ('country' as const) : this.#areaOf(row, label),
      periods: [...periods],
      modality: null,
      flags: [],
      clause: { passage: cell, start: 0, end: cell.text.length },
      further: [{ passage: label, start: 0, end: label.text.length }],
    };
    if (!read) {
      const state = cell.text.trim();
      if (!/\p{L}{2}/u.test(state) || periods.length === 0) return [];
      return [
        {
          ...base,
          comparator: 'status',
          low: null,
          high: null,
          unit: null,
          approximate: false,
          state,
          change: null,
          value: { passage: cell, start: 0, end: cell.text.length },
          modality: words.modality.firstIn(cell.folded, 0, cell.folded.length)?.value ?? null,
        },
      ];
    }
    const { quantity } = read;
    const lead = readLead(cell.folded, quantity.start, 0, words, []);
    const before = cell.folded.slice(0, lead.start).trim();
    if (before.includes(' ') && /\p{L}{2}/u.test(before)) return this.#cellSentences(cell, periods, base.name);
    const bound = quantity.after ?? lead.comparator;
    let comparator: TargetDraft['comparator'] = quantity.shape === 'single' ? (bound ?? 'eq') : quantity.shape;
    let low: number | null = quantity.low;
    let high: number | null = quantity.high;
    const change: TargetDraft['change'] = lead.change && !lead.level ? { direction: lead.change.direction, base: null, per: lead.perYear ? 'year' : null } : null;
    if (change) comparator = 'change';
    if (comparator === 'ge' || comparator === 'gt') high = null;
    if (comparator === 'le' || comparator === 'lt') low = null;
    const unit =
      quantity.unit?.symbol ?? unitOf(row, column, label, this.#columns, this.#tools) ?? (quantity.noun ? cell.folded.slice(quantity.noun.start, quantity.noun.end) : null);
    return [
      {
        ...base,
        comparator,
        low,
        high,
        unit,
        approximate: lead.approximate,
        state: null,
        change,
        value: { passage: cell, start: 0, end: cell.text.length },
        flags: quantity.arrow ? ['arrow'] : [],
      },
    ];
  }

  /** The years of a header, else those of the section the row stands in ("I | Đến năm 2030"), else those above the table. */
  #periodsOf(row: LogicalRow, { periods }: ValueColumn): readonly Period[] {
    if (periods.length > 0) return periods;
    for (const cell of row.section?.cells ?? []) {
      const horizon = cell ? this.#host.horizons(cell).find(({ base }) => !base) : undefined;
      if (horizon) return horizon.periods;
    }
    return this.#context.periods;
  }

  #cellSentences(cell: Passage, periods: readonly Period[], name: string): TargetDraft[] {
    const drafts: TargetDraft[] = [];
    const context: SentenceContext = { ...this.#context, periods: [...periods], periodsFrom: 'lead', lead: name };
    for (const { start, end } of sentencesOf(cell.text))
      drafts.push(...readSentence(cell, start, end, this.#host.horizons(cell), this.#host.masks(cell), context, this.#tools).drafts);
    return drafts;
  }

  #areaOf(row: LogicalRow, label: Passage): TargetDraft['area'] {
    if (this.#isCountry(label)) return 'country';
    const place = { passage: label, start: labelStart(label.folded), end: label.text.length };
    if (!this.#columns.transposed) return place;
    return this.#tools.columns.isTotal(label.text) || row.role === 'section' ? null : { ...place, whole: true };
  }

  #isCountry({ folded }: Passage): boolean {
    const { words } = this.#tools;
    return words.country.firstIn(folded, 0, folded.length) !== null && words.homeWords.firstIn(folded, 0, folded.length) === null;
  }

  /** A value that label and cell both give is one target with two places; the label's words say more, and its year counts. */
  #merge(draft: TargetDraft, labels: readonly TargetDraft[], taken: Set<TargetDraft>, row: LogicalRow): void {
    const years = (each: TargetDraft) => each.periods.map((period) => period.to ?? period.from);
    const sameValue = (other: TargetDraft) =>
      other.comparator === 'status' || draft.comparator === 'status'
        ? false
        : (other.low ?? other.high) === (draft.low ?? draft.high) && (other.high ?? other.low) === (draft.high ?? draft.low);
    const candidates = labels.filter(sameValue);
    const same = candidates.find((other) => years(other).some((year) => years(draft).includes(year))) ?? candidates[0];
    if (!same) {
      this.#host.found(draft, row.eId);
      return;
    }
    const agree = years(same).some((year) => years(draft).includes(year));
    same.further.push(draft.value);
    if (!agree && !same.flags.includes('label-year')) same.flags.push('label-year');
    same.unit ??= draft.unit;
    if (!taken.has(same)) {
      taken.add(same);
      this.#host.found(same, row.eId);
    }
  }

  #sentences(cell: Passage, eId: string | null, context: SentenceContext): void {
    const [masks, horizons] = [this.#host.masks(cell), this.#host.horizons(cell)];
    let inner: SentenceContext = { ...context, periodsFrom: context.periodsFrom === 'lead' ? 'lead' : null };
    for (const { start, end } of sentencesOf(cell.text)) {
      const result = readSentence(cell, start === 0 ? labelStart(cell.folded) : start, end, horizons, masks, inner, this.#tools);
      for (const draft of result.drafts) this.#host.found(draft, eId);
      inner = { ...inner, periods: result.periods };
    }
  }
}
