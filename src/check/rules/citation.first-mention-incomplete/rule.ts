import { typeGrammar } from '../../../grammar/types.ts';
import type { Place } from '../../../resolve/digest.ts';
import { isNumbered } from '../../../resolve/series.ts';
import { fold } from '../../../text/fold.ts';
import type { CorpusRule, SideDraft } from '../../rule.ts';

const NUMBERS_NAMED = 5;

interface Cited {
  number: string;
  first: Place;
  known: string | null;
  dated: boolean;
  /** True where a type word stands before it: a law is cited by its name, a quoted letterhead is no citation. */
  typed: boolean;
  /** True where every mention stands in the title of another work. */
  inner: boolean;
}

/** Works that a document cites by number and nowhere dates; one finding a document. */
export const rule: CorpusRule = {
  name: 'citation.first-mention-incomplete',
  *checkCiting(document, { graph, knowledge, words }) {
    const types = typeGrammar(knowledge);
    const inner = new Set(document.edges.map((edge) => edge.inner));
    const cited = new Map<string, Cited>();
    for (const [at, mention] of document.mentions.entries()) {
      const [place] = mention.places;
      if (!isNumbered(mention) || mention.form === 'own' || place === undefined) continue;
      // Laws and ordinances are cited by their names.
      const rows = mention.type === null ? [] : (types.startsWith(fold(mention.type))?.rows ?? []);
      if (rows.some((row) => row.kind === 'legal' && row.code === '')) continue;
      const work = graph.workOf(document.index, at);
      const key = work?.id ?? mention.key;
      const dates = work ? graph.datesOf(work) : [];
      const entry = cited.get(key) ?? {
        number: work?.number ?? mention.printed,
        first: place,
        known: dates.length === 1 ? (dates[0] as string) : null,
        dated: false,
        typed: false,
        inner: true,
      };
      // "số 702/STNMT-MT ngày 31/4/2023": a day that no calendar has is a day all the same.
      entry.dated ||= mention.date !== null || /\d/.test(words(document.index, place[0], place[1]).split(mention.printed)[1] ?? '');
      entry.typed ||= rows.length > 0;
      entry.inner &&= inner.has(at);
      if (place[0] < entry.first[0]) entry.first = place;
      cited.set(key, entry);
    }
    const open = [...cited.values()].filter((one) => !one.dated && one.typed && !one.inner).sort((a, b) => a.first[0] - b.first[0]);
    if (open.length === 0) return;
    const named = open.slice(0, NUMBERS_NAMED).map(({ number }) => number);
    yield {
      subject: document.id,
      values: { document: document.number?.value ?? document.file, numbers: named.join(', ') + (open.length > named.length ? ', …' : '') },
      sides: open.map(({ first, known }): SideDraft => ({ document: document.index, place: first, value: known })),
      verdict: null,
    };
  },
};
