import type { Knowledge, Territory } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';
import { nameIndex } from './name-index.ts';
import { phrases } from './phrases.ts';

/** "huyện An Lão", "thành phố", "Hải Phòng": a kind word, a name, or both. */
export interface FoundPlace {
  start: number;
  end: number;
  kind: string | null;
  name: string | null;
  rows: readonly Territory[];
}

/** Where a document comes from, for reading "thành phố" or "Sở Xây dựng" in it. */
export interface PlaceContext {
  /** The document's own territory and its parents, innermost first. */
  own: readonly Territory[];
  /** ISO date the text is to be read at; null where unknown. */
  date: string | null;
}

export interface PlaceGrammar {
  /** The place named at an offset: a kind word, a name, or both. */
  placeAt(text: string, folded: string, offset: number): FoundPlace | null;
  /** The territory a found place means in a document, or null where several fit. */
  territory(place: FoundPlace, context: PlaceContext): Territory | null;
  /** The territory of a kind ("district", "province") the document itself lies in. */
  ownTerritory(level: string, context: PlaceContext): Territory | null;
  /** The parents of a territory, itself first. */
  lineage(territory: Territory): Territory[];
  /** The word for the kind of a territory, "" where there is none: "huyện". */
  kindWord(territory: Territory): string;
  /** Kind and name: "huyện An Lão". */
  territoryName(territory: Territory): string;
  byId(id: string): Territory | undefined;
}

const NAME_WORDS = /^(?:\p{Lu}[\p{L}'’]*|\d{1,2})(?:[ \-–]{1,3}(?:\p{Lu}[\p{L}'’]*))*/u;
const KIND_NAMES: Readonly<Record<string, readonly string[]>> = {
  province: ['province'],
  city: ['city', 'provincial-city', 'municipality-city'],
  district: ['district'],
  'urban-district': ['urban-district'],
  town: ['town'],
  commune: ['commune'],
  ward: ['ward'],
  township: ['township'],
  'special-zone': ['special-zone'],
};
const LEVELS: Readonly<Record<string, string>> = {
  country: 'central',
  province: 'province',
  city: 'province',
  district: 'district',
  'provincial-city': 'district',
  'municipality-city': 'district',
  town: 'district',
  'urban-district': 'district',
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  'special-zone': 'commune',
};

/** The kinds of territories a kind word of `anatomy.yaml` stands for; itself where it is none of them. */
export function kindsOf(word: string): readonly string[] {
  return KIND_NAMES[word] ?? [word];
}

/** The administrative level a kind of territory stands on. */
export function levelOf(kind: string): string {
  return LEVELS[kind] ?? 'commune';
}

/** Places as texts name them, and the territories they mean (domain reference 7.3). */
export const placeGrammar: (knowledge: Pick<Knowledge, 'territories' | 'anatomy'>) => PlaceGrammar = compiledOnce(({ territories, anatomy }) => {
  const placeNames = nameIndex(territories.flatMap((territory) => [territory.name, ...territory.aliases].map((name) => [fold(name), territory] as const)));
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const kinds = phrases(Object.entries(anatomy.territory_kinds));
  const kindWordOf = new Map<string, string>();
  for (const [word, kind] of Object.entries(anatomy.territory_kinds))
    if (!anatomy.territory_abbreviations.includes(word)) for (const name of kindsOf(kind)) if (!kindWordOf.has(name)) kindWordOf.set(name, word);
  const abbreviations = anatomy.territory_abbreviations.map(fold);

  const ownTerritory: PlaceGrammar['ownTerritory'] = (level, context) => context.own.find((row) => kindsOf(level).includes(row.kind)) ?? null;

  const lineage = (territory: Territory): Territory[] => {
    const line: Territory[] = [];
    for (let at: Territory | undefined = territory; at && line.length < 6; at = at.parent ? byId.get(at.parent) : undefined) line.push(at);
    return line;
  };

  const placeAt: PlaceGrammar['placeAt'] = (text, folded, offset) => {
    let at = offset;
    let kind: string | null = null;
    const word = kinds.at(folded, at);
    if (word) {
      kind = word.value;
      at = word.end;
      while (text[at] === ' ') at++;
    }
    const known = placeNames.at(folded, at)?.value;
    if (known && (/\p{Lu}|\d/u.test(text.charAt(at)) || abbreviations.some((word) => known.name.startsWith(word)))) {
      const rows = kind ? known.rows.filter((row) => kindsOf(kind as string).includes(row.kind)) : known.rows;
      const free = NAME_WORDS.exec(text.slice(at, at + 60))?.[0].length ?? 0;
      // "xã Hà Tĩnh Đông": a longer name of small places wins over the province it begins with.
      if (rows.length > 0 || kind === null || free <= known.name.length)
        return { start: offset, end: at + known.name.length, kind, name: text.slice(at, at + known.name.length), rows };
    }
    if (kind === null) return null;
    const name =
      NAME_WORDS.exec(text.slice(at, at + 60))?.[0]
        .split(/\s+/)
        .slice(0, 4)
        .join(' ') ?? '';
    if (name === '') return { start: offset, end: offset + folded.slice(offset, at).trimEnd().length, kind, name: null, rows: [] };
    return { start: offset, end: at + name.length, kind, name, rows: [] };
  };

  const territory: PlaceGrammar['territory'] = (place, context) => {
    if (place.name === null) return place.kind ? ownTerritory(place.kind, context) : null;
    const candidates = place.rows.filter((row) => isValidOn(row, context.date));
    const valid = candidates.length > 0 ? candidates : place.rows;
    // Without a date, a place and its later extent (Hải Phòng before and after 01/7/2025) are one place: the first row.
    const pool = valid.filter((row, at) => valid.findIndex((other) => baseId(other.id) === baseId(row.id)) === at);
    if (pool.length <= 1) return pool[0] ?? null;
    const province = context.own.find((row) => row.kind === 'province' || row.kind === 'city');
    const near = pool.filter((row) => province && (row.id === province.id || row.parent === province.id));
    if (near.length === 1) return near[0] as Territory;
    const provinces = (near.length > 0 ? near : pool).filter((row) => row.kind === 'province' || row.kind === 'city');
    return provinces.length === 1 ? (provinces[0] as Territory) : null;
  };

  return {
    placeAt,
    territory,
    ownTerritory,
    lineage,
    kindWord: ({ kind }) => kindWordOf.get(kind) ?? '',
    territoryName: ({ kind, name }) => `${kindWordOf.get(kind) ?? ''} ${name}`.trim(),
    byId: (id) => byId.get(id),
  };
});

/** True where a row of the registry existed on a day; without a day always. */
export function isValidOn(row: { valid_from: string | null; valid_to: string | null }, date: string | null): boolean {
  return date === null || ((row.valid_from === null || row.valid_from <= date) && (row.valid_to === null || date.slice(0, row.valid_to.length) <= row.valid_to));
}

/** A territory's id without the year of a later extent. */
export function baseId(id: string): string {
  return id.replace(/-\d{4}(?=-|$)/g, '');
}
