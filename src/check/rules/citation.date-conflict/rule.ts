import { adjudicateDates, dateClaims } from '../../adjudicate.ts';
import type { CorpusRule } from '../../rule.ts';

/** One work, two days of issue. */
export const rule: CorpusRule = {
  name: 'citation.date-conflict',
  *check(context) {
    for (const work of context.corpus.works) {
      if (context.graph.datesOf(work).length < 2) continue;
      const claims = dateClaims(work, context);
      if (claims.length < 2) continue;
      yield {
        subject: work.id,
        values: { number: work.number, dates: claims.map((claim) => formatDay(claim.date)).join(', ') },
        sides: claims.flatMap((claim) => claim.sides),
        verdict: adjudicateDates(work, claims, context),
      };
    }
  },
};

function formatDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}
