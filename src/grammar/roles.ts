import type { TriggerKind } from '../knowledge/schema.ts';
import { fold } from '../text/fold.ts';
import { type AgencyListGrammar, agencyListGrammar, type MentionList } from './agency-lists.ts';
import { compiledOnce } from './compiled.ts';
import { isCapital, type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList, phrases } from './phrases.ts';
import { anyOf } from './words.ts';

/** A piece of a sentence that matters for who does what. Words that are no token lie between them. */
export type RoleToken =
  | { kind: 'agents'; start: number; end: number; list: MentionList; preposition: boolean }
  | { kind: 'trigger'; start: number; end: number; trigger: TriggerKind; words: string }
  | { kind: 'mark'; start: number; end: number; mark: ';' | '.' | ':' | ',' | '(' | ')' | 'and' };

export interface RoleGrammar {
  /** The tokens of a text in order; places for which `skip` gives an end are passed over (citations). */
  tokens(words: Words, skip: (offset: number) => number): RoleToken[];
  /** False where no body can be given a task: none begins a clause or stands behind an order. Cheap: most paragraphs need no more. */
  mayAssign(words: Words): boolean;
  /** True where a text says that a body it names leads: "là cơ quan chủ trì". */
  namesLead(folded: string): boolean;
  /** The offset behind adverbs and other words that may stand before a verb: "định kỳ ", "chủ động ". */
  behindAdverbs(words: Words, offset: number): number;
  /** True where the words behind a body show that it is no subject: "của", "cho thấy". */
  isNoPredicate(folded: string, offset: number): boolean;
  /** End of the word that begins an insertion ("theo chức năng"), 0 where none begins. */
  insertion(folded: string, offset: number): number;
  isVerb(folded: string, offset: number): boolean;
  /** True where a phrase before the subject begins: "Căn cứ …, ". */
  isOpening(folded: string, offset: number): boolean;
  /** True where a sentence tells of what was. */
  isPast(folded: string): boolean;
  /** True for a clause that announces a list: "… như sau:". */
  announces(folded: string): boolean;
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
  /** True for a rule that binds everybody: "sẽ được biểu dương". */
  isNorm(folded: string): boolean;
  readonly lists: AgencyListGrammar;
}

const WORD_OR_MARK = /[\p{L}\p{N}&]+|[;:,()]|\.(?=\s|$)/gu;
const LONGEST_PREPOSITION = 14;

