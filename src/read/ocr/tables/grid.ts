import type { Area } from '../pixels/gray.ts';
import type { Ruling, Rulings } from './rulings.ts';

export interface GridCell extends Area {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** A frame of rulings with its cells, row by row; the areas of cells lie inside their rulings. */
export interface Grid extends Area {
  rows: number;
  columns: number;
  cells: GridCell[];
}

/** Inches: how far a line may end before, or run past, the line it meets. */
const REACH = 0.05;
/** Inches: lines nearer than this are one line of the grid (double rules, drift). */
const SAME_LINE = 0.05;
/** Rows times columns; squared paper has more. */
const MAX_UNITS = 5_000;
/** A side of a cell counts as ruled when this share of it is. */
const RULED = 0.6;

/** Puts rulings that meet together to grids: two lines each way at least. Cells whose common side has no ruling are one cell. */
export function findGrids({ horizontal, vertical }: Rulings, dpi: number, reach = REACH): Grid[] {
  return clusters(horizontal, vertical, reach * dpi)
    .filter((cluster) => cluster.horizontal.length >= 2 && cluster.vertical.length >= 2)
    .flatMap((cluster) => toGrid(cluster, dpi) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

function meets(across: Ruling, down: Ruling, reach: number): boolean {
  return down.at >= across.from - reach && down.at <= across.to + reach && across.at >= down.from - reach && across.at <= down.to + reach;
}

function clusters(horizontal: readonly Ruling[], vertical: readonly Ruling[], reach: number): Rulings[] {
  const found: Rulings[] = [];
  const left = new Set(horizontal);
  for (const first of horizontal) {
    if (!left.delete(first)) continue;
    const cluster: Rulings = { horizontal: [first], vertical: [] };
    const taken = new Set<Ruling>();
    for (const across of cluster.horizontal) {
      for (const down of vertical) {
        if (taken.has(down) || !meets(across, down, reach)) continue;
        taken.add(down);
        cluster.vertical.push(down);
        for (const other of left) {
          if (!meets(other, down, reach)) continue;
          left.delete(other);
          cluster.horizontal.push(other);
        }
      }
    }
    found.push(cluster);
  }
  return found;
}

/** Positions of grid lines: rulings at nearly the same place are one. */
function positions(rulings: readonly Ruling[], tolerance: number): number[] {
  const groups: number[][] = [];
  for (const { at } of [...rulings].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && at - (group.at(-1) ?? 0) <= tolerance) group.push(at);
    else groups.push([at]);
  }
  return groups.map((group) => group.reduce((sum, at) => sum + at, 0) / group.length);
}

/** Whether the stretch `from` to `to` is ruled at `at`. */
function isRuled(rulings: readonly Ruling[], at: number, from: number, to: number, tolerance: number): boolean {
  let covered = 0;
  for (const ruling of rulings) {
    if (Math.abs(ruling.at - at) <= tolerance) covered += Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from));
  }
  return covered >= RULED * (to - from);
}

function toGrid({ horizontal, vertical }: Rulings, dpi: number): Grid | null {
  const tolerance = SAME_LINE * dpi;
  const ys = positions(horizontal, tolerance);
  const xs = positions(vertical, tolerance);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 1 || rows * columns > MAX_UNITS) return null;
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  const y = (row: number) => ys[row] as number;
  const x = (column: number) => xs[column] as number;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      let right = column + 1;
      while (right < columns && owner[row * columns + right] === -1 && !isRuled(vertical, x(right), y(row), y(row + 1), tolerance)) right++;
      let bottom = row + 1;
      while (bottom < rows && !isRuled(horizontal, y(bottom), x(column), x(right), tolerance)) bottom++;
      for (let r = row; r < bottom; r++) owner.fill(cells.length, r * columns + column, r * columns + right);
      cells.push({ row, column, rowSpan: bottom - row, colSpan: right - column, left: x(column), top: y(row), right: x(right), bottom: y(bottom) });
    }
  }
  return { rows, columns, cells, left: x(0), top: y(0), right: x(columns), bottom: y(rows) };
}
