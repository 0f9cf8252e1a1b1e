import type { CorpusRule } from '../../rule.ts';
import { wordingDrift } from '../../wording-drift.ts';

/** One work whose title is given in other words, or in another order of words. */
export const rule: CorpusRule = {
  name: 'citation.title-drift',
  *checkWork(work, context) {
    const draft = wordingDrift(work, ['replaced', 'transposed'], context);
    if (draft) yield draft;
  },
};
