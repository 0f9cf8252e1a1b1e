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

/** What goes on with the name of a body behind a comma is no longer: "…, sự nghiệp". */
const LONGEST_NAME_PART = 40;
/** " Nguyễn Văn Bình - ", " Lê Văn Hải, " */
const HOLDER = /^(?: \p{Lu}\p{Ll}{0,7}){2,5}(?:,| [-–]) $/u;
/** " Lê Văn Hải" */
const PERSONAL_NAME = /^(?: \p{Lu}\p{Ll}{0,7}){2,5}$/u;
/** "Thời hạn hoàn thành:" */
const LONGEST_LABEL = 60;

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

/** "Đào tạo nhân lực: | Trường Đại học X | chủ trì": bodies behind a colon with the role that directly follows them. */
export function behindColon({ tokens }: Clause): [Agents?, RoleToken?] {
  const colon = tokens.findIndex((token) => token.kind === 'mark' && token.mark === ':');
  const [agents, role] = colon < 0 ? [] : tokens.slice(colon + 1);
  const leads = role?.kind === 'trigger' && (role.trigger === 'lead' || role.trigger === 'coordinate' || role.trigger === 'focal');
  return agents?.kind === 'agents' && !agents.preposition && leads && role.start - agents.end <= 1 ? [agents, role] : [];
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

/** "Chế độ báo cáo: | Các đơn vị | báo cáo …": bodies behind a label with what they do; null where there are none. */
export function subjectBehindLabel({ text, folded }: Words, clause: Clause, grammar: RoleGrammar): Agents | null {
  for (const [index, token] of clause.tokens.entries()) {
    if (token.start - clause.start > LONGEST_LABEL || token.kind === 'agents') return null;
    if (token.kind !== 'mark' || token.mark !== ':') continue;
    const agents = clause.tokens[index + 1];
    if (agents?.kind !== 'agents' || agents.preposition || skipBlanks(text, token.end) !== agents.start) return null;
    const at = skipBlanks(text, agents.end);
    const next = clause.tokens[index + 2];
    const role = next?.kind === 'trigger' && next.start === at && next.trigger !== 'mute' && next.trigger !== 'past';
    return at > agents.end && (role || grammar.isVerb(folded, at)) ? agents : null;
  }
  return null;
}

/** "Đ/c Trần Thị Mai - | Phó Chủ tịch UBND xã | chỉ đạo …": the office behind the name of who holds it, at the head of a clause. */
export function postBehindName(words: Words, clause: Clause, start: number, grammar: RoleGrammar): Agents | null {
  const post = clause.tokens.find((token) => token.kind === 'agents');
  return post?.kind === 'agents' && namesHolder(words, start, post.start, grammar) ? post : null;
}

/** True for a form of address and a personal name up to the mark before an office: "đ/c Nguyễn Văn Bình - ". */
export function namesHolder({ text, folded }: Words, from: number, to: number, grammar: RoleGrammar): boolean {
  const title = grammar.titleEnd(folded, from);
  return title > 0 && to - title <= LONGEST_LABEL && HOLDER.test(text.slice(title, to));
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
