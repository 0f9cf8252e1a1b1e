import { fold } from '../text/fold.ts';
import { type AgencyGrammar, agencyGrammar, type FoundAgency } from './agencies.ts';
import { compiledOnce } from './compiled.ts';
import { capitalized, isCapital, type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList } from './phrases.ts';
import { registryNames } from './registry-names.ts';
import { unlistedBodies } from './unlisted-bodies.ts';

export interface BodyGrammar {
  /** The single body named at an offset: one of the registry, or a name that begins and ends like a body's. */
  at(words: Words, offset: number): Mention | null;
  /** The body that a head word and the name at an offset make together: `sở` and "Y tế". */
  withHead(words: Words, offset: number, head: string): Mention | null;
  /** The body that a cell in a column of bodies names by all its words, whatever they are: "Tổ kiểm tra công vụ của UBND phường". */
  ofCell(words: Words): Mention | null;
  /** True where a word can begin a body's name. */
  begins(word: string): boolean;
  readonly firstWords: ReadonlySet<string>;
  readonly agencies: AgencyGrammar;
}

const LONGEST_NAME = 110;
/** Which term: "khóa | XI", "nhiệm kỳ | 2020 - 2025". */
const TERM = / (?:[IVX]{1,6}|\d{4} ?[-–] ?\d{4})(?![\p{L}\d])/uy;
/** Marks between names, or behind what is no name. */
const SEVERAL = /[,;:.\n]/;
/** Words between the name of a listed body and the place that ends a longer one, the first blank counted: " dự phòng tỉnh". */
const MOST_WORDS_TO_PLACE = 4;
const DASH = /^ [-–] \p{Lu}/u;
const NAME_LIKE = /[\p{Lu}\d]/u;
/** Two to four capitalized words with a small one or a mark behind them. */
/** What tells regions apart: "khu vực | XII", "khu vực | 3", "khu vực | Triệu Hải". */
const REGION = /(?: (?:[IVX]{1,5}|\d{1,2})(?![\p{L}\d]|[./]\d)| \p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{1,6}){0,2}(?![\p{L}\d]))?/uy;
const PERSONAL_NAME = / \p{Lu}\p{Ll}{0,7}(?: \p{Lu}\p{Ll}{0,7}){1,3}(?![ ]?\p{Lu})(?!\p{L})/uy;

