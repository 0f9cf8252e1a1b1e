import type { Plan } from './plans/plan.ts';
import type { Plant, Planted } from './planted.ts';
import { pick, type Random } from './random.ts';

export type PlanSlip = Plant<Plan, undefined>;

/** A thing of a plan that an error can be planted in, with the index of the plan's file. */
export interface PlanPlace<T> {
  plan: Plan;
  file: number;
  thing: T;
}

/** One of the things of a kind that a corpus of plans has. */
export function choose<T>(plans: readonly Plan[], random: Random, things: (plan: Plan) => readonly T[]): PlanPlace<T> | null {
  const places = plans.flatMap((plan, file) => things(plan).map((thing) => ({ plan, file, thing })));
  return places.length === 0 ? null : pick(random, places);
}

/** A planted error in a plan. `at` are words as printed on the line of the error. */
export function inPlan({ file }: { file: number }, told: Partial<Planted> & Pick<Planted, 'wrong' | 'right' | 'at' | 'rules'>): Planted {
  return { file: `${file + 1}.txt`, alsoAllowed: [], about: '', likely: null, must: false, ...told };
}
