import type { ExtractedDocument } from '../../../model/document.ts';
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
    if (sides.length > 0) yield { subject: '', kind: 'tasks', values: { count: String(sides.length), issued: { date: issued } }, sides, verdict: null };
    const begun = earlierTargets(document, issued);
    if (begun.length > 0) yield { subject: 'targets', kind: 'targets', values: { count: String(begun.length), issued: { date: issued } }, sides: begun, verdict: null };
  },
};

/**
 * Targets whose period begins before the year of issue, in a document that by its own title is for a later one: "giai đoạn 2021 - 2025:
 * 1.500 căn" in a plan of 2024 "giai đoạn 2024 - 2030". Plans for "2021 - 2025" are issued in 2022 and rightly keep its targets.
 */
function earlierTargets({ identity, dates, targets }: ExtractedDocument, issued: string): OwnSide[] {
  const title = identity.title?.evidence;
  const own = dates.filter(({ kind, from, evidence }) => title && kind === 'period' && from !== null && evidence.start >= title.start && evidence.end <= title.end);
  const first = own.map(({ from }) => Number(from?.slice(0, 4))).sort((a, b) => a - b)[0];
  if (first === undefined) return [];
  return targets.flatMap(({ period, evidence, raw }) =>
    period?.kind === 'during' && period.from !== null && period.from < first && period.from < Number(issued.slice(0, 4)) && (period.to ?? 0) >= first
      ? [{ place: [evidence.start, evidence.end] as const, value: raw }]
      : [],
  );
}
