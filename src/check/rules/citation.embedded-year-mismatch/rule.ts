import type { CorpusRule, FindingDraft } from '../../rule.ts';

/** A number that carries a year, dated in another one: `35/2022/NĐ-CP ngày 28/5/2023`. */
export const rule: CorpusRule = {
  name: 'citation.embedded-year-mismatch',
  *check({ corpus, graph }) {
    const found = new Map<string, FindingDraft>();
    for (const document of corpus.documents) {
      for (const [at, mention] of document.mentions.entries()) {
        const year = mention.number?.year ?? null;
        if (year === null || mention.date === null || mention.date.startsWith(String(year))) continue;
        const work = graph.workOf(document.index, at);
        const subject = work?.id ?? `${document.id}|${mention.key}`;
        const sides = mention.places.map((place) => ({ document: document.index, place, value: mention.date }));
        const earlier = found.get(subject);
        if (earlier) {
          earlier.sides.push(...sides);
          continue;
        }
        const right = work ? graph.datesOf(work).filter((date) => date.startsWith(String(year))) : [];
        found.set(subject, {
          subject,
          values: { number: mention.number?.value ?? mention.printed, year: String(year), date: { date: mention.date } },
          sides,
          verdict:
            right.length === 1 && right[0]
              ? {
                  value: right[0],
                  confidence: 'high',
                  decidedBy: ['same-number-elsewhere'],
                  reason: 'proposed',
                  values: { value: { date: right[0] } },
                  candidates: [
                    {
                      value: mention.date,
                      mentions: mention.places.length,
                      witnesses: 1,
                      supports: [],
                      refutes: [{ constraint: 'embedded-year', hard: true, values: { year: String(year) }, sides: [] }],
                    },
                    {
                      value: right[0],
                      mentions: 0,
                      witnesses: 0,
                      supports: [{ constraint: 'same-number-elsewhere', hard: false, values: { date: { date: right[0] } }, sides: [] }],
                      refutes: [],
                    },
                  ],
                }
              : { value: null, confidence: 'none', decidedBy: ['embedded-year'], reason: 'cannot-tell', values: {}, candidates: [] },
        });
      }
    }
    yield* found.values();
  },
};
