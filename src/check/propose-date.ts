import { daysBetween } from '../resolve/terms.ts';
import type { Work } from '../resolve/works.ts';
import { isOneSlip, slipsOf } from './day-slips.ts';
import { refutations } from './refutations.ts';
import type { CheckContext, GroundDraft, VerdictDraft } from './rule.ts';
import { countSources } from './witnesses.ts';

/** A day this near to where the number stands in its series fits it. */
const NEAR_DAYS = 21;

/** Between which days the right one lies, and the ground that says so. */
export interface DayBounds {
  notBefore?: string;
  notAfter?: string;
  ground: GroundDraft;
}

/**
 * The day most likely meant by an impossible one: a day of the same number elsewhere in the corpus, or one keystroke away
 * (`24/7` for `24/5`) and in its place in the series. Null value where nothing tells the possible days apart.
 */
export function proposeDate(work: Work, wrong: string, bounds: DayBounds, context: CheckContext): VerdictDraft {
  const { knowledge, graph } = context;
  const within = (date: string) => (bounds.notAfter === undefined || date <= bounds.notAfter) && (bounds.notBefore === undefined || date >= bounds.notBefore);
  const kin = [...new Set(kinDates(work, context).filter((date) => within(date) && isOneSlip(date, wrong)))];
  const base = { value: wrong, mentions: work.mentions.length, witnesses: countSources(work.mentions, graph), supports: [], refutes: [bounds.ground] };
  const verdict = (value: string, confidence: VerdictDraft['confidence'], constraint: string, values: GroundDraft['values']): VerdictDraft => ({
    value,
    confidence,
    decidedBy: [bounds.ground.constraint, constraint],
    reason: 'proposed',
    values: { value: { date: value } },
    candidates: [base, { value, mentions: 0, witnesses: 0, supports: [{ constraint, hard: false, values, sides: [] }], refutes: [] }],
  });
  if (kin.length === 1 && kin[0]) return verdict(kin[0], 'high', 'same-number-elsewhere', { date: { date: kin[0] } });
  const slips = slipsOf(wrong, knowledge.checks.confusable_digits).filter(
    (slip) => within(slip.date) && !refutations(work, slip.date, context).some((ground) => ground.hard || ground.constraint === 'number-order'),
  );
  const expected = expectedDay(work, context);
  if (expected !== null) {
    const ranked = slips
      .map((slip) => ({ ...slip, distance: Math.abs(daysBetween(slip.date, expected.day)) }))
      .sort((a, b) => a.distance - b.distance || (a.date < b.date ? -1 : 1));
    const [first, second] = ranked;
    if (first && first.distance <= NEAR_DAYS && (!second || second.distance > first.distance))
      return verdict(first.date, expected.near ? 'high' : 'low', 'place-in-series', { number: work.number, expected: { date: expected.day }, date: { date: first.date } });
  }
  const likely = slips.filter((slip) => slip.confusable);
  if (likely.length === 1 && likely[0]) return verdict(likely[0].date, 'low', 'one-keystroke', { date: { date: likely[0].date } });
  return { value: null, confidence: 'none', decidedBy: [bounds.ground.constraint], reason: 'cannot-tell', values: {}, candidates: [base] };
}

/** The ground that a document cites it before the day given for it. */
export function afterCiting(wrong: string, citingDate: string): DayBounds {
  return { notAfter: citingDate, ground: { constraint: 'after-citing', hard: true, values: { date: { date: wrong }, citingDate: { date: citingDate } }, sides: [] } };
}

/** Days of works with the same number in the same series under another year or term. */
function kinDates(work: Work, { graph }: CheckContext): string[] {
  return graph.sameNumber(work).flatMap((other) => (other === work ? [] : [...graph.datesOf(other)]));
}

/** Where a number of a State series stands between two dated neighbours, or between 1 January and one of them. */
function expectedDay(work: Work, { graph }: CheckContext): { day: string; near: boolean } | null {
  const { before, after } = graph.neighbours(work);
  if (work.serial === null || work.system !== 'state' || after === null) return null;
  const low = before ? { serial: before.serial, date: before.date } : { serial: 0, date: `${after.date.slice(0, 4)}-01-01` };
  const share = (work.serial - low.serial) / (after.serial - low.serial);
  const day = new Date(Date.parse(low.date) + share * daysBetween(low.date, after.date) * 86_400_000);
  return { day: day.toISOString().slice(0, 10), near: before !== null || share >= 0.8 };
}
