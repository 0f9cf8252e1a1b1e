import { skipBlanks } from '../../grammar/mentions.ts';
import type { ClauseCursor } from './clause-cursor.ts';
import type { PredicateState, RoleWord, Taken } from './predicate-state.ts';

const LONGEST_REPORT = 90;
const LONGEST_TIME = 60;
/** Words up to the last figure of a date, without a mark: "trước ngày 10/4/2025 ". */
const TIME_BEFORE_PURPOSE = /^[^,;:.()]{1,48}\d /u;

/** "báo cáo (kết quả về) Y": who gets the report; "gửi về Y để tổng hợp": what Y does with it. */
export function report(state: PredicateState, { token, index, span, verb }: RoleWord): Taken {
  const { cursor, roles } = state;
  const { words, grammar } = cursor.setting;
  if (state.blocked && !(verb && state.reportable)) return index;
  const at = cursor.tokens.findIndex((other, place) => place > index && (other.kind === 'agents' || (other.kind === 'mark' && other.mark !== 'and' && other.mark !== ',')));
  const agents = cursor.tokens[at];
  const between = agents ? words.folded.slice(token.end, agents.start) : '';
  const fits = agents?.kind === 'agents' && between.length <= LONGEST_REPORT && (between.trim() === '' || grammar.endsInLink(between));
  if (!verb && !fits) return index;
  if (roles.list.length === 0 && !state.had) roles.add(state.subject, 'execute', null, cursor.verbStart(token), true);
  if (!fits) return index;
  const behind = skipBlanks(words.text, agents.end);
  const purpose = purposeBehind(cursor, behind);
  if (token.trigger === 'report' || purpose === 0) roles.add(cursor.actors(agents), 'report-to', span, cursor.verbStart(token), true);
  if (purpose > 0) {
    state.leaveTo(cursor.actors(agents), behind + purpose, token.trigger === 'report');
    return 'end';
  }
  cursor.boundary = agents.end;
  state.blocked = true;
  return at;
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
