import { identityWords } from '../../grammar/identity-words.ts';
import type { PlaceContext } from '../../grammar/places.ts';
import type { Territory } from '../../knowledge/knowledge.ts';
import { fold } from '../../text/fold.ts';
import type { TargetTools } from './tools.ts';

/**
 * The territory that the title of a central body's document is about: "Phê duyệt Quy hoạch tỉnh Hưng Yên", "… làm việc với Ban Thường vụ Tỉnh ủy
 * Hưng Yên"; of a place and the one it lies in the former. Null where the title names none or several.
 */
export function placeOfTitle(title: string, date: string | null, { agencies, knowledge }: TargetTools): Territory | null {
  const folded = fold(title);
  const context: PlaceContext = { own: [], date };
  const about = new Set<Territory>();
  for (const { kindAt, nameAt, committee } of identityWords(knowledge).placesInText(folded)) {
    // `Tỉnh ủy Hưng Yên`: that of the province, not of the city.
    const body = agencies.at(title, folded, kindAt, false);
    const own = body ? (agencies.resolve(body, title, context).territory?.id ?? null) : null;
    const place = own === null ? agencies.placeAt(title, folded, committee ? nameAt : kindAt) : null;
    const named = place?.name && place.rows.length > 0 ? agencies.territory(place, context) : null;
    const territory = own === null ? named : (agencies.byId(own) ?? null);
    if (territory && territory.kind !== 'country') about.add(territory);
  }
  const all = [...about];
  const narrowest = all.filter((each) => !all.some((other) => other !== each && agencies.lineage(other).includes(each)));
  return narrowest.length === 1 ? (narrowest[0] as Territory) : null;
}
