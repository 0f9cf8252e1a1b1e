import type { AssignedAgency } from '../model/assignments.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { OwnSide } from './rule.ts';
import { placeOfWords } from './words-at.ts';

/** How a document spells one body: each spelling with the places of its assignments. */
export interface Spellings {
  agency: AssignedAgency;
  /** By the words of the document, first letter a capital. */
  places: Map<string, OwnSide[]>;
}

/** The spellings of each listed body that a document gives tasks to; collectives are no bodies. */
export function spellingsOf(document: ExtractedDocument): Map<string, Spellings> {
  return spellingsBy(document, ({ id }) => id);
}

/** The spellings of bodies that no list has under the words of the document, by these words. */
export function unlistedSpellings(document: ExtractedDocument): Map<string, Spellings> {
  return spellingsBy(document, ({ id, name }) => (id === null ? `?${name}` : null));
}

function spellingsBy({ assignments, text }: ExtractedDocument, keyOf: (agency: AssignedAgency) => string | null): Map<string, Spellings> {
  const bodies = new Map<string, Spellings>();
  for (const { agency, evidence } of assignments) {
    const key = agency.collective ? null : keyOf(agency);
    if (key === null) continue;
    const raw = agency.raw.charAt(0).toUpperCase() + agency.raw.slice(1);
    const body = bodies.get(key) ?? { agency, places: new Map<string, OwnSide[]>() };
    bodies.set(key, body);
    const sides = body.places.get(raw) ?? [];
    body.places.set(raw, sides);
    const place = placeOfWords(text, agency.raw, evidence);
    if (!sides.some((side) => side.place[0] === place[0])) sides.push({ place, value: raw });
  }
  return bodies;
}
