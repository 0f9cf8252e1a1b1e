import type { AgencyListGrammar } from '../../grammar/agency-lists.ts';
import { compiledOnce } from '../../grammar/compiled.ts';
import { isCapital, type Mention, skipBlanks, written } from '../../grammar/mentions.ts';
import { type Phrases, phrases } from '../../grammar/phrases.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Role } from '../../model/assignments.ts';
import type { Passage } from '../passage.ts';
import type { LogicalRow } from '../tables/logical-table.ts';

/** A body of a cell, with the role that the cell itself says of it; null where the column says it. */
export interface CellBody {
  mention: Mention;
  role: Role | null;
}

type CellRole = 'lead' | 'coordinate' | 'execute' | 'focal';

/** Where one name ends in a cell. */
const SEGMENT_END = /[;\n(]|$/g;
const LONGEST_NAME = 110;
/** What may stand before the label of a role. */
const SEGMENT_MARKS: ReadonlySet<string> = new Set(';.,(+–-');

const roleWords: (knowledge: Pick<Knowledge, 'roles'>) => Phrases<CellRole> = compiledOnce(({ roles: { headings, attributes } }) =>
  phrases([
    ...(['lead', 'coordinate', 'execute'] as const).flatMap((role) => [...headings.roles[role], ...attributes[role]].map((words) => [words, role] as const)),
    ...headings.roles.focal.map((words) => [words, 'focal'] as const),
  ]),
);

/**
 * The bodies of a cell in a column of bodies that is no sentence: "Chủ trì: Sở A; Phối hợp: Sở B, Sở C", "Sở A (chủ trì); Sở B (phối hợp)", or
 * names alone. A name in no list goes on to the end of its segment: "Trung tâm Dịch vụ tổng hợp".
 */
export function cellBodies(cell: Passage, tokens: readonly RoleToken[], lists: AgencyListGrammar, knowledge: Pick<Knowledge, 'roles'>): CellBody[] {
  const words = roleWords(knowledge);
  const { text, folded } = cell;
  const found: CellBody[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'agents' || token.preposition) continue;
    const next = tokens.slice(index + 1).find(({ kind }) => kind === 'agents')?.start ?? text.length;
    const behind = skipBlanks(text, token.end);
    const bracket = text.charAt(behind) === '(' ? words.at(folded, skipBlanks(text, behind + 1)) : null;
    const inBracket = bracket && text.charAt(skipBlanks(text, bracket.end)) === ')' ? bracket.value : null;
    const role = inBracket ?? labelBefore(cell, token.start, words);
    const { mentions } = token.list;
    found.push(...mentions.map((mention, at) => ({ mention: at === mentions.length - 1 ? whole(cell, mention, next) : mention, role })));
  }
  if (found.length > 0) return found;
  const name = lists.bodies.ofCell(cell);
  return name ? [{ mention: name, role: null }] : [];
}

/** The role of the label that the segments up to an offset stand behind: "Phối hợp: Sở B; | Sở C". */
function labelBefore({ text, folded }: Passage, end: number, words: Phrases<CellRole>): Role | null {
  for (let colon = text.lastIndexOf(':', end - 1); colon > 0; colon = text.lastIndexOf(':', colon - 1)) {
    const label = words.endingAt(folded, text.slice(0, colon).trimEnd().length);
    const before = label ? text.slice(0, label.start).trimEnd() : '';
    if (label && (before === '' || SEGMENT_MARKS.has(before.charAt(before.length - 1)) || text.charAt(label.start - 1) === '\n')) return label.value;
  }
  return null;
}

/** A name in no list with all words up to the end of its segment, where no other body begins in them. */
function whole(cell: Passage, mention: Mention, next: number): Mention {
  const { text } = cell;
  if (mention.collective || mention.found?.place || (mention.found?.rows.length ?? 0) > 1) return mention;
  SEGMENT_END.lastIndex = mention.end;
  let end = SEGMENT_END.exec(text)?.index ?? text.length;
  while (end > mention.end && ' .,\n'.includes(text.charAt(end - 1))) end--;
  const rest = text.slice(mention.end, end);
  if (end <= mention.end || end > next || end - mention.start > LONGEST_NAME || rest.includes(':') || !/^ \p{L}|^, \p{Lu}/u.test(rest)) return mention;
  // "Sở Y tế Các đơn vị": lines of a cell whose break is lost.
  if (rest.startsWith(' ') && isCapital(rest.charAt(1))) return mention;
  return { ...mention, end, name: written(cell, mention.start, end), found: null };
}

/** True for a column that has nothing but bodies in its rows, whatever its header says: "Đơn vị" above "Sở Y tế". */
export function holdsBodies(rows: readonly LogicalRow[], column: number, lists: AgencyListGrammar): boolean {
  const cells = rows.flatMap(({ role, cells }) => (role === 'body' && cells[column] ? [cells[column]] : []));
  return cells.length > 1 && cells.every((cell) => (lists.at(cell, 0)?.end ?? 0) >= cell.text.trimEnd().length);
}
