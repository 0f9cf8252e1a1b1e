import type { AgencyLevel } from '../model/assignments.ts';
import { fold } from '../text/fold.ts';
import { type BodyGrammar, bodyGrammar } from './bodies.ts';
import { isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { phraseList, phrases } from './phrases.ts';
import type { FoundPlace } from './places.ts';

/** A series of nouns below one "các": where it ends, the level of its first noun, the last qualifier. */
export interface Series {
  end: number;
  level: AgencyLevel | null;
  qualifier: string | null;
  /** True where the body they belong to is named: "của các Bộ". */
  owned: boolean;
}

/** A noun of collectives; `open` ones may be described further: "các doanh nghiệp viễn thông". */
export interface Noun {
  level: AgencyLevel | null;
  open: boolean;
}

export interface SeriesGrammar {
  /** The series of nouns from `from` on, or null; of kinds of places where `onlyPlaces`, without "các" before it where `bare`. */
  at(words: Words, from: number, onlyPlaces: boolean, bare?: boolean): Series | null;
  /** Behind a noun or name: the offset of the next one of the series, -1 where there is none. */
  next(words: Words, at: number): number;
  /** A place named after a kind that others share: "Hải Phòng" in "các tỉnh Quảng Ninh, Hải Phòng" is a city by its own name. */
  placeBelow(words: Words, kind: string, at: number): { end: number; kind: string; place: FoundPlace; name: string } | null;
  /** The noun of collectives that begins at an offset. */
  noun(folded: string, offset: number): { end: number; value: Noun } | null;
}

/** "các sở, ban, ngành", "các huyện/thành phố" */
const SEPARATOR = /,\s{0,2}|\s(?:-|–|&)\s|\s?\/\s?(?=\p{L})/uy;
const MOST_NOUNS = 14;
const LONGEST_DESCRIPTION = 7;
const WORD = /[\p{L}\p{N}-]+/uy;

/** How collectives go on behind their "các": nouns, what describes them, whose they are (domain reference 7.3). */
export function collectiveSeries(knowledge: MentionKnowledge): SeriesGrammar {
  const { collectives, list_connectors, verbs: verbWords, triggers, no_predicates } = knowledge.roles;
  const bodies: BodyGrammar = bodyGrammar(knowledge);
  const determiners = phraseList(collectives.determiners);
  const nouns = phrases<Noun>(collectives.nouns.flatMap(({ level, open, words }) => words.map((word) => [word, { level: level ?? null, open }] as const)));
  const noMembers = phraseList(collectives.no_members);
  const compounds = phraseList(knowledge.roles.name_compounds);
  const places = phraseList(collectives.places);
  const qualifiers = phraseList(collectives.qualifiers);
  const relevance = new Set(collectives.relevance.map(fold));
  const owners = phraseList(collectives.owners);
  const ranges = { from: phraseList(collectives.ranges.from), to: phraseList(collectives.ranges.to), on: phraseList(collectives.ranges.on) };
  const offices = phraseList(knowledge.roles.own_offices);
  const divisions = new Set(collectives.divisions.map(fold));
  const areas = phraseList(collectives.areas);
  const connectors = phraseList(list_connectors);
  const verbs = phraseList(verbWords);
  const ends = phraseList([...triggers.flatMap(({ kind, phrases: own }) => (kind === 'mute' ? [] : own)), ...no_predicates, ...knowledge.roles.insertions]);
  const { territory_kinds } = knowledge.anatomy;
  const kinds = phraseList(Object.keys(territory_kinds));
  const city = Object.keys(territory_kinds).find((word) => territory_kinds[word] === 'city') as string;

  /** Behind a noun: the offset of the next noun of the series, -1 where there is none. */
  const nextNoun = (words: Words, at: number): number => {
    SEPARATOR.lastIndex = at;
    const mark = SEPARATOR.exec(words.folded)?.[0].length ?? 0;
    let next = skipBlanks(words.text, at + mark);
    const connector = connectors.at(words.folded, next);
    if (connector && next > at) next = skipBlanks(words.text, connector.end);
    else if (mark === 0) return -1;
    return next;
  };

  /** A qualifier; the kind of a place is one only where its phrase ends: not in "cơ sở trợ giúp xã hội". */
  const qualifierAt = ({ text, folded }: Words, at: number): { end: number; value: string } | null => {
    const found = qualifiers.at(folded, at);
    if (!found || !kinds.at(folded, at) || kinds.at(folded, at)?.end !== found.end) return found;
    const next = skipBlanks(text, found.end);
    const letter = next > found.end && /\p{Ll}/u.test(text.charAt(next));
    return letter &&
      !(verbs.at(folded, next) || ends.at(folded, next) || areas.at(folded, next) || connectors.at(folded, next) || qualifiers.at(folded, next) || owners.at(folded, next))
      ? null
      : found;
  };

  /** "viễn thông" behind "các doanh nghiệp": words up to the next verb, role or mark. */
  const description = ({ text, folded }: Words, from: number): number => {
    let at = from;
    for (let count = 0; count <= LONGEST_DESCRIPTION; count++) {
      const next = skipBlanks(text, at);
      WORD.lastIndex = next;
      const word = next === at && count > 0 ? undefined : WORD.exec(folded)?.[0];
      if (word === undefined || next === at) return at;
      // "các doanh nghiệp kinh doanh thuốc bảo vệ thực vật"
      const compound = compounds.at(folded, next);
      if (compound && count < LONGEST_DESCRIPTION) {
        at = compound.end;
        continue;
      }
      if (
        isCapital(text.charAt(next)) ||
        verbs.at(folded, next) ||
        ends.at(folded, next) ||
        areas.at(folded, next) ||
        owners.at(folded, next) ||
        qualifiers.at(folded, next) ||
        connectors.at(folded, next)
      )
        return at;
      if (count === LONGEST_DESCRIPTION) return from;
      at = next + word.length;
    }
    return at;
  };

  /** A place named after a kind that others share: "Hải Phòng" in "các tỉnh Quảng Ninh, Hải Phòng" is a city by its own name. */
  const placeBelow: SeriesGrammar['placeBelow'] = ({ text, folded }: Words, kind, at) => {
    if (!isCapital(text.charAt(at))) return null;
    const of = (word: string) => bodies.agencies.placeAt(`${word} ${text.slice(at, at + 60)}`, `${word} ${folded.slice(at, at + 60)}`, 0);
    const said = of(kind);
    const other = said?.rows.length === 0 && territory_kinds[kind] === 'province' ? of(city) : null;
    const [word, place] = other && other.rows.length > 0 ? [city, other] : [kind, said];
    return place?.name ? { end: place.end - word.length - 1 + at, kind: word, place, name: place.name } : null;
  };

  /** End of the names behind a kind of place: "các tỉnh | Quảng Ninh, Lạng Sơn và Cao Bằng". */
  const placesBelow = (words: Words, kind: string, from: number): number => {
    let end = from;
    for (let next = skipBlanks(words.text, from), count = 0; next >= 0 && next > from && count < MOST_NOUNS; next = nextNoun(words, end), count++) {
      const place = bodies.at(words, next)?.found ? null : placeBelow(words, kind, next);
      if (!place) break;
      end = place.end;
    }
    return end;
  };

  /** "các ban | Liên đoàn Lao động thành phố": parts of a body named right behind them. */
  const whose = (words: Words, noun: number, end: number): Mention | null => {
    const next = skipBlanks(words.text, end);
    if (next === end || !isCapital(words.text.charAt(next)) || !divisions.has(words.folded.slice(noun, end))) return null;
    const body = bodies.at(words, next);
    return body;
  };

  /** "các đơn vị trực thuộc | Sở |:": the office a document speaks of as its own. */
  const office = ({ text, folded }: Words, at: number): { end: number } | null => {
    const found = isCapital(text.charAt(at)) ? offices.at(folded, at) : null;
    return found && !isCapital(text.charAt(skipBlanks(text, found.end))) ? found : null;
  };

  /** "các tỉnh | từ Quảng Trị đến Khánh Hòa", "| từ Thừa Thiên Huế trở ra": the end of what says which places these are, `at` where nothing does. */
  const rangeEnd = ({ text, folded }: Words, at: number): number => {
    const from = ranges.from.at(folded, skipBlanks(text, at));
    const first = from && bodies.agencies.placeAt(text, folded, skipBlanks(text, from.end));
    if (!first?.name) return at;
    const next = skipBlanks(text, first.end);
    const to = ranges.to.at(folded, next);
    const last = to && bodies.agencies.placeAt(text, folded, skipBlanks(text, to.end));
    return last?.name ? last.end : (ranges.on.at(folded, next)?.end ?? at);
  };

  const series = (words: Words, from: number, onlyPlaces: boolean, bare = false): Series | null => {
    const { text, folded } = words;
    let at = from;
    let level: AgencyLevel | null = null;
    let qualifier: string | null = null;
    let owned = false;
    let end = -1;
    for (let count = 0; count < MOST_NOUNS; count++) {
      const noun = onlyPlaces
        ? places.at(folded, at) && { end: places.at(folded, at)?.end ?? at, value: nouns.at(folded, at)?.value ?? { level: null, open: false } }
        : nouns.at(folded, at);
      // "các trường hợp" are no schools.
      if (!noun || (noMembers.at(folded, at)?.end ?? 0) > noun.end) break;
      const body = bodies.at(words, at);
      // "các Tổ đại biểu Hội đồng nhân dân tỉnh": a noun of several words is more than the head of a name in no list.
      const whole = !noun.value.open && folded.slice(at, noun.end).includes(' ') && !body?.found;
      // "các Ban Quản lý rừng" and "các Ban quản lý dự án" are several, "các Bộ Xây dựng" and "các Trường Chính trị" are bodies of the registry.
      if (body && !whole && body.end > noun.end && isCapital(text.charAt(at)) && (bare || !noun.value.open || isCapital(text.charAt(skipBlanks(text, noun.end))))) {
        // "các Tổng công ty Điện lực": of a kind that no list has, all of them.
        if (bare || body.found || !noun.value.open || count > 0) break;
        return { end: body.end, level: noun.value.level, qualifier: null, owned: false };
      }
      level ??= noun.value.level;
      end = noun.end;
      if (noun.value.open) end = description(words, end);
      const kind = kinds.at(folded, at);
      if (kind?.end === end) end = placesBelow(words, kind.value, end);
      let related = false;
      const owner = owners.at(folded, skipBlanks(text, end));
      const owning = owner && skipBlanks(text, end) > end ? skipBlanks(text, owner.end) : -1;
      // "các đơn vị thuộc Sở Y tế", "các đơn vị trực thuộc các sở, ngành"
      const several = owning < 0 ? null : determiners.at(folded, owning);
      const of = owning < 0 ? whose(words, at, end) : (bodies.at(words, owning) ?? office(words, owning) ?? (several && series(words, skipBlanks(text, several.end), false)));
      if (of) {
        end = of.end;
        owned = true;
      }
      for (let more = 0; more < 3; more++) {
        const next = skipBlanks(text, end);
        const found = next > end ? qualifierAt(words, next) : null;
        if (!found) break;
        // "các sở, ngành thành phố" but "các cơ quan tỉnh Hà Tĩnh": the name of the place goes with its kind.
        end = Math.max(found.end, kinds.at(folded, next) ? (bodies.agencies.placeAt(text, folded, next)?.end ?? 0) : 0);
        if (relevance.has(found.value)) {
          qualifier = text.slice(next, found.end);
          related = true;
        }
      }
      if (kind) end = rangeEnd(words, end);
      if (related || of) break;
      const next = nextNoun(words, end);
      if (next < 0) break;
      // "Công an xã, | các thôn": without "các" before the first kind the second begins others.
      const again = onlyPlaces && !bare ? determiners.at(folded, next) : null;
      at = again ? skipBlanks(text, again.end) : next;
    }
    return end < 0 ? null : { end, level, qualifier, owned };
  };

  return { at: series, next: nextNoun, placeBelow, noun: (folded, offset) => nouns.at(folded, offset) };
}
