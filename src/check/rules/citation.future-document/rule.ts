import { proposeDate } from '../../propose-date.ts';
import type { CorpusRule } from '../../rule.ts';

/** A document that cites one dated after itself. */
export const rule: CorpusRule = {
  name: 'citation.future-document',
  *check(context) {
    const { graph, corpus } = context;
    for (const document of corpus.documents) {
      if (document.date?.length !== 10 || !document.datePlace) continue;
      for (const [at, mention] of document.mentions.entries()) {
        if (mention.date === null || mention.form === 'own' || mention.date <= document.date || mention.relation === 'amended-by' || mention.relation === 'attached') continue;
        const work = graph.workOf(document.index, at);
        // Where other mentions give another day, the conflict of dates is the finding; this one is its ground.
        if (work && graph.datesOf(work).length > 1) continue;
        yield {
          subject: `${document.id}|${mention.key ?? mention.printed}`,
          values: {
            number: mention.number?.value ?? mention.printed,
            date: { date: mention.date },
            citing: document.number?.value ?? document.file,
            citingDate: { date: document.date },
          },
          sides: [
            ...mention.places.map((place) => ({ document: document.index, place, value: mention.date })),
            { document: document.index, place: document.datePlace, value: document.date },
          ],
          verdict: work ? proposeDate(work, mention.date, document.date, context) : null,
        };
      }
    }
  },
};
