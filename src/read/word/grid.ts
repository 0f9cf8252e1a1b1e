import { MOST_COLUMNS } from './body.ts';

/** Edges this near to one another, in twips, are one: people draw tables by hand. */
const NEAR = 60;

/**
 * How many columns of a table's grid each cell spans, told by the edges of the cells of all rows (a row's left edge first). Formats that
 * have no spans only say how wide each cell is.
 */
export function columnSpans(rows: readonly (readonly number[])[]): number[][] {
  const all = [...new Set(rows.flat())].sort((a, b) => a - b);
  const grid: number[] = [];
  for (const edge of all) if (grid.length === 0 || edge - (grid.at(-1) as number) > NEAR) grid.push(edge);
  const indexOf = (edge: number) => {
    let low = 0;
    let high = grid.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((grid[middle] as number) <= edge) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return rows.map((edges) => edges.slice(1).map((edge, at) => Math.max(1, Math.min(MOST_COLUMNS, indexOf(edge) - indexOf(edges[at] as number)))));
}
