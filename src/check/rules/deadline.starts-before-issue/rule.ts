import { ownDay } from '../../own-day.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { placeOfDeadline } from '../../words-at.ts';

/** Tasks that began, by their own period, in a year before the document gave them: `2023-2030` in a plan of 2024. */
export const rule: DocumentRule = {
  name: 'deadline.starts-before-issue',
  *checkDocument(document) {
    const issued = ownDay(document);
    if (issued === null) return;
    const sides: OwnSide[] = [];
    for (const { deadline, evidence } of document.assignments) {
      if (deadline?.kind !== 'period' || deadline.from === null || deadline.to === null) continue;
      if (deadline.from.slice(0, 4) >= issued.slice(0, 4) || deadline.to < issued.slice(0, deadline.to.length)) continue;
      const place = placeOfDeadline(document.text, deadline.raw, evidence);
      if (!sides.some((side) => side.place[0] === place[0])) sides.push({ place, value: deadline.from });
    }
    if (sides.length > 0) yield { subject: '', values: { count: String(sides.length), issued: { date: issued } }, sides, verdict: null };
  },
};
