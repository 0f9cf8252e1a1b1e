import type { AssignedAgency } from '../model/assignments.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { OwnSide, VerdictDraft } from './rule.ts';
import { placeOfWords } from './words-at.ts';

/** How a document spells one body: each spelling with the places of its assignments. */
export interface Spellings {
  agency: AssignedAgency;
  /** By the words of the document, first letter a capital. */
  places: Map<string, OwnSide[]>;
}

/** The spellings of each listed body that a document gives tasks to; collectives are no bodies. */
export function spellingsOf({ assignments, text }: ExtractedDocument): Map<string, Spellings> {
  const bodies = new Map<string, Spellings>();
  for (const { agency, evidence } of assignments) {
    if (agency.collective || agency.id === null) continue;
    const raw = agency.raw.charAt(0).toUpperCase() + agency.raw.slice(1);
    const body = bodies.get(agency.id) ?? { agency, places: new Map<string, OwnSide[]>() };
    bodies.set(agency.id, body);
    const sides = body.places.get(raw) ?? [];
    body.places.set(raw, sides);
    const place = placeOfWords(text, agency.raw, evidence);
    if (!sides.some((side) => side.place[0] === place[0])) sides.push({ place, value: raw });
  }
  return bodies;
}

/** The verdict on a spelling other than the registry's: certain where the document itself has the registered name, too. */
export function registeredName(name: string, saidRight: boolean): VerdictDraft<never> {
  return { value: name, confidence: saidRight ? 'certain' : 'high', decidedBy: ['registry'], reason: 'registered-name', values: { value: name }, candidates: [] };
}
