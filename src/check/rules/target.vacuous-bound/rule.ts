import type { Target } from '../../../model/targets.ts';
import { isCountOf, isShareOf } from '../../measured-kinds.ts';
import { proposal } from '../../proposal.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';

/** A bound that bounds nothing: `tối thiểu 100%` of a share is 100 %; no share is more than `tối đa 100%`, nothing less than `tối thiểu 0 xã`. */
export const rule: DocumentRule = {
  name: 'target.vacuous-bound',
  *checkDocument({ targets }, knowledge) {
    const vacuous = targets.filter(({ flags }) => flags.includes('vacuous-bound'));
    const amounts = vacuous.map(({ low, high, unit }) => `${low ?? high}${unit ?? ''}`);
    if (vacuous.length > 0) yield { ...draftOf('at-least', vacuous), verdict: proposal(amounts, 'certain', 'bound') };
    const isShare = isShareOf(knowledge);
    const atMost = targets.filter((target) => target.comparator === 'le' && target.high === 100 && isShare(target));
    if (atMost.length > 0) yield draftOf('at-most', atMost);
    const isCount = isCountOf(knowledge);
    const fromNothing = targets.filter((target) => target.comparator === 'ge' && target.low === 0 && (isShare(target) || isCount(target)));
    if (fromNothing.length > 0) yield draftOf('from-nothing', fromNothing);
  },
};

/** Which bound was meant cannot be told. */
function draftOf(kind: string, targets: readonly Target[]): FindingDraft<OwnSide> {
  return {
    subject: kind === 'at-least' ? '' : kind,
    kind,
    values: { count: String(targets.length) },
    sides: targets.map(({ evidence, raw }) => ({ place: [evidence.start, evidence.end], value: raw })),
    verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
  };
}
