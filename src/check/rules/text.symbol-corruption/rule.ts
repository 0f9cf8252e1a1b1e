import type { DocumentRule } from '../../rule.ts';

/** An arrow where a comparison belongs: `16% -> 24%` is `16% - ≥ 24%` misread. */
export const rule: DocumentRule = {
  name: 'text.symbol-corruption',
  *checkDocument({ targets }) {
    const arrows = targets.filter(({ flags }) => flags.includes('arrow'));
    const sides = arrows
      .map(({ evidence, raw }) => ({ place: [evidence.start, evidence.end] as const, value: raw }))
      .filter((side, at, all) => all.findIndex(({ place }) => place[0] === side.place[0]) === at);
    if (sides.length === 0) return;
    yield {
      subject: '',
      values: { values: [...new Set(arrows.map(({ raw }) => raw))].join('; ') },
      sides,
      verdict: { value: '- ≥', confidence: 'medium', decidedBy: ['known-misreading'], reason: 'known-misreading', values: { value: '- ≥' }, candidates: [] },
    };
  },
};
