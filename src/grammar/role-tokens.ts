import type { TriggerKind } from '../knowledge/schema/roles.ts';
import { fold } from '../text/fold.ts';
import { codeTest, isBlankAt, isCapitalAt, isWordAt } from '../text/word-chars.ts';
import type { AgencyListGrammar, MentionList } from './agency-lists.ts';
import { type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList, phrases } from './phrases.ts';

/** A piece of a sentence that matters for who does what. Words that are no token lie between them. */
export type RoleToken =
  | { kind: 'agents'; start: number; end: number; list: MentionList; preposition: boolean }
  | { kind: 'trigger'; start: number; end: number; trigger: TriggerKind; words: string }
  | { kind: 'mark'; start: number; end: number; mark: ';' | '.' | ':' | ',' | '(' | ')' | 'and' };

/** Cuts a text into tokens in order; places for which `skip` gives an end are passed over (citations); `names` gives bodies that only one document knows. */
export type RoleTokenizer = (words: Words, skip: ((offset: number) => number) | null, names?: ((offset: number) => MentionList | null) | null) => RoleToken[];

/** Words of a role that bodies follow. */
const TAKES_BODIES: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['coordinate', 'co-lead', 'order', 'request', 'direct', 'given-to']);
const POINT = 0x2e;
const AMPERSAND = 0x26;
const isMark = codeTest(';:,().');
const BLANKS = [' ', '\n', '\t', '\u00a0'];

/** The tokenizer of the words of `roles.yaml`. */
export function roleTokenizer({ roles, citations }: MentionKnowledge, lists: AgencyListGrammar): RoleTokenizer {
  const triggers = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => own.map((phrase) => [phrase, kind] as const)));
  const directions = phrases(roles.triggers.flatMap(({ kind, phrases: own }) => (kind === 'direct' ? own.map((phrase) => [phrase, kind] as const) : [])));
  const verbs = phraseList(roles.verbs);
  const prepositions = phraseList(roles.prepositions);
  const and = phraseList(roles.list_connectors.filter((word) => !word.includes(' ')));
  const abbreviations = new Set(citations.stop_abbreviations.map(fold));
  const smallWords = phraseList([...smallFirstWords(roles)]);

  return (words, skip, names = null) => {
    const { folded } = words;
    const tokens: RoleToken[] = [];
    let last: [start: number, end: number] = [0, 0];
    for (let at = 0; at < folded.length; ) {
      const code = folded.charCodeAt(at);
      if (!isWordAt(folded, at) && code !== AMPERSAND && !isMark(code)) {
        at++;
        continue;
      }
      const skipped = skip ? skip(at) : 0;
      if (skipped > at) {
        at = skipped;
        continue;
      }
      if (isMark(code)) {
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
      const subject = before?.kind === 'mark' && before.mark === ':' ? tokens.at(-2) : before;
      const behindBody =
        said !== null && subject?.kind === 'agents' && skipBlanks(words.text, before?.end ?? 0) === at && (subject !== before || words.text.startsWith(folded.slice(at, end), at));
      // "Đảng ủy UBND xã lãnh đạo UBND xã …": directly behind a body "lãnh đạo UBND" is its verb, elsewhere the leaders of another.
      const trigger = (behindBody && said?.value === 'mute' && directions.at(folded, at)) || said;
      const own = names?.(at) ?? null;
      const named = own ?? ((isCapitalAt(words.text, at) || smallWords.at(folded, at)) && lists.begins(folded.slice(at, end)) ? lists.at(words, at) : null);
      const all =
        named ??
        (before?.kind === 'trigger' && TAKES_BODIES.has(before.trigger) && skipBlanks(words.text, before.end) === at
          ? lists.behindRole(words, at, before.trigger === 'coordinate' || before.trigger === 'co-lead')
          : null);
      // "thẩm định giá đất trình UBND tỉnh; Thuế tỉnh phối hợp …": what a verb is about ends with its clause.
      const list = all && all.mentions.length > 1 && (before?.end ?? 0) < at - 1 && verbs.endingAt(folded, at - 1) ? firstPart(all, words.text) : all;
      // "Đảng ủy Công an tỉnh lãnh đạo lực lượng vũ trang": directly behind a body a small word is its verb.
      const verb = trigger?.value === 'direct' && behindBody;
      // "báo cáo Ban Chỉ đạo": what only looks like a role word is the body's whole name.
      if (list && !verb && (!trigger || list.end > trigger.end || (trigger.value === 'mute' && list.end === trigger.end))) {
        tokens.push({ kind: 'agents', start: at, end: list.end, list, preposition: prepositions.endingAt(folded, at - 1) !== null && BLANKS.includes(folded.charAt(at - 1)) });
        end = list.end;
      } else if (trigger) {
        tokens.push({ kind: 'trigger', start: at, end: trigger.end, trigger: trigger.value, words: folded.slice(at, trigger.end) });
        end = trigger.end;
      } else if (and.at(folded, at)?.end === end) tokens.push({ kind: 'mark', start: at, end, mark: 'and' });
      at = end;
    }
    return tokens;
  };
}

/** First words of lists that need no capital: heads of lists and of collectives. */
export function smallFirstWords(roles: MentionKnowledge['roles']): ReadonlySet<string> {
  return new Set([...roles.list_heads, ...roles.small_names, ...roles.collectives.determiners, ...roles.collectives.heads].map((word) => firstWord(fold(word), 0)));
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
  return at + 1 >= text.length || isBlankAt(text, at + 1);
}
