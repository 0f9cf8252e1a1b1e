import type { Assignment } from '../../../model/assignments.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { groupBy } from '../../target-series.ts';
import { placeOfWords } from '../../words-at.ts';

/**
 * One task with two leads that exclude each other: a central body and one of the place ("phối hợp với Bộ Tài chính là cơ quan chủ
 * trì … Sở Tài chính chủ trì"), or a row whose cell of leads says Sở Xây dựng and whose task says "(Sở Y tế là cơ quan chủ trì)".
 */
export const rule: DocumentRule = {
  name: 'agency.lead-conflict',
  *checkDocument(document) {
    const leads = groupBy(
      document.assignments.filter(({ role, agency }) => role === 'lead' && !agency.collective && agency.level !== null),
      ({ task }) => task.eId,
    );
    const levels: Assignment[][] = [];
    const rows: Assignment[][] = [];
    let cells: ReadonlyMap<number, number> | null = null;
    for (const own of leads.values()) {
      const found = new Set(own.map(({ agency }) => agency.level));
      if (found.has('central') && found.size > 1) levels.push(own);
      else if (own.length > 1 && own.some(({ where }) => where === 'table')) {
        cells ??= cellsOf(document);
        if (rowContradicts(own, cells, document.text)) rows.push(own);
      }
    }
    if (levels.length > 0) yield draftOf('levels', levels, document);
    if (rows.length > 0) yield draftOf('one-level', rows, document);
  },
};

function draftOf(kind: string, tasks: readonly Assignment[][], { text }: ExtractedDocument): FindingDraft<OwnSide> {
  const names = tasks.map(([first]) => (first as Assignment).task.label ?? ((first as Assignment).task.eId as string));
  const sides = tasks.flat().map(({ agency, evidence }): OwnSide => ({ place: placeOfWords(text, agency.raw, evidence), value: agency.name }));
  // A ministry leads in the country, a department in its place: both may be meant. Of one level only the issuer can tell.
  const reason = kind === 'levels' ? 'lead-by-level' : 'cannot-tell';
  return {
    subject: kind === 'levels' ? '' : kind,
    kind,
    values: { tasks: names.join(', ') },
    sides,
    verdict: { value: null, confidence: 'none', decidedBy: [], reason, values: {}, candidates: [] },
  };
}

/** Where the cells of rows begin, and where they end. */
function cellsOf({ tree }: ExtractedDocument): Map<number, number> {
  const cells = new Map<number, number>();
  for (const { leaf } of leavesOf(tree, 'row')) for (const { position } of leaf.children ?? []) cells.set(position.start.offset, position.end.offset);
  return cells;
}

/** One lead is all its cell says, another of its level is named in the words of another cell. */
function rowContradicts(leads: readonly Assignment[], cells: ReadonlyMap<number, number>, text: string): boolean {
  const ends = [...cells].sort(([a], [b]) => a - b);
  const cellOf = ({ evidence }: Assignment) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as [number, number])[0] <= evidence.start) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1] ?? null;
  };
  const placed = leads.map((lead) => ({ lead, cell: cellOf(lead) }));
  return placed.some(
    ({ lead, cell }) =>
      cell !== null &&
      text.slice(...cell).trim() === lead.agency.raw.trim() &&
      placed.some(({ lead: other, cell: elsewhere }) => elsewhere !== cell && other.agency.level === lead.agency.level && other.agency.name !== lead.agency.name),
  );
}
