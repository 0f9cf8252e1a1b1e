import type { DocumentRule } from '../../rule.ts';

/** A signature without its name, or without authority and capacity: often what a stamp covers. */
export const rule: DocumentRule = {
  name: 'self.signature-incomplete',
  *checkDocument({ identity: { signatories }, completeness }) {
    if (completeness.signature !== 'partial') return;
    const sides = signatories.map(({ evidence, name, capacity }) => ({ place: [evidence.start, evidence.end] as const, value: name ?? capacity }));
    if (sides.length === 0) return;
    const nameless = signatories.every(({ name }) => name === null);
    yield { subject: '', kind: nameless ? 'name' : 'capacity', values: {}, sides, verdict: null };
  },
};