/** Names of single bodies in running text (domain reference 7.3). */
export const bodyGrammar: (knowledge: MentionKnowledge) => BodyGrammar = compiledOnce((knowledge) => {
  const { roles, citations, anatomy } = knowledge;
  const agencies = agencyGrammar(knowledge);
  const unlisted = unlistedBodies(knowledge, agencies);
  const persons = phraseList(roles.persons);
  const ownPersons = phraseList(roles.own_persons);
  // "Đồng chí Chủ tịch …": how somebody is addressed is no part of the office.
  const titles = new Set(roles.titles);
  const connectors = phraseList(roles.list_connectors);
  const regions = phraseList(roles.regions);
  const listedHeads = new Set(roles.listed_heads);
  const managing = phraseList(roles.managing_names);
  const terms = phraseList(roles.terms);
  const organs = phraseList(roles.organs_within);
  const small = phraseList(roles.small_names);
  const noBodies = phraseList(roles.no_bodies);
  const verbs = phraseList(roles.verbs);
  const kinds = phraseList(Object.keys(anatomy.territory_kinds));
  const registryName = registryNames(new Set(roles.list_connectors.map(fold)));
  const openings = [
    ...knowledge.agencies.flatMap((row) => [row.name, ...row.aliases]),
    ...roles.body_heads,
    ...roles.unit_heads,
    ...roles.posts,
    ...citations.body_head_words,
    ...roles.persons,
  ];
  const firsts = new Set(openings.map((name) => firstWord(fold(name), 0)));
  const listHeads = new Set(roles.list_heads.map(fold));

  const listHeadOf = (name: string): string | null => {
    const first = fold(firstWord(name, 0));
    return listHeads.has(first) ? first : null;
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
    // "Đảng ủy viên" is no committee.
    if ((noBodies.at(words.folded, offset)?.end ?? 0) > found.nameEnd) return null;
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
    const body = mention(offset, end, `${registryName(found, words)}${place}`, found);
    return ofTerm(words, found.place ? body : ofRegion(words, body));
  };

  /** "Ban Chấp hành Đảng bộ tỉnh | khóa XI": the same body, of a term. */
  const ofTerm = (words: Words, body: Mention): Mention => {
    const term = terms.at(words.folded, skipBlanks(words.text, body.end));
    TERM.lastIndex = term?.end ?? 0;
    const end = term ? term.end + (TERM.exec(words.text)?.[0].length ?? 0) : 0;
    return term && end > term.end ? { ...body, end, name: `${body.name} ${written(words, skipBlanks(words.text, body.end), end)}` } : body;
  };

  /** "Trung tâm Chính trị | khu vực", "Tòa án nhân dân khu vực | 3": a body of part of a province, which is in no list. */
  const ofRegion = (words: Words, body: Mention): Mention => {
    const { text, folded } = words;
    const next = skipBlanks(text, body.end);
    const region = regions.at(folded, next);
    if (!region && !regions.endingAt(folded, body.end)) return body;
    REGION.lastIndex = region?.end ?? body.end;
    const end = REGION.lastIndex + (REGION.exec(text)?.[0].length ?? 0);
    const behind = skipBlanks(text, end);
    if (end === body.end || (behind > end && /\p{Ll}/u.test(text.charAt(behind)) && !unlisted.endsBefore(folded, behind))) return body;
    return { ...body, end, name: `${body.name}${written(words, body.end, end) && ` ${written(words, body.end, end)}`}`, found: null };
  };

  const open = (words: Words, offset: number): Mention | null => {
    const end = unlisted.endAt(words, offset);
    return end > 0 ? mention(offset, end, written(words, offset, end), null) : null;
  };

  /** "Phó Thủ tướng Trần Hồng Hà": the name of who holds an office belongs to it. */
  const withName = (words: Words, office: Mention): Mention => {
    PERSONAL_NAME.lastIndex = office.end;
    const name = PERSONAL_NAME.exec(words.text)?.[0];
    const at = skipBlanks(words.text, office.end);
    if (name === undefined || unlisted.headAt(words.folded, at) > 0 || persons.at(words.folded, at) || agencies.at(words.text, words.folded, at, false)) return office;
    return { ...office, end: office.end + name.length, name: `${office.name}${name}` };
  };

  /**
   * A body of the registry, or the longer name that begins with it and is another body: "Hội Nông dân Việt Nam tỉnh", "Ban Chỉ đạo 35 tỉnh",
   * "Ban Quản lý dự án đầu tư xây dựng các công trình", "Chi cục Thủy lợi và Biến đổi khí hậu" (but departments and ministries are all listed).
   */
  const listedOrWider = (words: Words, offset: number, own: Mention | null): Mention | null => {
    // Most names have a mark or their verb behind them: no more of them is looked at.
    if (
      own &&
      (own.found?.place ||
        words.text.charAt(own.end) !== ' ' ||
        (unlisted.endsBefore(words.folded, own.end + 1) && !connectors.at(words.folded, own.end + 1) && !isCapital(words.text.charAt(own.end + 1))))
    )
      return own;
    const wider = open(words, offset);
    if (!own) return wider;
    // "Ban Quản lý dự án đầu tư xây dựng | hạ tầng đô thị"
    if (!own.found?.place && managing.at(words.folded, offset) && /\p{L}/u.test(words.text.charAt(own.end + 1))) {
      const end = unlisted.endFrom(words, offset, own.end);
      return end > own.end ? mention(offset, end, written(words, offset, end), null) : own;
    }
    if (!wider || wider.end <= own.end) return own;
    const next = skipBlanks(words.text, own.end);
    if (NAME_LIKE.test(words.text.charAt(next))) return wider;
    // "Phòng Hậu cần - Kỹ thuật"
    if (own.listHead !== null && listedHeads.has(own.listHead)) return own;
    const dashed = DASH.test(words.text.slice(own.end, own.end + 4)) && !begins(words, own.end + 3);
    // "Trung tâm Y tế dự phòng tỉnh"
    const short = words.text.slice(own.end, wider.end).split(' ').length <= MOST_WORDS_TO_PLACE;
    if (dashed || (short && !wider.name.includes(' và ') && kinds.endingAt(words.folded, wider.end))) return wider;
    const and = own.listHead === null ? connectors.at(words.folded, next) : null;
    return and && isCapital(words.text.charAt(skipBlanks(words.text, and.end))) ? wider : own;
  };

  /** "Phòng Kế hoạch - Tài chính | Sở Y tế": a unit with the department it belongs to right behind it. */
  const withParent = (words: Words, unit: Mention | null): Mention | null => {
    if (!unit || unit.found?.place || unit.listHead === null || listedHeads.has(unit.listHead) || words.text.charAt(unit.end) !== ' ') return unit;
    const parent = listedHeads.has(firstWord(words.folded, unit.end + 1)) ? known(words, unit.end + 1) : null;
    return parent ? { ...unit, end: parent.end, name: `${unit.name} ${parent.name}`, found: null } : unit;
  };

  const begins = ({ text, folded }: Words, at: number): boolean =>
    unlisted.headAt(folded, at) > 0 || persons.at(folded, at) !== null || agencies.at(text, folded, at, false) !== null;

  /** "Đảng ủy Sở Y tế", "Văn phòng Ban Chỉ đạo 35 tỉnh": a part of the body named behind it. */
  const within = (words: Words, offset: number, own: Mention | null): Mention | null => {
    const organ = own?.found?.place || !(isCapital(words.text.charAt(offset)) || small.at(words.folded, offset)) ? null : organs.at(words.folded, offset);
    const of = organ ? skipBlanks(words.text, organ.end) : offset;
    if (!organ || (own && own.end !== organ.end) || of === organ.end || !isCapital(words.text.charAt(of))) return null;
    const body = listedOrWider(words, of, known(words, of));
    return body?.found || body?.name.includes(' ')
      ? { ...body, start: offset, name: `${own?.name ?? capitalized(written(words, offset, organ.end))} ${body.name}`, found: null, listHead: null }
      : null;
  };

  const grammar: BodyGrammar = {
    at(words, offset) {
      const own = known(words, offset);
      const inner = within(words, offset, own);
      if (inner) return inner;
      const body = withParent(words, listedOrWider(words, offset, own));
      if (own) return body;
      const person = persons.at(words.folded, offset);
      if (person && isCapital(words.text.charAt(offset))) {
        // "Chánh Văn phòng Bộ": of the office the head, not of the ministry.
        for (let each: typeof person | null = person; each; each = persons.startingAt(words.folded, offset, each.end - 1)) {
          const of = skipBlanks(words.text, each.end);
          const body = known(words, of) ?? open(words, of);
          if (body)
            return withName(words, {
              ...body,
              start: offset,
              name: titles.has(each.value) ? body.name : `${capitalized(written(words, offset, each.end))} ${body.name}`,
              listHead: null,
            });
        }
        if (ownPersons.at(words.folded, offset)?.end === person.end) return withName(words, mention(offset, person.end, written(words, offset, person.end), null));
      }
      return body;
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
    ofCell(words) {
      const name = words.text.trim();
      const { length } = name;
      if (length > LONGEST_NAME || SEVERAL.test(name) || !isCapital(words.text.charAt(0)) || unlisted.headAt(words.folded, 0) === 0) return null;
      return mention(0, length, written(words, 0, length), null);
    },
    begins: (word) => firsts.has(word),
    firstWords: firsts,
    agencies,
  };
  return grammar;
});
