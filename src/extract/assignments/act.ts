import type { Mention } from '../../grammar/mentions.ts';
import type { Role } from '../../model/assignments.ts';
import type { Passage } from '../passage.ts';

/** A body with the passage that names it: an item below "1. Sở Y tế" has its subject in the heading. */
export interface Actor {
  mention: Mention;
  passage: Passage;
}

export type Span = readonly [start: number, end: number];

/** That a body has a role in what the words at `task` say. */
export interface Act {
  actor: Actor;
  role: Role;
  /** The words that give the role, in the passage of the task; null where the place of the body gives it. */
  trigger: Span | null;
  task: Span;
  /** The clause the act stands in: where its deadline is looked for. */
  clause: Span;
  /** A later clause of the sentence in which the subject hands in the result: it may give the time. */
  submitted?: Span;
}

export const actorsOf = (mentions: readonly Mention[], passage: Passage): Actor[] => mentions.map((mention) => ({ mention, passage }));

/** True for a Party organ and the body it leads: "Ban cán sự đảng UBND tỉnh" and "UBND tỉnh". What follows in the sentence is that body's. */
export function directsItsOwn([director]: readonly Actor[], [directed]: readonly Actor[]): boolean {
  return !!director && !!directed && director.mention.name.endsWith(directed.mention.name);
}
