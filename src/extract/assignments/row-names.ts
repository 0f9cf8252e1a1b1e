import { type Label, labelGrammar } from '../../grammar/labels.ts';
import type { LogicalRow } from '../tables/logical-table.ts';
import type { AssignmentKnowledge } from './assignments.ts';

/** Where a row begins in the document. */
export function placeOf({ cells }: LogicalRow): number {
  return Math.min(...cells.flatMap((cell) => (cell ? [cell.offset(0)] : [])));
}

/** The rows from the numbered one down to a row. */
export function chain(row: LogicalRow): LogicalRow[] {
  return row.parent ? [...chain(row.parent), row] : [row];
}

/** The words of the first task column that has some. */
export function nameOf(row: LogicalRow, tasks: readonly number[]): string | null {
  const cell = tasks.map((column) => row.cells[column]).find(Boolean);
  return cell ? cell.text : null;
}

/** "Nhiệm vụ 5: " or "a) " before the words of a task. */
export function rowLabel(text: string, knowledge: AssignmentKnowledge): Label | null {
  return (
    labelGrammar(knowledge)
      .read(text.slice(0, 60))
      .find(({ kind }) => kind === 'task' || kind === 'letter') ?? null
  );
}
