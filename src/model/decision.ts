import { z } from 'zod';

/**
 * What a person decided about a finding, one line of `decisions/findings.jsonl`. `rejected` sets it aside; `confirmed` lets it stand and
 * takes an earlier `rejected` back. It holds for what the finding asserted then (`assertion`), not for what it may become.
 */
export const Decision = z.object({
  finding: z.string().min(1),
  rule: z.string(),
  subject: z.string(),
  assertion: z.string().min(1),
  verdict: z.enum(['rejected', 'confirmed']),
  reason: z.string().min(1),
  by: z.string().min(1),
  date: z.iso.date(),
});
export type Decision = z.infer<typeof Decision>;
