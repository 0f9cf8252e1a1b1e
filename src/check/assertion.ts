import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import { oneLine } from '../text/one-line.ts';
import { sidesAtFault } from './fault.ts';

/**
 * A hash of what a finding asserts: its rule and subject, the values that stand against each other, the value it proposes, and the words
 * of the sides at fault with their documents. It stays while these stay, wherever the words move to in their text, and whoever else
 * gives the right value; a further place at fault, another value or another proposal changes it.
 */
export function assertionHash(finding: Pick<Finding, 'rule' | 'subject' | 'sides' | 'verdict'>): string {
  const { rule, subject, sides, verdict } = finding;
  const values = [...new Set(sides.map(({ value }) => value ?? ''))].sort();
  const wrong = sidesAtFault(finding)
    .map(({ document, value, evidence }) => JSON.stringify([document, value, oneLine(evidence.quote)]))
    .sort();
  return createHash('sha256')
    .update(JSON.stringify([rule, subject, values, verdict?.value ?? null, wrong]))
    .digest('hex')
    .slice(0, 32);
}
