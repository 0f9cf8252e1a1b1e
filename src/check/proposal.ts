import type { VerdictDraft } from './rule.ts';

/** The verdict that one value belongs in all places of a finding, nothing else speaking for another; null where several values belong there. */
export function proposal(values: Iterable<string>, confidence: VerdictDraft['confidence'], reason: string): VerdictDraft<never> | null {
  const [value, another] = new Set(values);
  if (value === undefined || another !== undefined) return null;
  return { value, confidence, decidedBy: [], reason, values: { value }, candidates: [] };
}
