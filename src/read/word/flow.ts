import { type Block, type Cell, noteMark, type Paragraph, type Run } from './body.ts';
import { columnSpans } from './grid.ts';

/** A row as formats with cell marks tell it: what each cell holds, the edges of the cells, and which go on from the row above. */
interface OpenRow {
  cells: Block[][];
  edges: readonly number[];
  continued: readonly boolean[];
}

/** Gathers paragraphs into blocks where only marks in the text (end of a cell, end of a row) tell the tables. */
export class Flow {
  readonly blocks: Block[] = [];
  #rows: OpenRow[] = [];
  #cells: Block[][] = [];
  #cell: Block[] = [];

  /** Adds a block; one outside of a table ends the table before it. */
  add(block: Block, inTable: boolean): void {
    if (inTable) this.#cell.push(block);
    else {
      this.endTable();
      this.blocks.push(block);
    }
  }

  endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  endRow(edges: readonly number[] = [], continued: readonly boolean[] = []): void {
    if (this.#cell.length > 0) this.endCell();
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, edges, continued });
    this.#cells = [];
  }

  endTable(): void {
    this.endRow();
    if (this.#rows.length === 0) return;
    // Where edges are not told or do not fit, each cell is a column.
    const spans = columnSpans(this.#rows.map(({ cells, edges }) => (edges.length === cells.length + 1 ? edges : Array.from({ length: cells.length + 1 }, (_, at) => at))));
    const rows = this.#rows.map(({ cells, continued }, row) => cells.map((blocks, at): Cell => ({ blocks, columns: spans[row]?.[at] ?? 1, continued: continued[at] ?? false })));
    this.blocks.push({ kind: 'table', rows });
    this.#rows = [];
  }
}

export function paragraphOf(runs: Run[], label = '', heading = false): Paragraph {
  return { kind: 'paragraph', label, runs, heading };
}

/** The text of all paragraphs in blocks, those in tables too. */
export function runsOf(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : block.rows.flatMap((row) => row.flatMap((cell) => runsOf(cell.blocks)))));
}

/** The text of blocks, one line each. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    runsOf([block])
      .map((run) => run.text)
      .join(''),
  );
}

/** A note as it stands at the foot: one paragraph that begins with its mark. */
export function noteOf(blocks: readonly Block[], number: number): Paragraph {
  const runs = runsOf(blocks);
  const first = runs.findIndex((run) => run.text.trim() !== '');
  const [head, ...rest] = runs.slice(Math.max(0, first));
  return paragraphOf([noteMark(number), ...(head ? [{ ...head, text: ` ${head.text.trimStart()}` }, ...rest] : [])]);
}
