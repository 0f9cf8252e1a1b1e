import type { DocumentRule } from '../../rule.ts';

/** A target of the whole country in the table of targets of a lower body: `Số lượng đô thị toàn quốc` among a city's. */
export const rule: DocumentRule = {
  name: 'target.scope-mismatch',
  *checkDocument({ identity, targets }, { territories }) {
    const own = identity.issuer?.territory?.id ?? null;
    const country = territories.find(({ kind }) => kind === 'country')?.id;
    if (own === null || own === country) return;
    // A column of the country's values beside the own ones is there to compare with.
    const compared = new Set(targets.filter(({ area }) => area?.id !== country).map(({ eId }) => eId));
    const wide = targets.filter(({ where, area, eId }) => where === 'table' && area?.id === country && !compared.has(eId));
    if (wide.length === 0 || wide.length === targets.filter(({ where }) => where === 'table').length) return;
    const sides = wide.map(({ evidence, raw }) => ({ place: [evidence.start, evidence.end] as const, value: raw }));
    const area = territories.find(({ id }) => id === country)?.name ?? '';
    const names = [...new Set(wide.map(({ indicator }) => indicator.raw))].join('; ');
    yield { subject: '', values: { indicators: names, area, issuer: identity.issuer?.name ?? '' }, sides, verdict: null };
  },
};
