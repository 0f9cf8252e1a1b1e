import type { AgencyLevel } from '../model/assignments.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/one-line.ts';
import type { FoundPlace } from './agencies.ts';
import { type BodyGrammar, bodyGrammar } from './bodies.ts';
import { compiledOnce } from './compiled.ts';
import { capitalized, isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { phraseList, phrases } from './phrases.ts';

export interface CollectiveGrammar {
  /**
   * The collective named at an offset: "các sở, ban, ngành", "Chủ tịch Ủy ban nhân dân các xã". Without its "các" only where `bare`
   * allows it: "và đơn vị có liên quan", "phối hợp với Bộ, ngành liên quan".
   */
  at(words: Words, offset: number, bare: boolean): Mention | null;
  /** The collective of a body just read: "Ủy ban nhân dân" + " các quận, huyện". */
  below(words: Words, body: Mention): Mention | null;
  /** Bodies of a list before one of a level: "Hội Nông dân, Hội Phụ nữ cấp huyện" are all of that level. */
  levelled(words: Words, mentions: readonly Mention[]): readonly Mention[];
  /** Several bodies of a kind with the names of their places: "UBND các huyện: Kỳ Sơn, Tương Dương". */
  named(words: Words, body: Mention): Mention[] | null;
  /** End of the noun of collectives that begins at an offset: "ban xây dựng Đảng"; 0 where none does. */
  noun(folded: string, offset: number): number;
  /** End of what says where a body is or which are left out: " trên địa bàn tỉnh", " (trừ thành phố Vinh)". */
  tail(words: Words, end: number): number;
  /** True where a word can begin a collective. */
  begins(word: string): boolean;
}

const SEPARATOR = /,\s{0,2}|\s(?:-|–|&)\s/uy;
const MOST_NOUNS = 14;
const LONGEST_DESCRIPTION = 7;
const WORD = /[\p{L}\p{N}-]+/uy;

interface Noun {
  level: AgencyLevel | null;
  open: boolean;
}

/** How a series of nouns goes on: which nouns belong to it and whether a new "các" may stand inside. */
interface Series {
  end: number;
  level: AgencyLevel | null;
  qualifier: string | null;
}

/** Collectives (domain reference 7.3): nouns below one "các" are one, a second "các" begins another. */
export const collectiveGrammar: (knowledge: MentionKnowledge) => CollectiveGrammar = compiledOnce((knowledge) => {
  const { collectives, list_connectors, verbs: verbWords, triggers, no_predicates } = knowledge.roles;
  const bodies: BodyGrammar = bodyGrammar(knowledge);
  const determiners = phraseList(collectives.determiners);
  const heads = phraseList(collectives.heads);
  const nouns = phrases<Noun>(collectives.nouns.flatMap(({ level, open, words }) => words.map((word) => [word, { level: level ?? null, open }] as const)));
  const noMembers = phraseList(collectives.no_members);
  const alone = new Set(collectives.bare.map(fold));
  const places = phraseList(collectives.places);
  const qualifiers = phraseList(collectives.qualifiers);
  const relevance = new Set(collectives.relevance.map(fold));
  const owners = phraseList(collectives.owners);
  const areas = phraseList(collectives.areas);
  const exceptions = phraseList(collectives.exceptions);
  const levels = phrases(Object.entries(collectives.levels));
  const connectors = phraseList(list_connectors);
  const verbs = phraseList(verbWords);
  const ends = phraseList([...triggers.flatMap(({ kind, phrases: own }) => (kind === 'mute' ? [] : own)), ...no_predicates, ...knowledge.roles.insertions]);
  const vague = new Set(collectives.vague.map(fold));
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
  const placeBelow = ({ text, folded }: Words, kind: string, at: number): { end: number; kind: string; place: FoundPlace; name: string } | null => {
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

  const series = (words: Words, from: number, onlyPlaces: boolean, bare = false): Series | null => {
    const { text, folded } = words;
    let at = from;
    let level: AgencyLevel | null = null;
    let qualifier: string | null = null;
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
      if (body && !whole && body.end > noun.end && isCapital(text.charAt(at)) && (bare || !noun.value.open || isCapital(text.charAt(skipBlanks(text, noun.end))))) break;
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
      const of = owning < 0 ? null : (bodies.at(words, owning) ?? (several && series(words, skipBlanks(text, several.end), false)));
      if (of) end = of.end;
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
      if (related || of) break;
      const next = nextNoun(words, end);
      if (next < 0) break;
      const again = onlyPlaces ? determiners.at(folded, next) : null;
      at = again ? skipBlanks(text, again.end) : next;
    }
    return end < 0 ? null : { end, level, qualifier };
  };

  const mention = (words: Words, start: number, found: Series, name: string): Mention => ({
    start,
    end: found.end,
    head: null,
    name: capitalized(name),
    collective: true,
    level: found.level,
    qualifier: found.qualifier,
    found: null,
    vague: found.qualifier === null && vague.has(oneLine(words.folded.slice(start, found.end))),
    listHead: null,
    person: null,
  });

  /** Without a doubled "các". */
  const nameOf = (words: Words, start: number, from: number, end: number): string => {
    const determiner = written(words, start, from).split(' ');
    const last = determiner.at(-1) ?? '';
    const once = determiner.filter((word, at) => at === determiner.length - 1 || fold(word) !== fold(last));
    return [...once, written(words, from, end)].filter(Boolean).join(' ');
  };

  return {
    at(words, offset, bare) {
      const { text, folded } = words;
      const head = heads.at(folded, offset);
      const from = head ? skipBlanks(text, head.end) : offset;
      // "Công an các cấp", "Cơ quan thuế các cấp"
      const level = head && from > head.end ? levels.at(folded, from) : null;
      if (level) return mention(words, offset, { end: level.end, level: level.value, qualifier: null }, written(words, offset, level.end));
      const determiner = determiners.at(folded, from);
      if (!determiner) {
        const noun = head && from > head.end ? nouns.at(folded, from) : null;
        // "Thủ trưởng cơ quan ngang Bộ", but not "Hội Nông dân tổ chức": that is a verb.
        if (head && noun && (verbs.at(folded, from)?.end ?? 0) < noun.end && !places.at(folded, from) && (noun.value.open || folded.slice(from, noun.end).includes(' '))) {
          const own = series(words, from, false);
          return own && mention(words, offset, own, written(words, offset, own.end));
        }
        if (!bare || head) return null;
        const found = series(words, offset, false, true);
        return found && (found.qualifier || alone.has(oneLine(folded.slice(offset, found.end)))) ? mention(words, offset, found, nameOf(words, offset, offset, found.end)) : null;
      }
      const at = skipBlanks(text, determiner.end);
      const found = series(words, at, false);
      return found && mention(words, offset, found, nameOf(words, offset, at, found.end));
    },
    below(words, body) {
      const { text, folded } = words;
      const { place } = body.found ?? {};
      // "Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương": without "các" all the same.
      const several = place && place.name === null ? series(words, place.start, true) : null;
      if (place && several && several.end > body.end && several.qualifier)
        return {
          ...body,
          end: several.end,
          name: `${body.name.slice(0, -(place.end - place.start))}${written(words, place.start, several.end)}`,
          collective: true,
          level: several.level,
          qualifier: several.qualifier,
          found: null,
        };
      const at = skipBlanks(text, body.end);
      const level = levels.at(folded, at);
      if (level && at > body.end) return { ...body, end: level.end, name: `${body.name} ${written(words, at, level.end)}`, collective: true, level: level.value, found: null };
      const determiner = at > body.end ? determiners.at(folded, at) : null;
      const found = determiner && series(words, skipBlanks(text, determiner.end), true);
      return (
        found && { ...body, end: found.end, name: `${body.name} ${written(words, at, found.end)}`, collective: true, level: found.level, qualifier: found.qualifier, found: null }
      );
    },
    levelled(words, mentions) {
      const last = mentions.at(-1);
      const body = last?.collective && last.level !== null && mentions.length > 1 ? bodies.at(words, last.start) : null;
      const at = body && skipBlanks(words.text, body.end);
      const end = at && body && at > body.end ? levels.at(words.folded, at)?.end : undefined;
      if (!last || !at || end !== last.end) return mentions;
      return mentions.map((each) => {
        const shares = each.found?.place === null && each.found.rows.some(({ level, territorial }) => level === last.level && territorial === 'yes');
        return shares ? { ...each, name: `${each.name} ${written(words, at, end)}`, collective: true, level: last.level, found: null } : each;
      });
    },
    named(words, body) {
      const { text, folded } = words;
      const at = skipBlanks(text, body.end);
      const determiner = at > body.end ? determiners.at(folded, at) : null;
      const kind = determiner && kinds.at(folded, skipBlanks(text, determiner.end));
      if (!kind) return null;
      let next = skipBlanks(text, kind.end);
      if (text.charAt(next) === ':') next = skipBlanks(text, next + 1);
      const found: Mention[] = [];
      while (isCapital(text.charAt(next)) && !bodies.at(words, next)?.found) {
        const below = placeBelow(words, kind.value, next);
        if (!below) break;
        const { end, place } = below;
        const placed = body.found && { ...body.found, end, place: { ...place, start: next, end } };
        found.push({ ...body, start: next, end, head: [body.start, kind.end], name: `${body.name} ${below.kind} ${below.name}`, found: placed });
        const following = nextNoun(words, end);
        if (following < 0) break;
        next = following;
      }
      return found.length > 0 ? found : null;
    },
    noun: (folded, offset) => nouns.at(folded, offset)?.end ?? 0,
    tail(words, end) {
      const { text, folded } = words;
      let at = end;
      for (let count = 0; count < 3; count++) {
        const next = skipBlanks(text, at);
        const area = next > at ? areas.at(folded, next) : null;
        if (area) {
          const place = bodies.agencies.placeAt(text, folded, skipBlanks(text, area.end));
          at = place?.end ?? area.end;
          continue;
        }
        const bracket = text.charAt(next) === '(';
        const inside = bracket ? skipBlanks(text, next + 1) : text.charAt(next) === ',' ? skipBlanks(text, next + 1) : next;
        if (!exceptions.at(folded, inside)) return at;
        const close = bracket ? text.indexOf(')', inside) : text.indexOf(',', inside);
        if (close < 0 || close - inside > 160) return at;
        at = bracket ? close + 1 : close;
      }
      return at;
    },
    begins: (word) => determiners.begins(word) || heads.begins(word),
  };
});
