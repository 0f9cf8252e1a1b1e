import { columnGrammar } from '../../grammar/columns.ts';
import { type DeadlineGrammar, deadlineGrammar } from '../../grammar/deadlines.ts';
import { skipBlanks } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import { type RoleGrammar, roleGrammar } from '../../grammar/roles.ts';
import type { Role } from '../../model/assignments.ts';
import type { ColumnKind } from '../../model/tree.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/one-line.ts';
import type { Passage } from '../passage.ts';
import type { Column, LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import type { Act } from './act.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import { cellBodies, holdsBodies } from './cell-bodies.ts';
import { settingOf } from './clause-cursor.ts';
import { type AssignmentCollector, type CellTask, shorten, type Unit } from './collect.ts';
import { NOBODY } from './inherited.ts';
import { dividesRoles, roleHeading } from './role-headings.ts';
import { chain, nameOf, placeOf, rowLabel } from './row-names.ts';
import { sectionBodies } from './section-bodies.ts';
import { readSentences } from './sentence.ts';
import type { Tokenizer } from './tokens.ts';

/** The role of a bare name in a column. */
const ROLES: Readonly<Partial<Record<ColumnKind, Role>>> = { lead: 'lead', coordinate: 'coordinate', monitor: 'monitor', responsible: 'execute' };

/** One task of a row: an item of its content cell, or the row as a whole. */
interface Item {
  letter: string | null;
  text: string;
  passage: Passage;
  start: number;
  end: number;
}

interface RowTask {
  unit: Unit;
  cell: CellTask;
}

/** Reads a table of tasks or targets row by row (domain reference 7.2). */
export class TableReader {
  readonly #table: LogicalTable;
  readonly #collector: AssignmentCollector;
  readonly #tokenizer: Tokenizer;
  readonly #grammar: RoleGrammar;
  readonly #deadlines: DeadlineGrammar;
  readonly #knowledge: AssignmentKnowledge;
  /** The last cell of each column that says something of its own. */
  readonly #above = new Map<number, Passage>();

  constructor(table: LogicalTable, collector: AssignmentCollector, tokenizer: Tokenizer, knowledge: AssignmentKnowledge) {
    this.#table = table;
    this.#collector = collector;
    this.#tokenizer = tokenizer;
    this.#knowledge = knowledge;
    this.#grammar = roleGrammar(knowledge);
    this.#deadlines = deadlineGrammar(knowledge);
  }

  run(): void {
    const kinds = this.#table.columns.map(({ kind }) => kind);
    const named = kinds.flatMap((kind, column) => (kind && ROLES[kind] ? [column] : []));
    // "Thực hiện | Phối hợp": beside those who coordinate a column of nothing but bodies says who, whatever its header.
    const beside = named.length > 0 && named.every((column) => kinds[column] === 'coordinate');
    const unknown = kinds.flatMap((kind, column) => {
      const may = named.length === 0 ? kind === 'unit' : beside && kind === null;
      return may && holdsBodies(this.#table.rows, column, this.#grammar.lists) ? [column] : [];
    });
    const roles = [...named, ...unknown].sort((a, b) => a - b);
    const tasks = kinds.flatMap((kind, column) => (kind === 'task' || kind === 'indicator' ? [column] : []));
    const owners = sectionBodies(this.#table, this.#grammar.lists);
    if (tasks.length === 0 || (roles.length === 0 && (owners.size === 0 || !kinds.includes('task')))) return;
    const time = kinds.indexOf('deadline');
    if (this.#table.rows.some((row) => time >= 0 && row.cells[time] && this.#deadlines.isHours(row.cells[time].text))) return;
    let open: { row: LogicalRow; items: Item[]; next: number } | null = null;
    let owner: readonly Act[] | undefined;
    for (const [index, row] of this.#table.rows.entries()) {
      if (row.role === 'section') {
        open = null;
        owner = owners.get(row);
        continue;
      }
      const items = this.#items(row, tasks);
      const agencies = roles.some((column) => row.cells[column]);
      if (items.length > 0) {
        open = { row, items, next: 0 };
      } else if (open && agencies) {
        // Items a) and b) in one cell, their agencies in rows of their own.
        open.next = Math.min(open.next + 1, open.items.length - 1);
      }
      if (!open) continue;
      if (owner && items.length > 0) this.#owned(owner, row, items, tasks);
      const below = this.#table.rows[index + 1];
      const paired = open.items.length > 1 && (items.length === 0 || (below && this.#isAgencyRow(below, tasks, roles)));
      const task = paired ? [open.items[open.next] as Item] : open.items;
      let done: RowTask | null = null;
      for (const column of roles) {
        const cell = this.#cellOf(row, column);
        if (!cell) continue;
        done ??= this.#rowTask(row, open.row, paired ? task : [], tasks);
        if (done.cell.text === '') break;
        const acts = this.#acts(cell, column);
        const said = tasks.length === 1 ? this.#saidOf(row.cells[tasks[0] as number] ?? null, acts) : null;
        if (said) for (const act of said.acts) this.#collector.add(act, said.passage, done.unit, 'table');
        else for (const act of acts) this.#collector.add(act, cell, done.unit, 'table', done.cell);
      }
      this.#leadsInContent(row, open.row, items, tasks);
    }
  }

  /** The tasks of a row below the name of a body. */
  #owned(acts: readonly Act[], row: LogicalRow, items: readonly Item[], tasks: readonly number[]): void {
    const { unit, cell } = this.#rowTask(row, row, items.length === 1 ? items : [], tasks);
    const [first] = items;
    if (!first || cell.text === '') return;
    const whole = [first.start, first.end] as const;
    for (const act of acts) this.#collector.add({ ...act, task: whole, clause: whole }, first.passage, unit, 'table', cell);
  }

  /** What a task says of the bodies beside it: "Sở Y tế" | "Chủ trì, phối hợp với Sở B …"; null where it begins with no role. */
  #saidOf(passage: Passage | null, acts: readonly Act[]): { acts: Act[]; passage: Passage } | null {
    if (!passage || acts.some(({ role }) => role !== 'execute')) return null;
    const tokens = this.#tokenizer.tokens(passage);
    const [first] = tokens;
    if (first?.kind !== 'trigger' || first.trigger === 'mute' || first.start !== this.#grammar.behindAdverbs(passage, 0)) return null;
    const read = readSentences(settingOf(passage, tokens, this.#grammar), 0, { ...NOBODY, subject: acts.map(({ actor }) => actor) });
    return read.acts.length > 0 ? { acts: read.acts, passage } : null;
  }

  /** The role of bare names in a column; "Cơ quan chủ trì, phối hợp" gives them none of its own. */
  #roleOf(column: number): Role {
    const { kind, header } = this.#table.columns[column] as Column;
    const text = oneLine(header.replaceAll('/', ', '));
    const several = dividesRoles(header, this.#knowledge) || roleHeading({ text, folded: fold(text) }, 0, this.#knowledge) === 'several';
    return several ? 'execute' : (ROLES[kind as ColumnKind] ?? 'execute');
  }

  /** A cell, or the one above it that it repeats: "nt". */
  #cellOf(row: LogicalRow, column: number): Passage | null {
    const cell = row.cells[column] ?? null;
    const repeats = this.#same(cell);
    if (cell && !repeats) this.#above.set(column, cell);
    return repeats ? (this.#above.get(column) ?? null) : cell;
  }

  #same(cell: Passage | null): boolean {
    return cell !== null && columnGrammar(this.#knowledge).isSame(cell.text);
  }

  #isAgencyRow(row: LogicalRow, tasks: readonly number[], roles: readonly number[]): boolean {
    return row.role === 'body' && tasks.every((column) => !row.cells[column]) && roles.some((column) => row.cells[column]);
  }

  /** The items of the last task column that has words; the whole cell where it has none. */
  #items(row: LogicalRow, tasks: readonly number[]): Item[] {
    const column = [...tasks].reverse().find((each) => row.cells[each]);
    const cell = column === undefined ? null : row.cells[column];
    if (!cell) return [];
    const starts: { at: number; letter: string }[] = [];
    for (const match of cell.text.matchAll(/(?:^|[\s.;:])(?<letter>[a-zđ])\)\s/gu)) starts.push({ at: match.index + match[0].length, letter: match.groups?.letter ?? '' });
    if (starts.length === 0) return [{ letter: null, text: shorten(cell.text), passage: cell, start: 0, end: cell.text.length }];
    return starts.map(({ at, letter }, index) => {
      const next = starts[index + 1];
      const end = next ? next.at - 3 : cell.text.length;
      return { letter, text: shorten(cell.text.slice(at, end)), passage: cell, start: at, end };
    });
  }

  /** The task of a row in words: its task cell, or the item. Of several task columns the first is the task's name. */
  #taskOf(row: LogicalRow, owner: LogicalRow, items: readonly Item[], tasks: readonly number[]): { text: string; letter: string | null } {
    const [only] = items;
    const letters = only && items.length === 1 ? only.letter : null;
    const name = nameOf(row, tasks) ?? nameOf(owner, tasks) ?? (owner.parent ? nameOf(owner.parent, tasks) : null);
    if (only?.letter) return { text: only.text, letter: letters };
    const own = this.#items(row, tasks);
    const [item] = own;
    if (item?.letter && own.length === 1) return { text: item.text, letter: item.letter };
    const label = name === null ? null : rowLabel(name, this.#knowledge);
    const said = this.#headerOf(row, tasks) ?? this.#headerOf(owner, tasks) ?? '';
    return { text: shorten(`${said}${(name ?? '').slice(label?.length ?? 0)}`) || (item?.text ?? ''), letter: label?.kind === 'letter' ? label.marker : null };
  }

  /** Of a row that only names a document its header says what to do: "Văn bản cần sửa đổi, bổ sung: " before "Luật Thủy lợi số 08/2017/QH14". */
  #headerOf(row: LogicalRow, tasks: readonly number[]): string | null {
    const column = tasks.find((each) => row.cells[each]);
    const cell = column === undefined ? null : row.cells[column];
    const header = column === undefined ? '' : (this.#table.columns[column]?.header ?? '');
    if (!cell || !this.#grammar.amends(fold(header)) || this.#grammar.isVerb(cell.folded, 0)) return null;
    return `${oneLine(header)}: `;
  }

  /** What is to be done in a row, and by when. */
  #rowTask(row: LogicalRow, owner: LogicalRow, items: readonly Item[], tasks: readonly number[]): RowTask {
    const { text, letter } = this.#taskOf(row, owner, items, tasks);
    const unit = this.#unit(row, owner, letter);
    return { unit, cell: { text, at: placeOf(row), deadline: unit.deadline, funding: unit.funding } };
  }

  /** The acts of a cell: bare names have the column's role or that of their label, sentences say theirs. */
  #acts(cell: Passage, column: number): Act[] {
    const role = this.#roleOf(column);
    // "Sở A/Sở B, Sở C" below "Chủ trì/Phối hợp"
    const slash = dividesRoles(this.#table.columns[column]?.header ?? '', this.#knowledge) ? cell.text.indexOf('/') : -1;
    const placed = (start: number): Role => (slash < 0 ? role : start < slash ? 'lead' : 'coordinate');
    const tokens = this.#tokenizer.tokens(cell);
    const whole = [0, cell.text.length] as const;
    if (!this.#isSentence(cell, tokens, role)) {
      return cellBodies(cell, tokens, this.#grammar.lists, this.#knowledge)
        .map((body) => ({ actor: { mention: body.mention, passage: cell }, role: body.role ?? placed(body.mention.start), trigger: null, task: whole, clause: whole }))
        .filter(({ actor, role: own }) => !actor.mention.vague || own === 'coordinate');
    }
    const { acts, leaves } = readSentences(settingOf(cell, tokens, this.#grammar), 0, NOBODY);
    if (acts.length > 0) return acts;
    return leaves.subject.map((actor) => ({ actor, role, trigger: null, task: whole, clause: whole }));
  }

  /** True where a cell says what its bodies do: "Sở A chủ trì, phối hợp với Sở B". Labels before names are no sentence: "Chủ trì: Sở A". */
  #isSentence(cell: Passage, tokens: readonly RoleToken[], role: Role): boolean {
    const says = tokens.some((token, index) => token.kind === 'trigger' && token.trigger !== 'mute' && !this.#isLabel(cell, token, tokens[index - 1]));
    if (says || role !== 'execute') return says;
    return tokens.some((token) => token.kind === 'agents' && !token.preposition && this.#grammar.isVerb(cell.folded, skipBlanks(cell.text, token.end)));
  }

  /** "Chủ trì: ", "(phối hợp)" */
  #isLabel({ text }: Passage, { end }: RoleToken, before: RoleToken | undefined): boolean {
    const next = text.charAt(skipBlanks(text, end));
    return next === ':' || (next === ')' && before?.kind === 'mark' && before.mark === '(');
  }

  /** "Phối hợp với Bộ X là cơ quan chủ trì …" in the words of the task: that ministry leads. */
  #leadsInContent(row: LogicalRow, owner: LogicalRow, items: readonly Item[], tasks: readonly number[]): void {
    for (const column of tasks) {
      const cell = row.cells[column];
      if (!cell || !this.#grammar.namesLead(cell.folded)) continue;
      const tokens = this.#tokenizer.tokens(cell);
      const { acts } = readSentences(settingOf(cell, tokens, this.#grammar), 0, NOBODY);
      const task = this.#rowTask(row, owner, items.length === 1 ? items : [], tasks);
      for (const act of acts) if (act.role === 'lead') this.#collector.add(act, cell, task.unit, 'table', task.cell);
    }
  }

  #unit(row: LogicalRow, owner: LogicalRow, letter: string | null): Unit {
    const lines = chain(owner);
    const label = [...lines.flatMap(({ marker }) => (marker ? [marker] : [])), ...(letter && lines.at(-1)?.marker !== letter ? [letter] : [])].join('.');
    return { label: label || null, eId: row.eId ?? owner.eId, title: null, deadline: this.#deadline(row, owner), funding: this.#value(row, owner, 'funding') };
  }

  #deadline(row: LogicalRow, owner: LogicalRow): Unit['deadline'] {
    const value = this.#value(row, owner, 'deadline');
    return value === null ? null : this.#deadlines.ofCell(value);
  }

  /** What a column says for a row, for the row it is part of, or for the row above it is joined with. */
  #value(row: LogicalRow, owner: LogicalRow, kind: ColumnKind): string | null {
    const column = this.#table.columns.findIndex((each) => each.kind === kind);
    if (column < 0) return null;
    for (const each of [row, owner, owner.parent]) {
      const cell = each && this.#cellOf(each, column);
      if (cell && !columnGrammar(this.#knowledge).isNone(cell.text)) return shorten(cell.text);
    }
    return null;
  }
}
