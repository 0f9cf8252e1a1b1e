import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';
import type { Agents, Clause } from './clause.ts';

// What may stand between bodies and what they are to do: what they also are, which of them are meant, who is named beside them.

/** " của " */
const LONGEST_LINK = 5;
/** ", chủ rừng trên địa bàn tỉnh và các hộ nhận khoán " */
const LONGEST_MEMBERS = 90;
/** "có dự án đi qua" */
const LONGEST_RELATIVE = 40;

/** Where the words behind the bracket that opens at `at` begin; `at` where it does not close in the clause. */
function behindBracket({ text }: Words, clause: Clause, at: number): number {
  const close = text.indexOf(')', at);
  return close > 0 && close < clause.end ? skipBlanks(text, close + 1) : at;
}

/** Behind what stands in brackets or behind a dash and says what the body before it also is: "Sở Y tế (…) | - cơ quan thường trực Ban Chỉ đạo | chủ trì". */
function behindAppositions(words: Words, clause: Clause, from: number, grammar: RoleGrammar): number {
  const { text, folded } = words;
  const at = text.charAt(from) === '(' ? behindBracket(words, clause, from) : from;
  if (!/[-–] /.test(text.slice(at, at + 2))) return at;
  const start = skipBlanks(text, at + 1);
  const end = grammar.apposition(folded, start);
  if (end === 0) return at;
  // Up to the end of the body it is that of, or to the first role or verb.
  const tokens = clause.tokens.filter((token) => token.start >= start);
  const body = tokens.find(({ kind }) => kind === 'agents');
  if (body && body.end > end && body.start - end <= LONGEST_LINK) return skipBlanks(text, body.end);
  for (let next = skipBlanks(text, end); next < clause.end; next = folded.indexOf(' ', next) + 1 || clause.end)
    if (grammar.isVerb(folded, next) || grammar.isRole(folded, next)) return next;
  return at;
}

/**
 * "Sở Y tế, | chủ cơ sở …, | căn cứ chức năng …", "… và | ông Nguyễn Văn A | chịu trách nhiệm": behind those who are named with a body and
 * are in no list, where the first role, verb or insertion begins. The same offset where nobody is named behind a comma or "và", or no
 * verb follows soon.
 */
export function behindUnlisted(words: Words, tokens: readonly RoleToken[], from: number, to: number, grammar: RoleGrammar): number {
  const { text, folded } = words;
  const joins = grammar.connects(folded, from);
  const start = joins ? skipBlanks(text, folded.indexOf(' ', from)) : from;
  if (!joins && !/,\s?$/.test(text.slice(Math.max(0, from - 2), from))) return from;
  return grammar.isMember(words, start) ? firstPredicate(words, tokens, start, Math.min(to, start + LONGEST_MEMBERS), grammar) || from : from;
}

/** Where the first role, verb or insertion behind a comma begins up to `to`, 0 where none does; names of bodies are passed over. */
export function firstPredicate({ text, folded }: Words, tokens: readonly RoleToken[], from: number, to: number, grammar: RoleGrammar): number {
  for (let at = from; at < to && at >= from; ) {
    const token = tokens.find(({ start }) => start === at);
    if (token?.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'past') return at;
    const compound = grammar.compoundEnd(folded, at);
    if (token?.kind !== 'agents' && compound === 0 && at > from && text.charAt(at) === folded.charAt(at)) {
      if (grammar.isVerb(folded, at)) return at;
      if (grammar.insertion(folded, at) > 0 && /,\s?$/.test(text.slice(at - 2, at))) return at;
    }
    // Behind "các" stands a noun: "các cấp Mặt trận".
    const determiner = grammar.determinerEnd(folded, at);
    const end = Math.max(token?.kind === 'agents' || token?.kind === 'trigger' ? token.end : 0, compound, determiner && skipBlanks(text, determiner));
    const blank = folded.indexOf(' ', Math.max(at, end));
    at = blank < 0 ? to : skipBlanks(text, blank);
  }
  return 0;
}

/** Where they are urged to do what those just named have not done, behind a comma; the same offset where nobody is. */
function behindUndone({ text, folded }: Words, clause: Clause, from: number, grammar: RoleGrammar): number {
  if (!grammar.isUndone(folded, from)) return from;
  for (let comma = text.indexOf(',', from); comma > 0 && comma < clause.end; comma = text.indexOf(',', comma + 1)) {
    const next = skipBlanks(text, comma + 1);
    if (grammar.urges(folded, next)) return next;
  }
  return from;
}

/** "có dự án đi qua | phải …": behind what tells which of those just named are meant, where a duty begins without a mark between. */
function behindRelative({ folded }: Words, { tokens }: Clause, from: number, grammar: RoleGrammar): number {
  if (!grammar.isRelative(folded, from, 'collective')) return from;
  const next = tokens.find((token) => token.start > from && (token.kind === 'mark' || (token.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'via')));
  return next?.kind === 'trigger' && next.trigger === 'duty' && next.start - from < LONGEST_RELATIVE ? next.start : from;
}

/** Where what bodies are to do begins, behind all that says who they are. */
export function behindSubject(words: Words, clause: Clause, token: Agents, grammar: RoleGrammar): number {
  const { text, folded } = words;
  let at = behindAppositions(words, clause, skipBlanks(text, token.end), grammar);
  while (text.charAt(at) === ',') at = skipBlanks(text, at + 1);
  at = behindUnlisted(words, clause.tokens, at, clause.end, grammar);
  at = behindUndone(words, clause, at, grammar);
  // "Ban Công tác Mặt trận các khu phố | có dự án đi qua | phải …"
  if (token.list.mentions.at(-1)?.collective) at = behindRelative(words, clause, at, grammar);
  if (!grammar.isPlaceClause(folded, at)) return at;
  return clause.tokens.find((other) => other.kind === 'trigger' && other.trigger === 'duty' && other.start > at)?.start ?? at;
}

/** Behind bodies that get an order, with what they also are and those in no list beside them. */
export function behindOrdered(words: Words, clause: Clause, agents: Agents, grammar: RoleGrammar): number {
  const at = behindAppositions(words, clause, skipBlanks(words.text, agents.end), grammar);
  const comma = words.text.charAt(at) === ',' ? skipBlanks(words.text, at + 1) : at;
  const behind = behindUnlisted(words, clause.tokens, comma, clause.end, grammar);
  return behind > comma ? behind : at;
}

/** True for a dash that no verb stands behind: "Giám đốc Sở A | - Tổ phó" is a member of a board. */
export function namesMember(words: Words, at: number, grammar: RoleGrammar): boolean {
  return '-–'.includes(words.text.charAt(at)) && !grammar.isVerb(words.folded, grammar.behindAdverbs(words, at + 1));
}
