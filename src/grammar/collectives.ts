import { fold } from '../text/fold.ts';
import { oneLine } from '../text/one-line.ts';
import { type BodyGrammar, bodyGrammar } from './bodies.ts';
import { collectiveSeries, type Series } from './collective-series.ts';
import { compiledOnce } from './compiled.ts';
import { capitalized, isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { phraseList, phrases } from './phrases.ts';
import { placeSharing } from './shared-places.ts';

export interface CollectiveGrammar {
  /**
   * The collective named at an offset: "các sở, ban, ngành", "Chủ tịch Ủy ban nhân dân các xã". Without its "các" only where `bare`
   * allows it: "và đơn vị có liên quan", "phối hợp với Bộ, ngành liên quan".
   */
  at(words: Words, offset: number, bare: Bare): Mention | null;
  /** The collective of a body just read: "Ủy ban nhân dân" + " các quận, huyện". */
  below(words: Words, body: Mention): Mention | null;
  /** Bodies of a list before one of a level: "Hội Nông dân, Hội Phụ nữ cấp huyện" are all of that level. */
  levelled(words: Words, mentions: readonly Mention[]): readonly Mention[];
  /** Several bodies of a kind with the names of their places: "UBND các huyện: Kỳ Sơn, Tương Dương". */
  named(words: Words, body: Mention): Mention[] | null;
  /** An organ without its own name that shares the places of what follows it: "Bí thư" before ", Chủ tịch Ủy ban nhân dân các tỉnh"; vague until `levelled` gives them. */
  sharer(words: Words, offset: number): Mention | null;
  /** End of the noun of collectives that begins at an offset: "ban xây dựng Đảng"; 0 where none does. */
  noun(folded: string, offset: number): number;
  /** End of what says where a body is or which are left out: " trên địa bàn tỉnh", " (trừ thành phố Vinh)". */
  tail(words: Words, end: number): number;
  /** True where a word can begin a collective. */
  begins(word: string): boolean;
}

/** Whether a collective needs no "các": behind a role or in a list, and more of them behind "phối hợp với". */
export type Bare = boolean | 'partner';

/** Persons or organs that one series of places or bodies may have before it. */
const MOST_HEADS = 4;

/** "UBND | 135 | xã, phường": a number says how many there are; null where none stands. */
function counted(text: string, at: number): { end: number } | null {
  const number = /^\d{1,4} /.exec(text.slice(at, at + 5))?.[0].length ?? 0;
  return number > 0 ? { end: at + number - 1 } : null;
}

/** Collectives (domain reference 7.3): nouns below one "các" are one, a second "các" begins another. */
export const collectiveGrammar: (knowledge: MentionKnowledge) => CollectiveGrammar = compiledOnce((knowledge) => {
  const { collectives, verbs: verbWords } = knowledge.roles;
  const bodies: BodyGrammar = bodyGrammar(knowledge);
  const series = collectiveSeries(knowledge);
  const determiners = phraseList(collectives.determiners);
  const heads = phraseList(collectives.heads);
  const standing = phraseList(collectives.standing);
  const sharers = phraseList(collectives.sharers);
  const persons = phraseList(knowledge.roles.persons);
  const own = new Set(knowledge.roles.own_persons);
  const alone = new Set(collectives.bare.map(fold));
  const partners = phraseList(collectives.partners);
  const places = phraseList(collectives.places);
  const areas = phraseList(collectives.areas);
  const exceptions = phraseList(collectives.exceptions);
  const levels = phrases(Object.entries(collectives.levels));
  const verbs = phraseList(verbWords);
  const vague = new Set(collectives.vague.map(fold));
  const kinds = phraseList(Object.keys(knowledge.anatomy.territory_kinds));

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

  /** The persons or organs before "các …": "Vụ trưởng, Cục trưởng | các Vụ, Cục". */
  const headsAt = (words: Words, offset: number): { end: number } | null => {
    const person = heads.at(words.folded, offset) ? null : persons.at(words.folded, offset);
    // "Chánh án | Tòa án nhân dân | các cấp"
    const of = person ? heads.at(words.folded, skipBlanks(words.text, person.end)) : null;
    const first = of ?? heads.at(words.folded, offset);
    let head = first;
    // "Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ": a minister is somebody without what follows.
    for (let count = 0; head && !own.has(head.value) && count < MOST_HEADS; count++) {
      const next = series.next(words, head.end);
      head = next < 0 ? null : heads.at(words.folded, next);
      const from = head && skipBlanks(words.text, head.end);
      if (from && determiners.at(words.folded, from)) return head;
    }
    return first;
  };

  /** What each place or office has one of, with what says whose they are: "Trưởng thôn", "Ban Công tác Mặt trận | các xóm", "Công đoàn cơ sở | trực thuộc". */
  const standingSeries = (words: Words, end: number): Series => {
    const next = skipBlanks(words.text, end);
    const level = next > end ? levels.at(words.folded, next) : null;
    if (level) return { end: level.end, level: level.value, qualifier: null, owned: false };
    const determiner = next > end ? (determiners.at(words.folded, next) ?? counted(words.text, next)) : null;
    return (determiner && series.at(words, skipBlanks(words.text, determiner.end), false)) ?? { end, level: null, qualifier: null, owned: false };
  };

  const levelled = placeSharing(knowledge, bodies);

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
      const generic = standing.at(folded, offset);
      // "Công đoàn ngành Y tế" is one.
      if (generic && (bare || isCapital(text.charAt(offset))) && !isCapital(text.charAt(skipBlanks(text, generic.end)))) {
        const own = standingSeries(words, generic.end);
        return mention(words, offset, own, written(words, offset, own.end));
      }
      const head = headsAt(words, offset);
      const from = head ? skipBlanks(text, head.end) : offset;
      // "Công an các cấp", "Cơ quan thuế các cấp"
      const level = head && from > head.end ? levels.at(folded, from) : null;
      if (level) return mention(words, offset, { end: level.end, level: level.value, qualifier: null, owned: false }, written(words, offset, level.end));
      const determiner = determiners.at(folded, from);
      if (!determiner) {
        const noun = head && from > head.end ? series.noun(folded, from) : null;
        // "Thủ trưởng cơ quan ngang Bộ"; "Ban Tổ chức Đảng ủy" is one; but not "Hội Nông dân tổ chức": that is a verb.
        if (
          head &&
          noun &&
          !(isCapital(text.charAt(from)) ? bodies.at(words, offset) : bodies.at(words, offset)?.found) &&
          (verbs.at(folded, from)?.end ?? 0) < noun.end &&
          !places.at(folded, from) &&
          (noun.value.open || folded.slice(from, noun.end).includes(' '))
        ) {
          const own = series.at(words, from, false);
          return own && mention(words, offset, own, written(words, offset, own.end));
        }
        if (!bare || head) return null;
        const found = series.at(words, offset, false, true);
        const partner = bare === 'partner' ? partners.at(folded, offset) : null;
        // "lực lượng kiểm lâm, chính quyền địa phương" are two.
        if (found && partner && /[,&]| và /.test(text.slice(offset, found.end))) return mention(words, offset, { ...found, end: partner.end }, written(words, offset, partner.end));
        return found && (partner || found.qualifier || found.owned || alone.has(oneLine(folded.slice(offset, found.end))))
          ? mention(words, offset, found, nameOf(words, offset, offset, found.end))
          : null;
      }
      // "Đảng ủy các cơ quan Đảng xã" is one body.
      if (head && (bodies.at(words, offset)?.found?.nameEnd ?? 0) > determiner.end) return null;
      const at = skipBlanks(text, determiner.end);
      const found = series.at(words, at, false);
      return found && mention(words, offset, found, nameOf(words, offset, at, found.end));
    },
    below(words, body) {
      const { text, folded } = words;
      const { place } = body.found ?? {};
      // "Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương": without "các" all the same.
      const kind = place ? place.name === null && place : body.found && kinds.endingAt(folded, body.end);
      const several = kind ? series.at(words, kind.start, true, true) : null;
      // "Ban Chỉ đạo thi hành án dân sự huyện, thành phố" too, but no name behind the last kind.
      if (kind && several && several.end > body.end && (several.qualifier || !isCapital(text.charAt(skipBlanks(text, several.end)))))
        return {
          ...body,
          end: several.end,
          name: `${body.name.slice(0, -(kind.end - kind.start))}${written(words, kind.start, several.end)}`,
          collective: true,
          level: several.level,
          qualifier: several.qualifier,
          found: null,
        };
      // "Ủy ban nhân dân cấp xã" is in the registry and means all of them.
      const own = body.found ? levels.endingAt(folded, body.end) : null;
      if (own) return { ...body, collective: true, level: own.value, found: null };
      const at = skipBlanks(text, body.end);
      const level = levels.at(folded, at);
      if (level && at > body.end) return { ...body, end: level.end, name: `${body.name} ${written(words, at, level.end)}`, collective: true, level: level.value, found: null };
      const determiner = at > body.end ? (determiners.at(folded, at) ?? counted(text, at)) : null;
      const found = determiner && series.at(words, skipBlanks(text, determiner.end), true);
      return (
        found && { ...body, end: found.end, name: `${body.name} ${written(words, at, found.end)}`, collective: true, level: found.level, qualifier: found.qualifier, found: null }
      );
    },
    levelled,
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
        const below = series.placeBelow(words, kind.value, next);
        if (!below) break;
        const { end, place } = below;
        const placed = body.found && { ...body.found, end, place: { ...place, start: next, end } };
        found.push({ ...body, start: next, end, head: [body.start, kind.end], name: `${body.name} ${below.kind} ${below.name}`, found: placed });
        const following = series.next(words, end);
        if (following < 0) break;
        next = following;
      }
      return found.length > 0 ? found : null;
    },
    sharer(words, offset) {
      const found = isCapital(words.text.charAt(offset)) ? sharers.at(words.folded, offset) : null;
      return found && series.next(words, found.end) > 0
        ? { ...mention(words, offset, { end: found.end, level: null, qualifier: null, owned: false }, written(words, offset, found.end)), collective: false, vague: true }
        : null;
    },
    noun: (folded, offset) => series.noun(folded, offset)?.end ?? 0,
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
    begins: (word) => determiners.begins(word) || heads.begins(word) || standing.begins(word),
  };
});
