import type { Assignment } from '../../../model/assignments.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import { fold } from '../../../text/fold.ts';
import { productsTwiceLed } from '../../led-products.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { groupBy } from '../../target-series.ts';
import { taskName } from '../../task-name.ts';
import { placeOfWords } from '../../words-at.ts';

/**
 * One task with two leads that exclude each other: a central body and one of the place ("phối hợp với Bộ Tài chính là cơ quan chủ
 * trì … Sở Tài chính chủ trì"), a row whose cell of leads says Sở Xây dựng and whose task says "(Sở Y tế là cơ quan chủ trì)",
 * a unit with two lines "- Cơ quan chủ trì: …", or one product that is to be made in two places of the document, each time by another body.
 */
export const rule: DocumentRule = {
  name: 'agency.lead-conflict',
  *checkDocument(document, knowledge) {
    const all = document.assignments.filter(({ role, agency }) => role === 'lead' && !agency.collective && agency.level !== null);
    const levels: Assignment[][] = [];
    const rows: Assignment[][] = [];
    let cells: ReadonlyMap<number, number> | null = null;
    for (const own of groupBy(all, ({ task }) => task.eId).values()) {
      const split = ofTwoLevels(own, document.text);
      if (split.length > 0) levels.push(split);
      else if (own.length > 1 && own.some(({ where }) => where === 'table')) {
        cells ??= cellsOf(document);
        if (rowContradicts(own, cells, document.text)) rows.push(own);
      }
    }
    for (const own of groupBy(all, ({ task, where }) => (where === 'prose' && task.label !== null ? `${task.label}|${task.text}` : null)).values()) {
      const lines = linesThatContradict(own, document.text);
      if (lines.length > 0) rows.push(lines);
    }
    if (levels.length > 0) yield draftOf('levels', levels, document);
    if (rows.length > 0) yield draftOf('one-level', rows, document);
    for (const [product, own] of productsTwiceLed(all, knowledge)) yield productDraft(product, own, document);
  },
};

/** Leads of two levels whose tasks are one: a unit may give a ministry one task and, behind a semicolon, a department another. */
function ofTwoLevels(leads: readonly Assignment[], text: string): Assignment[] {
  const central = leads.filter(({ agency }) => agency.level === 'central').slice(0, MOST_COMPARED);
  const local = leads.filter(({ agency }) => agency.level !== 'central').slice(0, MOST_COMPARED);
  const split = new Set<Assignment>();
  for (const one of central) for (const other of local) if (haveOneTask(one, other, text)) split.add(one).add(other);
  return leads.filter((lead) => split.has(lead));
}

/** Two lines of one unit that begin alike, "- Cơ quan chủ trì: Sở Xây dựng", and name different bodies of one level. */
function linesThatContradict(leads: readonly Assignment[], text: string): Assignment[] {
  const leadIn = ({ evidence: { start } }: Assignment) => fold(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)).trim();
  const labelled = groupBy(leads, (lead) => (leadIn(lead).endsWith(':') ? `${leadIn(lead)}|${lead.agency.level}` : null));
  for (const own of labelled.values()) if (new Set(own.map(({ task }) => task.eId)).size > 1 && new Set(own.map(({ agency }) => agency.name)).size > 1) return own;
  return [];
}

/** The words of one task are those of the other, or what stands behind them in one clause: "Bộ Xây dựng chủ trì, Sở Xây dựng chủ trì lập quy hoạch". */
function haveOneTask(one: Assignment, other: Assignment, text: string): boolean {
  const [mine, theirs] = [fold(one.task.text), fold(other.task.text)];
  if (mine === theirs || mine.endsWith(theirs) || theirs.endsWith(mine)) return true;
  const [first, last] = one.evidence.start < other.evidence.start ? [one, other] : [other, one];
  return one.where === 'prose' && !CLAUSE_END.test(text.slice(first.evidence.end, last.evidence.start));
}

/** No unit of a real document has so many leads of a level. */
const MOST_COMPARED = 50;
const CLAUSE_END = /[;\n]|\.\s/u;

function draftOf(kind: string, tasks: readonly Assignment[][], { text }: ExtractedDocument): FindingDraft<OwnSide> {
  const names = tasks.map(([first]) => taskName((first as Assignment).task));
  const sides = tasks.flat().map(({ agency, evidence }): OwnSide => ({ place: placeOfWords(text, agency.raw, evidence), value: agency.name }));
  // A ministry leads in the country, a department in its place: both may be meant. Of one level only the issuer can tell.
  const reason = kind === 'levels' ? 'lead-by-level' : 'cannot-tell';
  return {
    subject: kind === 'levels' ? '' : kind,
    kind,
    values: { tasks: [...new Set(names)].join('; ') },
    sides,
    verdict: { value: null, confidence: 'none', decidedBy: [], reason, values: {}, candidates: [] },
  };
}

/** One product, and each body that is to lead on it; the tasks stand under several labels, so the product names them. */
function productDraft(product: string, leads: readonly Assignment[], { text }: ExtractedDocument): FindingDraft<OwnSide> {
  const names = [...new Set(leads.map(({ agency }) => agency.name))];
  return {
    subject: fold(product),
    kind: 'two-places',
    values: { tasks: product, agencies: names.join(', ') },
    sides: leads.map(({ agency, evidence }): OwnSide => ({ place: placeOfWords(text, agency.raw, evidence), value: agency.name })),
    verdict: {
      ...{ value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {} },
      candidates: names.map((value) => ({ value, mentions: leads.filter(({ agency }) => agency.name === value).length, witnesses: 1, supports: [], refutes: [] })),
    },
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
