import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Reference } from './facts.ts';

/** What an agency has to do with a task (domain reference 7.1). */
export const Role = z.enum(['lead', 'co-lead', 'coordinate', 'focal', 'assign', 'direct', 'advise', 'guide', 'monitor', 'execute', 'report-to', 'via', 'supervise']);
export type Role = z.infer<typeof Role>;

export const AgencyLevel = z.enum(['central', 'province', 'district', 'commune', 'cell']);
export type AgencyLevel = z.infer<typeof AgencyLevel>;

/** An agency as a document names it. A collective (`các sở, ban, ngành`) is kept as one, with level and territory, and has no id. */
export const AssignedAgency = Reference.extend({
  collective: z.boolean(),
  level: AgencyLevel.nullable(),
  territory: Reference.nullable(),
  /** `có liên quan`, `trực thuộc`. */
  qualifier: z.string().nullable(),
  /** The words of the document. */
  raw: z.string(),
});
export type AssignedAgency = z.infer<typeof AssignedAgency>;

/** When a task is to be done; `from` and `to` as precise as printed: `2030`, `2024-06`, `2024-12-15`. */
export const Deadline = z.object({
  raw: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  kind: z.enum(['by', 'in', 'before', 'from', 'period', 'recurring', 'open', 'relative']),
});
export type Deadline = z.infer<typeof Deadline>;

/** Who does what by when (domain reference 7). */
export const Assignment = z.object({
  id: z.string(),
  /** `label` and `eId` are those of the unit the task stands in: `Nhiệm vụ 7`, `III.2`. */
  task: z.object({ label: z.string().nullable(), text: z.string(), eId: z.string().nullable() }),
  agency: AssignedAgency,
  role: Role,
  deadline: Deadline.nullable(),
  funding: z.string().nullable(),
  where: z.enum(['prose', 'table', 'footnote']),
  evidence: Evidence,
  furtherEvidence: z.array(Evidence),
});
export type Assignment = z.infer<typeof Assignment>;
