import { agencyGrammar } from '../grammar/agencies.ts';
import { identityWords } from '../grammar/identity-words.ts';
import type { PlaceContext } from '../grammar/places.ts';
import type { Territory } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isCapitalAt } from '../text/word-chars.ts';
import type { DocumentView } from './document-view.ts';
import type { Letterhead, LetterheadKnowledge } from './letterhead.ts';

/** The words for a kind of place are no longer: "thành phố". */
const LONGEST_KIND = 16;

/**
 * The territory a document is at home in: named in the letterhead, else the place it is dated at, else the one its text names
 * most. "An Lão" is a district of two provinces; the province named in the text decides.
 */
export function homeTerritory(view: DocumentView, letterhead: Letterhead, date: string | null, knowledge: LetterheadKnowledge): Territory | null {
  const grammar = agencyGrammar(knowledge);
  const sample = view.text.slice(0, 60_000);
  const folded = view.folded.slice(0, 60_000);
  const counts = new Map<Territory, number>();
  const provinces = new Map<string, number>();
  const note = (territory: Territory | null, weight: number) => {
    if (!territory || territory.kind === 'country') return;
    counts.set(territory, (counts.get(territory) ?? 0) + weight);
    const province = grammar.lineage(territory).find((row) => row.kind === 'province' || row.kind === 'city');
    if (province) provinces.set(province.id, (provinces.get(province.id) ?? 0) + weight);
  };
  const places: { place: NonNullable<ReturnType<typeof grammar.placeAt>>; weight: number }[] = [];
  for (const { kindAt, nameAt, committee } of identityWords(knowledge).placesInText(folded)) {
    if (!isCapitalAt(sample, nameAt)) continue;
    const place = grammar.placeAt(sample, folded, committee ? nameAt : kindAt);
    if (place?.name && place.rows.length > 0) places.push({ place, weight: 1 });
  }
  const bare: PlaceContext = { own: [], date };
  for (const { place, weight } of places) if (place.rows.length === 1 || grammar.territory(place, bare)) note(grammar.territory(place, bare), weight);
  const province = [...provinces].sort((a, b) => b[1] - a[1])[0]?.[0];
  const context: PlaceContext = { own: province ? grammar.lineage(grammar.byId(province) as Territory) : [], date };
  if (letterhead.place) {
    const words = letterhead.place.value;
    const place = ownPlace(letterhead, fold(words), grammar) ?? grammar.placeAt(words, fold(words), 0);
    const territory = place ? grammar.territory(place, context) : null;
    if (territory) return territory;
  }
  for (const { place, weight } of places) if (place.rows.length > 1 && !grammar.territory(place, bare)) note(grammar.territory(place, context), weight);
  if (letterhead.anchors > 0) return province ? (grammar.byId(province) ?? null) : null;
  // Without a letterhead the most named place is the best witness; the lower of two wins, since a district names its province too.
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

/** "Vĩnh Lộc, ngày …" under "ỦY BAN NHÂN DÂN XÃ VĨNH LỘC": the commune, not the district of the same name. */
function ownPlace({ issuerLines }: Letterhead, name: string, grammar: ReturnType<typeof agencyGrammar>): ReturnType<typeof grammar.placeAt> {
  for (const { words } of issuerLines) {
    const folded = fold(words);
    for (let at = folded.lastIndexOf(name), from = folded.lastIndexOf(' ', at - 2) + 1; at > 0 && from >= 0; from = folded.lastIndexOf(' ', from - 2) + 1) {
      const place = grammar.placeAt(words, folded, from);
      if (place?.kind && place.name !== null && fold(place.name) === name) return place;
      if (from === 0 || at - from > LONGEST_KIND) break;
    }
  }
  return null;
}
