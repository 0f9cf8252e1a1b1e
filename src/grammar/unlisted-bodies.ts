import { fold } from '../text/fold.ts';
import type { AgencyGrammar } from './agencies.ts';
import { wordEnd } from './joined-abbreviations.ts';
import { isCapital, type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { phraseList } from './phrases.ts';

export interface UnlistedBodies {
  /** Where the name of a body in no list that begins at an offset ends, told by its form; 0 where none begins. */
  endAt(words: Words, offset: number): number;
  /** Where a name goes on to that begins at `offset` and is read up to `from`. */
  endFrom(words: Words, offset: number, from: number): number;
  /** The end of a word that opens such a name ("Ban", "Trung tâm"), 0 where none does. */
  headAt(folded: string, offset: number): number;
  /** True where a verb, a role or another word begins that no name goes on with. */
  endsBefore(folded: string, offset: number): boolean;
}

const LONGEST_NAME = 110;
const LONGEST_UNIT = 50;
const MOST_WORDS = 16;
const MOST_WORDS_BEFORE_ROLE = 7;
/** "CTSV", "QT-TB", "KT&ĐBCL" */
const ABBREVIATED = /^ [\p{Lu}\d&-]{2,12}$/u;
const NUMERAL = / [IVX]{1,4}(?![\p{L}\d])/uy;
const NUMBERED = /^ \d{1,3}$/;
const WORD = /[\p{L}\p{N}&]+/uy;

/** Names of bodies that are in no list: they begin with a word for a body and end before the first verb, role or mark, or with a place. */
export function unlistedBodies({ roles, citations, anatomy }: MentionKnowledge, agencies: AgencyGrammar): UnlistedBodies {
  const heads = phraseList([...roles.body_heads, ...citations.body_head_words]);
  const parts = phraseList(roles.own_bodies);
  const ownVerbs = phraseList(roles.own_verbs);
  const offices = phraseList(roles.own_offices);
  const posts = phraseList(roles.posts);
  const boards = phraseList(roles.own_boards);
  const adverbs = phraseList(roles.adverbs);
  const receiving = phraseList([...roles.receiving_words, ...roles.triggers.flatMap(({ kind, phrases: own }) => (kind === 'report' ? own : []))]);
  const behindReceiver = phraseList([...roles.purpose_words, ...roles.deadlines.leads]);
  const unitHeads = phraseList(roles.unit_heads);
  const noPredicateWords = phraseList(roles.no_predicates);
  const noBodies = phraseList(roles.no_bodies);
  const verbs = phraseList(roles.verbs);
  const persons = phraseList([...roles.persons, ...roles.collectives.heads]);
  const ends = phraseList([
    ...roles.triggers.flatMap((trigger) => (trigger.kind === 'mute' ? [] : trigger.phrases)),
    // "Cục Chuyển đổi số quốc gia": the word for a number is part of a name.
    ...roles.no_predicates.filter((word) => !anatomy.number_words.includes(word)),
    ...roles.insertions,
    ...roles.name_ends,
    ...roles.collectives.areas,
  ]);
  const leads = phraseList(roles.triggers.flatMap((trigger) => (trigger.kind === 'lead' ? trigger.phrases : [])));
  const compounds = phraseList(roles.name_compounds);
  const managing = phraseList(roles.managing_names);
  const kinds = phraseList(Object.keys(anatomy.territory_kinds));
  const determiners = phraseList(roles.collectives.determiners);
  const nouns = phraseList(roles.collectives.nouns.flatMap(({ words }) => words));
  const noPlaces = phraseList(roles.collectives.no_members);
  const connectors = new Set(roles.list_connectors.map(fold));
  const listHeads = new Set(roles.list_heads.map(fold));

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
      // "- Ban Quản lý các khu công nghiệp - Hiệp hội Doanh nghiệp tỉnh": two in one cell.
      if (gap === 3 && end > from && isCapital(text.charAt(at)) && heads.at(folded, at)) return end;
      // "Thanh tra Bộ xây dựng kế hoạch" names no ministry: its name would have a capital.
      if (isCapital(text.charAt(at)) && listHeads.has(word) && isCapital(text.charAt(skipBlanks(text, at + word.length))) && agencies.at(text, folded, at, false)) return end;
      const compound = compounds.at(folded, at);
      if (compound) {
        at = compound.end;
        end = at;
        continue;
      }
      // "Ban Quản lý các chợ", "Ban Quản lý dự án đầu tư xây dựng | các công trình giao thông tỉnh"
      if (determiners.at(folded, at) && managesThings(words, offset, at, end, from)) {
        at += word.length;
        end = at;
        continue;
      }
      // "Cục A Phối hợp: Viện B": lines of a cell, the second with the label of a role.
      const labelled = isCapital(text.charAt(at)) ? ends.at(folded, at) : null;
      if (labelled && text.charAt(skipBlanks(text, labelled.end)) === ':') return capitals;
      // "Đăng ký đất đai", "Kiểm định chất lượng": with a capital a verb is part of the name, all its words.
      const verb = isCapital(text.charAt(at)) ? verbs.at(folded, at) : null;
      if (verb && verb.end > at + word.length && text.slice(at + 1, verb.end) === folded.slice(at + 1, verb.end)) {
        at = verb.end;
        end = at;
        capitals = at;
        continue;
      }
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
          (heads.at(folded, next) && !noBodies.at(folded, next)) ||
          persons.at(folded, next) ||
          agencies.at(text, folded, next, false) ||
          !connectsName(words, next)
        )
          return end;
        at += word.length;
        continue;
      }
      // "Vụ Giám đốc kiểm tra I": the verb belongs to the name that ends in a numeral.
      NUMERAL.lastIndex = isCapital(text.charAt(at)) ? 0 : (verbs.at(folded, at)?.end ?? 0);
      if (NUMERAL.lastIndex > 0 && NUMERAL.test(text)) return NUMERAL.lastIndex;
      if (!isCapital(text.charAt(at)) && verbs.at(folded, at) && !ends.at(folded, at) && count < 4 && endsInPlace(words, at)) {
        at += word.length;
        end = at;
        continue;
      }
      const named = isCapital(text.charAt(at)) || count >= MOST_WORDS_BEFORE_ROLE ? 0 : verbBeforeRole(words, at);
      if (named > 0) return named;
      if (!isCapital(text.charAt(at)) && (verbs.at(folded, at) || ends.at(folded, at) || determiners.at(folded, at))) return end;
      const capital = isCapital(text.charAt(at));
      at = Math.max(at + word.length, capital ? wordEnd(text, at) : 0);
      end = at;
      if (capital) capitals = end;
    }
    return capitals;
  };

  /** True where "các" behind a body that manages something is about things, not places. */
  const managesThings = ({ text, folded }: Words, offset: number, at: number, end: number, from: number): boolean => {
    const manages = managing.at(folded, offset);
    return manages !== null && (manages.end === end || (end === from && !kinds.at(folded, skipBlanks(text, determiners.at(folded, at)?.end ?? at))));
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

  /**
   * "Cục An toàn thông tin chủ trì", "Ban Hỗ trợ phụ nữ phát triển kinh tế chủ trì": the end of words from a verb on that have a leading role
   * behind them without a mark between, so that they are part of the name; else 0.
   */
  const verbBeforeRole = ({ text, folded }: Words, from: number): number => {
    const verb = verbs.at(folded, from);
    if (!verb || ends.at(folded, from)) return 0;
    let end = verb.end;
    for (let count = 0; count < MOST_WORDS_BEFORE_ROLE; count++) {
      const next = skipBlanks(text, end);
      if (next === end) return 0;
      if (leads.at(folded, next)) return end;
      WORD.lastIndex = next;
      const word = WORD.exec(folded)?.[0];
      // "… tham mưu giúp UBND tỉnh chủ trì …" goes on to another body.
      if (word === undefined || determiners.at(folded, next) || connectors.has(word) || isCapital(text.charAt(next))) return 0;
      end = next + word.length;
    }
    return 0;
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

  /** "Tổ tư vấn tâm lý: …", "Giáo viên chủ nhiệm: …": a unit in small letters, told by the colon behind it; 0 where there is none. */
  const unitBeforeColon = ({ text, folded }: Words, offset: number): number => {
    const head = unitHeads.at(folded, offset);
    const colon = head ? text.indexOf(':', head.end) : -1;
    if (!head || colon < 0 || colon - offset > LONGEST_UNIT || (noBodies.at(folded, offset)?.end ?? 0) > head.end || (noPlaces.at(folded, offset)?.end ?? 0) > head.end) return 0;
    const end = text.slice(0, colon).trimEnd().length;
    for (let at = head.end; at < end; ) {
      if (text.charAt(at) !== ' ') return 0;
      at = skipBlanks(text, at);
      WORD.lastIndex = at;
      const word = WORD.exec(folded)?.[0];
      if (word === undefined || noPredicateWords.at(folded, at)) return 0;
      at += word.length;
    }
    return end;
  };

  /** True where a mark, a verb, a role or the end stands behind a name. */
  const standsAlone = ({ text, folded }: Words, end: number): boolean => {
    const next = skipBlanks(text, end);
    if (next >= text.length || '.,;:()'.includes(text.charAt(next))) return true;
    return !isCapital(text.charAt(next)) && (verbs.at(folded, next) !== null || ends.at(folded, next) !== null || adverbs.at(folded, next) !== null);
  };

  /** "báo cáo về | Bộ | (qua Cục A): the office a document speaks of as its own, where it gets something; 0 elsewhere. */
  const receivingOffice = ({ text, folded }: Words, offset: number): number => {
    const office = offices.at(folded, offset);
    if (!office || !receiving.endingAt(folded, offset - 1)) return 0;
    const behind = skipBlanks(text, office.end);
    return behind >= text.length || '.,;()'.includes(text.charAt(behind)) || behindReceiver.at(folded, behind) ? office.end : 0;
  };

  return {
    endAt(words, offset) {
      if (!isCapital(words.text.charAt(offset))) return 0;
      const head = heads.at(words.folded, offset);
      const part = parts.at(words.folded, offset);
      // "- Văn phòng: Bố trí kinh phí …"
      const behind = part ? skipBlanks(words.text, part.end) : -1;
      if (part && (':'.includes(words.text.charAt(behind)) || ownVerbs.at(words.folded, behind))) return part.end;
      const post = posts.at(words.folded, offset);
      const does = post ? skipBlanks(words.text, post.end) : -1;
      if (post && does > post.end && !isCapital(words.text.charAt(does)) && (verbs.at(words.folded, does) || ends.at(words.folded, does) || adverbs.at(words.folded, does)))
        return post.end;
      const board = boards.at(words.folded, offset);
      if (board && standsAlone(words, board.end)) return board.end;
      const office = receivingOffice(words, offset);
      if (office > 0) return office;
      const unit = unitBeforeColon(words, offset);
      if (unit > 0) return unit;
      // "Ban hành" is no Ban.
      if (!head || (verbs.at(words.folded, offset)?.end ?? 0) > head.end || noBodies.at(words.folded, offset)) return 0;
      const end = openEnd(words, offset, head.end);
      const rest = words.text.slice(head.end, end);
      // "Hải đội 2", "Trung đoàn 121", "Phòng 15 chủ trì"
      if (NUMBERED.test(rest) && (words.folded.slice(offset, head.end).includes(' ') || leads.at(words.folded, skipBlanks(words.text, end)))) return end;
      // "Phòng CTSV": below a head in small letters capitals abbreviate.
      const short = ABBREVIATED.test(rest) && words.text.slice(offset + 1, head.end) === words.folded.slice(offset + 1, head.end);
      const named = short || (rest !== rest.toUpperCase() && (rest !== rest.toLowerCase() || kinds.at(words.folded, skipBlanks(words.text, head.end)) !== null));
      return end > head.end && named ? end : 0;
    },
    endFrom: openEnd,
    endsBefore: (folded, offset) => verbs.at(folded, offset) !== null || ends.at(folded, offset) !== null,
    headAt: (folded, offset) => heads.at(folded, offset)?.end ?? 0,
  };
}
