import type { Actor } from './act.ts';

/** What the text above a passage leaves to it. */
export interface Inherited {
  /** The subject of clauses that name none: the body of the heading. */
  subject: readonly Actor[];
  /** Who gives the orders: "Chủ tịch Ủy ban nhân dân thành phố có ý kiến như sau:". */
  giver: readonly Actor[];
  /** True where the words above have told the task: items that name things are what it is about, no tasks. */
  told: boolean;
  /** True where the words above only say that the items below are tasks: "… tập trung thực hiện các nhiệm vụ sau:". */
  listed: boolean;
}

/** Where nothing stands above a passage. */
export const NOBODY: Inherited = { subject: [], giver: [], told: false, listed: false };
