import type { Leaf } from '../../../model/tree.ts';
import { branchesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** An amount alone in a cell: `60 - 70`, `≥ 29,2`, `100%`. */
const AMOUNT = /^[≥≤<>~]?\s?\d[\d.,\s%≥≤<>–-]{0,24}$/u;
/** A cell that says that there is none. */
const DASH = /^[-–—]$/u;

/** A column of amounts, behind that of the ordinals, in which some rows have a dash and others nothing at all: `-` says that there is no target, an empty cell does not. */
export const rule: DocumentRule = {
  name: 'table.empty-vs-dash',
  *checkDocument({ tree, text }) {
    const empty: OwnSide[] = [];
    const dashed: OwnSide[] = [];
    for (const { branch } of branchesOf(tree, 'table')) {
      const rows = branch.children.flatMap((row) => (row.role === 'body' && row.marker != null ? [{ row, cells: cellsOf(row, text) }] : []));
      const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
      const columns = Array.from({ length: width }, (_, column) => column)
        .slice(1)
        .filter((column) => rows.some(({ cells }) => AMOUNT.test(cells[column] ?? '')));
      for (const column of columns) {
        // Beside an amount in another column an empty cell is one that says nothing; a row without any has its words across both.
        const blank = rows.filter(({ cells }) => cells[column] === '' && columns.some((other) => AMOUNT.test(cells[other] ?? '')));
        const dash = rows.filter(({ cells }) => DASH.test(cells[column] ?? ''));
        if (blank.length === 0 || dash.length === 0) continue;
        empty.push(...blank.map(({ row }) => sideOf(row, '')));
        dashed.push(...dash.map(({ row }) => sideOf(row, '-')));
      }
    }
    if (empty.length > 0) yield { subject: '', values: { empty: String(empty.length), dashed: String(dashed.length) }, sides: [...empty, ...dashed], verdict: null };
  },
};

const cellsOf = ({ position }: Leaf, text: string): string[] =>
  text
    .slice(position.start.offset, position.end.offset)
    .split('\t')
    .map((cell) => cell.trim());

const sideOf = ({ position }: Leaf, value: string): OwnSide => ({ place: [position.start.offset, position.end.offset], value });
