import { skipBlanks } from '../../grammar/mentions.ts';
import type { PredicateState, RoleWord, Taken } from './predicate-state.ts';

// Who leads, who is the focal point, who coordinates (domain reference 7.1): "chủ trì, phối hợp với Sở B", "chủ trì cùng Sở B".

/** "chủ trì", "là cơ quan đầu mối": the subject has the role. */
export function ownRole(state: PredicateState, { token, index, span, verb }: RoleWord, role: 'lead' | 'focal'): Taken {
  if (verb && !state.blocked) {
    state.roles.add(state.subject, role, span, token.end, false);
    state.phrase(token.start, token.end);
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
  if (agents) roles.add(cursor.actors(agents), 'coordinate', span, agents.end, false);
  state.phrase(token.start, agents?.end ?? token.end);
  const taken = agents ? index + 1 : index;
  // Without "chủ trì" the subject executes, unless its only verb is another role.
  if (first && !state.blocked && !roleFollows(state, taken)) roles.add(state.subject, 'execute', null, cursor.boundary, false);
  return taken;
}

/** True where a role of the subject stands as the next verb: "phối hợp với Bộ B để tham mưu cho …". */
function roleFollows({ cursor }: PredicateState, index: number): boolean {
  const { words, grammar } = cursor.setting;
  const next = cursor.tokens.slice(index + 1).find((token) => token.kind !== 'mark');
  const at = grammar.behindAdverbs(words, cursor.skipMarks(cursor.boundary));
  return next?.kind === 'trigger' && next.start === at && ['advise', 'guide', 'monitor', 'lead', 'focal'].includes(next.trigger);
}
