import { agencyGrammar } from '../grammar/agencies.ts';
import { compiledOnce } from '../grammar/compiled.ts';
import { baseId, levelOf } from '../grammar/places.ts';
import { anyOf } from '../grammar/words.ts';
import type { DocumentNumber } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentDigest, Mention, ResolveKnowledge } from './digest.ts';

/** The body whose numbers form one sequence: a code in a territory. `territory` null where it cannot be told. */
export interface Series {
  system: 'state' | 'party';
  /** Without the year suffix of a territory's later extent, so that a mention without a date finds its kin. */
  territory: string | null;
  level: string;
  /** The body as written, where a code that many agencies share stands for one that is in no list. */
  body: string | null;
}

/** The body that is said to issue a number. */
export interface SaidBody {
  id: string | null;
  name: string | null;
  territory: string | null;
  place: string | null;
}

export interface SeriesGrammar {
  /** The series of a mention, read in the document that makes it (domain reference 1.4 step 1). */
  of(number: DocumentNumber, said: SaidBody, document: DocumentDigest): Series;
}

export const seriesGrammar: (knowledge: ResolveKnowledge) => SeriesGrammar = compiledOnce((knowledge) => {
  const agencies = agencyGrammar(knowledge);
  const { citations } = knowledge;
  const upper = (codes: readonly string[]) => new Set(codes.map((code) => code.toUpperCase()));
  const alwaysCentral = upper(citations.central_codes);
  const districtCodes = new Set(citations.district_codes);
  const provinceCodes = new RegExp(citations.province_codes.pattern, 'u');
  const anyLevelCodes = new Set(citations.any_level_codes);
  const centralCodes = upper(knowledge.agencies.filter((body) => body.level === 'central').flatMap((body) => body.codes));
  const localCodes = upper(knowledge.agencies.filter((body) => body.level !== 'central').flatMap((body) => body.codes));
  const central = new Map(knowledge.agencies.flatMap((body) => (body.level === 'central' ? [[body.id, upper(body.codes)] as const] : [])));
  const centralName = new RegExp(`\\s${anyOf(citations.central_name_ends)}$`, 'u');
  const onePerTerritory = new Set(knowledge.agencies.filter((body) => body.territorial === 'yes').map((body) => body.id));
  const base = (id: string | null | undefined) => (id ? baseId(id) : null);
  const ownAt = (document: DocumentDigest, level: string) => document.territories.find((id) => levelOf(agencies.byId(id)?.kind ?? '') === level) ?? null;
  const kindWords = Object.entries(knowledge.anatomy.territory_kinds);
  const placeLevel = (place: string) => {
    const folded = fold(place);
    const kind = kindWords.find(([word]) => folded.startsWith(`${word} `))?.[1];
    return kind === undefined ? null : levelOf(kind);
  };
  return {
    of(number, { id, name, territory, place }, document) {
      const code = (number.bodyCode ?? '').replace(/\d+$/, '').toUpperCase();
      const shared = name !== null && anyLevelCodes.has(code);
      // A province has many boards, each with numbers of its own.
      const board = shared ? agencies.board(name) : null;
      const body = board ?? (shared && (id === null || !onePerTerritory.has(id)) && place === null && territory === null ? fold(name) : null);
      const named = territory ? agencies.byId(territory) : undefined;
      // A place that is in no list is a place of its own, not the document's.
      if (place !== null && number.legislature === null)
        return { system: number.system, territory: unlistedId(place), level: placeLevel(place) ?? (districtCodes.has(code) ? 'district' : 'province'), body: board };
      // "19/CT-TTG" in a title in capitals is the Prime Minister's; "2928/LĐTBXH-BVCSTE" of a ministry has its old code without B.
      const known = (number.bodyCode ?? '').toUpperCase();
      const codes = id === null ? undefined : central.get(id);
      const saidCentral = codes !== undefined || (name !== null && centralName.test(fold(name)));
      if (number.legislature !== null || alwaysCentral.has(code) || codes?.has(known) || (!localCodes.has(known) && (centralCodes.has(known) || saidCentral)))
        return { system: number.system, territory: 'vn', level: 'central', body: null };
      let level = 'province';
      if (districtCodes.has(code)) level = 'district';
      else if (provinceCodes.test(code)) level = 'province';
      else if (named) level = levelOf(named.kind);
      else if (anyLevelCodes.has(code)) level = document.territories[0] ? levelOf(agencies.byId(document.territories[0])?.kind ?? '') : 'province';
      if (named && levelOf(named.kind) === level) return { system: number.system, territory: base(named.id), level, body };
      // "Thành ủy" named in a district's text is the committee of its province.
      const lineage = named ? agencies.lineage(named) : [];
      const above = lineage.find((row) => levelOf(row.kind) === level);
      return { system: number.system, territory: base(above?.id ?? ownAt(document, level)), level, body };
    },
  };
});

/** An id for a place that is in no list, "xx-xã-tân-thành"; with its accents, since "xã Tân Thanh" is another. */
function unlistedId(place: string): string {
  return `xx-${place.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

/** True for mentions that name a work at all: those with a number that is printed. */
export function isNumbered(mention: Mention): mention is Mention & { number: DocumentNumber; key: string } {
  return mention.key !== null && mention.number !== null && mention.number.value !== null;
}
