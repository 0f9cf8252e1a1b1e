import type { DocumentNumber } from '../../../model/facts.ts';
import type { CorpusRule, FindingDraft } from '../../rule.ts';

/** A legislature's suffix that does not fit the year or day: `26/2022/UBTVQH13`. */
export const rule: CorpusRule = {
  name: 'citation.legislature-term-mismatch',
  *check({ corpus, graph, terms }) {
    const found = new Map<string, FindingDraft>();
    for (const document of corpus.documents) {
      for (const [at, mention] of document.mentions.entries()) {
        const number = mention.number;
        if (number?.legislature == null) continue;
        const sitting = sittingLegislatures(number, mention.date);
        if (sitting === null || sitting.length === 0 || sitting.includes(number.legislature)) continue;
        const subject = graph.workOf(document.index, at)?.id ?? `${document.id}|${mention.key}`;
        const sides = mention.places.map((place) => ({ document: document.index, place, value: number.value }));
        const earlier = found.get(subject);
        if (earlier) {
          earlier.sides.push(...sides);
          continue;
        }
        const right = sitting.length === 1 ? (number.value ?? '').replace(new RegExp(`${number.legislature}$`), String(sitting[0])) : null;
        found.set(subject, {
          subject,
          values: {
            number: number.value ?? mention.printed,
            legislature: String(number.legislature),
            year: String(number.year ?? mention.date?.slice(0, 4) ?? ''),
            sitting: sitting.join(', '),
          },
          sides,
          verdict: {
            value: right,
            confidence: right ? 'certain' : 'none',
            decidedBy: ['legislature'],
            reason: right ? 'suffix-of-year' : 'cannot-tell',
            values: { value: right ?? '', year: String(number.year ?? '') },
            candidates: [],
          },
        });
      }
    }
    yield* found.values();

    function sittingLegislatures(number: DocumentNumber, date: string | null): number[] | null {
      if (date !== null && date.length === 10) {
        const at = terms.legislature(date);
        if (!at) return null;
        if (!at.boundary) return [at.number];
      }
      const year = number.year ?? (date ? Number(date.slice(0, 4)) : null);
      return year === null ? null : terms.legislaturesOf(year);
    }
  },
};
