import { columnGrammar, numbersColumns } from '../../grammar/columns.ts';
import { labelGrammar } from '../../grammar/labels.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Cell, ColumnKind, Division, Leaf } from '../../model/tree.ts';
import { oneLine } from '../../text/one-line.ts';
import type { DocumentView } from '../document-view.ts';
import { Passage } from '../passage.ts';
import { kindOf } from './column-kinds.ts';
import { fragmentsOf, leadingHeaders, partsOf } from './fragments.ts';
import { countsRows, rankOf } from './row-ordinals.ts';

export interface Column {
  /** The header's words, the upper level first. */
  header: string;
  kind: ColumnKind | null;
  /** Its levels, the upper first: "Giai đoạn 2026 - 2030", "2026". */
  levels: readonly Passage[];
}

/** A row as a reader sees it: what page breaks and merged cells have cut up is together again. */
export interface LogicalRow {
  role: 'section' | 'body';
  /** Ordinal or task label. */
  marker: string | null;
  eId: string | null;
  /** One passage for each column, null where the cell is empty. */
  cells: readonly (Passage | null)[];
  /** The section row this one stands below. */
  section: LogicalRow | null;
  /** The row this one is a part of: `a)` below `8`, a row without an ordinal below the numbered one. */
  parent: LogicalRow | null;
}

/** The fragments of one table, between page breaks and footnotes, as one table. */
export interface LogicalTable {
  columns: readonly Column[];
  rows: readonly LogicalRow[];
  /** The divisions the table stands in, outermost first. */
  path: readonly Division[];
  /** The table's first branch: where it begins. */
  start: number;
  end: number;
}

/**
 * The tables of a document (domain reference 3.2 and 6.3): fragments with the same columns in one division are one table, repeated
 * headers are left out, a row that goes on after a page break is joined cell by cell.
 */
export function logicalTables(view: DocumentView, knowledge: Pick<Knowledge, 'tables' | 'headings'>): LogicalTable[] {
  const tables: TableBuilder[] = [];
  for (const { branch, path, follows } of fragmentsOf(view)) {
    for (const [at, rows] of partsOf(branch.children.filter((leaf) => leaf.type === 'row')).entries()) {
      const last = tables.at(-1);
      // A line between two fragments ends the table where a header follows it; a bare page number or a section's title does not.
      const headed = rows[0]?.role === 'header';
      if ((at > 0 || follows || !headed) && last?.goesOn(rows, path)) last.add(rows);
      else tables.push(new TableBuilder(view, rows, path, knowledge));
    }
  }
  return tables.map((table) => table.finish());
}

type Span = readonly [start: number, end: number];

interface OpenRow {
  leaf: Leaf;
  role: 'section' | 'body';
  marker: string | null;
  cells: Span[][];
  rank: number;
}

class TableBuilder {
  readonly #view: DocumentView;
  readonly #knowledge: Pick<Knowledge, 'tables' | 'headings'>;
  readonly #path: readonly Division[];
  readonly #headers: Leaf[][] = [];
  readonly #width: number;
  readonly #rows: OpenRow[] = [];
  #end = 0;
  readonly #start: number;

  constructor(view: DocumentView, rows: readonly Leaf[], path: readonly Division[], knowledge: Pick<Knowledge, 'tables' | 'headings'>) {
    this.#view = view;
    this.#path = path;
    this.#knowledge = knowledge;
    this.#width = Math.max(...rows.map((row) => row.children?.length ?? 0));
    this.#start = rows[0]?.position.start.offset ?? 0;
    const header = leadingHeaders(rows);
    this.#headers.push(header);
    this.#take(rows.slice(header.length), false);
  }

