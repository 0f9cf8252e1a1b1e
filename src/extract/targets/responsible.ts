import type { Assignment, Role } from '../../model/assignments.ts';
import type { Reference } from '../../model/facts.ts';
import type { Target } from '../../model/targets.ts';

/** Roles that answer for a target; who coordinates or is reported to does not. */
const RESPONSIBLE: ReadonlySet<Role> = new Set(['lead', 'co-lead', 'monitor', 'execute', 'focal']);

/** Targets of a table's row with the agencies that the same row makes answer for them. */
export function withResponsible(targets: readonly Target[], assignments: readonly Assignment[]): Target[] {
  const byRow = new Map<string, Reference[]>();
  for (const { where, role, agency, task } of assignments) {
    if (where !== 'table' || task.eId === null || !RESPONSIBLE.has(role)) continue;
    const row = byRow.get(task.eId) ?? [];
    if (!row.some((other) => other.name === agency.name)) row.push({ id: agency.id, name: agency.name });
    byRow.set(task.eId, row);
  }
  return targets.map((target) => (target.where === 'table' && target.eId !== null ? { ...target, responsible: byRow.get(target.eId) ?? [] } : target));
}
