import type { AgencyGrammar } from '../../grammar/agencies.ts';
import { type Mention, written } from '../../grammar/mentions.ts';
import { baseId, levelOf, type PlaceContext } from '../../grammar/places.ts';
import type { Agency } from '../../knowledge/knowledge.ts';
import { AgencyLevel, type AssignedAgency } from '../../model/assignments.ts';
import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { Actor } from './act.ts';

/** A mention as the agency it means at the document's date and place: "Sở Y tế" in Hà Giang is `vn-hg.so-y-te`. */
export function assignedAgency({ mention, passage }: Actor, agencies: AgencyGrammar, place: PlaceContext): AssignedAgency {
  const raw = written(passage, mention.start, mention.end);
  const { name, collective, qualifier } = mention;
  if (collective || !mention.found) {
    return { id: null, name, collective, level: mention.level, territory: collective ? homeOf(mention, agencies, place) : null, qualifier, raw };
  }
  const resolved = agencies.resolve(mention.found, passage.text, place);
  const { territory } = resolved;
  // "báo cáo Ban Chỉ đạo": which one only the document knows.
  const unknown = agencies.isBareBoard(fold(passage.text.slice(mention.found.start, mention.found.end)));
  if (unknown) return { id: null, name, collective, level: null, territory: null, qualifier, raw };
  const id = fitsLevel(resolved, mention.found.rows, agencies) ? resolved.id : null;
  const row = mention.found.rows.find((each) => id !== null && (id === each.id || id.endsWith(`.${each.id}`)));
  const levels = new Set(mention.found.rows.map(({ level }) => level));
  const level = row?.level ?? (levels.size === 1 ? mention.found.rows[0]?.level : undefined);
  return { id, name, collective, level: AgencyLevel.safeParse(level).data ?? null, territory, qualifier, raw };
}

/** False where the registry's row is of another level than the place: a body of districts is none of a province. */
function fitsLevel({ id, territory }: { id: string | null; territory: AssignedAgency['territory'] }, rows: readonly Agency[], agencies: AgencyGrammar): boolean {
  const home = territory?.id ? agencies.byId(territory.id) : undefined;
  const row = home && rows.find((each) => id === `${home.id}.${each.id}`);
  return !row || row.level === levelOf(home.kind);
}

/** The territory whose bodies a collective means: the document's own, the nearest that has bodies of that level. */
function homeOf({ level }: Mention, agencies: AgencyGrammar, { own }: PlaceContext): AssignedAgency['territory'] {
  if (level === 'central') return null;
  const depth = ORDER.indexOf(level ?? 'cell');
  const home = own.find((territory) => ORDER.indexOf(levelOf(territory.kind) as AgencyLevel) <= depth);
  return home ? { id: home.id, name: agencies.territoryName(home) } : null;
}

const ORDER: readonly AgencyLevel[] = ['central', 'province', 'district', 'commune', 'cell'];

/** What tells agencies apart in the id of a fact: the registry's id, or the name. */
export function agencyKey({ id, name }: AssignedAgency, slug: (words: string) => string): string {
  return id === null ? slug(name) : baseId(id).replaceAll('.', '-');
}

/** Where the words of an actor stand in the document, its shared head first. */
export function placesOf({ mention, passage }: Actor): { own: [number, number][]; head: [number, number][] } {
  return { own: passage.spans(mention.start, mention.end), head: mention.head ? passage.spans(mention.head[0], mention.head[1]) : [] };
}

/** True where two actors are the same words of the document. */
export function placeKey({ mention, passage }: { mention: Mention; passage: Passage }): string {
  return `${passage.offset(mention.start)}-${mention.name}`;
}
