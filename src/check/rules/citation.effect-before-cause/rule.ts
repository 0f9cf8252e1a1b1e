import type { Work } from '../../../resolve/works.ts';
import { type DateClaim, dateClaims } from '../../adjudicate.ts';
import { proposeDate } from '../../propose-date.ts';
import { refutations, tooEarly } from '../../refutations.ts';
import type { CheckContext, CorpusRule, DocumentRule, GroundDraft, VerdictDraft } from '../../rule.ts';
import { pastEvents } from './past-event.ts';

/** A work that carries out, reviews or changes another one and is dated before it; a document dated before what it tells as past. */
export const rule: CorpusRule & DocumentRule = {
  name: 'citation.effect-before-cause',
  checkDocument: pastEvents,
  *checkWork(work, context) {
    if (context.graph.names(work).length === 0) return;
    for (const date of context.graph.datesOf(work)) {
      const grounds = tooEarly(work, date, context);
      const [first] = grounds;
      if (!first) continue;
      const claims = dateClaims(work, context);
      const sides = claims.find((claim) => claim.date === date)?.sides ?? [];
      yield {
        subject: work.id,
        kind: first.constraint,
        values: { number: work.number, date: { date }, ...first.values },
        sides: [...sides, ...grounds.flatMap((ground) => ground.sides)],
        verdict: judge(work, date, claims, grounds, context),
      };
      return;
    }
  },
};

/** Another day given for the work, if nothing refutes it; else, with several works against it, a day one keystroke away; else it cannot tell. */
function judge(work: Work, date: string, claims: readonly DateClaim[], grounds: readonly GroundDraft[], context: CheckContext): VerdictDraft {
  const { graph } = context;
  const [ground] = grounds as [GroundDraft];
  const others = graph.datesOf(work).filter((other) => other !== date && !refutations(work, other, context).some(({ hard }) => hard));
  const witnesses = (day: string) => claims.find((claim) => claim.date === day)?.witnesses ?? 0;
  const mentions = (day: string) => claims.find((claim) => claim.date === day)?.mentions ?? 0;
  const wrong = { value: date, mentions: mentions(date), witnesses: witnesses(date), supports: [], refutes: [...grounds] };
  const [other] = others;
  if (others.length === 1 && other)
    return {
      value: other,
      confidence: grounds.length > 1 ? 'certain' : 'high',
      decidedBy: grounds.map(({ constraint }) => constraint),
      reason: 'decided',
      values: { value: { date: other } },
      candidates: [wrong, { value: other, mentions: mentions(other), witnesses: witnesses(other), supports: [], refutes: [] }],
    };
  // Several works of a later day stand against this one's; one against one cannot be told.
  if (grounds.length < 2) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [wrong] };
  const later = grounds.flatMap(({ values: { otherDate } }) => (typeof otherDate === 'object' && 'date' in otherDate ? [otherDate.date] : []));
  return proposeDate(work, date, { notBefore: later.sort().at(-1) ?? date, ground }, context);
}
