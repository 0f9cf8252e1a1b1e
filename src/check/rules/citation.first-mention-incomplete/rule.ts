import { typeGrammar } from '../../../grammar/types.ts';
import type { DocumentDigest, Place } from '../../../resolve/digest.ts';
import { readEdges } from '../../../resolve/edges.ts';
import { isNumbered } from '../../../resolve/series.ts';
import { fold } from '../../../text/fold.ts';
import type { CorpusRule, FindingDraft, SideDraft } from '../../rule.ts';

const NUMBERS_NAMED = 5;
/** So much is read behind a citation: a day begins there or it has none. */
const BEHIND = 40;
/** Behind a number whose next part is lost: "3380/QĐ-" at the end of a cell. */
const CUT = /^\s?[-/]/;
/** "161/2024/NĐ-CP. ngày 18/12/2024": a sign that does not belong there keeps the day from the number. */
const DAY_BEHIND = /^[^\p{L}\d\n]{1,4}\p{L}{1,6} \d{1,2}(?:[./-]| \p{L}{1,6} )\d{1,2}(?:[./-]| \p{L}{1,6} )\d{4}/u;
const SENTENCE_END = /[.;:!?)"”]/;

interface Cited {
  number: string;
  first: Place;
  known: string | null;
  /** True where a type word stands before it: a law is cited by its name, a quoted letterhead is no citation. */
  typed: boolean;
}

/** Works that a document cites by number and nowhere dates, and those it dates only behind their first mention; one finding of each kind a document. */
export const rule: CorpusRule = {
  name: 'citation.first-mention-incomplete',
  *checkCiting(document, { graph, knowledge, words }) {
    const types = typeGrammar(knowledge);
    const undated = new Set(knowledge.checks.undated_bodies);
    const inner = new Set(readEdges(document.edges).map((edge) => edge.inner));
    // A title names works in short.
    const title = document.reading?.places ?? [];
    const cited = new Map<string, Cited>();
    /** Where a day stands beside a number first. */
    const dated = new Map<string, Place>();
    for (const [at, mention] of document.mentions.entries()) {
      const [first] = mention.places;
      if (!isNumbered(mention) || mention.form === 'own' || first === undefined) continue;
      // "số 702/STNMT-MT ngày 31/4/2023": a day that no calendar has is a day all the same.
      const isDated = mention.date !== null || /\d/.test(words(document.index, first[0], first[1]).split(mention.printed)[1] ?? '');
      if (isDated && first[0] < (dated.get(mention.key)?.[0] ?? Number.POSITIVE_INFINITY)) dated.set(mention.key, first);
      const place = mention.places.find(([at]) => !title.some(([start, end]) => start <= at && at < end));
      // "Chương trình số 59-CTr/TU … thực hiện Nghị quyết số 06-NQ/TW": the title of another work names it, nothing cites it.
      if (place === undefined || inner.has(at)) continue;
      // The number of a resolution of the National Assembly has its year and legislature.
      if (undated.has(mention.number?.bodyCode ?? '')) continue;
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
        typed: false,
      };
      entry.typed ||= rows.length > 0;
      if (place[0] < entry.first[0]) entry.first = place;
      cited.set(mention.key, entry);
    }
    const isTold = ({ first: [, end] }: Cited): boolean => {
      const behind = words(document.index, end, end + BEHIND);
      // Where the text breaks off behind a number, its day is lost with the rest.
      return CUT.test(behind) || DAY_BEHIND.test(behind) || (behind.length < BEHIND && !SENTENCE_END.test(behind));
    };
    const nowhere: Cited[] = [];
    const later: Cited[] = [];
    for (const [key, one] of cited) {
      const day = dated.get(key);
      if (!one.typed) continue;
      if (day === undefined) {
        if (!isTold(one)) nowhere.push(one);
      } else if (one.first[0] < day[0]) later.push(one);
    }
    yield* told('nowhere', nowhere, document);
    yield* told('later', later, document);
  },
};

function* told(kind: 'nowhere' | 'later', cited: readonly Cited[], document: DocumentDigest): Generator<FindingDraft> {
  if (cited.length === 0) return;
  const open = [...cited].sort((a, b) => a.first[0] - b.first[0]);
  const named = open.slice(0, NUMBERS_NAMED).map(({ number }) => number);
  yield {
    subject: kind === 'nowhere' ? document.id : `${document.id}|${kind}`,
    kind,
    values: { document: document.number?.value ?? document.file, numbers: named.join(', ') + (open.length > named.length ? ', …' : '') },
    sides: open.map(({ first, known }): SideDraft => ({ document: document.index, place: first, value: known })),
    verdict: null,
  };
}
