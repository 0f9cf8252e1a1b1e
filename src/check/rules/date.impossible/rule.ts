import { anatomyGrammar } from '../../../grammar/anatomy.ts';
import { fold } from '../../../text/fold.ts';
import type { FindingDraft, Rule } from '../../rule.ts';

/** A day that no calendar has: `31/4/2023`, `29/02/2023`, month 13. */
export const rule: Rule = {
  name: 'date.impossible',
  *check({ corpus, knowledge }) {
    const anatomy = anatomyGrammar(knowledge);
    for (const document of corpus.documents) {
      const found = new Map<string, FindingDraft>();
      for (const { raw, place } of document.impossible) {
        const printed = raw.slice(anatomy.dateWord(fold(raw)));
        const earlier = found.get(printed);
        if (earlier) earlier.sides.push({ document: document.index, place, value: null });
        else
          found.set(printed, {
            subject: `${document.id}|${printed}`,
            values: { date: printed, document: document.number?.value ?? document.file },
            sides: [{ document: document.index, place, value: null }],
            verdict: null,
          });
      }
      yield* found.values();
    }
  },
};
