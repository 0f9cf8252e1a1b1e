import { AgencyLevel } from '../model/assignments.ts';
import { fold } from '../text/fold.ts';
import { type BodyGrammar, bodyGrammar } from './bodies.ts';
import { type Bare, type CollectiveGrammar, collectiveGrammar } from './collectives.ts';
import { compiledOnce } from './compiled.ts';
import { capitalized, isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList } from './phrases.ts';

/** Bodies named one after the other: "Sở Y tế, Công an tỉnh và các đơn vị liên quan". */
export interface MentionList {
  start: number;
  end: number;
  mentions: readonly Mention[];
}

export interface AgencyListGrammar {
  /** The list that begins at an offset, its distributed heads resolved ("Các Sở: A, B" is Sở A, Sở B), or null. */
  at(words: Words, offset: number): MentionList | null;
  /** The same behind a word that only bodies follow, where a collective needs no "các": "phối hợp với | Bộ, ngành liên quan". */
  behindRole(words: Words, offset: number, partner?: boolean): MentionList | null;
  /** True where a word can begin a list; cheap. */
  begins(word: string): boolean;
  /** The words that begin a body or the head of a list, without those of collectives. */
  readonly firstWords: ReadonlySet<string>;
  readonly bodies: BodyGrammar;
}

const MOST_MENTIONS = 40;
const MARK = /[,;]\s{0,3}|\s\+\s/uy;

