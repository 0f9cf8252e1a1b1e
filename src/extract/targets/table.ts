import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import { readCalendar } from '../dates.ts';
import type { Passage } from '../passage.ts';
import type { Column, LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import { findHorizons, type Horizon } from './horizons.ts';
import { readLead } from './lead.ts';
import { readSentence } from './sentence.ts';
import { scopeOf } from './sentence-view.ts';
import { sentencesOf } from './sentences.ts';
import type { TargetTools } from './tools.ts';

/** What a table takes from around it: the context of a sentence, and a line above it that gives the unit of all values. */
export type TableContext = SentenceContext & { unitLine: string | null };

/** How a table reader looks at passages and hands over what it finds. */
export interface TableHost {
  masks(passage: Passage): { start: number; end: number }[];
  horizons(passage: Passage): Horizon[];
  found(draft: TargetDraft, eId: string | null): void;
}

interface ValueColumn {
  at: number;
  column: Column;
  periods: Period[];
  /** In a table whose rows are places: the indicator of the column. */
  indicator: string | null;
  unit: string | null;
}

const BRACKET_UNIT = /\((?<unit>[^()]{1,30})\) ?[:.]? ?$/u;
const BARE_YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/g;

/** The targets of a table (domain reference 6.3): values under their years, and those that stand in the words of its cells. */
export function readTable(table: LogicalTable, context: TableContext, tools: TargetTools, host: TableHost): void {
  new TableReader(table, context, tools, host).run();
}

class TableReader {
  readonly #table: LogicalTable;
  readonly #context: TableContext;
  readonly #tools: TargetTools;
  readonly #host: TableHost;
  readonly #label: number;
  readonly #unit: number;
  readonly #values: ValueColumn[];
  /** What the labels tell, read once: the label of a row names the rows that are parts of it too. */
  readonly #told = new WeakMap<Passage, TargetDraft[]>();
  /** True where rows are places and columns indicators. */
  readonly #transposed: boolean;

  constructor(table: LogicalTable, context: TableContext, tools: TargetTools, host: TableHost) {
    this.#table = table;
    this.#tools = tools;
    this.#host = host;
    const { columns } = table;
    const kinds = columns.map((column) => column.kind);
    // `Đơn vị` is a unit, or the communes of a district.
    const unit = kinds.indexOf('unit');
    const places = unit !== -1 && table.rows.some((row) => tools.agencies.placeAt(row.cells[unit]?.text ?? '', row.cells[unit]?.folded ?? '', 0)?.name);
    this.#unit = places ? -1 : unit;
    const area = places ? unit : kinds.indexOf('area');
    const named = kinds.indexOf('indicator');
    this.#transposed = area !== -1 && named === -1;
    const hasValues = kinds.includes('value');
    const label = named !== -1 ? named : this.#transposed ? area : kinds.indexOf('task');
    this.#label = label !== -1 ? label : this.#firstTextColumn();
    const assigns = kinds.some((kind) => kind === 'lead' || kind === 'responsible' || kind === 'coordinate' || kind === 'deadline');
    const goals = named !== -1 || (hasValues && !this.#transposed && (this.#unit !== -1 || !assigns));
    this.#context = { ...context, inGoals: context.inGoals || goals, inPast: false };
    this.#values = named !== -1 || this.#unit !== -1 || this.#transposed || (hasValues && !assigns) ? this.#valueColumns() : [];
  }

  run(): void {
    const { columns, rows } = this.#table;
    for (const row of rows) {
      if (row.role === 'section') continue;
      if (this.#values.length > 0) for (const each of this.#items(row)) this.#row(each);
      else {
        columns.forEach((column, at) => {
          const cell = row.cells[at];
          if (cell && (column.kind === 'task' || column.kind === 'product' || column.kind === 'indicator' || column.kind === null)) this.#sentences(cell, row.eId, this.#context);
        });
      }
    }
  }

  #firstTextColumn(): number {
    const { columns, rows } = this.#table;
    return columns.findIndex((column, at) => column.kind !== 'ordinal' && rows.some((row) => /\p{L}{2}/u.test(row.cells[at]?.text ?? '')));
  }

  #valueColumns(): ValueColumn[] {
    const { columns, rows } = this.#table;
    const found: ValueColumn[] = [];
    columns.forEach((column, at) => {
      if (at === this.#label || column.header === '') return;
      const numbers = () => rows.filter((row) => /\d/.test(row.cells[at]?.text ?? '')).length * 2 > rows.filter((row) => row.cells[at]).length;
      const value = column.kind === 'value' || (this.#transposed && (column.kind === null || column.kind === 'indicator') && numbers());
      const place = !this.#transposed && column.kind === null && numbers();
      if (!value && !place) return;
      const periods = this.#periodsOf(column.header);
      // What stands under a year that has passed is what has been.
      const { issueYear } = this.#context;
      if (periods.length > 0 && issueYear !== null && periods.every((period) => (period.to ?? period.from ?? 0) < issueYear)) return;
      const indicator = this.#transposed ? this.#indicatorOf(column.header) : null;
      found.push({ at, column, periods: periods.length > 0 ? periods : this.#context.periods, indicator, unit: this.#unitIn(column.header) });
    });
    return found;
  }

  /** The years of a header: horizons, else bare years ("2025"). */
  #periodsOf(header: string): Period[] {
    const folded = header.toLowerCase();
    const years = [...folded.matchAll(BARE_YEAR)].map((match) => Number(match[0]));
    const horizons = this.#horizonsIn(folded);
    if (horizons.length > 0) return horizons.at(-1)?.periods ?? [];
    const [first, second] = years;
    if (first === undefined) return [];
    return second !== undefined && second > first && /\d\s?[-–]\s?\d/.test(folded)
      ? [{ kind: 'during', from: first, to: second }]
      : [{ kind: 'in', from: null, to: years.at(-1) as number }];
  }

  #horizonsIn(folded: string): Horizon[] {
    const { knowledge, words } = this.#tools;
    return findHorizons(folded, readCalendar(folded, knowledge), words).filter((horizon) => !horizon.base);
  }

  /** The words of a header without its unit and years. */
  #indicatorOf(header: string): string {
    const bare = header.replace(BRACKET_UNIT, '');
    return wordsOf(
      bare,
      0,
      bare.length,
      [...this.#horizonsIn(fold(bare)), ...[...bare.matchAll(BARE_YEAR)].map((match) => ({ start: match.index, end: match.index + 4 }))].sort((x, y) => x.start - y.start),
    );
  }

  /** The unit in brackets at the end of a label or header: "Tỷ lệ đô thị hóa (%)". */
  #unitIn(words: string): string | null {
    const bracket = BRACKET_UNIT.exec(words)?.groups?.unit;
    if (bracket === undefined) return null;
    const counted = bracket.trim().toLowerCase();
    return this.#tools.units.named(bracket)?.symbol ?? (this.#tools.words.countNouns.startingAt(counted, 0)?.end === counted.length ? counted : null);
  }

  /** A row whose label holds the items a), b) … as a row for each, where the other cells hold as many values. */
  #items(row: LogicalRow): LogicalRow[] {
    const label = row.cells[this.#label];
    const starts = label ? itemStarts(label.folded) : [];
    if (!label || starts.length < 2) return [row];
    const count = starts.length;
    return starts.map((start, item) => ({
      ...row,
      cells: row.cells.map((cell, at) => {
        if (!cell) return null;
        if (at === this.#label) return cell.sub(start, starts[item + 1] ?? cell.text.length);
        const own = itemStarts(cell.folded);
        if (own.length === count) return cell.sub((own[item] as number) + 2, own[item + 1] ?? cell.text.length);
        const parts = [...cell.text.matchAll(/\S+/g)];
        const part = parts[item];
        return parts.length === count && part ? cell.sub(part.index, part.index + part[0].length) : cell;
      }),
    }));
  }

  #row(row: LogicalRow): void {
    const label = row.cells[this.#label] ?? this.#subLabel(row);
    if (!label) return;
    const labelDrafts = this.#labelDrafts(label);
    const taken = new Set<TargetDraft>();
    const name = this.#rowName(row, labelDrafts);
    if (name === '' && !this.#transposed) return;
    const filled = this.#values.flatMap((value) => {
      const cell = this.#cellAt(row, value.at);
      return cell && !this.#tools.columns.isNone(cell.text) ? [{ value, cell }] : [];
    });
    const [only, another] = filled;
    const periods = only && !another && labelDrafts.every(({ comparator }) => comparator === 'status') ? this.#periodsOfLabel(label, only.value) : null;
    for (const { value, cell } of filled) {
      for (const draft of this.#cell(cell, row, value, name, label)) {
        if (periods && draft.comparator !== 'status') this.#merge({ ...draft, periods, flags: [...draft.flags, 'label-year'] }, labelDrafts, taken, row);
        else this.#merge(draft, labelDrafts, taken, row);
      }
    }
    for (const draft of labelDrafts) if (!taken.has(draft)) this.#host.found(draft, row.eId);
  }

  /** "Tổng lượt khách vào năm 2035" with its only value under "Năm 2030": the periods the label names where they are those of another column. */
  #periodsOfLabel(label: Passage, column: ValueColumn): TargetDraft['periods'] | null {
    const [horizon, another] = this.#host.horizons(label);
    if (!horizon || another || this.#tools.words.base.firstIn(label.folded, 0, label.folded.length)) return null;
    const yearsOf = (periods: TargetDraft['periods']) => periods.map(({ to }) => to).join();
    const own = yearsOf(horizon.periods);
    if (horizon.periods.length !== 1 || own === '' || own === yearsOf(column.periods)) return null;
    return this.#values.some(({ periods }) => yearsOf(periods) === own) ? horizon.periods : null;
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
    const label = (row.cells[this.#label] ?? sub) as Passage;
    const { words } = this.#tools;
    const { text, folded } = label;
    const bracket = BRACKET_UNIT.exec(text);
    const end = bracket && this.#unitIn(text) ? bracket.index : text.length;
    const from = labelStart(folded);
    const holes = this.#host.horizons(label);
    const part = words.parts.firstIn(folded, from, end);
    const trimmed = trimName(folded, from, part && part.start > from + 12 ? part.start : end, words, holes);
    const name = wordsOf(text, trimmed.start, trimmed.end, holes);
    if (this.#transposed) return name;
    if (sub && sub !== label && !this.#tools.columns.isTotal(sub.text)) return `${name} ${sub.text.trim().toLowerCase()}`;
    if (sub && sub !== label) return name;
    const headed = words.heads.startingAt(folded, trimmed.start, trimmed.end) !== null;
    const parent = row.parent ? this.#parentName(row.parent) : null;
    return parent && !headed ? `${parent} ${name}`.trim() : name;
  }

  /** The cell beside the label under the same header: a scope of a merged indicator cell. */
  #subLabel(row: LogicalRow): Passage | null {
    const at = this.#label + 1;
    const own = this.#table.columns[this.#label];
    const beside = this.#table.columns[at];
    const cell = row.cells[at];
    return own && beside && cell && (beside.header === '' || beside.header === own.header) && beside.kind !== 'unit' && /\p{L}{2}/u.test(cell.text) ? cell : null;
  }

  #parentName(row: LogicalRow): string | null {
    const label = row.cells[this.#label];
    if (!label) return row.parent ? this.#parentName(row.parent) : null;
    return this.#rowName(row, this.#labelDrafts(label));
  }

  #cell(cell: Passage, row: LogicalRow, column: ValueColumn, name: string, label: Passage): TargetDraft[] {
    const { words, quantities } = this.#tools;
    if (column.periods.length === 0 && !this.#context.inGoals) return [];
    const read = quantities.cell(cell.folded);
    const indicator = this.#transposed ? (column.indicator ?? name) : name;
    const base = {
      name: indicator,
      context: '',
      scope: scopeOf(words, `${label.folded} , ${this.#subLabel(row)?.folded ?? ''} , ${row.section?.cells[this.#label]?.folded ?? ''}`),
      area: words.country.firstIn(fold(column.column.header), 0, column.column.header.length) ? ('country' as const) : this.#areaOf(row, label),
      periods: column.periods,
      modality: null,
      flags: [],
      clause: { passage: cell, start: 0, end: cell.text.length },
      further: [{ passage: label, start: 0, end: label.text.length }],
    };
    if (!read) {
      const state = cell.text.trim();
      if (!/\p{L}{2}/u.test(state) || column.periods.length === 0) return [];
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
    if (before.includes(' ') && /\p{L}{2}/u.test(before)) return this.#cellSentences(cell, column, base.name);
    const bound = quantity.after ?? lead.comparator;
    let comparator: TargetDraft['comparator'] = quantity.shape === 'single' ? (bound ?? 'eq') : quantity.shape;
    let low: number | null = quantity.low;
    let high: number | null = quantity.high;
    const change: TargetDraft['change'] = lead.change && !lead.level ? { direction: lead.change.direction, base: null, per: lead.perYear ? 'year' : null } : null;
    if (change) comparator = 'change';
    if (comparator === 'ge' || comparator === 'gt') high = null;
    if (comparator === 'le' || comparator === 'lt') low = null;
    const unit = quantity.unit?.symbol ?? this.#unitOf(row, column, label) ?? (quantity.noun ? cell.folded.slice(quantity.noun.start, quantity.noun.end) : null);
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

  #cellSentences(cell: Passage, column: ValueColumn, name: string): TargetDraft[] {
    const drafts: TargetDraft[] = [];
    const context: SentenceContext = { ...this.#context, periods: column.periods, periodsFrom: 'lead', lead: name };
    for (const { start, end } of sentencesOf(cell.text))
      drafts.push(...readSentence(cell, start, end, this.#host.horizons(cell), this.#host.masks(cell), context, this.#tools).drafts);
    return drafts;
  }

  /** The unit of a row's values: its own cell, its label, the header, a line above the table, what the label counts. */
  #unitOf(row: LogicalRow, column: ValueColumn, label: Passage): string | null {
    const { units, words } = this.#tools;
    for (let at: LogicalRow | null = row; at && this.#unit !== -1; at = at.parent) {
      const cell = at.cells[this.#unit];
      if (cell && !this.#tools.columns.isSame(cell.text)) return units.named(cell.text)?.symbol ?? cell.text.trim().toLowerCase();
      if (cell) break;
    }
    const own = this.#unitIn(label.text) ?? column.unit;
    if (own) return own;
    const header = this.#unitIn(this.#table.columns[this.#label]?.header ?? '');
    if (header) return header;
    if (this.#context.unitLine) return units.named(this.#context.unitLine)?.symbol ?? this.#context.unitLine;
    const head = words.countHeads.startingAt(label.folded, labelStart(label.folded));
    if (!head) return null;
    const noun = words.countNouns.startingAt(label.folded, head.end + 1);
    return noun ? label.folded.slice(noun.start, noun.end) : null;
  }

  #areaOf(row: LogicalRow, label: Passage): TargetDraft['area'] {
    if (this.#isCountry(label)) return 'country';
    const place = { passage: label, start: labelStart(label.folded), end: label.text.length };
    if (!this.#transposed) return place;
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

function labelStart(folded: string): number {
  return /^\s*(?:[-–—•*+·]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ])[.)])\s+/u.exec(folded)?.[0].length ?? 0;
}
