import type { TriggerKind } from '../knowledge/schema/roles.ts';
import { fold } from '../text/fold.ts';
import { type AgencyListGrammar, agencyListGrammar } from './agency-lists.ts';
import { compiledOnce } from './compiled.ts';
import { mayAssignTest } from './may-assign.ts';
import { isCapital, type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { phraseList, phrases } from './phrases.ts';
import { type RoleTokenizer, roleTokenizer } from './role-tokens.ts';
import { anyOf } from './words.ts';

export interface RoleGrammar {
  readonly tokens: RoleTokenizer;
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
  /** True where words begin that pick out some of the bodies before them: "nhất là …,". */
  isAside(folded: string, offset: number): boolean;
  /** True where somebody begins who takes part and is in no list: "chủ rừng", "ông Nguyễn Văn A"; no verb, no role. */
  isMember(words: Words, offset: number): boolean;
  /** True where somebody is named by an office or as a comrade: "đồng chí", "ông", "trưởng phòng". */
  isPerson(folded: string, offset: number): boolean;
  /** End of a word that holds a verb and is none, "giao thông"; 0 where none begins. */
  compoundEnd(folded: string, offset: number): number;
  /** End of words for what a body also is, behind a dash: "cơ quan thường trực"; 0 where there are none. */
  apposition(folded: string, offset: number): number;
  /** True where a verb with an object still to come ends: "quản lý" in "quản lý, giám sát học sinh", not "tổ chức thực hiện". */
  endsInVerb(folded: string, end: number): boolean;
  /** True where words begin that tell what has not been done: "đến nay chưa". */
  isUndone(folded: string, offset: number): boolean;
  /** True where words begin that tell which of the bodies before them are meant: "có dự án đi qua"; `heading` behind one that a heading names. */
  isRelative(folded: string, offset: number, behind: 'collective' | 'heading'): boolean;
  /** True where words begin that urge to do it: "khẩn trương". */
  urges(folded: string, offset: number): boolean;
  /** End of words that say whom a body helps or stands for before what it does: "giúp", "thay mặt"; 0 where there are none. */
  helps(folded: string, offset: number): number;
  /** True where a clause about the place of the body before it begins: "nơi có khu công nghiệp". */
  isPlaceClause(folded: string, offset: number): boolean;
  isVerb(folded: string, offset: number): boolean;
  /** End of the verb that begins at an offset, 0 where none does. */
  verbEnd(folded: string, offset: number): number;
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
  /** True for an order that is a verb like others where nobody gets it: "phân công người phát ngôn". */
  isOwnOrder(folded: string, offset: number): boolean;
  /** True for words that say why a body gets something, no task of its own: "(để) biết", "(để) xem xét, giải quyết". */
  isReason(folded: string): boolean;
  /** End of a word such as "các", 0 where none begins. */
  determinerEnd(folded: string, offset: number): number;
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
  /** True where a clause about the money of a task begins: "kinh phí từ nguồn …". */
  pays(folded: string, offset: number): boolean;
  /** End of a word that somebody is addressed by, "đồng chí"; 0 where none begins. */
  titleEnd(folded: string, offset: number): number;
  /** True where a clause tells that a result is handed in: "trình Thủ tướng Chính phủ". */
  submits(folded: string): boolean;
  /** True for words that name a change to a document: "văn bản cần sửa đổi, bổ sung". */
  amends(folded: string): boolean;
  /** True for a rule that binds everybody: "sẽ được biểu dương". */
  isNorm(folded: string): boolean;
  readonly lists: AgencyListGrammar;
}

const LONGEST_LEAD_IN = 130;
/** The marks a document ends with: "./" */
const CLOSING = /[./ ]{1,4}$/;

/** The words of `roles.yaml` (domain reference 7.1 and 7.2). */
export const roleGrammar: (knowledge: MentionKnowledge) => RoleGrammar = compiledOnce((knowledge) => {
  const { roles } = knowledge;
  const lists = agencyListGrammar(knowledge);
  const triggers = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => own.map((phrase) => [phrase, kind] as const)));
  const adverbs = phraseList(roles.adverbs);
  const noPredicates = phraseList(roles.no_predicates);
  const insertions = phraseList(roles.insertions);
  const asides = phraseList(roles.asides);
  const members = phraseList(roles.members);
  const undone = phraseList(roles.undone);
  const relatives = { collective: phraseList(roles.relatives), heading: phraseList(roles.heading_relatives) };
  const urgings = phraseList(roles.urgings);
  const persons = phraseList(roles.persons);
  const determiners = phraseList(roles.collectives.determiners);
  const compounds = phraseList(roles.name_compounds);
  const appositions = phraseList(roles.appositions);
  const helping = phraseList(roles.helping_words);
  const placeClauses = phraseList(roles.place_clauses);
  const verbs = phraseList(roles.verbs);
  const openings = phraseList(roles.openings);
  const ownOrders = phraseList(roles.own_orders);
  const reasons = phraseList(roles.reasons);
  const furtherReasons = phraseList(roles.further_reasons);
  const times = phraseList(roles.time_openings);
  const givers = phraseList(roles.giver_words);
  const past = new RegExp(roles.past_openings.pattern, 'u');
  const announcement = new RegExp(`${anyOf(roles.announcements)}\\s?:?$`, 'u');
  const leadIn = new RegExp(roles.lead_ins.pattern, 'u');
  const norm = new RegExp(anyOf(roles.norms), 'u');
  const objects = phraseList(roles.objects);
  const payments = phraseList(roles.payments);
  const titles = phraseList(roles.titles);
  const submission = new RegExp(`(?<!\\p{L})${anyOf(roles.submissions)}(?!\\p{L})`, 'u');
  const completion = new RegExp(`^${anyOf(roles.completions)} ${anyOf(roles.deadlines.leads)}[^,;.]{0,48}$`, 'u');
  const amendment = new RegExp(`(?<!\\p{L})${anyOf(roles.amendments)}(?!\\p{L})`, 'u');
  const passive = phraseList(roles.passive_verbs);
  const purposes = phraseList(roles.purpose_words);
  const narrations = phraseList(roles.narrations);
  const link = new RegExp(`(?:^|[^\\p{L}])${anyOf(roles.links)}\\s?$`, 'u');
  const and = phraseList(roles.list_connectors.filter((word) => !word.includes(' ')));
  const supervisors = phraseList(roles.supervisors);

  const phrasesOf = (...kinds: TriggerKind[]) => roles.triggers.flatMap(({ kind, phrases: own }) => (kinds.includes(kind) ? own : []));
  const naming = phrasesOf('is-lead').map(fold);

  return {
    mayAssign: mayAssignTest(knowledge, lists),
    tokens: roleTokenizer(knowledge, lists),
    namesLead: (folded) => naming.some((phrase) => folded.includes(phrase)),
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
    isAside: (folded, offset) => asides.at(folded, offset) !== null,
    isMember({ text, folded }, from) {
      const determiner = determiners.at(folded, from);
      const offset = determiner ? skipBlanks(text, determiner.end) : from;
      if ((triggers.at(folded, offset)?.value ?? 'mute') !== 'mute' || insertions.at(folded, offset) || (verbs.at(folded, offset) && !compounds.at(folded, offset))) return false;
      return isCapital(text.charAt(offset)) || members.at(folded, offset) !== null;
    },
    isPerson: (folded, offset) => persons.at(folded, offset) !== null && verbs.at(folded, offset) === null,
    compoundEnd: (folded, offset) => compounds.at(folded, offset)?.end ?? 0,
    apposition: (folded, offset) => appositions.at(folded, offset)?.end ?? 0,
    endsInVerb: (folded, end) => verbs.endingAt(folded, end) !== null && passive.endingAt(folded, end) === null,
    isUndone: (folded, offset) => undone.at(folded, offset) !== null,
    isRelative: (folded, offset, behind) => relatives[behind].at(folded, offset) !== null,
    urges: (folded, offset) => urgings.at(folded, offset) !== null,
    helps: (folded, offset) => helping.at(folded, offset)?.end ?? 0,
    isPlaceClause: (folded, offset) => placeClauses.at(folded, offset) !== null,
    verbEnd: (folded, offset) => verbs.at(folded, offset)?.end ?? 0,
    isVerb: (folded, offset) => verbs.at(folded, offset) !== null,
    connects: (folded, offset) => and.at(folded, offset) !== null,
    isRole: (folded, offset) => (triggers.at(folded, offset)?.value ?? 'mute') !== 'mute',
    isOpening: (folded, offset) => openings.at(folded, offset) !== null,
    isTimeOpening: (folded, offset) => times.at(folded, offset) !== null,
    isOwnOrder: (folded, offset) => ownOrders.at(folded, offset) !== null,
    isReason: (folded) =>
      reasons.at(folded, 0) !== null && folded.split(', ').every((part, index) => index === 0 || reasons.at(part, 0) !== null || furtherReasons.at(part, 0) !== null),
    determinerEnd: (folded, offset) => determiners.at(folded, offset)?.end ?? 0,
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
    completes: (folded) => completion.test(folded.replace(CLOSING, '')),
    pays: (folded, offset) => payments.at(folded, offset) !== null,
    titleEnd: (folded, offset) => titles.at(folded, offset)?.end ?? 0,
    submits: (folded) => submission.test(folded),
    amends: (folded) => amendment.test(folded),
    isNorm: (folded) => norm.test(folded),
    lists,
  };
});