/** Lists of agencies (domain reference 7.2 and 7.3): split by the longest names of the registry, not by commas. */
export const agencyListGrammar: (knowledge: MentionKnowledge) => AgencyListGrammar = compiledOnce((knowledge) => {
  const { roles, anatomy } = knowledge;
  const bodies = bodyGrammar(knowledge);
  const collectives: CollectiveGrammar = collectiveGrammar(knowledge);
  const determiners = phraseList(roles.collectives.determiners);
  const heads = phraseList(roles.list_heads);
  const connectors = phraseList(roles.list_connectors);
  const persons = phraseList(roles.collectives.heads);
  const ownPersons = phraseList(roles.persons);
  const kinds = phraseList(Object.keys(anatomy.territory_kinds));

  /** "Các Sở: Y tế", "các Bộ Xây dựng", "Sở: Y tế": the first name below a head that others may share. */
  const distributed = (words: Words, offset: number): Mention | null => {
    const person = persons.at(words.folded, offset);
    const start = person ? skipBlanks(words.text, person.end) : offset;
    const determiner = determiners.at(words.folded, start);
    if (person && !determiner && words.text.charAt(start) !== ':') return null;
    const from = determiner ? skipBlanks(words.text, determiner.end) : offset;
    // "Giám đốc: Sở A, Sở B"
    if (person && words.text.charAt(start) === ':') {
      const own = bodies.at(words, skipBlanks(words.text, start + 1));
      return own?.found ? withPerson({ ...own, head: [offset, person.end] }, person.value) : null;
    }
    const head = heads.at(words.folded, from);
    if (!head || collectives.noun(words.folded, from) > head.end) return null;
    const colon = /^\s?:\s{0,2}/.exec(words.text.slice(head.end, head.end + 4))?.[0].length ?? 0;
    if (colon === 0 && !determiner) return null;
    if (colon === 0) {
      const own = bodies.at(words, from);
      if (own?.found) return withPerson({ ...own, listHead: head.value }, person?.value ?? null);
    }
    const named = bodies.withHead(words, head.end + (colon || 1), head.value);
    // "Các sở giáo dục và đào tạo": with a small letter it is what all of them are called.
    if (named && colon === 0 && !isCapital(words.text.charAt(named.start)))
      return {
        ...named,
        start: offset,
        name: capitalized(written(words, offset, named.end)),
        collective: true,
        level: AgencyLevel.safeParse(named.found?.rows[0]?.level).data ?? null,
        found: null,
        listHead: null,
      };
    return named && withPerson({ ...named, head: [offset, head.end] }, person?.value ?? null);
  };

  /** A name that leaves out the head of the one before it: "Sở Tài chính, Tư pháp và Nội vụ", "UBND thành phố Vinh và thị xã Cửa Lò". */
  const headless = (words: Words, offset: number, last: Mention): Mention | null => {
    const { text, folded } = words;
    if (last.listHead && (isCapital(text.charAt(offset)) || last.head)) {
      const named = bodies.withHead(words, offset, last.listHead);
      if (named) return withPerson({ ...named, head: last.head ?? [last.start, last.start + last.listHead.length] }, last.person);
    }
    const place = last.found?.place?.name && kinds.at(folded, offset) ? bodies.agencies.placeAt(text, folded, offset) : null;
    if (!place?.name || !last.found) return null;
    const bodyName = last.name.slice(0, last.name.length - (last.found.place ? last.found.place.end - last.found.place.start : 0)).trim();
    return {
      ...last,
      start: offset,
      end: place.end,
      head: last.head ?? [last.found.start, last.found.nameEnd],
      name: `${bodyName} ${text.slice(offset, place.end)}`,
      found: { ...last.found, end: place.end, place },
    };
  };

  /** "UBND thành phố Thủ Đức và | các quận, huyện": places behind a body of a place have the same body. */
  const belowSameBody = (words: Words, places: Mention, last: Mention): Mention | null => {
    const determiner = last.found?.place?.name ? determiners.at(words.folded, places.start) : null;
    if (!determiner || !last.found?.place || !kinds.at(words.folded, skipBlanks(words.text, determiner.end))) return null;
    const body = last.name.slice(0, last.name.length - (last.found.place.end - last.found.place.start)).trim();
    return { ...places, name: `${body} ${written(words, places.start, places.end)}`, head: last.head ?? [last.found.start, last.found.nameEnd], vague: false };
  };

  const mentionsAt = (words: Words, offset: number, last: Mention | null, bare: Bare): readonly Mention[] => {
    const shared = distributed(words, offset);
    if (shared) return [shared];
    const collective = collectives.at(words, offset, bare || last !== null);
    if (collective) return [(last && belowSameBody(words, collective, last)) ?? collective];
    const body = bodies.at(words, offset);
    if (body && last?.person && last.head && words.text.charAt(skipBlanks(words.text, last.head[1])) === ':' && !body.person && !startsWithPerson(words, offset))
      return [withPerson({ ...body, head: last.head }, last.person)];
    if (body) {
      const named = body.found && body.found.place === null ? collectives.named(words, body) : null;
      if (named) return named;
      return [(body.found?.place?.name ? null : collectives.below(words, body)) ?? body];
    }
    const short = (last && headless(words, offset, last)) ?? collectives.sharer(words, offset);
    return short ? [short] : [];
  };

  const startsWithPerson = ({ folded }: Words, offset: number): boolean => persons.at(folded, offset) !== null || ownPersons.at(folded, offset) !== null;

  const known = new WeakMap<Words, Map<number, MentionList | null>>();

  return {
    at(words, offset) {
      let lists = known.get(words);
      if (lists === undefined) {
        lists = new Map();
        known.set(words, lists);
      }
      let found = lists.get(offset);
      if (found === undefined) {
        found = read(words, offset, false);
        lists.set(offset, found);
      }
      return found;
    },
    behindRole: (words, offset, partner = false) => read(words, offset, partner ? 'partner' : true),
    begins: (word) => bodies.begins(word) || collectives.begins(word) || heads.begins(word),
    firstWords: new Set([...bodies.firstWords, ...[...roles.list_heads, ...roles.collectives.heads, ...roles.collectives.standing].map((head) => firstWord(fold(head), 0))]),
    bodies,
  };

  function read(words: Words, offset: number, bare: Bare): MentionList | null {
    const mentions: Mention[] = [];
    let end = offset;
    let next = offset;
    while (mentions.length < MOST_MENTIONS) {
      const found = mentionsAt(words, next, mentions.at(-1) ?? null, bare);
      const last = found.at(-1);
      if (!last) break;
      mentions.push(...found);
      end = collectives.tail(words, last.end);
      const members = last.collective ? membersBehind(words, end) : null;
      if (members) {
        mentions.splice(-1, 1, ...members.mentions);
        end = members.end;
      }
      next = behind(words, end, last);
      if (next < 0) break;
    }
    return mentions.length > 0 ? withPlaces(offset, end, collectives.levelled(words, mentions)) : null;
  }

  /** A list up to the first organ that got no places: "Bí thư" alone is nobody. */
  function withPlaces(start: number, end: number, mentions: readonly Mention[]): MentionList | null {
    const bare = mentions.findIndex(({ vague, collective }) => vague && !collective);
    if (bare < 0) return { start, end, mentions };
    const named = mentions.slice(0, bare);
    return named.length > 0 ? { start, end: named.at(-1)?.end ?? end, mentions: named } : null;
  }

  /** "Các tổ chức chính trị - xã hội | : Hội Nông dân, Hội Cựu chiến binh": those a collective means, named behind a colon. */
  function membersBehind(words: Words, end: number): MentionList | null {
    const colon = skipBlanks(words.text, end);
    if (words.text.charAt(colon) !== ':') return null;
    const members = read(words, skipBlanks(words.text, colon + 1), false);
    return members && members.mentions.length > 1 && !members.mentions.some(({ collective }) => collective) ? members : null;
  }

  /** The place behind a comma, semicolon or "và", -1 where the list ends. */
  function behind(words: Words, end: number, last: Mention): number {
    const { text, folded } = words;
    MARK.lastIndex = end;
    const mark = MARK.exec(text)?.[0].length ?? 0;
    const next = skipBlanks(text, end + mark);
    const connector = connectors.at(folded, next);
    if (connector && next > end) return skipBlanks(text, connector.end);
    if (mark > 0) return next;
    // Lines of a cell: "Sở Công Thương Sở Tài chính".
    const beside = last.listHead && next > end && isCapital(text.charAt(next)) ? bodies.at(words, next) : null;
    return beside?.found && beside.listHead === last.listHead ? next : -1;
  }
});

function withPerson(mention: Mention, person: string | null): Mention {
  return person === null ? mention : { ...mention, name: `${capitalized(person)} ${mention.name}`, person };
}