/** The words of `roles.yaml` (domain reference 7.1 and 7.2). */
export const roleGrammar: (knowledge: MentionKnowledge) => RoleGrammar = compiledOnce((knowledge) => {
  const { roles, citations } = knowledge;
  const lists = agencyListGrammar(knowledge);
  const triggers = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => own.map((phrase) => [phrase, kind] as const)));
  const adverbs = phraseList(roles.adverbs);
  const noPredicates = phraseList(roles.no_predicates);
  const insertions = phraseList(roles.insertions);
  const verbs = phraseList(roles.verbs);
  const openings = phraseList(roles.openings);
  const givers = phraseList(roles.giver_words);
  const past = new RegExp(roles.past_openings.pattern, 'u');
  const announcement = new RegExp(`${anyOf(roles.announcements)}\\s?:?$`, 'u');
  const preposition = new RegExp(`(?:^|[^\\p{L}])${anyOf(roles.prepositions)}\\s$`, 'u');
  const norm = new RegExp(anyOf(roles.norms), 'u');
  const passive = phraseList(roles.passive_verbs);
  const purposes = phraseList(roles.purpose_words);
  const narrations = phraseList(roles.narrations);
  const link = new RegExp(`(?:^|[^\\p{L}])${anyOf(roles.links)}\\s?$`, 'u');
  const and = new Set(roles.list_connectors.map(fold));
  const supervisors = phraseList(roles.supervisors);
  const abbreviations = new Set(citations.stop_abbreviations.map(fold));

  const phrasesOf = (...kinds: TriggerKind[]) => roles.triggers.flatMap(({ kind, phrases: own }) => (kinds.includes(kind) ? own : []));
  const collective = `${anyOf(roles.collectives.determiners)} ${anyOf(nounWords(roles.collectives.nouns))}`;
  const begin = `(?<name>${anyOf([...lists.firstWords])}(?!\\p{L})|${collective})`;
  const leading = anyOf([...phrasesOf('order', 'request', 'given-to'), ...roles.adverbs, ...roles.headings.leads]);
  const atClause = new RegExp(`(?:^|[.;:()–+-]\\s?|(?<!\\p{L})${leading} )${begin}`, 'gu');
  const atComma = new RegExp(`,\\s${begin}`, 'gu');
  const opening = new RegExp(`(?:^|[.;):–+-]\\s)${anyOf(roles.openings)}(?!\\p{L})`, 'u');
  const small = new Set([...roles.list_heads, ...roles.small_names, ...roles.collectives.determiners, ...roles.collectives.heads].map((word) => firstWord(fold(word), 0)));
  /** Names of bodies have a capital; collectives and a few heads need none. */
  const has = (words: Words, pattern: RegExp): boolean => {
    const { text, folded } = words;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      const name = match.groups?.name ?? '';
      const at = match.index + match[0].length - name.length;
      if ((isCapital(text.charAt(at)) || small.has(firstWord(folded, at))) && lists.at(words, at)) return true;
    }
    return false;
  };
  const naming = new RegExp(anyOf(phrasesOf('is-lead')), 'u');

  return {
    mayAssign: (words) => has(words, atClause) || (opening.test(words.folded) && has(words, atComma)),
    namesLead: (folded) => naming.test(folded),
    tokens(words, skip) {
      const { folded } = words;
      const tokens: RoleToken[] = [];
      let open = 0;
      let last = '';
      for (const match of folded.matchAll(WORD_OR_MARK)) {
        const at = match.index;
        const word = match[0];
        if (at < open) continue;
        const skipped = skip(at);
        if (skipped > at) {
          open = skipped;
          continue;
        }
        if (word.length === 1 && ';:,().'.includes(word)) {
          if (word !== '.' || !abbreviations.has(last)) tokens.push({ kind: 'mark', start: at, end: at + 1, mark: word as ';' });
          continue;
        }
        last = word;
        const trigger = triggers.begins(word) ? triggers.at(folded, at) : null;
        const list = lists.begins(word) && (isCapital(words.text.charAt(at)) || small.has(word)) ? lists.at(words, at) : null;
        if (list && (!trigger || list.end > trigger.end)) {
          tokens.push({ kind: 'agents', start: at, end: list.end, list, preposition: preposition.test(folded.slice(Math.max(0, at - LONGEST_PREPOSITION), at)) });
          open = list.end;
        } else if (trigger) {
          tokens.push({ kind: 'trigger', start: at, end: trigger.end, trigger: trigger.value, words: folded.slice(at, trigger.end) });
          open = trigger.end;
        } else if (and.has(word)) tokens.push({ kind: 'mark', start: at, end: at + word.length, mark: 'and' });
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
    isNoPredicate: (folded, offset) => noPredicates.at(folded, offset) !== null,
    insertion: (folded, offset) => insertions.at(folded, offset)?.end ?? 0,
    isVerb: (folded, offset) => verbs.at(folded, offset) !== null,
    isOpening: (folded, offset) => openings.at(folded, offset) !== null,
    isPast: (folded) => past.test(folded),
    announces: (folded) => announcement.test(folded.slice(-40)),
    gives: (folded, offset) => givers.at(folded, offset) !== null,
    supervises: (name) => supervisors.at(fold(name), 0) !== null,
    isPassiveVerb: (folded, offset) => passive.at(folded, offset) !== null,
    purpose(folded, offset) {
      const found = purposes.at(folded, offset);
      return found ? found.end - offset : 0;
    },
    endsInLink: (folded) => link.test(folded.slice(-12)),
    narrates: (folded, offset) => narrations.at(folded, offset) !== null,
    isNorm: (folded) => norm.test(folded),
    lists,
  };
});

/** First words of nouns, each once. */
function nounWords(nouns: MentionKnowledge['roles']['collectives']['nouns']): string[] {
  return [...new Set(nouns.flatMap(({ words }) => words.map((word) => firstWord(fold(word), 0))))];
}
