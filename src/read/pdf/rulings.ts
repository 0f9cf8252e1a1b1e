import type { Box } from '../../model/layout.ts';
import type { Ruling } from './page-content.ts';
import type { Turn } from './words.ts';

/** Rulings this close to each other are one, in points. */
const SAME_RULING = 2.5;
/** Ends this far apart touch. */
const TOUCH = 4;

/** The cells of a ruled table: lines between rows and columns, and which cell each square of that grid belongs to. */
export interface Grid {
  box: Box;
  xs: number[];
  ys: number[];
  /** For each square, row by row, the index of the first square of its cell. */
  cellOf: number[];
}

export function turnRulings(rulings: readonly Ruling[], turn: Turn, width: number, height: number): Ruling[] {
  if (turn === 0) return [...rulings];
  return rulings.map(({ level, at, from, to }) => {
    if (turn === 2) return { level, at: (level ? height : width) - at, from: (level ? width : height) - to, to: (level ? width : height) - from };
    if (turn === 1) return level ? { level: false, at, from: width - to, to: width - from } : { level: true, at: width - at, from, to };
    return level ? { level: false, at: height - at, from, to } : { level: true, at, from: height - to, to: height - from };
  });
}

/** The ruled tables of a page: rulings that cross each other and part at least two cells. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const level = merge(rulings.filter((ruling) => ruling.level));
  const upright = merge(rulings.filter((ruling) => !ruling.level));
  return components(level, upright)
    .flatMap(({ level, upright }) => gridOf(level, upright) ?? [])
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Joins rulings that lie on one line and touch or overlap: a border is often drawn cell by cell, or twice. */
function merge(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from);
  const out: Ruling[] = [];
  for (let i = 0; i < sorted.length; ) {
    const at = (sorted[i] as Ruling).at;
    let end = i;
    while (end < sorted.length && (sorted[end] as Ruling).at - at <= SAME_RULING) end++;
    const group = sorted.slice(i, end).sort((a, b) => a.from - b.from);
    let open: Ruling | null = null;
    for (const ruling of group) {
      if (open && ruling.from <= open.to + TOUCH) open.to = Math.max(open.to, ruling.to);
      else {
        open = { ...ruling };
        out.push(open);
      }
    }
    i = end;
  }
  return out;
}

/** Sets of rulings that hang together. */
function components(level: readonly Ruling[], upright: readonly Ruling[]): { level: Ruling[]; upright: Ruling[] }[] {
  const parent = Array.from({ length: level.length + upright.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    parent[i] = root;
    return root;
  };
  level.forEach((row, i) => {
    upright.forEach((column, j) => {
      if (crosses(row, column)) parent[find(i)] = find(level.length + j);
    });
  });
  const sets = new Map<number, { level: Ruling[]; upright: Ruling[] }>();
  const setOf = (i: number) => {
    const root = find(i);
    const set = sets.get(root) ?? { level: [], upright: [] };
    sets.set(root, set);
    return set;
  };
  level.forEach((ruling, i) => {
    setOf(i).level.push(ruling);
  });
  upright.forEach((ruling, j) => {
    setOf(level.length + j).upright.push(ruling);
  });
  return [...sets.values()];
}

function crosses(level: Ruling, upright: Ruling): boolean {
  return level.from <= upright.at + TOUCH && level.to >= upright.at - TOUCH && upright.from <= level.at + TOUCH && upright.to >= level.at - TOUCH;
}

function gridOf(level: readonly Ruling[], upright: readonly Ruling[]): Grid | null {
  if (level.length < 2 || upright.length < 1) return null;
  const left = Math.min(...level.map((ruling) => ruling.from), ...upright.map((ruling) => ruling.at));
  const right = Math.max(...level.map((ruling) => ruling.to), ...upright.map((ruling) => ruling.at));
  const top = Math.min(...level.map((ruling) => ruling.at), ...upright.map((ruling) => ruling.from));
  const bottom = Math.max(...level.map((ruling) => ruling.at), ...upright.map((ruling) => ruling.to));
  // A table may have no lines at its sides, or none below its last row on a page.
  const xs = distinct([left, ...upright.map((ruling) => ruling.at), right]);
  const ys = distinct([top, ...level.map((ruling) => ruling.at), bottom]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2) return null;
  return { box: [left, top, right, bottom], xs, ys, cellOf: cellsOf(xs, ys, level, upright) };
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (out.length === 0 || value - (out.at(-1) as number) > SAME_RULING) out.push(value);
  return out;
}

/** Squares without a ruling between them are one cell, if together they make a rectangle. */
function cellsOf(xs: readonly number[], ys: readonly number[], level: readonly Ruling[], upright: readonly Ruling[]): number[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const cells = Array.from({ length: columns * rows }, (_, i) => i);
  const covered = (rulings: readonly Ruling[], at: number, from: number, to: number) =>
    rulings.some((ruling) => Math.abs(ruling.at - at) <= SAME_RULING && ruling.from <= from + (to - from) * 0.25 && ruling.to >= to - (to - from) * 0.25);
  for (let row = 0; row < rows; row++) {
    for (let column = 1; column < columns; column++) {
      if (!covered(upright, xs[column] as number, ys[row] as number, ys[row + 1] as number)) cells[row * columns + column] = cells[row * columns + column - 1] as number;
    }
  }
  for (let row = 1; row < rows; row++) {
    for (let column = 0; column < columns; ) {
      const own = cells[row * columns + column] as number;
      let end = column + 1;
      while (end < columns && cells[row * columns + end] === own) end++;
      const above = cells[(row - 1) * columns + column] as number;
      const aligned = isWhole(cells, (row - 1) * columns, column, end, columns, above);
      const open = Array.from({ length: end - column }, (_, i) => column + i).every((i) => !covered(level, ys[row] as number, xs[i] as number, xs[i + 1] as number));
      if (aligned && open) for (let i = column; i < end; i++) cells[row * columns + i] = above;
      column = end;
    }
  }
  return cells;
}

/** True where the cell above spans the same columns. */
function isWhole(cells: readonly number[], base: number, from: number, to: number, columns: number, cell: number): boolean {
  for (let i = from; i < to; i++) if (cells[base + i] !== cell) return false;
  return (from === 0 || cells[base + from - 1] !== cell) && (to === columns || cells[base + to] !== cell);
}
