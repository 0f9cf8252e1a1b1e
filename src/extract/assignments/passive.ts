import { skipBlanks } from '../../grammar/mentions.ts';
import { type Act, type Actor, actorsOf } from './act.ts';
import { agentsAfter, type Clause } from './clause.ts';
import type { Setting } from './clause-cursor.ts';
import { readPredicate } from './predicate.ts';

/** Words before an order that are its task, at least: "Việc …". */
const SHORTEST_TASK = 8;

/**
 * A clause whose task stands before its body: "Việc kiểm tra được giao cho Thanh tra tỉnh thực hiện", "… do Sở Du lịch làm đầu mối".
 * `past` for one that tells of what was; null for any other clause.
 */
export function passiveActs(setting: Setting, clause: Clause): Act[] | 'past' | null {
  const { passage, words, grammar } = setting;
  for (const [index, token] of clause.tokens.entries()) {
    if (token.kind !== 'trigger' || (token.trigger !== 'given-to' && token.trigger !== 'order') || token.start - clause.start < SHORTEST_TASK) continue;
    const agents = agentsAfter(words, clause, token);
    if (!agents) continue;
    const before = clause.tokens[index - 1];
    if (before?.kind === 'trigger' && before.trigger === 'past' && skipBlanks(words.text, before.end) === token.start) return 'past';
    if (clause.tokens.some((other) => other.kind === 'agents' && !other.preposition && other.end < token.start)) continue;
    const at = skipBlanks(words.text, agents.end);
    const role = clause.tokens.find((other) => other.start === at);
    const leads = role?.kind === 'trigger' && (role.trigger === 'lead' || role.trigger === 'focal' || role.trigger === 'is-lead');
    if (!leads && !grammar.isPassiveVerb(words.folded, at)) continue;
    const { acts } = readPredicate(setting, actorsOf(agents.list.mentions, passage), at, clause.end, false);
    const task = [skipBlanks(words.text, clause.start), token.start] as const;
    return acts.map((act) => ({ ...act, task, clause: [clause.start, clause.end] as const }));
  }
  return null;
}

/** "Phối hợp với Bộ X là cơ quan chủ trì": a clause without a subject that says who leads. */
export function namedLeads(setting: Setting, clause: Clause): Act[] {
  if (!clause.tokens.some((token) => token.kind === 'trigger' && token.trigger === 'is-lead')) return [];
  return readPredicate(setting, [], clause.start, clause.end, true).acts.filter(({ role }) => role === 'lead');
}

/**
 * "Trong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo Bộ Y tế (qua Cục A) để xem xét": who gets the report, and through whom,
 * in a clause that names nobody else. Nothing where it tells of what was.
 */
export function reportedTo(setting: Setting, clause: Clause, subject: readonly Actor[]): Act[] {
  const { words, grammar } = setting;
  for (const token of clause.tokens) {
    if (token.kind === 'agents' || (token.kind === 'trigger' && token.trigger === 'past')) return [];
    if (token.kind !== 'trigger' || (token.trigger !== 'report' && token.trigger !== 'inform')) continue;
    const comma = words.text.lastIndexOf(',', token.start);
    const from = comma > clause.start ? comma + 1 : clause.start;
    const asked = clause.tokens.findLast((other) => other.kind === 'trigger' && other.trigger === 'request' && other.end <= token.start);
    const verb = grammar.behindAdverbs(words, Math.max(from, asked?.end ?? 0));
    if (verb !== token.start) return [];
    return readPredicate(setting, subject, token.start, clause.end, true).acts.filter(({ role }) => role === 'report-to' || role === 'via');
  }
  return [];
}
