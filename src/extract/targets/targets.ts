import type { PlaceContext } from '../../grammar/agencies.ts';
import type { Citation, Identity } from '../../model/facts.ts';
import type { Target } from '../../model/targets.ts';
import type { DocumentView } from '../document-view.ts';
import type { LogicalTable } from '../tables/logical-table.ts';

/** The targets of a document (domain reference 6). */
export function readTargets(_view: DocumentView, _tables: readonly LogicalTable[], _identity: Identity, _citations: readonly Citation[], _place: PlaceContext): Target[] {
  return [];
}
