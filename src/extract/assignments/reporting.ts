import { skipBlanks } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { Role } from '../../model/assignments.ts';
import { namesHolder } from './clause.ts';
import type { ClauseCursor, Trigger } from './clause-cursor.ts';
import type { PredicateState, RoleWord, Taken } from './predicate-state.ts';

const LONGEST_REPORT = 90;
const NO_PURPOSE: ReadonlySet<Role> = new Set<Role>(['monitor', 'direct', 'supervise']);
const LONGEST_TIME = 60;
/** Words up to the last figure of a date, without a mark: "trước ngày 10/4/2025 ". */
const TIME_BEFORE_PURPOSE = /^[^,;:.()]{1,48}\d /u;

/** "báo cáo (kết quả về) Y": who gets the report; "gửi về Y để tổng hợp": what Y does with it. */
export function report(state: PredicateState, { token, index, span, verb }: RoleWord): Taken {
  const { cursor, roles } = state;
  const { words, grammar } = cursor.setting;
  if (state.blocked && !(verb && state.reportable)) return index;
  const at = receiver(cursor, token, index);
  const agents = cursor.tokens[at];
  const fits = agents?.kind === 'agents';
  if (!verb && !fits) return index;
  if (roles.list.length === 0 && !state.had) roles.add(state.subject, 'execute', null, cursor.verbStart(token), true);
  if (!fits) return index;
  const behind = skipBlanks(words.text, agents.end);
  // "gửi Sở Tài chính thẩm định"
  const works = token.trigger === 'inform' && grammar.isVerb(words.folded, behind);
  const purpose = works ? 0 : purposeBehind(cursor, behind);
  const reason = purpose > 0 && grammar.isReason(words.folded.slice(grammar.behindAdverbs(words, behind + purpose), cursor.clause[1]));
  if (works) {
    state.leaveTo(cursor.actors(agents), behind);
    return 'end';
  }
  if (token.trigger === 'report' || purpose === 0 || reason) roles.add(cursor.actors(agents), 'report-to', span, cursor.verbStart(token), true);
  if (reason) return 'end';
  if (purpose > 0) {
    // "để theo dõi, chỉ đạo" is why they get it, no task of theirs.
    const does = state.leaveTo(cursor.actors(agents), behind + purpose, token.trigger === 'report', NO_PURPOSE);
    if (!does && token.trigger !== 'report') roles.add(cursor.actors(agents), 'report-to', span, cursor.verbStart(token), true);
    return 'end';
  }
  cursor.boundary = agents.end;
  state.blocked = true;
  return at;
}

/**
 * The index of the bodies that get a report, -1 where none do: they stand behind it or behind a word that leads to them, not behind others:
 * "báo cáo kết quả của các ngành | cho UBND tỉnh".
 */
function receiver({ tokens, setting: { words, grammar } }: ClauseCursor, { end }: Trigger, index: number): number {
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at] as RoleToken;
    if (token.start - end > LONGEST_REPORT || (token.kind === 'mark' && token.mark !== 'and' && token.mark !== ',')) return -1;
    if (token.kind !== 'agents') continue;
    const between = words.folded.slice(end, token.start);
    if (between.trim() === '' || grammar.endsInLink(between) || namesHolder(words, skipBlanks(words.text, end), token.start, grammar)) return at;
    if (!token.preposition) return -1;
  }
  return -1;
}

/** "(báo cáo Y) qua Z": through whom. */
export function via({ cursor, roles }: PredicateState, { token, index, span, agents }: RoleWord): Taken {
  if (!agents) return index;
  roles.add(cursor.actors(agents), 'via', span, roles.reportStart ?? token.start, true);
  cursor.boundary = agents.end;
  return index + 1;
}

/** "trước ngày 15/12 hằng năm báo cáo Sở Y tế": no more than a time before the report; the clause is read from there on. */
export function skipTimeOfReport(cursor: ClauseCursor, from: number): boolean {
  const { words, grammar } = cursor.setting;
  const said = cursor.tokens.find(({ kind, start }) => kind === 'trigger' && start >= from);
  if (said?.kind !== 'trigger' || said.trigger !== 'report' || said.start - from > LONGEST_TIME) return false;
  if (!grammar.isTimeOpening(words.folded, from) && !grammar.isTimeOpening(words.folded, cursor.from)) return false;
  for (let at = from; at < said.start && at >= from; at = words.folded.indexOf(' ', at) + 1 || said.start) if (grammar.isVerb(words.folded, at)) return false;
  cursor.from = said.start;
  cursor.boundary = said.start;
  return true;
}

/** Length of what leads to a purpose: "để ", "trước ngày 10/4/2025 để "; 0 where none does. */
function purposeBehind({ setting: { words, grammar } }: ClauseCursor, from: number): number {
  const purpose = grammar.purpose(words.folded, from);
  if (purpose > 0) return purpose;
  const time = TIME_BEFORE_PURPOSE.exec(words.folded.slice(from, from + LONGEST_TIME))?.[0].length ?? 0;
  const behind = time === 0 ? 0 : grammar.purpose(words.folded, from + time);
  return behind === 0 ? 0 : time + behind;
}
