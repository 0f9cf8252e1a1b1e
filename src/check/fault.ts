import type { Finding, Side } from '../model/finding.ts';

/**
 * The sides that hold a value the verdict refutes: `24/10/2022` where it says that 24/01/2022 is right; `74 - 76` of a district where
 * the value is its city's, though its own cannot be told. Where there is no verdict, or it cannot tell, or the values of the sides are
 * not what it decides between, any side may be the wrong one: all of them.
 */
export function sidesAtFault({ sides, verdict }: Pick<Finding, 'sides' | 'verdict'>): readonly Side[] {
  if (!verdict) return sides;
  const right = verdict.value;
  if (right === null && !verdict.candidates.every(({ refutes }) => refutes.some(({ hard }) => hard))) return sides;
  const refuted = new Set(verdict.candidates.map(({ value }) => value).filter((value) => value !== right));
  const wrong = sides.filter(({ value }) => value !== null && refuted.has(value));
  return wrong.length > 0 ? wrong : sides;
}

/** The documents to be corrected, or asked about: those of the sides at fault, in their order. */
export function documentsAtFault(finding: Pick<Finding, 'sides' | 'verdict'>): string[] {
  return [...new Set(sidesAtFault(finding).map(({ document }) => document))];
}
