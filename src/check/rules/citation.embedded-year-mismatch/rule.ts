import type { CorpusRule, SideDraft } from '../../rule.ts';

/** A number that carries a year, dated in another one: `35/2022/NĐ-CP ngày 28/5/2023`. */
export const rule: CorpusRule = {
  name: 'citation.embedded-year-mismatch',
  *checkWork(work, { graph }) {
    const sides: SideDraft[] = [];
    let wrong: { number: string; year: string; date: string } | null = null;
    for (const ref of work.mentions) {
      const mention = graph.mention(ref);
      const year = mention.number?.year ?? null;
      if (year === null || mention.date === null || mention.date.startsWith(String(year))) continue;
      wrong ??= { number: mention.number?.value ?? mention.printed, year: String(year), date: mention.date };
      const { datePlace } = graph.document(ref.document);
      // In its own letterhead the day stands apart from the number.
      const apart = mention.form === 'own' && datePlace !== null;
      for (const place of mention.places) sides.push({ document: ref.document, place, value: apart ? String(year) : mention.date });
      if (apart) sides.push({ document: ref.document, place: datePlace, value: mention.date });
    }
    if (wrong === null) return;
    const { number, year, date } = wrong;
    const right = graph.datesOf(work).filter((other) => other.startsWith(year));
    const refuted = {
      value: date,
      mentions: sides.length,
      witnesses: new Set(sides.map((side) => graph.document(side.document).sha256)).size,
      supports: [],
      refutes: [{ constraint: 'embedded-year', hard: true, values: { year }, sides: [] }],
    };
    const [only] = right;
    yield {
      subject: work.id,
      values: { number, year, date: { date } },
      sides,
      verdict:
        right.length === 1 && only
          ? {
              value: only,
              confidence: 'high',
              decidedBy: ['embedded-year', 'same-number-elsewhere'],
              reason: 'proposed',
              values: { value: { date: only } },
              candidates: [
                refuted,
                {
                  value: only,
                  mentions: 0,
                  witnesses: 0,
                  supports: [{ constraint: 'same-number-elsewhere', hard: false, values: { date: { date: only } }, sides: [] }],
                  refutes: [],
                },
              ],
            }
          : { value: null, confidence: 'none', decidedBy: ['embedded-year'], reason: 'cannot-tell', values: {}, candidates: [refuted] },
    };
  },
};
