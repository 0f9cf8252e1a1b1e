import { adjudicateDates, dateClaims } from '../../adjudicate.ts';
import { printDay } from '../../print-day.ts';
import type { CorpusRule } from '../../rule.ts';

/** One work, two days of issue. */
export const rule: CorpusRule = {
  name: 'citation.date-conflict',
  *checkWork(work, context) {
    if (context.graph.datesOf(work).length < 2) return;
    const claims = dateClaims(work, context);
    if (claims.length < 2) return;
    yield {
      subject: work.id,
      values: { number: work.number, dates: claims.map((claim) => printDay(claim.date)).join(', ') },
      sides: claims.flatMap((claim) => claim.sides),
      verdict: adjudicateDates(work, claims, context),
    };
  },
};
