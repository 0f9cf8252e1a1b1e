import { attestedReadings } from '../../attested-titles.ts';
import type { SeriesEntry } from '../../graph.ts';
import type { CandidateDraft, CheckContext, CorpusRule, FindingDraft, GroundDraft, SideDraft, VerdictDraft } from '../../rule.ts';
import { countSources } from '../../witnesses.ts';

/** A title of fewer words is one of many documents ("khen thưởng"), unless it names another work. */
const TELLING_TITLE = 5;
/** So many works of one day are compared with each other: an office signs no more that are like each other. */
const WORKS_COMPARED = 40;
const PLACES_SHOWN = 12;

/** One document under two numbers a slip apart: 54-CTr/TU beside 45-CTr/TU, of one body and day, both "thực hiện Nghị quyết số 06-NQ/TW". */
export const rule: CorpusRule = {
  name: 'citation.number-conflict',
  *checkSeries({ entries }, context) {
    const days = new Map<string, SeriesEntry[]>();
    for (const entry of entries) {
      const day = days.get(entry.date);
      if (!day) days.set(entry.date, [entry]);
      else if (day.length < WORKS_COMPARED) day.push(entry);
    }
    for (const day of days.values()) {
      for (const [at, one] of day.entries()) {
        for (const other of day.slice(at + 1)) {
          if ((one.held && other.held) || !isSlip(String(one.serial), String(other.serial), context.knowledge.checks.confusable_digits)) continue;
          const title = sharedTitle(one, other, context);
          if (title !== null) yield draftOf(one, other, title, context);
        }
      }
    }
  },
};

/** True where two serial numbers are two neighbouring digits swapped, or one digit misread; numbers given one after the other are two documents. */
function isSlip(a: string, b: string, confusable: readonly string[]): boolean {
  if (a.length !== b.length || Math.abs(Number(a) - Number(b)) === 1) return false;
  const differ = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first, second, ...more] = differ;
  if (first === undefined || more.length > 0) return false;
  if (second !== undefined) return second === first + 1 && a[first] === b[second] && a[second] === b[first];
  const pair = [a[first], b[first]].sort().join('');
  return confusable.some((both) => [...both].sort().join('') === pair);
}

/** The title both works are given, in the same words; null where they have none in common that tells one document from others. */
function sharedTitle(one: SeriesEntry, other: SeriesEntry, context: CheckContext): string | null {
  const [mine, theirs] = [one, other].map(({ work }) => new Set(attestedReadings(work, context).map(({ words }) => words)));
  for (const words of mine ?? []) if (theirs?.has(words) && (words.includes('[') || words.split(' ').length >= TELLING_TITLE)) return words;
  return null;
}

function draftOf(one: SeriesEntry, other: SeriesEntry, title: string, context: CheckContext): FindingDraft {
  const sides = [...sidesOf(one, context), ...sidesOf(other, context)];
  return {
    subject: `${one.work.id}|${other.work.id}`,
    values: { number: one.work.number, other: other.work.number, date: { date: one.date } },
    sides,
    verdict: verdictOf(one, other, title, context),
  };
}

/** The number in the letterhead of a document we hold is right; else it cannot be told. */
function verdictOf(one: SeriesEntry, other: SeriesEntry, title: string, context: CheckContext): VerdictDraft {
  const held = [one, other].find((entry) => entry.held);
  const candidate = (entry: SeriesEntry): CandidateDraft => ({
    value: entry.work.number,
    mentions: entry.work.mentions.length,
    witnesses: countSources(entry.work.mentions, context.graph),
    supports: [],
    refutes: [],
  });
  const [mine, theirs] = [candidate(one), candidate(other)];
  if (!held) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [mine, theirs] };
  const ground: GroundDraft = { constraint: 'own-number', hard: true, values: { number: held.work.number, title }, sides: sidesOf(held, context).slice(0, 1) };
  for (const one of [mine, theirs]) (one.value === held.work.number ? one.supports : one.refutes).push(ground);
  return { value: held.work.number, confidence: 'medium', decidedBy: ['own-number'], reason: 'number', values: { value: held.work.number }, candidates: [mine, theirs] };
}

function sidesOf({ work }: SeriesEntry, { graph }: CheckContext): SideDraft[] {
  const sides: SideDraft[] = [];
  for (const index of work.documents) {
    const { numberPlace } = graph.document(index);
    if (numberPlace) sides.push({ document: index, place: numberPlace, value: work.number });
  }
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    if (mention.form === 'own') continue;
    for (const place of mention.places) if (sides.length < PLACES_SHOWN) sides.push({ document: ref.document, place, value: work.number });
  }
  return sides;
}
