import type { Role } from '../../model/assignments.ts';
import type { Act, Actor, Span } from './act.ts';
import type { Agents, ClauseCursor, Setting, Trigger } from './clause-cursor.ts';
import { PendingRoles } from './pending-roles.ts';

/** A role word of a clause where it stands, with what tells whether it counts. */
export interface RoleWord {
  token: Trigger;
  index: number;
  span: Span;
  /** The bodies directly behind it. */
  agents: Agents | null;
  /** True where it stands where a verb may. */
  verb: boolean;
}

/** The index of the last token a role word has taken, or `end` where the rest of the clause belongs to others. */
export type Taken = number | 'end';

/** Reads what the bodies behind a role word do with the rest of the clause, from an offset on. */
type ReadRest = (setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean) => { acts: Act[] };

/** Roles in a chain of verbs ("rà soát, theo dõi …") count only behind so many characters of another task. */
export const CHAIN = 20;

/** What has been read of a predicate so far. */
export class PredicateState {
  readonly cursor: ClauseCursor;
  readonly roles = new PendingRoles();
  /** What others in the clause are to do. */
  readonly nested: Act[] = [];
  readonly subject: readonly Actor[];
  /** The subject of the next clause. */
  next: readonly Actor[];
  /** True where the verbs to come belong to others. */
  blocked = false;
  /** True where only the verbs behind "tham mưu" belong to others: the subject may still report. */
  reportable = false;
  /** True where the subject has a role from an earlier clause of the sentence. */
  readonly had: boolean;
  /** True where the clause tells of what was. */
  past = false;
  /** True behind "chỉ đạo kiểm tra, hướng dẫn …": the verbs are what others are to do. */
  directs = false;
  readonly #readRest: ReadRest;

  constructor(cursor: ClauseCursor, subject: readonly Actor[], had: boolean, readRest: ReadRest) {
    this.cursor = cursor;
    this.subject = subject;
    this.next = subject;
    this.had = had;
    this.#readRest = readRest;
  }

  /** A phrase that gives a role: what is to be done begins behind it, and a verb may stand there. */
  phrase(start: number, end: number): void {
    this.roles.addPhrase(start, end);
    this.cursor.boundary = end;
  }

  /** True where the subject executes something. */
  get executes(): boolean {
    return this.roles.list.some(({ role }) => role === 'execute');
  }

  /** Reads the rest of the clause, from an offset on, with others for its subject, who may not have the roles of `without`; true where they have any. */
  leaveTo(actors: readonly Actor[], from: number, had = false, without: ReadonlySet<Role> | null = null): boolean {
    const { acts } = this.#readRest(this.cursor.setting, actors, from, this.cursor.clause[1], had);
    const left = without ? acts.filter(({ role }) => !without.has(role)) : acts;
    this.nested.push(...left);
    return left.length > 0;
  }
}
