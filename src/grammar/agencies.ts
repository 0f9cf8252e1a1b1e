import type { Agency, Knowledge, Territory } from '../knowledge/knowledge.ts';
import type { Issuer, Reference } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/one-line.ts';
import { isCapitalAt } from '../text/word-chars.ts';
import { boardReader } from './boards.ts';
import { compiledOnce } from './compiled.ts';
import { joinedOtherwise } from './joined-names.ts';
import { nameIndex } from './name-index.ts';
import { phraseList, phrases } from './phrases.ts';
import { anyOf } from './words.ts';

/** A body's name as found in a text: registry rows that bear it, and the place named with it. */
export interface FoundAgency {
  start: number;
  end: number;
  /** End of the name without the place. */
  nameEnd: number;
  /** Registry rows of that name; empty where the name only begins with a word for a body. */
  rows: readonly Agency[];
  place: FoundPlace | null;
}

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

export interface AgencyGrammar {
  /** The body whose name starts at `offset`; `open` also takes names that are in no list but begin like a body's. */
  at(text: string, folded: string, offset: number, open: boolean): FoundAgency | null;
  /** The folded name of a board without its place, "ban chỉ đạo chuyển đổi số"; null for other bodies and for a board without a subject. */
  board(name: string): string | null;
  placeAt(text: string, folded: string, offset: number): FoundPlace | null;
  /** The territory a found place means in a document, or null where several fit. */
  territory(place: FoundPlace, context: PlaceContext): Territory | null;
  /** The territory of a kind ("district", "province") the document itself lies in. */
  ownTerritory(level: string, context: PlaceContext): Territory | null;
  /** The parents of a territory, itself first. */
  lineage(territory: Territory): Territory[];
  /** Body and territory as a reference: the id is null where the registry does not know the body for sure. */
  resolve(found: FoundAgency, text: string, context: PlaceContext): Omit<Issuer, 'evidence' | 'derived'>;
  /** The name in full: "Sở Xây dựng thành phố Hải Phòng", "Tỉnh ủy Hà Tĩnh". */
  fullName(name: string, territory: Territory | null): string;
  territoryName(territory: Territory): string;
  /** False for a Party committee named after another kind of territory: a "Tỉnh ủy" has no city. */
  fitsKind(row: Agency, territory: Territory): boolean;
  /** The rows of a name that existed on a day; without a day all of them. */
  validOn(rows: readonly Agency[], date: string | null): readonly Agency[];
  byId(id: string): Territory | undefined;
  byCode(code: string): readonly Agency[];
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

/** The administrative level a kind of territory stands on. */
export function levelOf(kind: string): string {
  return LEVELS[kind] ?? 'commune';
}

export const agencyGrammar: (knowledge: Pick<Knowledge, 'agencies' | 'territories' | 'anatomy' | 'citations'>) => AgencyGrammar = compiledOnce(
  ({ agencies, territories, anatomy, citations }) => {
    const listed = agencies.flatMap((body) => [body.name, ...body.aliases].map((name) => [fold(name), body] as const));
    const taken = new Set(listed.map(([name]) => name));
    const joined = agencies.flatMap((body) => joinedOtherwise(fold(body.name), citations.name_joiners).map((name) => [name, body] as const));
    const byName = nameIndex([...listed, ...joined.filter(([name]) => !taken.has(name))]);
    const placeNames = nameIndex(territories.flatMap((territory) => [territory.name, ...territory.aliases].map((name) => [fold(name), territory] as const)));
    const codes = new Map<string, Agency[]>();
    for (const body of agencies) for (const code of body.codes) codes.set(code, [...(codes.get(code) ?? []), body]);
    const byId = new Map(territories.map((territory) => [territory.id, territory]));
    const kinds = phrases(Object.entries(anatomy.territory_kinds));
    const kindWordOf = new Map<string, string>();
    for (const [word, kind] of Object.entries(anatomy.territory_kinds))
      if (!anatomy.territory_abbreviations.includes(word)) for (const name of KIND_NAMES[kind] ?? [kind]) if (!kindWordOf.has(name)) kindWordOf.set(name, word);
    const abbreviations = anatomy.territory_abbreviations.map(fold);
    const partyEnding = new RegExp(`${anyOf(anatomy.party_committees)}$`, 'u');
    const nameStop = new RegExp(`[,;.:()“”"\\n\\t]|\\s${anyOf(citations.body_stop_words)}(?!\\p{L})`, 'u');
    const headWords = phraseList(citations.body_head_words);

    const lineage = (territory: Territory): Territory[] => {
      const line: Territory[] = [];
      for (let at: Territory | undefined = territory; at && line.length < 6; at = at.parent ? byId.get(at.parent) : undefined) line.push(at);
      return line;
    };

    const placeAt = (text: string, folded: string, offset: number): FoundPlace | null => {
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
        const rows = kind ? known.rows.filter((row) => (KIND_NAMES[kind as string] ?? [kind]).includes(row.kind)) : known.rows;
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

    const committees = anatomy.party_committees.map(fold);
    const validAt = (row: { valid_from: string | null; valid_to: string | null }, date: string | null) =>
      date === null || ((row.valid_from === null || row.valid_from <= date) && (row.valid_to === null || date.slice(0, row.valid_to.length) <= row.valid_to));

    /** A Party committee is named after the kind of its territory: Tỉnh ủy, Thành ủy, Huyện ủy. */
    const fitsKind = (row: Agency, territory: Territory): boolean => {
      const committee = committees.find((name) => fold(row.name).endsWith(name));
      if (!committee) return true;
      const word = kindWordOf.get(territory.kind) ?? '';
      return word.split(' ')[0] === committee.split(' ')[0] || (word.startsWith('thị') && committee.startsWith('thị'));
    };

    const boards = boardReader({
      boards: citations.boards,
      compounds: citations.board_compounds,
      stops: [...citations.body_stop_words, ...citations.issuer_words],
      connectors: citations.list_connectors,
      committees: anatomy.party_committees,
    });
    const afterPlace = new RegExp(
      `^(?:$|[^\\p{L}\\d ]|\\s+(?:$|[^\\p{L}\\d]|${anyOf([...citations.body_stop_words, ...citations.issuer_words, ...citations.list_connectors])}(?!\\p{L})))`,
      'u',
    );
    const isBody = (folded: string, offset: number): boolean => byName.at(folded, offset) !== null || headWords.at(folded, offset) !== null;

    /** The board whose name starts at an offset; without a place of its own only where `open`. */
    const boardAt = (text: string, folded: string, offset: number, open: boolean): FoundAgency | null => {
      const head = isCapitalAt(text, offset) ? boards.head(folded, offset) : 0;
      if (head === 0) return null;
      let place: FoundPlace | null = null;
      const name = boards.read(text, folded, offset + head, {
        // "xã hội", "thành phố thông minh" are no places: a kind of place alone is one where nothing follows that belongs to it.
        placeEnd: (at) => {
          const found = placeAt(text, folded, at);
          place = found && (found.name !== null || afterPlace.test(folded.slice(found.end, found.end + 20))) ? found : null;
          return place?.end ?? null;
        },
        isBody: (at) => isBody(folded, at),
      });
      if (name === null || !(name.placed || open)) return null;
      return { start: offset, end: name.end, nameEnd: name.subjectEnd, rows: [], place: name.placed ? place : null };
    };

    const grammar: AgencyGrammar = {
      at(text, folded, offset, open) {
        const known = byName.at(folded, offset)?.value;
        // "Ban Chỉ huy quân sự" is a listed body of its own, "Ban Chỉ đạo" only the head of many names.
        const board = known && known.name.length > boards.head(folded, offset) ? null : boardAt(text, folded, offset, open);
        if (board) return board;
        if (known) {
          const nameEnd = offset + known.name.length;
          let at = nameEnd;
          while (text[at] === ' ') at++;
          const place = at > nameEnd ? placeAt(text, folded, at) : null;
          return { start: offset, end: place?.end ?? nameEnd, nameEnd, rows: known.rows, place };
        }
        if (!open) return null;
        const head = headWords.at(folded, offset)?.value;
        if (!head || !isCapitalAt(text, offset)) return null;
        const stop = nameStop.exec(folded.slice(offset, offset + 90));
        const end = offset + (stop ? stop.index : Math.min(90, folded.length - offset));
        return end > offset + head.length || head.includes(' ') ? { start: offset, end, nameEnd: end, rows: [], place: null } : null;
      },
      board(name) {
        const folded = fold(name);
        const board = boardAt(name, folded, 0, true);
        return board && folded.slice(0, board.nameEnd);
      },
      placeAt,
      territory(place, context) {
        if (place.name === null) return place.kind ? grammar.ownTerritory(place.kind, context) : null;
        const candidates = place.rows.filter((row) => validAt(row, context.date));
        const valid = candidates.length > 0 ? candidates : place.rows;
        // Without a date, a place and its later extent (Hải Phòng before and after 01/7/2025) are one place: the first row.
        const pool = valid.filter((row, at) => valid.findIndex((other) => baseId(other.id) === baseId(row.id)) === at);
        if (pool.length <= 1) return pool[0] ?? null;
        const province = context.own.find((row) => row.kind === 'province' || row.kind === 'city');
        const near = pool.filter((row) => province && (row.id === province.id || row.parent === province.id));
        if (near.length === 1) return near[0] as Territory;
        const provinces = (near.length > 0 ? near : pool).filter((row) => row.kind === 'province' || row.kind === 'city');
        return provinces.length === 1 ? (provinces[0] as Territory) : null;
      },
      ownTerritory(level, context) {
        const kinds = KIND_NAMES[level] ?? [level];
        return context.own.find((row) => kinds.includes(row.kind)) ?? null;
      },
      lineage,
      resolve(found, text, context) {
        const written = oneLine(text.slice(found.start, found.end));
        let territory = found.place ? grammar.territory(found.place, context) : null;
        const level = found.place?.kind ? levelOf((KIND_NAMES[found.place.kind] ?? [])[0] ?? '') : null;
        let rows = found.rows.filter((row) => validAt(row, context.date));
        if (rows.length === 0) rows = [...found.rows];
        const wanted = territory ? levelOf(territory.kind) : level;
        if (wanted && rows.length > 1) {
          const fitting = rows.filter((row) => row.level === wanted);
          if (fitting.length > 0) rows = fitting;
        }
        if (rows.length > 1 && !wanted) {
          // The nearest own territory that can have such a body: a "Thành ủy" is a city's, so in a huyện it is the city's above.
          const home = context.own.find((own) => rows.some((row) => row.level === levelOf(own.kind) && fitsKind(row, own)));
          const nearest = home ? rows.filter((row) => row.level === levelOf(home.kind)) : [];
          if (nearest.length === 1) rows = nearest;
        }
        const row = rows.length === 1 ? (rows[0] as Agency) : null;
        if (row?.territorial === 'yes' && !territory && !found.place?.name) territory = context.own.find((own) => levelOf(own.kind) === row.level) ?? null;
        const id = row === null ? null : row.territorial !== 'yes' ? row.id : territory ? `${territory.id}.${row.id}` : null;
        return { id, name: written, territory: territory ? reference(territory) : found.place?.name ? { id: null, name: text.slice(found.place.start, found.place.end) } : null };
      },
      fullName(name, territory) {
        if (!territory || fold(name).includes(fold(territory.name))) return name;
        const folded = fold(name);
        const kind = kindWordOf.get(territory.kind) ?? '';
        if (partyEnding.test(folded)) return `${name} ${territory.name}`;
        const ends = ` ${folded}`.endsWith(` ${kind}`);
        return ends ? `${name} ${territory.name}` : `${name} ${kind ? `${kind} ` : ''}${territory.name}`;
      },
      territoryName: (territory) => `${kindWordOf.get(territory.kind) ?? ''} ${territory.name}`.trim(),
      fitsKind,
      validOn: (rows, date) => rows.filter((row) => validAt(row, date)),
      byId: (id) => byId.get(id),
      byCode: (code) => codes.get(code) ?? [],
    };
    const reference = (territory: Territory): Reference => ({ id: territory.id, name: grammar.territoryName(territory) });
    return grammar;
  },
);

/** A territory's id without the year of a later extent. */
export function baseId(id: string): string {
  return id.replace(/-\d{4}(?=-|$)/g, '');
}
