import type { TriggerKind } from '../knowledge/schema/roles.ts';
import { fold } from '../text/fold.ts';
import { isCapitalAt, isWordAt } from '../text/word-chars.ts';
import { type AgencyListGrammar, agencyListGrammar, type MentionList } from './agency-lists.ts';
import { compiledOnce } from './compiled.ts';
import { type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList, phrases } from './phrases.ts';
import { anyOf } from './words.ts';

/** A piece of a sentence that matters for who does what. Words that are no token lie between them. */
export type RoleToken =
  | { kind: 'agents'; start: number; end: number; list: MentionList; preposition: boolean }
  | { kind: 'trigger'; start: number; end: number; trigger: TriggerKind; words: string }
  | { kind: 'mark'; start: number; end: number; mark: ';' | '.' | ':' | ',' | '(' | ')' | 'and' };

export interface RoleGrammar {
  /** The tokens of a text in order; places for which `skip` gives an end are passed over (citations); `names` gives bodies that only this document knows. */
  tokens(words: Words, skip: ((offset: number) => number) | null, names?: ((offset: number) => MentionList | null) | null): RoleToken[];
  /** False where no body can be given a task: none begins a clause or stands behind an order. Cheap: most paragraphs need no more. */
  mayAssign(words: Words, from: number): boolean;
  /** True where a text says that a body it names leads: "là cơ quan chủ trì". */
  namesLead(folded: string): boolean;
  /** The offset behind adverbs and other words that may stand before a verb: "định kỳ ", "chủ động ". */
  behindAdverbs(words: Words, offset: number): number;
  /** True where the words behind a body show that it is no subject: "của", "cho thấy". */
  isNoPredicate(folded: string, offset: number): boolean;
  /** End of the word that begins an insertion ("theo chức năng"), 0 where none begins. */
  insertion(folded: string, offset: number): number;
  /** End of words that say whom a body helps or stands for before what it does: "giúp", "thay mặt"; 0 where there are none. */
  helps(folded: string, offset: number): number;
  /** True where a clause about the place of the body before it begins: "nơi có khu công nghiệp". */
  isPlaceClause(folded: string, offset: number): boolean;
  isVerb(folded: string, offset: number): boolean;
  /** True where a word stands that joins names or parts of one: "và". */
  connects(folded: string, offset: number): boolean;
  /** True where words that give a role begin. */
  isRole(folded: string, offset: number): boolean;
  /** True where a phrase before the subject begins: "Căn cứ …, ". */
  isOpening(folded: string, offset: number): boolean;
  /** True where a phrase begins that says by when or how often: "Định kỳ 6 tháng, ". */
  isTimeOpening(folded: string, offset: number): boolean;
  /** True where a sentence tells of what was. */
  isPast(folded: string): boolean;
  /** True for a clause that announces a list: "… như sau:". */
  announces(folded: string): boolean;
  /** True for words that only announce tasks: "tập trung thực hiện một số nhiệm vụ sau:". */
  leadsIn(folded: string): boolean;
  /** True where the words behind a body make it the giver of the orders that follow: "có ý kiến". */
  gives(folded: string, offset: number): boolean;
  /** True for a body whose "giám sát" is supervision. */
  supervises(name: string): boolean;
  /** True for a verb that makes "được giao cho Sở X …" a task. */
  isPassiveVerb(folded: string, offset: number): boolean;
  /** Length of what leads from something sent to what is done with it: "để ". */
  purpose(folded: string, offset: number): number;
  /** True where a text ends with a word that leads to the body something is sent to: "báo cáo kết quả về". */
  endsInLink(folded: string): boolean;
  /** True for what an author says of itself: "ban hành Kế hoạch như sau". */
  narrates(folded: string, offset: number): boolean;
  /** True for words that name a thing instead of a task: "Dự án đầu tư …" below "… đối với các dự án sau đây:". */
  isObject(folded: string, offset: number): boolean;
  /** True for a clause that is no more than a time: "hoàn thành trong quý III/2025". */
  completes(folded: string): boolean;
  /** True where a clause tells that a result is handed in: "trình Thủ tướng Chính phủ". */
  submits(folded: string): boolean;
  /** True for words that name a change to a document: "văn bản cần sửa đổi, bổ sung". */
  amends(folded: string): boolean;
  /** True for a rule that binds everybody: "sẽ được biểu dương". */
  isNorm(folded: string): boolean;
  readonly lists: AgencyListGrammar;
}

