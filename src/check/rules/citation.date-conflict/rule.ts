import type { Work } from '../../../resolve/works.ts';
import { kindOfAct } from '../../act-kinds.ts';
import { adjudicateDates, dateClaims } from '../../adjudicate.ts';
import { printDay } from '../../print-day.ts';
import type { CheckContext, CorpusRule } from '../../rule.ts';

/** One work, two days of issue. */
export const rule: CorpusRule = {
  name: 'citation.date-conflict',
  *checkWork(work, context) {
    if (context.graph.datesOf(work).length < 2) return;
    const claims = ofOneWork(work, dateClaims(work, context), context);
    if (claims.length < 2) return;
    yield {
      subject: work.id,
      values: { number: work.number, dates: claims.map((claim) => printDay(claim.date)).join(', ') },
      sides: claims.flatMap((claim) => claim.sides),
      verdict: adjudicateDates(work, claims, context),
    };
  },
};

/**
 * The claims that speak of one work: those of "Bộ luật số 100/2015/QH13 ngày 27/11/2015" and "Nghị quyết số 100/2015/QH13 ngày
 * 12/11/2015" do not. Left are the days of a kind of act that has several, and those of neither kind.
 */
function ofOneWork<Claim extends { date: string }>({ mentions }: Work, claims: readonly Claim[], { graph, knowledge }: CheckContext): Claim[] {
  const days = new Map<string, Set<string>>();
  for (const mention of mentions.map((ref) => graph.mention(ref))) {
    const kind = mention.date === null ? null : kindOfAct(mention, knowledge);
    if (kind !== null) days.set(kind, (days.get(kind) ?? new Set()).add(mention.date as string));
  }
  if (days.size < 2) return [...claims];
  const settled = [...days.values()].filter(({ size }) => size === 1).flatMap((own) => [...own]);
  return claims.filter(({ date }) => !settled.includes(date));
}
