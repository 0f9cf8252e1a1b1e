import { agencyGrammar } from '../../../grammar/agencies.ts';
import { type KnownAgency, knownAgencies } from '../../../grammar/succession.ts';
import type { Territory } from '../../../knowledge/knowledge.ts';
import { spellingsOf } from '../../agency-spellings.ts';
import { ownDay } from '../../own-day.ts';
import type { DocumentRule, FindingDraft, OwnSide, VerdictDraft } from '../../rule.ts';
import { endedCollectives } from './ended-kinds.ts';

/** Bodies that ended with their territory, with the names of their successors. */
interface EndedPlace {
  territory: Territory;
  bodies: { known: KnownAgency; sides: OwnSide[] }[];
}

/** A task for a body that had ended when the document was issued, or had not begun: Sở Kế hoạch và Đầu tư in a plan of August 2025. */
export const rule: DocumentRule = {
  name: 'agency.outside-validity',
  *checkDocument(document, knowledge) {
    const issued = ownDay(document);
    if (issued === null) return;
    const country = knowledge.territories.find(({ kind }) => kind === 'country')?.id;
    const agencyOf = knownAgencies(knowledge);
    const territories = agencyGrammar(knowledge);
    const places = new Map<string, EndedPlace>();
    for (const [id, { agency, places: spelled }] of spellingsOf(document)) {
      const known = agencyOf(id);
      if (!known) continue;
      const { validFrom, validTo } = known;
      const ended = validTo !== null && validTo < issued.slice(0, validTo.length);
      // "Cục Thống kê" in a province's plan is its branch there, not the central body that later took the name.
      const local = known.level === 'central' && document.identity.issuer?.territory?.id !== country;
      const unborn = !local && validFrom !== null && validFrom > issued.slice(0, validFrom.length);
      if (!ended && !unborn) continue;
      const sides = [...spelled.values()].flat();
      const territory = known.territory?.id ? territories.byId(known.territory.id) : undefined;
      if (ended && territory && territory.valid_to === validTo) {
        const place = places.get(territory.id) ?? { territory, bodies: [] };
        places.set(territory.id, place);
        place.bodies.push({ known, sides });
        continue;
      }
      const successors = known.successors.flatMap((next) => agencyOf(next)?.name ?? []);
      yield {
        subject: id,
        kind: ended ? 'ended' : 'unborn',
        values: { agency: agency.name, day: { date: ended ? (validTo as string) : (validFrom as string) }, issued: { date: issued } },
        sides,
        verdict: successorVerdict(ended ? successors : []),
      };
    }
    for (const place of places.values()) yield placeDraft(place, issued, knowledge);
    const collectives = endedCollectives(document, issued, knowledge);
    if (collectives) yield collectives;
  },
};

/** "Hải Dương is part of Hải Phòng since 01/07/2025": one finding for all bodies of a territory, for they ended together. */
function placeDraft({ territory, bodies }: EndedPlace, issued: string, knowledge: Parameters<typeof agencyGrammar>[0]): FindingDraft<OwnSide> {
  const { byId, territoryName } = agencyGrammar(knowledge);
  const agencyOf = knownAgencies(knowledge);
  const next = territory.successors.flatMap((reference) => byId(reference.split(':')[0] as string) ?? []);
  const merged = next.length > 0 && !territory.successors.every((reference) => reference.endsWith(':rename'));
  const [only, ...more] = bodies;
  const successors = more.length === 0 && only ? only.known.successors.flatMap((id) => agencyOf(id)?.fullName ?? []) : [];
  return {
    subject: territory.id,
    kind: next.length === 0 ? 'place-ended' : merged ? 'place-merged' : 'place-renamed',
    values: {
      agency: [...new Set(bodies.map(({ known }) => known.fullName))].join(', '),
      place: territoryName(territory),
      ...(next.length > 0 ? { into: next.map(territoryName).join(', ') } : {}),
      day: { date: territory.valid_to as string },
      issued: { date: issued },
    },
    sides: bodies.flatMap(({ sides }) => sides),
    verdict: successorVerdict(successors),
  };
}

function successorVerdict(successors: readonly string[]): VerdictDraft<OwnSide> {
  const [value] = successors;
  if (value === undefined || successors.length > 1) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] };
  return { value, confidence: 'medium', decidedBy: ['successor'], reason: 'successor', values: { value }, candidates: [] };
}
