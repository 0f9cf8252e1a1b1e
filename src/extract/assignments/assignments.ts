import type { PlaceContext } from '../../grammar/places.ts';
import { roleGrammar } from '../../grammar/roles.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Assignment } from '../../model/assignments.ts';
import type { Citation, Identity } from '../../model/facts.ts';
import type { DocumentView } from '../document-view.ts';
import type { LogicalTable } from '../tables/logical-table.ts';
import { citedSpans } from './cited-spans.ts';
import { AssignmentCollector } from './collect.ts';
import { enactingClause } from './enacting.ts';
import { ProseReader } from './prose.ts';
import { TableReader } from './table-rows.ts';
import { Tokenizer } from './tokens.ts';

export type AssignmentKnowledge = Pick<Knowledge, 'anatomy' | 'citations' | 'dates' | 'agencies' | 'territories' | 'tables' | 'headings' | 'roles'>;

/** Who does what by when, from prose and tables (domain reference 7). */
export function readAssignments(
  view: DocumentView,
  tables: readonly LogicalTable[],
  identity: Identity,
  citations: readonly Citation[],
  place: PlaceContext,
  knowledge: AssignmentKnowledge,
): Assignment[] {
  const cited = citedSpans(view, citations);
  const tokenizer = new Tokenizer(cited.citations, roleGrammar(knowledge));
  const collector = new AssignmentCollector(view, homeOf(identity.issuer, place), knowledge, cited.titles, enactingClause(identity, knowledge));
  new ProseReader(view, collector, tokenizer, knowledge).run();
  for (const table of tables) new TableReader(table, collector, tokenizer, knowledge).run();
  return collector.finish();
}

/** A body of the centre is at home in no province: the city it dates its documents at has not the bodies it speaks to. */
function homeOf(issuer: Identity['issuer'], place: PlaceContext): PlaceContext {
  return issuer?.id && issuer.territory === null ? { ...place, own: place.own.filter(({ kind }) => kind === 'country') } : place;
}
