import type { Agency } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { type AgencyGrammar, agencyGrammar, type FoundAgency } from './agencies.ts';
import { compiledOnce } from './compiled.ts';
import { capitalized, isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList } from './phrases.ts';

export interface BodyGrammar {
  /** The single body named at an offset: one of the registry, or a name that begins and ends like a body's. */
  at(words: Words, offset: number): Mention | null;
  /** The body that a head word and the name at an offset make together: `sở` and "Y tế". */
  withHead(words: Words, offset: number, head: string): Mention | null;
  /** True where a word can begin a body's name. */
  begins(word: string): boolean;
  readonly firstWords: ReadonlySet<string>;
  readonly agencies: AgencyGrammar;
}

const LONGEST_NAME = 110;
const MOST_WORDS = 16;
const ABBREVIATED = /[A-ZĐ]{2}|&/;
/** Two to four capitalized words with a small one or a mark behind them. */
const PERSONAL_NAME = / \p{Lu}\p{Ll}{0,7}(?: \p{Lu}\p{Ll}{0,7}){1,3}(?![ ]?\p{Lu})(?!\p{L})/uy;
const WORD = /[\p{L}\p{N}&]+/uy;

/** Names of single bodies in running text (domain reference 7.3). */
export const bodyGrammar: (knowledge: MentionKnowledge) => BodyGrammar = compiledOnce((knowledge) => {
  const { roles, citations, anatomy } = knowledge;
  const agencies = agencyGrammar(knowledge);
  const heads = phraseList([...roles.body_heads, ...citations.body_head_words]);
  const persons = phraseList(roles.persons);
  const ownPersons = phraseList(roles.own_persons);
  const organs = phraseList(roles.organs_within);
  const small = phraseList(roles.small_names);
  const noBodies = phraseList(roles.no_bodies);
  const verbs = phraseList(roles.verbs);
  const ends = phraseList([
    ...roles.triggers.flatMap((trigger) => (trigger.kind === 'mute' ? [] : trigger.phrases)),
    // "Cục Chuyển đổi số quốc gia": the word for a number is part of a name.
    ...roles.no_predicates.filter((word) => !anatomy.number_words.includes(word)),
    ...roles.insertions,
    ...roles.collectives.areas,
  ]);
  const leads = phraseList(roles.triggers.flatMap((trigger) => (trigger.kind === 'lead' ? trigger.phrases : [])));
  const kinds = phraseList(Object.keys(anatomy.territory_kinds));
  const determiners = phraseList(roles.collectives.determiners);
  const nouns = phraseList(roles.collectives.nouns.flatMap(({ words }) => words));
  const noPlaces = phraseList(roles.collectives.no_members);
  const connectors = new Set(roles.list_connectors.map(fold));
  const openings = [...knowledge.agencies.flatMap((row) => [row.name, ...row.aliases]), ...roles.body_heads, ...citations.body_head_words, ...roles.persons];
  const firsts = new Set(openings.map((name) => firstWord(fold(name), 0)));
  const listHeads = new Set(roles.list_heads.map(fold));

  const listHeadOf = (name: string): string | null => {
    const first = fold(firstWord(name, 0));
    return listHeads.has(first) ? first : null;
  };

  /** A name without "và" and marks: "Sở Giao thông và vận tải" is "Sở Giao thông vận tải". */
  const bare = (name: string): string =>
    fold(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => !connectors.has(word))
      .join(' ');

  /** The registry's spelling: of an abbreviation or a spelling variant the name of the row, else the alias that was written. */
  const names = new Map<string, string>();
  const registryName = (found: FoundAgency, words: Words): string => {
    const as = words.folded.slice(found.start, found.nameEnd);
    const [first] = found.rows;
    // A board ("Ban Chỉ đạo Chuyển đổi số tỉnh") is known by its form and in no row.
    if (!first) return words.text.slice(found.start, found.nameEnd).replace(/\s+/g, ' ');
    // Of the names of several levels the one without its level: "Hội LHPN xã" is no "Hội Liên hiệp Phụ nữ Việt Nam".
    const row = found.rows.reduce((best, each) => (found.place?.kind && each.name.length < best.name.length ? each : best), first);
    const key = `${row.id}|${as}`;
    const name = names.get(key) ?? spelled(row, as);
    names.set(key, name);
    return name;
  };

  const spelled = (row: Agency, as: string): string => {
    const spelling = [row.name, ...row.aliases].find((name) => fold(name) === as) ?? row.name;
    if (spelling === row.name) return spelling;
    if (ABBREVIATED.test(spelling)) return withKind(spelling, row.name);
    return bare(spelling) === bare(row.name) ? row.name : spelling;
  };

  const mention = (start: number, end: number, name: string, found: FoundAgency | null): Mention => ({
    start,
    end,
    head: null,
    name: capitalized(name),
    collective: false,
    level: null,
    qualifier: null,
    found,
    vague: false,
    listHead: listHeadOf(name),
    person: null,
  });

  /** "Công an tỉnh Bảo đảm an ninh": a verb with a capital is no name of a place. */
  const withoutVerb = (found: FoundAgency, words: Words): FoundAgency => {
    const { place } = found;
    if (!place?.kind || place.name === null || place.rows.length > 0) return found;
    const name = place.end - place.name.length;
    const verb = verbs.at(words.folded, name) ?? verbs.at(words.folded, words.folded.lastIndexOf(' ', place.end - 1) + 1);
    if (!verb || verb.end <= place.end) return found;
    const end = words.text.slice(0, name).trimEnd().length;
    return { ...found, end, place: { ...place, end, name: null } };
  };

  const known = (words: Words, offset: number): Mention | null => {
    const read = agencies.at(words.text, words.folded, offset, false);
    if (!read) return null;
    const found = withoutVerb(read, words);
    const as = words.text.slice(found.start, found.nameEnd);
    if (as === as.toLowerCase() && !small.at(words.folded, offset)) return null;
    // "các đơn vị thuộc Bộ xây dựng kế hoạch": what is no capital here is a verb.
    const second = skipBlanks(words.text, offset + firstWord(words.folded, offset).length);
    if (listHeadOf(as) && second < found.nameEnd && !isCapital(words.text.charAt(second)) && verbs.at(words.folded, second)?.end === found.nameEnd) return null;
    let end = found.end;
    // "Ủy ban nhân dân tỉnh tỉnh"
    if (found.place?.kind && found.place.name === null) {
      const kind = words.folded.slice(found.place.start, found.place.end);
      const again = skipBlanks(words.text, end);
      if (words.folded.startsWith(kind, again) && kinds.at(words.folded, again)?.end === again + kind.length) end = again + kind.length;
    }
    const place = found.place ? ` ${written(words, found.place.start, found.place.end)}` : '';
    return mention(offset, end, `${registryName(found, words)}${place}`, found);
  };

  /** Where a name that is in no list ends: before the first verb, role or mark, or behind the kind of place it belongs to. */
  const openEnd = (words: Words, offset: number, from: number): number => {
    const { text, folded } = words;
    let end = from;
    let capitals = from;
    for (let count = 0, at = from; count < MOST_WORDS && end - offset < LONGEST_NAME; count++) {
      const gap = text.startsWith(' - ', at) || text.startsWith(' – ', at) ? 3 : text.charAt(at) === ' ' ? 1 : 0;
      if (gap === 0) return end;
      at += gap;
      WORD.lastIndex = at;
      const word = WORD.exec(folded)?.[0];
      if (word === undefined) return end;
      if (isCapital(text.charAt(at)) && listHeads.has(word) && agencies.at(text, folded, at, false)) return end;
      const kind = kinds.at(folded, at);
      // "Xã hội số" is no commune, nor is "xã hội" in "Bảo hiểm xã hội cơ sở".
      const small = kind !== null && !isCapital(text.charAt(skipBlanks(text, kind.end)));
      if (kind && !(small && (isCapital(text.charAt(at)) || (noPlaces.at(folded, at)?.end ?? 0) > kind.end))) {
        const place = agencies.placeAt(text, folded, at);
        return place && place.end > kind.end ? place.end : kind.end;
      }
      if (connectors.has(word)) {
        const next = skipBlanks(text, at + word.length);
        if (
          determiners.at(folded, next) ||
          (nouns.at(folded, next) && !isCapital(text.charAt(next))) ||
          heads.at(folded, next) ||
          agencies.at(text, folded, next, false) ||
          !connectsName(words, next)
        )
          return end;
        at += word.length;
        continue;
      }
      if (!isCapital(text.charAt(at)) && verbs.at(folded, at) && count < 4 && endsInPlace(words, at)) {
        at += word.length;
        end = at;
        continue;
      }
      const named = isCapital(text.charAt(at)) || count >= 4 ? 0 : verbBeforeRole(words, at);
      if (named > 0) return named;
      if (!isCapital(text.charAt(at)) && (verbs.at(folded, at) || ends.at(folded, at) || determiners.at(folded, at))) return end;
      at += word.length;
      end = at;
      if (isCapital(text.charAt(at - word.length))) capitals = end;
    }
    return capitals;
  };

  /** "rừng phòng hộ và đặc dụng tỉnh": the words behind "và" go on with the name where they reach a place before a verb. */
  const connectsName = ({ text, folded }: Words, from: number): boolean => {
    if (isCapital(text.charAt(from))) return true;
    let at = from;
    for (let count = 0; count < 5; count++) {
      if (kinds.at(folded, at)) return true;
      if (verbs.at(folded, at) || ends.at(folded, at)) return false;
      WORD.lastIndex = at;
      const word = WORD.exec(folded)?.[0];
      if (word === undefined) return false;
      at = skipBlanks(text, at + word.length);
      if (at === from + word.length) return false;
    }
    return false;
  };

  /** "Cục An toàn thông tin chủ trì": the end of a verb that has a leading role behind it, so that it is part of the name; else 0. */
  const verbBeforeRole = ({ text, folded }: Words, at: number): number => {
    const verb = verbs.at(folded, at);
    if (!verb) return 0;
    const next = skipBlanks(text, verb.end);
    return next > verb.end && leads.at(folded, next) ? verb.end : 0;
  };

  /** "Trung tâm Thông tin xúc tiến du lịch tỉnh tổ chức": a verb inside a name that ends with its place and has a verb behind it. */
  const endsInPlace = ({ text, folded }: Words, from: number): boolean => {
    let at = from;
    for (let count = 0; count < 6; count++) {
      WORD.lastIndex = at;
      const word = WORD.exec(folded)?.[0];
      if (word === undefined) return false;
      const kind = count > 0 ? kinds.at(folded, at) : null;
      if (kind) {
        const next = skipBlanks(text, kind.end);
        return next > kind.end && !isCapital(text.charAt(next)) && (verbs.at(folded, next) !== null || ends.at(folded, next) !== null);
      }
      if (count > 1 && verbs.at(folded, at)) return false;
      at = skipBlanks(text, at + word.length);
    }
    return false;
  };

  const open = (words: Words, offset: number): Mention | null => {
    if (!isCapital(words.text.charAt(offset))) return null;
    const head = heads.at(words.folded, offset);
    // "Ban hành" is no Ban.
    if (!head || (verbs.at(words.folded, offset)?.end ?? 0) > head.end || noBodies.at(words.folded, offset)) return null;
    const end = openEnd(words, offset, head.end);
    const rest = words.text.slice(head.end, end);
    if (end === head.end || rest === rest.toUpperCase() || !(rest !== rest.toLowerCase() || kinds.at(words.folded, skipBlanks(words.text, head.end)))) return null;
    return mention(offset, end, written(words, offset, end), null);
  };

  /** "Phó Thủ tướng Trần Hồng Hà": the name of who holds an office belongs to it. */
  const withName = (words: Words, office: Mention): Mention => {
    PERSONAL_NAME.lastIndex = office.end;
    const name = PERSONAL_NAME.exec(words.text)?.[0];
    const at = skipBlanks(words.text, office.end);
    if (name === undefined || heads.at(words.folded, at) || persons.at(words.folded, at) || agencies.at(words.text, words.folded, at, false)) return office;
    return { ...office, end: office.end + name.length, name: `${office.name}${name}` };
  };

  /** "Đảng ủy Sở Y tế": the committee of the body named behind it. */
  const within = (words: Words, organ: Mention): Mention | null => {
    const of = skipBlanks(words.text, organ.end);
    if (organ.found?.place || of === organ.end || !isCapital(words.text.charAt(of)) || organs.at(words.folded, organ.start)?.end !== organ.end) return null;
    const body = known(words, of);
    return body && { ...body, start: organ.start, name: `${organ.name} ${body.name}`, found: null, listHead: null };
  };

  const grammar: BodyGrammar = {
    at(words, offset) {
      const own = known(words, offset);
      const inner = own && within(words, own);
      if (inner) return inner;
      const wider = own?.found?.place ? null : open(words, offset);
      // "Hội Nông dân Việt Nam tỉnh", "Ban Quản lý dự án đầu tư xây dựng các công trình": the longer name is another body.
      if (own) return wider && wider.end > own.end && isCapital(words.text.charAt(skipBlanks(words.text, own.end))) ? wider : own;
      const person = persons.at(words.folded, offset);
      if (person && isCapital(words.text.charAt(offset))) {
        // "Chánh Văn phòng Bộ": of the office the head, not of the ministry.
        for (let each: typeof person | null = person; each; each = persons.startingAt(words.folded, offset, each.end - 1)) {
          const of = skipBlanks(words.text, each.end);
          const body = known(words, of) ?? open(words, of);
          if (body) return withName(words, { ...body, start: offset, name: `${capitalized(written(words, offset, each.end))} ${body.name}`, listHead: null });
        }
        if (ownPersons.at(words.folded, offset)?.end === person.end) return withName(words, mention(offset, person.end, written(words, offset, person.end), null));
      }
      return wider;
    },
    withHead(words, offset, head) {
      const synthetic = { text: `${head} ${words.text.slice(offset, offset + LONGEST_NAME)}`, folded: `${head} ${words.folded.slice(offset, offset + LONGEST_NAME)}` };
      const found = agencies.at(synthetic.text, synthetic.folded, 0, false);
      const shift = offset - head.length - 1;
      if (!found || found.nameEnd <= head.length + 1) return null;
      const place = found.place ? ` ${written(synthetic, found.place.start, found.place.end)}` : '';
      const real = {
        ...found,
        start: offset,
        nameEnd: found.nameEnd + shift,
        end: found.end + shift,
        place: found.place && { ...found.place, start: found.place.start + shift, end: found.place.end + shift },
      };
      return { ...mention(offset, real.end, `${registryName(found, synthetic)}${place}`, real), listHead: head };
    },
    begins: (word) => firsts.has(word),
    firstWords: firsts,
    agencies,
  };
  return grammar;
});

/** "Bộ CHQS tỉnh" is "Bộ Chỉ huy quân sự tỉnh": the word behind the abbreviation is kept. */
function withKind(spelling: string, name: string): string {
  const tail = /(?: \p{Ll}+){1,2}$/u.exec(spelling)?.[0] ?? '';
  return fold(name).endsWith(fold(tail)) ? name : `${name}${tail}`;
}
