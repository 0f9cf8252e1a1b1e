import type { AgencyListGrammar } from '../../grammar/agency-lists.ts';
import { skipBlanks } from '../../grammar/mentions.ts';
import type { Role } from '../../model/assignments.ts';
import type { ColumnKind } from '../../model/tree.ts';
import type { LogicalRow, LogicalTable } from '../tables/logical-table.ts';
import { type Act, type Actor, actorsOf } from './act.ts';

/** Columns that say who has to do a task: beside them a row that names a body is only a group. */
const WHO: ReadonlySet<ColumnKind | null> = new Set<ColumnKind | null>(['lead', 'responsible', 'monitor']);

/**
 * The bodies that section rows give the tasks below them: "II | SỞ NỘI VỤ" above "1 | Tham mưu chính sách …" in a table whose columns name
 * nobody, or only who coordinates. Empty for any other table.
 */
export function sectionBodies({ rows, columns }: LogicalTable, lists: AgencyListGrammar): ReadonlyMap<LogicalRow, Act[]> {
  const found = new Map<LogicalRow, Act[]>();
  if (columns.some(({ kind }) => WHO.has(kind))) return found;
  const role: Role = columns.some(({ kind }) => kind === 'coordinate') ? 'lead' : 'execute';
  for (const row of rows) {
    const acts = row.role === 'section' ? bodiesOf(row, lists).map((actor): Act => ({ actor, role, trigger: null, task: [0, 0], clause: [0, 0] })) : [];
    if (acts.length > 0) found.set(row, acts);
  }
  return found;
}

/** The bodies that the words of a section row name and say no more. */
function bodiesOf({ cells }: LogicalRow, lists: AgencyListGrammar): Actor[] {
  const cell = cells.find((each) => each && LETTERS.test(each.text) && WORDS.test(each.text));
  const list = cell ? lists.at(cell, 0) : null;
  if (!cell || !list) return [];
  let end = skipBlanks(cell.text, list.end);
  while (end < cell.text.length && '.:;'.includes(cell.text.charAt(end))) end = skipBlanks(cell.text, end + 1);
  return end >= cell.text.length ? actorsOf(list.mentions, cell) : [];
}

/** More than a numeral. */
const LETTERS = /\p{L}{2}/u;
const WORDS = /[ \p{Ll}]/u;
