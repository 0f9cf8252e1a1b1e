import type { Role } from '../../model/assignments.ts';
import type { Act, Actor, Span } from './act.ts';
import type { ClauseCursor } from './clause-cursor.ts';

/** A role found in a clause whose end may not be read yet. */
interface Pending {
  actors: readonly Actor[];
  role: Role;
  trigger: Span | null;
  /** Where the task begins; null: behind the roles that stand together. */
  start: number;
  own: boolean;
}

/** The roles of one clause in the order they are found. */
export class PendingRoles {
  readonly #list: Pending[] = [];
  /** Role words with the bodies they lead to: what is to be done begins behind them. */
  readonly #phrases: Span[] = [];

  get list(): readonly Pending[] {
    return this.#list;
  }

  /** True where the clause has a leader. */
  get led(): boolean {
    return this.#list.some(({ role }) => role === 'lead');
  }

  /** Where a report begins that goes through the body named next: "báo cáo Y (qua Z)". */
  get reportStart(): number | null {
    const last = this.#list.at(-1);
    return last?.role === 'report-to' ? last.start : null;
  }

  /** `own` tells that the words at `start` are the task; else what stands behind the roles there. */
  add(actors: readonly Actor[], role: Role, trigger: Span | null, start: number, own: boolean): void {
    this.#list.push({ actors, role, trigger, start, own });
  }

  /** Where the last phrase that gives a role ends; 0 where there is none. */
  get phraseEnd(): number {
    return this.#phrases.at(-1)?.[1] ?? 0;
  }

  addPhrase(start: number, end: number): void {
    this.#phrases.push([start, end]);
  }

  /** The roles as acts: each with the words of its task. */
  acts(cursor: ClauseCursor): Act[] {
    return this.#list.flatMap(({ actors, role, trigger, start, own }) => {
      const task: Span = [own ? cursor.skipMarks(start) : this.#behindPhrases(start, cursor), cursor.clause[1]];
      return actors.filter(({ mention }) => !mention.vague).map((actor) => ({ actor, role, trigger, task, clause: cursor.clause }));
    });
  }

  /** Behind the roles that follow each other: "chủ trì, phối hợp với Sở B" leads to what is to be done. */
  #behindPhrases(start: number, cursor: ClauseCursor): number {
    const { words } = cursor.setting;
    let at = cursor.skipMarks(start);
    for (const [from, to] of this.#phrases) if (from >= at && from - at <= 4 && words.text.slice(at, from).trim().length <= 3) at = cursor.skipMarks(to);
    // "phối hợp với Sở B | để | tổ chức …"
    const purpose = at > start ? cursor.setting.grammar.purpose(words.folded, at) : 0;
    return purpose > 0 ? cursor.skipMarks(at + purpose) : at;
  }
}
