import { skipBlanks } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { Agents, ClauseCursor } from './clause-cursor.ts';
import { CHAIN, type PredicateState, type RoleWord, type Taken } from './predicate-state.ts';

/** Verbs between a directing one and the bodies it is for. */
const MOST_VERBS = 4;

/** "A chỉ đạo B, C thực hiện", "A giao B thực hiện": A directs or gives the task, B and C execute the rest. */
export function direct(state: PredicateState, word: RoleWord): Taken {
  const { token, index, span, verb } = word;
  const agents = word.agents ?? (token.trigger === 'direct' ? behindVerbs(state.cursor, token.end) : null);
  if (!verb || state.blocked) return agents ? index + 1 : index;
  if (token.trigger === 'order' && !agents) return index;
  const { cursor } = state;
  if (state.executes && !agents && token.start - cursor.from < CHAIN) return index;
  // "chủ trì, phối hợp với Sở B | chỉ đạo, hướng dẫn …": what is led is no role of its own.
  if (!agents && state.roles.led && state.roles.phraseEnd > 0 && cursor.skipMarks(state.roles.phraseEnd) === token.start) {
    state.directs = true;
    cursor.boundary = token.end;
    return index;
  }
  const role = token.trigger === 'order' ? 'assign' : 'direct';
  state.roles.add(state.subject, role, span, cursor.verbStart(token), true);
  const { words, grammar } = cursor.setting;
  if (!agents) {
    const object = grammar.behindAdverbs(words, token.end);
    state.directs = grammar.isVerb(words.folded, object);
    // "lãnh đạo việc giám sát": what is directed is no role of its own.
    if (state.directs) return pastToken(state, index, object);
    cursor.boundary = token.end;
    return index;
  }
  const actors = cursor.actors(agents);
  const at = skipBlanks(words.text, agents.end);
  if (grammar.isNoPredicate(words.folded, at)) return 'end';
  if (cursor.skipMarks(at) < cursor.clause[1]) state.leaveTo(actors, at);
  const [only] = actors;
  if (role === 'direct' && actors.length === 1 && only && !only.mention.collective && state.subject.every(({ mention }) => !mention.collective)) state.next = actors;
  return 'end';
}

/** "chỉ đạo, | hướng dẫn, kiểm tra | Sở B": the bodies behind verbs that share them. */
function behindVerbs(cursor: ClauseCursor, from: number): Agents | null {
  const { words, grammar } = cursor.setting;
  let at = from;
  for (let count = 0; count < MOST_VERBS; count++) {
    at = cursor.skipMarks(at);
    const end = grammar.verbEnd(words.folded, at);
    if (end === 0) return null;
    at = skipBlanks(words.text, end);
    const next = cursor.tokens.find((token) => token.start >= at);
    if (next?.kind === 'agents' && next.start === at) return next;
  }
  return null;
}

/** The index of the last token that begins before or at an offset; the clause is read on behind it. */
function pastToken({ cursor }: PredicateState, index: number, offset: number): number {
  const { tokens } = cursor;
  cursor.boundary = offset;
  let last = index;
  while (last + 1 < tokens.length && (tokens[last + 1] as RoleToken).start <= offset) last++;
  if (last > index) cursor.boundary = (tokens[last] as RoleToken).end;
  return last;
}