const LONGEST_LEAD_IN = 130;
const BLANK = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;
const BLANKS = [' ', '\n', '\t', '\u00a0'];
/** Marks a clause or item begins behind. */
const CLAUSE_MARKS = codes('.;:()–+-');
const OPENING_MARKS = codes('.;):–+-');
/** Words of a role that bodies follow. */
const TAKES_BODIES: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['coordinate', 'co-lead', 'order', 'request', 'direct', 'given-to']);
const MARKS = codes(';:,().');
const AMPERSAND = 0x26;

/** The words of `roles.yaml` (domain reference 7.1 and 7.2). */
export const roleGrammar: (knowledge: MentionKnowledge) => RoleGrammar = compiledOnce((knowledge) => {
  const { roles, citations } = knowledge;
  const lists = agencyListGrammar(knowledge);
  const triggers = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => own.map((phrase) => [phrase, kind] as const)));
  const directions = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => (kind === 'direct' ? own.map((phrase) => [phrase, kind] as const) : [])));
  const adverbs = phraseList(roles.adverbs);
  const noPredicates = phraseList(roles.no_predicates);
  const insertions = phraseList(roles.insertions);
  const helping = phraseList(roles.helping_words);
  const placeClauses = phraseList(roles.place_clauses);
  const verbs = phraseList(roles.verbs);
  const openings = phraseList(roles.openings);
  const times = phraseList(roles.time_openings);
  const givers = phraseList(roles.giver_words);
  const past = new RegExp(roles.past_openings.pattern, 'u');
  const announcement = new RegExp(`${anyOf(roles.announcements)}\\s?:?$`, 'u');
  const leadIn = new RegExp(roles.lead_ins.pattern, 'u');
  const prepositions = phraseList(roles.prepositions);
  const norm = new RegExp(anyOf(roles.norms), 'u');
  const objects = phraseList(roles.objects);
  const submission = new RegExp(`(?<!\\p{L})${anyOf(roles.submissions)}(?!\\p{L})`, 'u');
  const completion = new RegExp(`^${anyOf(roles.completions)} ${anyOf(roles.deadlines.leads)}[^,;.]{0,48}$`, 'u');
  const amendment = new RegExp(`(?<!\\p{L})${anyOf(roles.amendments)}(?!\\p{L})`, 'u');
  const passive = phraseList(roles.passive_verbs);
  const purposes = phraseList(roles.purpose_words);
  const narrations = phraseList(roles.narrations);
  const link = new RegExp(`(?:^|[^\\p{L}])${anyOf(roles.links)}\\s?$`, 'u');
  const and = phraseList(roles.list_connectors.filter((word) => !word.includes(' ')));
  const supervisors = phraseList(roles.supervisors);
  const abbreviations = new Set(citations.stop_abbreviations.map(fold));

  const phrasesOf = (...kinds: TriggerKind[]) => roles.triggers.flatMap(({ kind, phrases: own }) => (kinds.includes(kind) ? own : []));
  const leading = phraseList([...phrasesOf('order', 'request', 'given-to'), ...roles.adverbs, ...roles.headings.leads]);
  const determiners = phraseList(roles.collectives.determiners);
  const nouns = new Set(nounWords(roles.collectives.nouns));
  const small = new Set([...roles.list_heads, ...roles.small_names, ...roles.collectives.determiners, ...roles.collectives.heads].map((word) => firstWord(fold(word), 0)));
  const smallWords = phraseList([...small]);
  const naming = phrasesOf('is-lead').map(fold);

  /** True where a list begins: names of bodies have a capital; collectives and a few heads need none. */
  const isList = (words: Words, at: number): boolean => {
    const { text, folded } = words;
    const word = firstWord(folded, at);
    if (word === '' || !(isCapitalAt(text, at) || small.has(word))) return false;
    const determiner = lists.firstWords.has(word) ? null : determiners.at(folded, at);
    if (!lists.firstWords.has(word) && !(determiner && nouns.has(firstWord(folded, determiner.end + 1)))) return false;
    return lists.at(words, at) !== null;
  };

  /** The offset behind a mark and one blank at most. */
  const behindMark = (text: string, at: number): number => (BLANKS.includes(text.charAt(at + 1)) ? at + 2 : at + 1);

  /** True where a phrase before a subject begins the text or a sentence or item of it. */
  const opens = (folded: string): boolean => {
    if (openings.at(folded, 0)) return true;
    for (let at = 0; at < folded.length; at++) {
      if (OPENING_MARKS.has(folded.charCodeAt(at)) && BLANKS.includes(folded.charAt(at + 1)) && openings.at(folded, at + 2)) return true;
    }
    return false;
  };

  return {
    mayAssign(words, from) {
      const { folded } = words;
      const { length } = folded;
      let commas = false;
      if (isList(words, 0) || isList(words, from)) return true;
      for (let at = 0; at < length; at++) {
        const code = folded.charCodeAt(at);
        if (code === BLANK) {
          if (at > 0 && leading.endingAt(folded, at) && isList(words, at + 1)) return true;
        } else if (CLAUSE_MARKS.has(code)) {
          const next = behindMark(folded, at);
          if (isList(words, next) || (next > at + 1 && isList(words, at + 1))) return true;
        } else if (code === COMMA) commas = true;
      }
      if (!commas || !opens(folded)) return false;
      for (let at = folded.indexOf(','); at >= 0; at = folded.indexOf(',', at + 1)) if (behindMark(folded, at) > at + 1 && isList(words, at + 2)) return true;
      return false;
    },
    namesLead: (folded) => naming.some((phrase) => folded.includes(phrase)),
    tokens(words, skip, names = null) {
      const { folded } = words;
      const tokens: RoleToken[] = [];
      let last: [start: number, end: number] = [0, 0];
      for (let at = 0; at < folded.length; ) {
        const code = folded.charCodeAt(at);
        if (!isWordAt(folded, at) && code !== AMPERSAND && !MARKS.has(code)) {
          at++;
          continue;
        }
        const skipped = skip ? skip(at) : 0;
        if (skipped > at) {
          at = skipped;
          continue;
        }
        if (MARKS.has(code)) {
          const mark = folded.charAt(at) as ';';
          if (code !== POINT || (endsSentence(folded, at) && !abbreviations.has(folded.slice(...last)))) tokens.push({ kind: 'mark', start: at, end: at + 1, mark });
          at++;
          continue;
        }
        let end = at + 1;
        while (isWordAt(folded, end) || folded.charCodeAt(end) === AMPERSAND) end++;
        last = [at, end];
        const before = tokens.at(-1);
        const said = triggers.at(folded, at);
        const behindBody = said !== null && before?.kind === 'agents' && words.text.startsWith(folded.slice(at, end), at) && skipBlanks(words.text, before.end) === at;
        // "Đảng ủy UBND xã lãnh đạo UBND xã …": directly behind a body "lãnh đạo UBND" is its verb, elsewhere the leaders of another.
        const trigger = (behindBody && said?.value === 'mute' && directions.at(folded, at)) || said;
        const own = names?.(at) ?? null;
        const named = own ?? ((isCapitalAt(words.text, at) || smallWords.at(folded, at)) && lists.begins(folded.slice(at, end)) ? lists.at(words, at) : null);
        const all = named ?? (before?.kind === 'trigger' && TAKES_BODIES.has(before.trigger) && skipBlanks(words.text, before.end) === at ? lists.behindRole(words, at) : null);
        // "thẩm định giá đất trình UBND tỉnh; Thuế tỉnh phối hợp …": what a verb is about ends with its clause.
        const list = all && all.mentions.length > 1 && (before?.end ?? 0) < at - 1 && verbs.endingAt(folded, at - 1) ? firstPart(all, words.text) : all;
        // "Đảng ủy Công an tỉnh lãnh đạo lực lượng vũ trang": directly behind a body a small word is its verb.
        const verb = trigger?.value === 'direct' && behindBody;
        if (list && !verb && (!trigger || list.end > trigger.end)) {
          tokens.push({ kind: 'agents', start: at, end: list.end, list, preposition: prepositions.endingAt(folded, at - 1) !== null && BLANKS.includes(folded.charAt(at - 1)) });
          end = list.end;
        } else if (trigger) {
          tokens.push({ kind: 'trigger', start: at, end: trigger.end, trigger: trigger.value, words: folded.slice(at, trigger.end) });
          end = trigger.end;
        } else if (and.at(folded, at)?.end === end) tokens.push({ kind: 'mark', start: at, end, mark: 'and' });
        at = end;
      }
      return tokens;
    },
    behindAdverbs(words, offset) {
      let at = skipBlanks(words.text, offset);
      for (let count = 0; count < 6; count++) {
        const adverb = adverbs.at(words.folded, at);
        if (!adverb || triggers.at(words.folded, at)) return at;
        at = skipBlanks(words.text, adverb.end);
        if (words.text.charAt(at) === ',') at = skipBlanks(words.text, at + 1);
      }
      return at;
    },
    // "có ý kiến bằng văn bản" is a task, "có 12 đơn vị" is none.
    isNoPredicate: (folded, offset) => {
      const found = noPredicates.at(folded, offset);
      return found !== null && (verbs.at(folded, offset)?.end ?? 0) <= found.end;
    },
    insertion: (folded, offset) => insertions.at(folded, offset)?.end ?? 0,
    helps: (folded, offset) => helping.at(folded, offset)?.end ?? 0,
    isPlaceClause: (folded, offset) => placeClauses.at(folded, offset) !== null,
    isVerb: (folded, offset) => verbs.at(folded, offset) !== null,
    connects: (folded, offset) => and.at(folded, offset) !== null,
    isRole: (folded, offset) => (triggers.at(folded, offset)?.value ?? 'mute') !== 'mute',
    isOpening: (folded, offset) => openings.at(folded, offset) !== null,
    isTimeOpening: (folded, offset) => times.at(folded, offset) !== null,
    isPast: (folded) => past.test(folded),
    announces: (folded) => announcement.test(folded.slice(-40)),
    leadsIn: (folded) => folded.length <= LONGEST_LEAD_IN && leadIn.test(folded),
    gives: (folded, offset) => givers.at(folded, offset) !== null,
    supervises: (name) => supervisors.at(fold(name), 0) !== null,
    isPassiveVerb: (folded, offset) => passive.at(folded, offset) !== null,
    purpose(folded, offset) {
      const found = purposes.at(folded, offset);
      return found ? found.end - offset : 0;
    },
    endsInLink: (folded) => link.test(folded.slice(-12)),
    narrates: (folded, offset) => narrations.at(folded, offset) !== null,
    isObject: (folded, offset) => objects.at(folded, offset) !== null,
    completes: (folded) => completion.test(folded),
    submits: (folded) => submission.test(folded),
    amends: (folded) => amendment.test(folded),
    isNorm: (folded) => norm.test(folded),
    lists,
  };
});

function codes(marks: string): ReadonlySet<number> {
  return new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
}

/** A list up to its first semicolon: "trình UBND tỉnh; | Thuế tỉnh phối hợp …". */
function firstPart(list: MentionList, text: string): MentionList {
  const mark = text.indexOf(';', list.start);
  if (mark < 0 || mark >= list.end) return list;
  const mentions = list.mentions.filter(({ end }) => end <= mark);
  return mentions.length > 0 ? { start: list.start, end: mentions.at(-1)?.end ?? list.end, mentions } : list;
}

/** A point with a blank behind it, or at the end. */
function endsSentence(text: string, at: number): boolean {
  return at + 1 >= text.length || /\s/.test(text.charAt(at + 1));
}

/** First words of nouns, each once. */
function nounWords(nouns: MentionKnowledge['roles']['collectives']['nouns']): string[] {
  return [...new Set(nouns.flatMap(({ words }) => words.map((word) => firstWord(fold(word), 0))))];
}
