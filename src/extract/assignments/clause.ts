import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';

export type Agents = Extract<RoleToken, { kind: 'agents' }>;

/** A stretch of a passage between full stops and semicolons. Offsets are those of the passage. */
export interface Clause {
  start: number;
  end: number;
  tokens: readonly RoleToken[];
  /** True where a full stop or the begin of the passage stands before it. */
  sentence: boolean;
}

/** " của " */
const LONGEST_LINK = 5;
/** What goes on with the name of a body behind a comma is no longer: "…, sự nghiệp". */
const LONGEST_NAME_PART = 40;
/** " Lê Văn Hải" */
const PERSONAL_NAME = /^(?: \p{Lu}\p{Ll}{0,7}){2,5}$/u;
/** "Thời hạn hoàn thành:" */
const LONGEST_LABEL = 60;
const RELATIVE = /^có /;
/** ", chủ rừng trên địa bàn tỉnh và các hộ nhận khoán " */
const LONGEST_MEMBERS = 90;

/** The clauses of a passage from `from` on: they end at full stops and semicolons outside of brackets. */
export function clausesOf({ text }: Words, all: readonly RoleToken[], from: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  let depth = 0;
  let tokens: RoleToken[] = [];
  let sentence = true;
  const close = (end: number) => {
    if (end > start) clauses.push({ start, end, tokens, sentence });
    tokens = [];
  };
  for (const token of all) {
    if (token.start < from) continue;
    if (token.kind === 'mark' && token.mark === '(') depth++;
    if (token.kind === 'mark' && token.mark === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && token.kind === 'mark' && (token.mark === '.' || token.mark === ';')) {
      close(token.start);
      start = token.end;
      sentence = token.mark === '.';
    } else tokens.push(token);
  }
  close(text.length);
  return clauses;
}

/** The bodies that stand right behind a token: "giao | Sở Y tế". */
export function agentsAfter({ text }: Words, clause: Clause, token: RoleToken): Agents | null {
  const next = clause.tokens[clause.tokens.indexOf(token) + 1];
  if (next?.kind === 'mark' && next.mark === ',') {
    // "phân công đồng chí | Lê Văn Hải, | Phó Chủ tịch UBND tỉnh"
    const post = clause.tokens[clause.tokens.indexOf(token) + 2];
    return post?.kind === 'agents' && skipBlanks(text, next.end) === post.start && PERSONAL_NAME.test(text.slice(token.end, next.start)) ? post : null;
  }
  return next?.kind === 'agents' && skipBlanks(text, token.end) === next.start ? next : null;
}

/** Where the words behind the bracket that opens at `at` begin; `at` where it does not close in the clause. */
function behindBracket({ text }: Words, clause: Clause, at: number): number {
  const close = text.indexOf(')', at);
  return close > 0 && close < clause.end ? skipBlanks(text, close + 1) : at;
}

/** Behind what stands in brackets or behind a dash and says what the body before it also is: "Sở Y tế (…) | - cơ quan thường trực Ban Chỉ đạo | chủ trì". */
export function behindAppositions(words: Words, clause: Clause, from: number, grammar: RoleGrammar): number {
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

/** "Đào tạo nhân lực: | Trường Đại học X | chủ trì": bodies behind a colon with the role that directly follows them. */
export function behindColon({ tokens }: Clause): [Agents?, RoleToken?] {
  const colon = tokens.findIndex((token) => token.kind === 'mark' && token.mark === ':');
  const [agents, role] = colon < 0 ? [] : tokens.slice(colon + 1);
  const leads = role?.kind === 'trigger' && (role.trigger === 'lead' || role.trigger === 'coordinate' || role.trigger === 'focal');
  return agents?.kind === 'agents' && !agents.preposition && leads && role.start - agents.end <= 1 ? [agents, role] : [];
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

/** "Thời hạn hoàn thành: | Yêu cầu Phòng Kinh tế …": an order behind a label; null where there is none. */
export function orderBehindLabel(words: Words, clause: Clause): Extract<RoleToken, { kind: 'trigger' }> | null {
  for (const [index, token] of clause.tokens.entries()) {
    if (token.start - clause.start > LONGEST_LABEL) return null;
    if (token.kind === 'agents') return null;
    const next = token.kind === 'mark' && token.mark === ':' ? clause.tokens[index + 1] : null;
    if (next?.kind === 'trigger' && (next.trigger === 'order' || next.trigger === 'request') && skipBlanks(words.text, token.end) === next.start)
      return agentsAfter(words, clause, next) ? next : null;
  }
  return null;
}

/** "có dự án đi qua | phải …": behind what tells which of those just named are meant, where a duty begins without a mark between. */
export function behindRelative({ folded }: Words, { tokens }: Clause, from: number): number {
  if (!RELATIVE.test(folded.slice(from, from + 4))) return from;
  const next = tokens.find((token) => token.start > from && (token.kind === 'mark' || (token.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'via')));
  return next?.kind === 'trigger' && next.trigger === 'duty' && next.start - from < LONGEST_NAME_PART ? next.start : from;
}

/** True where a clause leads to items: it ends in a colon, or says "như sau". */
export function announces({ text, folded }: Words, { start, end }: Clause, grammar: RoleGrammar): boolean {
  return grammar.announces(folded.slice(start, end).trimEnd()) || /:\s*$/.test(text.slice(end - 3, end));
}

/** True for the few words up to the end of a clause where none of them is a verb or a role. */
export function endsWithoutVerb({ folded }: Words, clause: Clause, from: number, grammar: RoleGrammar): boolean {
  if (clause.end - from > LONGEST_NAME_PART || clause.tokens.some((token) => token.start >= from && token.kind === 'trigger')) return false;
  for (let at = from; at < clause.end && at >= from; at = folded.indexOf(' ', at) + 1 || clause.end) if (grammar.isVerb(folded, at)) return false;
  return true;
}
