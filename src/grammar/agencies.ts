import type { Agency, Knowledge, Territory } from '../knowledge/knowledge.ts';
import type { Issuer, Reference } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/one-line.ts';
import { isCapitalAt } from '../text/word-chars.ts';
import { boardReader } from './boards.ts';
import { compiledOnce } from './compiled.ts';
import { joinedOtherwise } from './joined-names.ts';
import { nameIndex } from './name-index.ts';
import { phraseList } from './phrases.ts';
import { type FoundPlace, isValidOn, kindsOf, levelOf, type PlaceContext, type PlaceGrammar, placeGrammar } from './places.ts';
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

export interface AgencyGrammar extends PlaceGrammar {
  /** The body whose name starts at `offset`; `open` also takes names that are in no list but begin like a body's. */
  at(text: string, folded: string, offset: number, open: boolean): FoundAgency | null;
  /** The folded name of a board without its place, "ban chỉ đạo chuyển đổi số"; null for other bodies and for a board without a subject. */
  board(name: string): string | null;
  /** True for a folded name that says no more than that it is a board, whose one it is not: "ban chỉ đạo". */
  isBareBoard(folded: string): boolean;
  /** Body and territory as a reference: the id is null where the registry does not know the body for sure. */
  resolve(found: FoundAgency, text: string, context: PlaceContext): Omit<Issuer, 'evidence' | 'derived'>;
  /** The name in full: "Sở Xây dựng thành phố Hải Phòng", "Tỉnh ủy Hà Tĩnh". */
  fullName(name: string, territory: Territory | null): string;
  /** False for a Party committee named after another kind of territory: a "Tỉnh ủy" has no city. */
  fitsKind(row: Agency, territory: Territory): boolean;
  /** The rows of a name that existed on a day; without a day all of them. */
  validOn(rows: readonly Agency[], date: string | null): readonly Agency[];
  byCode(code: string): readonly Agency[];
}

export const agencyGrammar: (knowledge: Pick<Knowledge, 'agencies' | 'territories' | 'anatomy' | 'citations'>) => AgencyGrammar = compiledOnce((knowledge) => {
  const { agencies, anatomy, citations } = knowledge;
  const listed = agencies.flatMap((body) => [body.name, ...body.aliases].map((name) => [fold(name), body] as const));
  const taken = new Set(listed.map(([name]) => name));
  const joined = agencies.flatMap((body) => joinedOtherwise(fold(body.name), citations.name_joiners).map((name) => [name, body] as const));
  const byName = nameIndex([...listed, ...joined.filter(([name]) => !taken.has(name))]);
  const codes = new Map<string, Agency[]>();
  for (const body of agencies) for (const code of body.codes) codes.set(code, [...(codes.get(code) ?? []), body]);
  const places = placeGrammar(knowledge);
  const partyEnding = new RegExp(`${anyOf(anatomy.party_committees)}$`, 'u');
  const nameStop = new RegExp(`[,;.:()“”"\\n\\t]|\\s${anyOf(citations.body_stop_words)}(?!\\p{L})`, 'u');
  const headWords = phraseList(citations.body_head_words);
  const capacities = phraseList(anatomy.capacities);

  const committees = anatomy.party_committees.map(fold);

  /** A Party committee is named after the kind of its territory: Tỉnh ủy, Thành ủy, Huyện ủy. */
  const fitsKind = (row: Agency, territory: Territory): boolean => {
    const committee = committees.find((name) => fold(row.name).endsWith(name));
    if (!committee) return true;
    const word = places.kindWord(territory);
    return word.split(' ')[0] === committee.split(' ')[0] || (word.startsWith('thị') && committee.startsWith('thị'));
  };

  const kindWords = Object.keys(anatomy.territory_kinds)
    .map(fold)
    .sort((a, b) => b.length - a.length);

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
        const found = places.placeAt(text, folded, at);
        place = found && (found.name !== null || afterPlace.test(folded.slice(found.end, found.end + 20))) ? found : null;
        return place?.end ?? null;
      },
      isBody: (at) => isBody(folded, at),
    });
    if (name === null || !(name.placed || open)) return null;
    return { start: offset, end: name.end, nameEnd: name.subjectEnd, rows: [], place: name.placed ? place : null };
  };

  const grammar: AgencyGrammar = {
    ...places,
    at(text, folded, offset, open) {
      const known = byName.at(folded, offset)?.value;
      // "Ban Chỉ huy quân sự" is a listed body of its own, "Ban Chỉ đạo" only the head of many names.
      const board = known && known.name.length > boards.head(folded, offset) ? null : boardAt(text, folded, offset, open);
      if (board) return board;
      if (known) {
        // "Đảng ủy xã Vĩnh Lộc": the name ends in the word for a kind of place, and no district of that name is meant.
        const kindAt = kindWords.find((word) => known.name.endsWith(` ${word}`));
        const kindStart = kindAt === undefined ? -1 : offset + known.name.length - kindAt.length;
        const named = kindStart < 0 ? null : places.placeAt(text, folded, kindStart);
        if (named?.name) return { start: offset, end: named.end, nameEnd: kindStart - 1, rows: known.rows, place: named };
        const nameEnd = offset + known.name.length;
        let at = nameEnd;
        while (text[at] === ' ') at++;
        const place = at > nameEnd ? places.placeAt(text, folded, at) : null;
        return { start: offset, end: place?.end ?? nameEnd, nameEnd, rows: known.rows, place };
      }
      if (!open) return null;
      const bearer = capacities.at(folded, offset);
      if (bearer && isCapitalAt(text, offset)) {
        // "Bộ trưởng Bộ Tài chính quy định …": the name of who heads a listed body ends with that body's.
        let body = bearer.end;
        while (text[body] === ' ') body++;
        const headed = grammar.at(text, folded, body, false);
        if (headed) return { ...headed, start: offset };
      }
      const head = headWords.at(folded, offset)?.value;
      if (!head || !isCapitalAt(text, offset)) return null;
      const stop = nameStop.exec(folded.slice(offset, offset + 90));
      const end = offset + (stop ? stop.index : Math.min(90, folded.length - offset));
      return end > offset + head.length || head.includes(' ') ? { start: offset, end, nameEnd: end, rows: [], place: null } : null;
    },
    isBareBoard: (folded) => folded !== '' && boards.head(folded, 0) === folded.length,
    board(name) {
      const folded = fold(name);
      const board = boardAt(name, folded, 0, true);
      return board && folded.slice(0, board.nameEnd);
    },
    resolve(found, text, context) {
      const written = oneLine(text.slice(found.start, found.end));
      let territory = found.place ? places.territory(found.place, context) : null;
      const level = found.place?.kind ? levelOf(kindsOf(found.place.kind)[0] ?? '') : null;
      let rows = found.rows.filter((row) => isValidOn(row, context.date));
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
      const kind = places.kindWord(territory);
      if (partyEnding.test(folded)) return `${name} ${territory.name}`;
      const ends = ` ${folded}`.endsWith(` ${kind}`);
      return ends ? `${name} ${territory.name}` : `${name} ${kind ? `${kind} ` : ''}${territory.name}`;
    },
    fitsKind,
    validOn: (rows, date) => rows.filter((row) => isValidOn(row, date)),
    byCode: (code) => codes.get(code) ?? [],
  };
  const reference = (territory: Territory): Reference => ({ id: territory.id, name: places.territoryName(territory) });
  return grammar;
});
