import type { PlaceContext } from '../../grammar/agencies.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Assignment } from '../../model/assignments.ts';
import type { Citation, Identity } from '../../model/facts.ts';
import type { DocumentView } from '../document-view.ts';
import type { LogicalTable } from '../tables/logical-table.ts';

export type AssignmentKnowledge = Pick<Knowledge, 'anatomy' | 'citations' | 'dates' | 'agencies' | 'territories' | 'tables' | 'headings' | 'roles'>;

/** Who does what by when, from prose and tables (domain reference 7). */
export function readAssignments(
  _view: DocumentView,
  _tables: readonly LogicalTable[],
  _identity: Identity,
  _citations: readonly Citation[],
  _place: PlaceContext,
  _knowledge: AssignmentKnowledge,
): Assignment[] {
  return [];
}
