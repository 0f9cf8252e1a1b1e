import { skipBlanks } from '../../grammar/mentions.ts';
import { behindUnlisted, firstPredicate } from './behind-subject.ts';
import type { PredicateState, RoleWord, Taken } from './predicate-state.ts';

// Who leads, who is the focal point, who coordinates (domain reference 7.1): "chủ trì, phối hợp với Sở B", "chủ trì cùng Sở B".

/** "chủ trì", "là cơ quan đầu mối": the subject has the role. */
export function ownRole(state: PredicateState, { token, index, span, verb }: RoleWord, role: 'lead' | 'focal'): Taken {
  if (verb && !state.blocked) {
    // "là cơ quan thường trực | của Tổ công tác | , có trách nhiệm …"
    const of = state.cursor.tokens[index + 1];
    const owner = role === 'focal' && of?.kind === 'agents' && of.preposition && of.start - token.end <= LONGEST_LINK ? of : null;
    const end = owner?.end ?? token.end;
    state.roles.add(state.subject, role, span, end, false);
    state.phrase(token.start, end);
    if (owner) return index + 1;
    // "là đơn vị đầu mối | giúp Bộ trưởng | theo dõi …"
    state.cursor.boundary = state.cursor.behindHelped(token.end);
  }
  return index;
}

/** "phối hợp với Bộ B là cơ quan chủ trì": the body directly before it leads. */
export function isLead(state: PredicateState, { token, index, span }: RoleWord): Taken {
  const { cursor } = state;
  const before = cursor.tokens[index - 1];
  const others = before?.kind === 'agents' && skipBlanks(cursor.setting.words.text, before.end) === token.start ? before : null;
  state.roles.add(others ? cursor.actors(others) : state.subject, 'lead', span, token.end, false);
  state.phrase(token.start, token.end);
  return index;
}

/** "chủ trì cùng Sở B": both lead. */
export function coLead(state: PredicateState, { token, index, span, agents, verb }: RoleWord): Taken {
  if (!agents || state.blocked || !verb) return index;
  // "chủ trì cùng" is one phrase: the subject leads.
  if (!state.roles.led) state.roles.add(state.subject, 'lead', span, token.end, false);
  state.roles.add(state.cursor.actors(agents), 'co-lead', span, agents.end, false);
  state.phrase(token.start, agents.end);
  return index + 1;
}

/** "phối hợp với Sở B": who stands behind it coordinates; without "chủ trì" the subject executes. */
export function coordinate(state: PredicateState, { token, index, span, agents, verb }: RoleWord): Taken {
  if (!agents && !verb) return index;
  const { cursor, roles } = state;
  const first = roles.list.length === 0;
  // "Sở B phối hợp": the subject itself coordinates.
  if (!agents && first && cursor.skipMarks(token.end) >= cursor.clause[1]) {
    roles.add(state.subject, 'coordinate', span, token.end, false);
    return index;
  }
  const partners = agents ? agents.end : behindPartner(state, token);
  const behind = behindPartners(state, partners);
  // "phối hợp với Sở B, | chủ rừng và các địa phương | tổ chức …"
  const named = agents ? [agents] : [];
  for (const other of cursor.tokens) if (other.kind === 'agents' && other.start >= token.end && other.end <= behind && other !== agents) named.push(other);
  for (const each of named) roles.add(cursor.actors(each), 'coordinate', span, behind, false);
  state.phrase(token.start, behind);
  const taken = agents || behind > token.end ? cursor.tokens.findLastIndex(({ start }) => start < behind) : index;
  // Without "chủ trì" the subject executes, unless its only verb is another role.
  if (first && !state.blocked && !roleFollows(state, taken)) roles.add(state.subject, 'execute', null, cursor.boundary, false);
  return taken;
}

/** "phối hợp với | lực lượng tại chỗ | tuần tra": behind partners in no list, where a verb begins; else the end of the role word. */
function behindPartner({ cursor }: PredicateState, { end, words: role }: RoleWord['token']): number {
  const { words, grammar } = cursor.setting;
  const at = skipBlanks(words.text, end);
  if (!grammar.endsInLink(role) && !role.endsWith('cùng')) return end;
  if (grammar.isVerb(words.folded, at) && grammar.compoundEnd(words.folded, at) === 0) return end;
  return firstPredicate(words, cursor.tokens, at, Math.min(cursor.clause[1], at + LONGEST_PARTNER), grammar) || end;
}

/** Behind those in no list who are named with the partners before `at`. */
function behindPartners({ cursor }: PredicateState, at: number): number {
  const { words, grammar } = cursor.setting;
  let next = skipBlanks(words.text, at);
  if (words.text.charAt(next) === ',') next = skipBlanks(words.text, next + 1);
  const behind = behindUnlisted(words, cursor.tokens, next, cursor.clause[1], grammar);
  return behind > next ? behind : at;
}

/** " của " */
const LONGEST_LINK = 5;
/** Those who coordinate and are in no list are named in no more. */
const LONGEST_PARTNER = 90;

/** True where a role of the subject stands as the next verb: "phối hợp với Bộ B để tham mưu cho …". */
function roleFollows({ cursor }: PredicateState, index: number): boolean {
  const { words, grammar } = cursor.setting;
  const next = cursor.tokens.slice(index + 1).find((token) => token.kind !== 'mark');
  const at = grammar.behindAdverbs(words, cursor.skipMarks(cursor.boundary));
  return next?.kind === 'trigger' && next.start === at && ['advise', 'guide', 'monitor', 'lead', 'focal'].includes(next.trigger);
}
