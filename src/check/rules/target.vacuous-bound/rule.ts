import { proposal } from '../../proposal.ts';
import type { DocumentRule } from '../../rule.ts';

/** A bound that bounds nothing: `tối thiểu 100%` of a share is 100 %. */
export const rule: DocumentRule = {
  name: 'target.vacuous-bound',
  *checkDocument({ targets }) {
    const vacuous = targets.filter(({ flags }) => flags.includes('vacuous-bound'));
    const sides = vacuous.map(({ evidence, raw }) => ({ place: [evidence.start, evidence.end] as const, value: raw }));
    const amounts = vacuous.map(({ low, high, unit }) => `${low ?? high}${unit ?? ''}`);
    if (sides.length > 0) yield { subject: '', values: { count: String(sides.length) }, sides, verdict: proposal(amounts, 'certain', 'bound') };
  },
};
