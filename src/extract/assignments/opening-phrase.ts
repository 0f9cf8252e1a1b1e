import { skipBlanks } from '../../grammar/mentions.ts';
import { type Actor, actorsOf } from './act.ts';
import { type Agents, agentsAfter, type Clause } from './clause.ts';
import type { Setting, Trigger } from './clause-cursor.ts';

/** What a clause says behind its opening phrase: an order, a body at the head of what follows, or a subject whose verb begins at `at`. */
type BehindOpening = { kind: 'order'; order: Trigger } | { kind: 'named'; agents: Agents } | { kind: 'subject'; subject: Actor[]; at: number };

/** "Trên cơ sở ý kiến của các Bộ A, B, | Sở C | hoàn chỉnh …": the last body of a list behind a preposition, which may be the subject; null where it is none. */
export function lastBehindComma(token: Agents, text: string): Agents | null {
  const { mentions } = token.list;
  const last = mentions.at(-1);
  if (!token.preposition || mentions.length < 2 || !last || last.head || !/,\s?$/.test(text.slice(last.start - 2, last.start))) return null;
  return { ...token, start: last.start, preposition: false, list: { start: last.start, end: token.end, mentions: [last] } };
}

/** "Căn cứ Kế hoạch này, các sở …": what stands behind the phrase that a clause begins with; null where nobody does. */
export function behindOpening({ passage, words, grammar }: Setting, clause: Clause): BehindOpening | null {
  const { text, folded } = words;
  for (const [index, token] of clause.tokens.entries()) {
    const before = clause.tokens[index - 1];
    // "Về kiến nghị của tỉnh: Bộ Xây dựng xử lý …"
    const comma = before?.kind === 'mark' && (before.mark === ',' || before.mark === ':') && skipBlanks(text, before.end) === token.start;
    if (token.kind === 'trigger' && comma && (token.trigger === 'order' || token.trigger === 'request') && agentsAfter(words, clause, token))
      return { kind: 'order', order: token };
    if (token.kind !== 'agents') continue;
    if (comma && !token.preposition) return { kind: 'named', agents: token };
    // "Đối với Sở Y tế: | tổ chức …"
    if (index === 0 && text.charAt(skipBlanks(text, token.end)) === ':') return { kind: 'subject', subject: actorsOf(token.list.mentions, passage), at: token.end + 1 };
    const last = lastBehindComma(token, text);
    const at = skipBlanks(text, token.end);
    const order = clause.tokens.some((other) => other.kind === 'trigger' && other.start === at && (other.trigger === 'order' || other.trigger === 'request'));
    if (last && order) return { kind: 'named', agents: last };
    const role = clause.tokens.some((other) => other.kind === 'trigger' && other.start === at && other.trigger !== 'past' && other.trigger !== 'mute');
    if (last && (role || grammar.isVerb(folded, at))) return { kind: 'subject', subject: actorsOf(last.list.mentions, passage), at };
  }
  return null;
}
