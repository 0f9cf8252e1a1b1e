import type { DocumentRule } from '../../rule.ts';

/** A bound that bounds nothing: `tối thiểu 100%` of a share is 100 %. */
export const rule: DocumentRule = {
  name: 'target.vacuous-bound',
  *checkDocument({ targets }) {
    const sides = targets.filter(({ flags }) => flags.includes('vacuous-bound')).map(({ evidence, raw }) => ({ place: [evidence.start, evidence.end] as const, value: raw }));
    if (sides.length > 0) yield { subject: '', values: { count: String(sides.length) }, sides, verdict: null };
  },
};
