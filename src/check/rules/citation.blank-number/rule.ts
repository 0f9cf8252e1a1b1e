import type { DocumentDigest, Mention, Place } from '../../../resolve/digest.ts';
import type { CitationGraph } from '../../graph.ts';
import type { CorpusRule, VerdictDraft } from '../../rule.ts';

/** How far apart two citations may stand and still be named together. */
const TOGETHER = 400;

/** Dots where a cited document's number belongs: `Chương trình hành động số ....-CTr/TU`. */
export const rule: CorpusRule = {
  name: 'citation.blank-number',
  *checkCiting(document, { graph }) {
    // A draft has no number yet, and what it cites may have none either.
    if (document.number !== null && document.number.value === null) return;
    const blanks = new Map<string, Mention[]>();
    for (const mention of document.mentions) {
      if (mention.form !== 'blank' || !mention.number) continue;
      const { notation } = mention.number;
      const list = blanks.get(notation);
      if (list) list.push(mention);
      else blanks.set(notation, [mention]);
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
  },
};

/** The work of that notation which the same document names beside the same neighbours. */
function likelyNumber(document: DocumentDigest, notation: string, places: readonly Place[], graph: CitationGraph): VerdictDraft {
  const named = document.mentions
    .flatMap((mention, at) =>
      mention.key === null || mention.form === 'blank' ? [] : mention.places.map((place) => ({ at, key: mention.key, notation: mention.number?.notation, place })),
    )
    .sort((a, b) => a.place[0] - b.place[0]);
  const beside = ([start]: Place) => {
    let low = 0;
    for (let high = named.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((named[middle]?.place[0] ?? 0) < start - TOGETHER) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < named.length && (named[end]?.place[0] ?? 0) <= start + TOGETHER) end++;
    return named.slice(low, end);
  };
  const neighbours = new Set(places.flatMap((place) => beside(place).map(({ key }) => key)));
  const counts = new Map<string, { together: number; number: string }>();
  for (const one of named) {
    const work = one.notation === notation ? graph.workOf(document.index, one.at) : null;
    if (!work) continue;
    const entry = counts.get(work.id) ?? { together: 0, number: work.number };
    if (beside(one.place).some((other) => other.notation !== notation && neighbours.has(other.key))) entry.together++;
    counts.set(work.id, entry);
  }
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
