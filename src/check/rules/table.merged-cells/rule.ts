import type { Leaf } from '../../../model/tree.ts';
import { branchesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** The second and later points of a cell that begins with a point: `a) Lập … b) Rà soát …`. */
const POINT = /(?<=[\s;.,:])([b-eđ]\)) /gu;
const FIRST_POINT = /^a\) /u;

/** Points a) and b) in one cell, with the agency and deadline of b) left in a row of their own below. */
export const rule: DocumentRule = {
  name: 'table.merged-cells',
  *checkDocument({ tree, text }) {
    const sides: OwnSide[] = [];
    const points = new Set<string>();
    for (const { branch } of branchesOf(tree, 'table')) {
      let above: Leaf | null = null;
      for (const row of branch.children) {
        if (row.role !== 'body') {
          above = null;
          continue;
        }
        const { start, end } = row.position;
        const filled = firstFilled(text.slice(start.offset, end.offset));
        const point = above && filled !== null ? lastPoint(text, above, filled - 1) : null;
        if (point) {
          points.add(point.label);
          sides.push({ place: [point.start, point.end], value: point.label }, { place: [start.offset, end.offset], value: null });
        }
        above = row;
      }
    }
    if (sides.length > 0) yield { subject: '', values: { point: [...points].join(', ') }, sides, verdict: null };
  },
};

/** The column of the first words of a row that lacks ordinal, label and content; null for other rows and for the rest of one cell. */
function firstFilled(row: string): number | null {
  const cells = row.split('\t').map((cell) => cell.trim());
  const first = cells.findIndex((cell) => cell !== '');
  return first >= 2 && cells.filter((cell) => cell !== '').length >= 2 ? first : null;
}

/** The last point in a row's cell, if the cell begins with point a). */
function lastPoint(text: string, { position }: Leaf, column: number): { label: string; start: number; end: number } | null {
  let start = position.start.offset;
  const cells = text.slice(start, position.end.offset).split('\t');
  for (const [at, cell] of cells.entries()) {
    if (at === column) {
      const last = FIRST_POINT.test(cell.trimStart()) ? [...cell.matchAll(POINT)].at(-1) : undefined;
      return last ? { label: last[1] as string, start: start + last.index, end: start + cell.trimEnd().length } : null;
    }
    start += cell.length + 1;
  }
  return null;
}
