import type { DocumentDigest, Mention, Place } from '../../../resolve/digest.ts';
import type { CitationGraph } from '../../graph.ts';
import type { CorpusRule, VerdictDraft } from '../../rule.ts';

/** How far apart two citations may stand and still be named together. */
const TOGETHER = 400;

/** Dots where a cited document's number belongs: `Chương trình hành động số ....-CTr/TU`. */
export const rule: CorpusRule = {
  name: 'citation.blank-number',
  *check({ corpus, graph }) {
    for (const document of corpus.documents) {
      // A draft has no number yet, and what it cites may have none either.
      if (document.number !== null && document.number.value === null) continue;
      const blanks = new Map<string, Mention[]>();
      for (const mention of document.mentions) {
        if (mention.form !== 'blank' || !mention.number) continue;
        const { notation } = mention.number;
        blanks.set(notation, [...(blanks.get(notation) ?? []), mention]);
      }
      for (const [notation, mentions] of blanks) {
        const places = mentions.flatMap((mention) => mention.places);
        yield {
          subject: `${document.id}|${notation}`,
          values: { notation, document: document.number?.value ?? document.file },
          sides: places.map((place) => ({ document: document.index, place, value: null })),
          verdict: likelyNumber(document, notation, places, graph),
        };
      }
    }
  },
};

/** The work of that notation which the same document names beside the same neighbours. */
function likelyNumber(document: DocumentDigest, notation: string, places: readonly Place[], graph: CitationGraph): VerdictDraft {
  const near = (a: Place, b: Place) => Math.abs(a[0] - b[0]) <= TOGETHER;
  const neighbours = new Set(
    document.mentions
      .filter((mention) => mention.key !== null && mention.form !== 'blank' && mention.places.some((place) => places.some((blank) => near(place, blank))))
      .map((mention) => mention.key),
  );
  const counts = new Map<string, { together: number; number: string }>();
  document.mentions.forEach((mention, at) => {
    if (mention.number?.notation !== notation || mention.form === 'blank') return;
    const work = graph.workOf(document.index, at);
    if (!work) return;
    const entry = counts.get(work.id) ?? { together: 0, number: work.number };
    for (const place of mention.places) {
      if (document.mentions.some((other) => neighbours.has(other.key) && other.number?.notation !== notation && other.places.some((beside) => near(beside, place))))
        entry.together++;
    }
    counts.set(work.id, entry);
  });
  const ranked = [...counts.values()].sort((a, b) => b.together - a.together);
  const [first, second] = ranked;
  const clear = first && first.together > 0 && (!second || first.together >= 2 * second.together);
  const candidates = ranked.map(({ number, together }) => ({
    value: number,
    mentions: together,
    witnesses: 1,
    supports: [{ constraint: 'named-together', hard: false, values: { number, count: String(together) }, sides: [] }],
    refutes: [],
  }));
  if (!first || !clear) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
  return { value: first.number, confidence: second ? 'medium' : 'high', decidedBy: ['named-together'], reason: 'named-together', values: { value: first.number }, candidates };
}
