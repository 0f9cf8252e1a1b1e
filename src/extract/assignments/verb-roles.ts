import { CHAIN, type PredicateState, type RoleWord, type Taken } from './predicate-state.ts';

// Roles that a verb of the subject gives: what it has to do, whom it advises, guides or monitors (domain reference 7.1).

/** "có trách nhiệm …": the subject executes what stands behind it, unless that is a role of its own. */
export function duty(state: PredicateState, { token, index, verb }: RoleWord): Taken {
  if (!verb) return index;
  const { cursor, roles } = state;
  const { words, grammar } = cursor.setting;
  state.phrase(token.start, token.end);
  cursor.from = cursor.skipMarks(token.end);
  cursor.boundary = cursor.from;
  if (roles.list.length > 0) return index;
  // "chịu trách nhiệm | trước Chủ tịch UBND tỉnh", "| về kết quả": without a verb the duty itself is the task.
  if (grammar.isNoPredicate(words.folded, cursor.from) || grammar.isTimeOpening(words.folded, cursor.from)) {
    roles.add(state.subject, 'execute', null, token.start, true);
    return index;
  }
  const at = grammar.behindAdverbs(words, cursor.from);
  const next = cursor.tokens.find(({ start }) => start === at || start === cursor.from);
  if (at < cursor.clause[1] && !(next?.kind === 'trigger' && next.trigger !== 'mute')) roles.add(state.subject, 'execute', null, cursor.from, true);
  return index;
}

/** "tham mưu (cho) Y …": the verbs behind it are what Y is to do. */
export function advise(state: PredicateState, { token, index, span, agents, verb }: RoleWord): Taken {
  if (!verb || state.blocked) return index;
  state.roles.add(state.subject, 'advise', span, token.start, true);
  state.cursor.boundary = agents?.end ?? token.end;
  state.blocked = true;
  state.reportable = !agents;
  return agents ? index + 1 : index;
}

/** "hướng dẫn", "theo dõi": in a chain of verbs only behind a longer task. */
export function guideOrMonitor(state: PredicateState, { token, index, span, agents, verb }: RoleWord): Taken {
  const taken = agents ? index + 1 : index;
  if (!verb || state.blocked) return taken;
  const { cursor, roles } = state;
  // "chỉ đạo rà soát, hướng dẫn tàu thuyền …", but "chỉ đạo …, thường xuyên kiểm tra"
  if (state.directs && cursor.skipMarks(cursor.boundary) === token.start) return taken;
  const role = token.trigger === 'guide' ? 'guide' : 'monitor';
  const { words, grammar } = cursor.setting;
  if (state.executes && token.start - grammar.behindAdverbs(words, cursor.from) < CHAIN) return taken;
  // "kiểm soát, điều khiển, hướng dẫn giao thông", "vận động gia đình quản lý, giám sát con em": verbs of one object.
  const before = cursor.tokens[index - 1];
  if (state.executes && before?.kind === 'mark' && grammar.endsInVerb(words.folded, words.folded.slice(0, before.start).trimEnd().length)) return taken;
  // "theo dõi, hướng dẫn, đôn đốc" is one activity.
  if (roles.list.some((other) => (other.role === 'monitor' || other.role === 'guide') && token.start - (other.trigger?.[1] ?? 0) < CHAIN)) return taken;
  if (roles.list.some((other) => other.role === role)) return taken;
  const start = cursor.verbStart(token);
  for (const actor of state.subject) {
    const supervises = role === 'monitor' && grammar.supervises(actor.mention.name);
    roles.add([actor], supervises ? 'supervise' : role, span, start, true);
  }
  if (agents) state.blocked = true;
  return taken;
}

/** "theo hướng dẫn của Y", "tăng cường hoạt động giám sát của Y": Y has the role. */
export function passiveRole({ cursor, roles }: PredicateState, { token, index, span, agents }: RoleWord): Taken {
  if (!agents) return index;
  if (token.trigger === 'guided-by') {
    roles.add(cursor.actors(agents), 'guide', span, cursor.from, true);
    cursor.boundary = agents.end;
  } else roles.add(cursor.actors(agents), 'supervise', span, token.start, true);
  return index + 1;
}
