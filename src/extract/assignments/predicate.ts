import { skipBlanks } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { Act, Actor } from './act.ts';
import { type Agents, ClauseCursor, type Setting } from './clause-cursor.ts';
import { direct } from './directing.ts';
import { coLead, coordinate, isLead, ownRole } from './leading-roles.ts';
import { PredicateState, type RoleWord, type Taken } from './predicate-state.ts';
import { report, skipTimeOfReport, via } from './reporting.ts';
import { advise, duty, guideOrMonitor, passiveRole } from './verb-roles.ts';

/** What the words behind a subject say: the acts, and who is the subject of the next clause. */
export interface Predicate {
  acts: Act[];
  subject: readonly Actor[];
  /** True where the clause tells of what was: it assigns nothing. */
  past: boolean;
}

/**
 * Reads the predicate of a clause from left to right: "chủ trì, phối hợp với Sở B tham mưu …" (domain reference 7.1, 7.2).
 * `from` is where the words behind the subject begin, `to` where the clause ends; `had` tells that the subject has a role from an
 * earlier clause of the sentence.
 */
export function readPredicate(setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean): Predicate {
  const cursor = new ClauseCursor(setting, from, to);
  const state = new PredicateState(cursor, subject, had, readPredicate);
  cursor.skipInsertions();
  openingVerb(state);
  for (let index = 0; index < cursor.tokens.length; index++) {
    const token = cursor.tokens[index] as RoleToken;
    if (token.start < cursor.from) continue;
    if (token.kind === 'mark') cursor.boundary = token.end;
    else if (token.kind === 'agents' && otherSubject(state, token, index)) break;
    else if (token.kind === 'trigger') {
      const taken = roleWord(state, {
        token,
        index,
        span: [token.start, token.end],
        agents: cursor.agentsAfter(token, index),
        verb: cursor.isVerb(token),
      });
      if (taken === 'end') break;
      index = taken;
    }
    if (state.past) return { acts: [], subject: [], past: true };
  }
  return { acts: [...state.roles.acts(cursor), ...state.nested], subject: state.next, past: false };
}

/** Takes a role word and what belongs to it. */
function roleWord(state: PredicateState, word: RoleWord): Taken {
  switch (word.token.trigger) {
    case 'past':
      return pastWord(state, word);
    case 'lead':
    case 'focal':
      return ownRole(state, word, word.token.trigger);
    case 'is-lead':
      return isLead(state, word);
    case 'co-lead':
      return coLead(state, word);
    case 'coordinate':
      return coordinate(state, word);
    case 'duty':
      return duty(state, word);
    case 'advise':
      return advise(state, word);
    case 'guide':
    case 'monitor':
      return guideOrMonitor(state, word);
    case 'guided-by':
    case 'supervised-by':
      return passiveRole(state, word);
    case 'direct':
    case 'order':
      return direct(state, word);
    case 'report':
    case 'inform':
      return report(state, word);
    case 'via':
      return via(state, word);
    default:
      return word.index;
  }
}

/** "đã" as the verb tells of the past; inside a clause it begins an attribute ("đã giao cho các Bộ chủ trì"). */
function pastWord(state: PredicateState, { index, verb }: RoleWord): Taken {
  const { tokens } = state.cursor;
  if (verb && state.roles.list.length === 0) {
    state.past = true;
    return index;
  }
  const rest = tokens.slice(index + 1);
  const comma = rest.findIndex((other) => other.kind === 'mark' && other.mark === ',');
  if (rest.slice(0, comma < 0 ? rest.length : comma).some((other) => other.kind === 'agents')) return 'end';
  return comma < 0 ? tokens.length : index + comma;
}

/** Without a role word at its head the predicate is what the subject executes. */
function openingVerb({ cursor, roles, subject }: PredicateState): void {
  const { words, grammar } = cursor.setting;
  const behind = grammar.behindAdverbs(words, cursor.from);
  // "được giao cho Thanh tra tỉnh thực hiện": the adverb is the verb.
  const verb = behind < cursor.clause[1] ? behind : cursor.from;
  if (verb >= cursor.clause[1]) return;
  const index = cursor.tokens.findIndex(({ start }) => start === verb || start === cursor.from);
  const token = cursor.tokens[index];
  // "phân công người phát ngôn": an order to nobody is a verb like others.
  const order = token?.kind === 'trigger' && grammar.isOwnOrder(words.folded, token.start) && !cursor.agentsAfter(token, index);
  if (token?.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'via' && !order) return;
  if (skipTimeOfReport(cursor, verb)) return;
  roles.add(subject, 'execute', null, cursor.from, true);
}

/** "Sở A chủ trì, Sở B phối hợp": a body behind a comma with a role of its own is the subject of the rest. */
function otherSubject(state: PredicateState, token: Agents, index: number): boolean {
  const { cursor, roles } = state;
  const { words, grammar } = cursor.setting;
  const next = cursor.tokens[index + 1];
  const before = cursor.tokens[index - 1];
  if (token.preposition || before?.kind !== 'mark' || (before.mark !== ',' && before.mark !== 'and') || skipBlanks(words.text, before.end) !== token.start) return false;
  if (next?.kind !== 'trigger' || skipBlanks(words.text, token.end) !== next.start || !(next.trigger === 'coordinate' || next.trigger === 'lead')) return false;
  const at = grammar.behindAdverbs(words, cursor.skipMarks(next.end));
  if (next.trigger === 'coordinate' && roles.led) {
    const own = at < cursor.clause[1] ? at : next.end;
    if (cursor.agentsAfter(next, index + 1)) return false;
    roles.add(cursor.actors(token), 'coordinate', [next.start, next.end], own, at < cursor.clause[1]);
    return true;
  }
  state.leaveTo(cursor.actors(token), token.end);
  return true;
}
