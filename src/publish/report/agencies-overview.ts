import type { Assignment } from '../../model/assignments.ts';
import type { PublishedDocument } from '../../model/document.ts';
import { shorten } from '../../text/shorten.ts';
import { type AgencyEntry, agencyKey } from '../registers/agency-register.ts';
import { type Said, saidIn, speakerOf } from './said.ts';

/** So many agencies, those with most to do first, and so many tasks of each stand in the page; the rest is in `tables/assignments.csv`. */
const AGENCIES_SHOWN = 150;
const TASKS_SHOWN = 30;
const LONGEST_TASK = 300;

/** What an agency has to do with a task. */
export interface Task {
  label: string | null;
  text: string;
  role: Assignment['role'];
  deadline: string | null;
  said: Said;
}

/** An agency, its tasks, and those that followed it, the last of each line. `hidden` counts the tasks that did not fit in. */
export interface AgencyTasks {
  entry: AgencyEntry;
  followers: AgencyEntry[];
  roles: Map<Assignment['role'], number>;
  tasks: Task[];
  hidden: number;
}

/** Gathers the tasks of the agencies that are shown, document by document; what it keeps has a bound. */
export class AgenciesOverview {
  readonly #shown: Map<string, AgencyTasks>;
  /** How many agencies with tasks are not shown. */
  readonly hidden: number;

  constructor(agencies: readonly AgencyEntry[]) {
    const byKey = new Map(agencies.map((entry) => [entry.key, entry]));
    const ranked = agencies.filter(({ assignments }) => assignments > 0).sort((a, b) => b.assignments - a.assignments || b.documents - a.documents);
    this.#shown = new Map(ranked.slice(0, AGENCIES_SHOWN).map((entry) => [entry.key, { entry, followers: lastFollowers(entry, byKey), roles: new Map(), tasks: [], hidden: 0 }]));
    this.hidden = Math.max(0, ranked.length - AGENCIES_SHOWN);
  }

  add(document: PublishedDocument): void {
    const speaker = speakerOf(document);
    for (const { agency, role, task, deadline, evidence } of document.assignments) {
      const tasks = this.#shown.get(agencyKey(agency));
      if (!tasks) continue;
      tasks.roles.set(role, (tasks.roles.get(role) ?? 0) + 1);
      if (tasks.tasks.length >= TASKS_SHOWN) tasks.hidden++;
      else
        tasks.tasks.push({
          label: task.label,
          text: shorten(task.text.replace(/\s+/g, ' ').trim(), LONGEST_TASK),
          role,
          deadline: deadline?.raw ?? null,
          said: saidIn(speaker, evidence),
        });
    }
  }

  /** Most to do first. */
  list(): AgencyTasks[] {
    return [...this.#shown.values()].filter(({ tasks }) => tasks.length > 0);
  }
}

/** The agencies at the end of the lines that begin with this one. */
function lastFollowers(entry: AgencyEntry, byKey: ReadonlyMap<string, AgencyEntry>): AgencyEntry[] {
  const last = new Set<AgencyEntry>();
  const seen = new Set<string>();
  const follow = (at: AgencyEntry) => {
    if (seen.has(at.key)) return;
    seen.add(at.key);
    const next = (at.known?.successors ?? []).flatMap((key) => byKey.get(key) ?? []);
    if (next.length === 0 && at !== entry) last.add(at);
    for (const follower of next) follow(follower);
  };
  follow(entry);
  return [...last];
}
