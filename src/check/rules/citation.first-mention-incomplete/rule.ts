import { typeGrammar } from '../../../grammar/types.ts';
import type { DocumentDigest, Place } from '../../../resolve/digest.ts';
import { isNumbered } from '../../../resolve/series.ts';
import { fold } from '../../../text/fold.ts';
import type { CorpusRule, FindingDraft, SideDraft } from '../../rule.ts';

const NUMBERS_NAMED = 5;

interface Cited {
  number: string;
  first: Place;
  known: string | null;
  /** Where a date stands beside it first. */
  dated: Place | null;
  /** True where a type word stands before it: a law is cited by its name, a quoted letterhead is no citation. */
  typed: boolean;
  /** True where every mention stands in the title of another work. */
  inner: boolean;
}

/** Works that a document cites by number and nowhere dates, and those it dates only behind their first mention; one finding of each kind a document. */
export const rule: CorpusRule = {
  name: 'citation.first-mention-incomplete',
  *checkCiting(document, { graph, knowledge, words }) {
    const types = typeGrammar(knowledge);
    const inner = new Set(document.edges.map((edge) => edge.inner));
    // A title names works in short.
    const title = document.reading?.places ?? [];
    const cited = new Map<string, Cited>();
    for (const [at, mention] of document.mentions.entries()) {
      const places = mention.places.filter((place) => !title.some(([start, end]) => start <= place[0] && place[0] < end));
      const [place] = places;
      if (!isNumbered(mention) || mention.form === 'own' || place === undefined) continue;
      // Laws and ordinances are cited by their names.
      const rows = mention.type === null ? [] : (types.startsWith(fold(mention.type))?.rows ?? []);
      if (rows.some((row) => row.kind === 'legal' && row.code === '')) continue;
      const work = graph.workOf(document.index, at);
      const dates = work ? graph.datesOf(work) : [];
      // Within a document a bare number is that of the work it was introduced with, whichever body's it would be elsewhere.
      const entry = cited.get(mention.key) ?? {
        number: work?.number ?? mention.printed,
        first: place,
        known: dates.length === 1 ? (dates[0] as string) : null,
        dated: null,
        typed: false,
        inner: true,
      };
      // "số 702/STNMT-MT ngày 31/4/2023": a day that no calendar has is a day all the same.
      const isDated = mention.date !== null || /\d/.test(words(document.index, place[0], place[1]).split(mention.printed)[1] ?? '');
      if (isDated && (entry.dated === null || place[0] < entry.dated[0])) entry.dated = place;
      entry.typed ||= rows.length > 0;
      entry.inner &&= inner.has(at);
      if (place[0] < entry.first[0]) entry.first = place;
      cited.set(mention.key, entry);
    }
    const open = [...cited.values()]
      .filter(({ dated, first, typed, inner: named }) => (dated === null || first[0] < dated[0]) && typed && !named)
      .sort((a, b) => a.first[0] - b.first[0]);
    yield* told(
      'nowhere',
      open.filter(({ dated }) => dated === null),
      document,
    );
    yield* told(
      'later',
      open.filter(({ dated }) => dated !== null),
      document,
    );
  },
};

function* told(kind: 'nowhere' | 'later', open: readonly Cited[], document: DocumentDigest): Generator<FindingDraft> {
  if (open.length === 0) return;
  const named = open.slice(0, NUMBERS_NAMED).map(({ number }) => number);
  yield {
    subject: kind === 'nowhere' ? document.id : `${document.id}|${kind}`,
    kind,
    values: { document: document.number?.value ?? document.file, numbers: named.join(', ') + (open.length > named.length ? ', …' : '') },
    sides: open.map(({ first, known }): SideDraft => ({ document: document.index, place: first, value: known })),
    verdict: null,
  };
}
