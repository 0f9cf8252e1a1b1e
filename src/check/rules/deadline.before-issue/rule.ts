import type { Deadline } from '../../../model/assignments.ts';
import { ownDay } from '../../own-day.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { placeOfDeadline } from '../../words-at.ts';

/** A task that was due before the document that gives it: `2023-2023` in a plan of January 2024. */
export const rule: DocumentRule = {
  name: 'deadline.before-issue',
  *checkDocument(document) {
    const issued = ownDay(document);
    if (issued === null) return;
    const found = new Map<string, FindingDraft<OwnSide>>();
    for (const { deadline, evidence } of document.assignments) {
      if (deadline === null || !isOver(deadline, issued)) continue;
      const side: OwnSide = { place: placeOfDeadline(document.text, deadline.raw, evidence), value: deadline.to };
      const earlier = found.get(deadline.raw);
      if (!earlier)
        found.set(deadline.raw, {
          subject: deadline.raw,
          values: { deadline: deadline.raw, issued: { date: issued } },
          sides: [side],
          verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'passed-deadline', values: {}, candidates: [] },
        });
      else if (!earlier.sides.some(({ place }) => place[0] === side.place[0])) earlier.sides.push(side);
    }
    yield* found.values();
  },
};

/** True where the last day a deadline allows lies before `issued`; as precise as it is printed: a year is over when the next has begun. */
function isOver({ to, kind }: Deadline, issued: string): boolean {
  if (to === null || kind === 'open' || kind === 'from' || kind === 'recurring' || kind === 'relative') return false;
  // "diễn ra vào ngày 12/10/2020": the day of an event, nothing that is due.
  if (kind === 'in' && to.length === issued.length) return false;
  return to < issued.slice(0, to.length);
}
