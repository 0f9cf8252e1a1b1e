import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import { readSentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import type { TableHost } from './table.ts';
import type { TableColumns } from './table-columns.ts';
import { unitBracket } from './table-header.ts';
import { labelStart } from './table-items.ts';
import type { TargetTools } from './tools.ts';

/** A shorter name has no words behind it that tell its parts. */
const SHORTEST_WHOLE = 12;

/** What the labels of a table's rows name, and the targets their words tell. */
export class RowLabels {
  readonly #table: LogicalTable;
  readonly #columns: TableColumns;
  readonly #context: SentenceContext;
  readonly #tools: TargetTools;
  readonly #host: TableHost;
  #again: Set<string> | null = null;
  /** What the labels tell, read once: the label of a row names the rows that are parts of it too. */
  readonly #told = new WeakMap<Passage, TargetDraft[]>();

  constructor(table: LogicalTable, columns: TableColumns, context: SentenceContext, tools: TargetTools, host: TableHost) {
    this.#table = table;
    this.#columns = columns;
    this.#context = context;
    this.#tools = tools;
    this.#host = host;
  }

  /** Labels that several sections have: "Lúa" below "Vụ Đông Xuân" and below "Vụ Mùa". */
  #repeated(): ReadonlySet<string> {
    if (this.#again) return this.#again;
    const met = new Map<string, LogicalRow | null>();
    this.#again = new Set();
    for (const row of this.#table.rows) {
      const label = row.role === 'section' || !row.section ? undefined : row.cells[this.#columns.label]?.folded.trim();
      if (label === undefined) continue;
      if (met.has(label) && met.get(label) !== row.section) this.#again.add(label);
      met.set(label, row.section);
    }
    return this.#again;
  }

  /** The cell that names a row. */
  of(row: LogicalRow): Passage | null {
    return row.cells[this.#columns.label] ?? this.beside(row) ?? this.#before(row);
  }

  /** "Tổng cộng" in a cell that spans the column of ordinals and that of labels; the group of criteria where a row names none of its own. */
  #before(row: LogicalRow): Passage | null {
    const { label, group } = this.#columns;
    if (group !== -1) return row.cells[group] ?? null;
    const cell = row.cells[label - 1];
    return cell && this.#table.columns[label - 1]?.kind === 'ordinal' && this.#tools.columns.isTotal(cell.text) ? cell : null;
  }

  /** The cell beside the label under the same header: a scope of a merged indicator cell. */
  beside(row: LogicalRow): Passage | null {
    const at = this.#columns.label + 1;
    const own = this.#table.columns[this.#columns.label];
    const beside = this.#table.columns[at];
    const cell = row.cells[at];
    return own && beside && cell && (beside.header === '' || beside.header === own.header) && beside.kind !== 'unit' && /\p{L}{2}/u.test(cell.text) ? cell : null;
  }

  /** Targets that a label itself tells: "… đến năm 2025 đạt tối thiểu 29,2 m²/người". */
  drafts(label: Passage): TargetDraft[] {
    let drafts = this.#told.get(label);
    if (!drafts) {
      drafts = this.#read(label);
      this.#told.set(label, drafts);
    }
    return drafts;
  }

  #read(label: Passage): TargetDraft[] {
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
  name(row: LogicalRow, label: Passage): string {
    const own = this.drafts(label).find((draft) => draft.comparator !== 'status');
    if (own) return own.name;
    const beside = this.beside(row);
    const { words } = this.#tools;
    const { text, folded } = label;
    const end = unitBracket(text, this.#tools)?.start ?? text.length;
    const from = labelStart(folded);
    const holes = this.#host.horizons(label);
    const part = words.parts.firstIn(folded, from, end);
    const until = part && part.start > from + SHORTEST_WHOLE ? part.start : end;
    const yearly = this.change(label)?.perYear ? words.perYear.endingAt(folded, folded.slice(0, until).trimEnd().length, from) : null;
    const trimmed = trimName(folded, from, yearly ? yearly.start : until, words, holes);
    const name = wordsOf(text, trimmed.start, trimmed.end, holes);
    if (this.#columns.transposed) return name;
    if (beside && beside !== label) return this.#tools.columns.isTotal(beside.text) ? name : `${name} ${beside.text.trim().toLowerCase()}`;
    const head = words.heads.startingAt(folded, trimmed.start, trimmed.end);
    // `Diện tích`, `Năng suất` below `Lúa cả năm`
    const bare = head !== null && head.end === trimmed.end;
    const parent = row.parent && (bare || !head) && !this.#tools.columns.isTotal(text) ? this.#parentName(row.parent) : null;
    if (bare && parent) return sharesHead(parent, `${name} `) ? name : `${name} ${uncapitalized(parent)}`;
    // `Đất nông nghiệp` above `Đất trồng lúa`: a name as whole as the other.
    if (parent) return sharesHead(parent, name) ? name : `${parent} ${name}`.trim();
    const section = this.#repeated().has(folded.trim()) ? row.section?.cells[this.#columns.label] : null;
    return section ? `${name} ${uncapitalized(section.text.trim())}` : name;
  }

  /** "Diện tích" of "Lúa", "Số trường" of "Trường mầm non", "Tỷ lệ" of "Số hộ nghèo": the name of a row with what the header of a column measures of it. */
  measured(name: string, measure: string | null): string {
    const { words } = this.#tools;
    const folded = fold(name);
    if (measure === null || name === '') return name;
    if (this.#tools.columns.isTotal(name)) return measure;
    const head = words.heads.startingAt(folded, 0);
    if (head) {
      const counted = words.countHeads.startingAt(folded, 0);
      return counted && words.ratioHeads.startingAt(fold(measure), 0) ? `${measure} ${name.slice(counted.end).trim()}` : name;
    }
    const last = fold(measure).split(' ').at(-1) as string;
    return `${measure} ${folded.startsWith(`${last} `) ? name.slice(last.length + 1) : uncapitalized(name)}`;
  }

  /**
   * `Tổng giá trị sản xuất | tăng`, `Tỷ lệ hộ nghèo | giảm bình quân/năm`: the values of a label that ends in a word of change are changes, unless its
   * indicator is itself a rate.
   */
  change(label: Passage): { direction: 'increase' | 'decrease'; perYear: boolean } | null {
    const { words } = this.#tools;
    const { text, folded } = label;
    const bare = unitBracket(text, this.#tools)?.start ?? text.length;
    // `… tăng | so với năm 2020`
    const end = folded.slice(0, words.base.firstIn(folded, 0, bare)?.start ?? bare).trimEnd().length;
    const yearly = words.perYear.endingAt(folded, end);
    const last = yearly ? folded.slice(0, yearly.start).trimEnd().length : end;
    const word = words.lead.endingAt(folded, last)?.value.find((each) => each.kind === 'change');
    return word?.kind === 'change' && !words.growthHeads.firstIn(folded, 0, end) ? { direction: word.direction, perYear: yearly !== null } : null;
  }

  #parentName(row: LogicalRow): string | null {
    const label = row.cells[this.#columns.label];
    if (!label) return row.parent ? this.#parentName(row.parent) : null;
    return this.name(row, label);
  }
}

/** "Lúa cả năm" within a name; "THCS" stays. */
function uncapitalized(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function sharesHead(one: string, other: string): boolean {
  const head = (name: string) => name.slice(0, name.indexOf(' ')).toLowerCase();
  return one.includes(' ') && head(one) === head(other);
}
