import type { DocumentDigest } from '../../../resolve/digest.ts';
import { afterCiting, proposeDate } from '../../propose-date.ts';
import type { CorpusRule, SideDraft, VerdictDraft } from '../../rule.ts';

/** A document that cites one dated after itself. */
export const rule: CorpusRule = {
  name: 'citation.future-document',
  *checkWork(work, context) {
    const { graph } = context;
    const dates = graph.datesOf(work);
    // Where other mentions give another day, the conflict of dates is the finding; this one is its ground.
    if (dates.length > 1) return;
    const sides: SideDraft[] = [];
    const own = new Map<number, SideDraft>();
    let first: { citing: DocumentDigest; citingDate: string; number: string; date: string } | null = null;
    for (const ref of work.mentions) {
      const citing = graph.document(ref.document);
      const mention = graph.mention(ref);
      if (citing.date?.length !== 10 || !citing.datePlace || mention.date === null || mention.date <= citing.date) continue;
      if (mention.form === 'own' || mention.relation === 'amended-by' || mention.relation === 'attached') continue;
      for (const place of mention.places) sides.push({ document: ref.document, place, value: mention.date });
      own.set(ref.document, { document: ref.document, place: citing.datePlace, value: citing.date });
      // The earliest document tells most: the right day is not after it.
      if (first === null || citing.date < first.citingDate) first = { citing, citingDate: citing.date, number: mention.number?.value ?? mention.printed, date: mention.date };
    }
    if (first === null) return;
    const { citing, citingDate, number, date } = first;
    const verdict = proposeDate(work, date, afterCiting(date, citingDate), context);
    const year = citing.number?.year ?? null;
    yield {
      subject: work.id,
      values: { number, date: { date }, citing: citing.number?.value ?? citing.file, citingDate: { date: citingDate } },
      sides: [...sides, ...own.values()],
      verdict: year === null || citingDate.startsWith(String(year)) ? verdict : ownDayDoubtful(verdict, citingDate, year),
    };
  },
};

/** "Số: 27/2025/NQ-HĐND … ngày 10 tháng 12 năm 2024" cites what is of November 2025: its own day is as likely wrong. */
function ownDayDoubtful({ candidates }: VerdictDraft, day: string, year: number): VerdictDraft {
  const own = { value: day, mentions: 0, witnesses: 1, supports: [], refutes: [{ constraint: 'embedded-year', hard: true, values: { year: String(year) }, sides: [] }] };
  return { value: null, confidence: 'none', decidedBy: ['embedded-year'], reason: 'cannot-tell', values: {}, candidates: [...candidates.slice(0, 1), own] };
}