  /** True where another fragment has the same columns: it repeats the header, or has none of its own. */
  goesOn(rows: readonly Leaf[], path: readonly Division[]): boolean {
    if (path.at(-1) !== this.#path.at(-1)) return false;
    const header = leadingHeaders(rows);
    const own = this.#headers[0] ?? [];
    if (header.length === 0) return own.length > 0 && Math.max(...rows.map((row) => row.children?.length ?? 0)) === this.#width;
    return own.length > 0 && header.map((row) => this.#words(row)).join('\n') === own.map((row) => this.#words(row)).join('\n');
  }

  add(rows: readonly Leaf[]): void {
    const header = leadingHeaders(rows);
    this.#take(rows.slice(header.length), true);
  }

  #words(leaf: Leaf): string {
    return oneLine(this.#view.folded.slice(leaf.position.start.offset, leaf.position.end.offset));
  }

  #take(rows: readonly Leaf[], broken: boolean): void {
    let afterBreak = broken;
    for (const leaf of rows) {
      this.#end = leaf.position.end.offset;
      if (leaf.role === 'header') {
        afterBreak = true;
        continue;
      }
      const cells = this.#cellsOf(leaf);
      if (afterBreak ? this.#continues(leaf, cells) : this.#isRest(leaf, cells)) this.#append(cells);
      else {
        const marker = leaf.marker ?? null;
        this.#rows.push({ leaf, role: leaf.role === 'section' ? 'section' : 'body', marker, cells: cells.map((span) => (span ? [span] : [])), rank: rankOf(marker) });
        afterBreak = false;
      }
    }
  }

  #cellsOf(leaf: Leaf): (Span | null)[] {
    const cells: (Span | null)[] = (leaf.children ?? []).map((cell: Cell) => {
      const { start, end } = cell.position;
      return this.#view.text.slice(start.offset, end.offset).trim() === '' ? null : ([start.offset, end.offset] as const);
    });
    while (cells.length < this.#width) cells.push(null);
    return cells;
  }

  /** After a repeated header a row without an ordinal goes on where the last one was cut, unless it begins an item of its own. */
  #continues(leaf: Leaf, cells: readonly (Span | null)[]): boolean {
    if (leaf.role === 'section' || leaf.marker || cells[0] || this.#rows.length === 0) return false;
    const first = cells.find((cell) => cell !== null);
    if (!first) return false;
    const column = cells.indexOf(first);
    const before = this.#lastCell(column);
    const value = (span: Span) => /^[\d.,%≥≤<>\s–-]+$/.test(this.#view.text.slice(span[0], span[1]));
    // A row with values of its own, below one that has them all, is a row.
    const complete = cells.some((cell, at) => cell && value(cell) && this.#lastCell(at));
    if (complete && /^\p{Lu}/u.test(this.#view.text.slice(first[0], first[1]).trim())) return false;
    if (!before) return /^[\p{Ll}\d,;.)%-]/u.test(this.#view.text.slice(first[0], first[1]).trimStart());
    const words = this.#view.text.slice(first[0], first[1]).trim();
    const ended = /[.;:]$/.test(this.#view.text.slice(before[0], before[1]).trim());
    const labels = labelGrammar(this.#knowledge).read(words);
    const item = labels.some((label) => (label.kind === 'dash' || label.kind === 'plus' ? !/^[-–+]\s*\d/.test(words) : true));
    // `b)` is an item of its own even where the cell above it ends without a mark.
    return !(item && (ended || labels.some(({ kind }) => kind === 'letter')));
  }

  /** Within a page: a row without an ordinal whose cells, in small letters and without values, go on those above them. */
  #isRest(leaf: Leaf, cells: readonly (Span | null)[]): boolean {
    if (leaf.role === 'section' || leaf.marker || cells[0] || this.#rows.length === 0) return false;
    const above = this.#rows.at(-1) as OpenRow;
    const filled = cells.flatMap((cell, at) => (cell ? [{ words: this.#slice(cell), above: above.cells[at]?.at(-1) }] : []));
    return (
      filled.length > 0 &&
      above.role === 'body' &&
      filled.every(({ words, above: upper }) => upper && /^[\p{Ll}]/u.test(words) && !/[.;:]$/.test(this.#slice(upper))) &&
      !/^\p{Lu}/u.test(filled[0]?.words ?? '')
    );
  }

  /** The last filled cell of a column in the last group of rows. */
  #lastCell(column: number): Span | null {
    for (let i = this.#rows.length - 1; i >= 0; i--) {
      const row = this.#rows[i] as OpenRow;
      const span = row.cells[column]?.at(-1);
      if (span) return span;
      if (row.role === 'section' || row.cells[0]?.length) return null;
    }
    return null;
  }

  /** Adds each cell to the last filled one of its column in the group the page break has cut. */
  #append(cells: readonly (Span | null)[]): void {
    cells.forEach((span, column) => {
      if (!span) return;
      let target = this.#rows.at(-1) as OpenRow;
      for (let i = this.#rows.length - 1; i >= 0; i--) {
        const row = this.#rows[i] as OpenRow;
        if (row.cells[column]?.length) {
          target = row;
          break;
        }
        if (row.role === 'section' || row.cells[0]?.length) break;
      }
      const own = target.cells[column] as Span[];
      // A deadline printed again on both pages is one deadline.
      if (!own.some((other) => this.#slice(other) === this.#slice(span))) own.push(span);
    });
  }

  finish(): LogicalTable {
    const columns = this.#columns();
    const rows: LogicalRow[] = [];
    let section: LogicalRow | null = null;
    /** The rows that may have parts: numbered ones, then those with a letter. */
    const open: { row: LogicalRow; rank: number }[] = [];
    for (const each of this.#rows) {
      const cells = each.cells.map((spans) => Passage.join(this.#view, spans));
      if (each.role === 'section') {
        open.length = 0;
        section = { role: 'section', marker: each.marker, eId: each.leaf.eId ?? null, cells, section: null, parent: null };
        rows.push(section);
        continue;
      }
      while (open.length > 0 && (open.at(-1) as { rank: number }).rank >= each.rank) open.pop();
      const row: LogicalRow = { role: 'body', marker: each.marker, eId: each.leaf.eId ?? null, cells, section, parent: open.at(-1)?.row ?? null };
      rows.push(row);
      open.push({ row, rank: each.rank });
    }
    const first = columns[0];
    if (first?.kind === null && countsRows(first, rows)) columns[0] = { ...first, kind: 'ordinal' };
    return { columns, rows, path: this.#path, start: this.#start, end: this.#end };
  }

  /** Headers of one or more levels: an empty upper cell has the words of the one to its left where the level below is filled. */
  #columns(): Column[] {
    const grammar = columnGrammar(this.#knowledge);
    const levels = (this.#headers[0] ?? []).map((leaf) => this.#cellsOf(leaf)).filter((cells) => !numbersColumns(cells.map((cell) => (cell ? this.#slice(cell) : ''))));
    const columns: Column[] = [];
    for (let at = 0; at < this.#width; at++) {
      const spans: Span[] = [];
      levels.forEach((cells, level) => {
        let span = cells[at] ?? null;
        const below = levels.slice(level + 1);
        for (let left = at - 1; span === null && left >= 0 && below.some((row) => row[at]) && below.some((row) => row[left]); left--) span = cells[left] ?? null;
        if (span && !(spans.length > 0 && this.#slice(span) === this.#slice(spans.at(-1) as Span))) spans.push(span);
      });
      const header = spans.map((span) => this.#slice(span)).join(' ');
      columns.push({
        header,
        kind:
          header === ''
            ? null
            : kindOf(
                spans.map((span) => this.#slice(span)),
                grammar,
              ),
        levels: spans.map(([start, end]) => Passage.of(this.#view, start, end)),
      });
    }
    return columns;
  }

  #slice([start, end]: Span): string {
    return oneLine(this.#view.text.slice(start, end)).trim();
  }
}
