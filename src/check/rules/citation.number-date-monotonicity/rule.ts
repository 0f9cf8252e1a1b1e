import { daysBetween } from '../../../resolve/terms.ts';
import { fold } from '../../../text/fold.ts';
import type { CitationGraph, SeriesEntry } from '../../graph.ts';
import { orderedChain } from '../../ordered-chain.ts';
import { proposeDate } from '../../propose-date.ts';
import type { CandidateDraft, CheckContext, CorpusRule, FindingDraft, GroundDraft, SideDraft, VerdictDraft } from '../../rule.ts';
import { countSources } from '../../witnesses.ts';

/** A document of the corpus outweighs whatever is only cited. */
const HELD = 1_000_000;
const PLACES_SHOWN = 40;

/** In one series of numbers a lower number with a later day: 3457/VP-QH of 24/7 beside 3824/VP-QH of 07/6. */
export const rule: CorpusRule = {
  name: 'citation.number-date-monotonicity',
  *checkSeries({ entries, system }, context) {
    const { graph } = context;
    yield* outOfOrder(
      entries.filter((entry) => inSequence(entry, graph)),
      system,
      context,
    );
  },
};

/** What tells its sequence: the acts of a legislature and its resolutions have one each, and what is called neither is in none. */
function inSequence({ work }: SeriesEntry, graph: CitationGraph): boolean {
  const [first] = work.mentions;
  return work.kind !== null || first === undefined || graph.mention(first).number?.legislature == null;
}

function* outOfOrder(entries: readonly SeriesEntry[], system: string, context: CheckContext): Generator<FindingDraft> {
  if (entries.length < 2) return;
  const tolerance = Number(context.knowledge.checks.rules[rule.name]?.options.tolerance_days ?? 0);
  const weights = new Map(entries.map((entry) => [entry, weightOf(entry, context.graph)]));
  const chain = orderedChain(entries, (entry) => weights.get(entry) as number);
  // The nearest entries of the chain on each side; those nearest are the least wrong, so what they refute all others do.
  const before: (SeriesEntry | null)[] = [];
  let last: SeriesEntry | null = null;
  for (const entry of entries) {
    before.push(last !== null && last.serial === entry.serial ? (before.at(-1) ?? null) : last);
    if (chain.has(entry)) last = entry;
  }
  let next: SeriesEntry | null = null;
  let after: SeriesEntry | null = null;
  const drafts: FindingDraft[] = [];
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at] as SeriesEntry;
    if (next !== null && next.serial > entry.serial) after = next;
    if (chain.has(entry)) {
      if (next === null || next.serial !== entry.serial) next = entry;
      continue;
    }
    const lower = before[at] ?? null;
    const early = lower !== null && daysBetween(entry.date, lower.date) > tolerance ? lower : null;
    const late = after !== null && daysBetween(after.date, entry.date) > tolerance ? after : null;
    const other = early ?? late;
    if (other === null || areOfOtherBodies(entry, other, context.graph)) continue;
    drafts.push({
      subject: entry.work.id,
      kind: system,
      values: {
        number: entry.work.number,
        date: { date: entry.date },
        other: other.work.number,
        otherDate: { date: other.date },
      },
      sides: [...placesOf(entry, context.graph), ...placesOf(other, context.graph)],
      verdict: judge(entry, other, other === late, weights, context),
    });
  }
  yield* drafts.reverse();
}

/** Which of two days is wrong: the one that fewer sources give, unless a document we hold gives the other. */
function judge(entry: SeriesEntry, other: SeriesEntry, tooLate: boolean, weights: ReadonlyMap<SeriesEntry, number>, context: CheckContext): VerdictDraft {
  const ground: GroundDraft = {
    constraint: 'number-order',
    hard: other.held && entry.work.system === 'state',
    values: { other: other.work.number, otherDate: { date: other.date }, number: entry.work.number, date: { date: entry.date } },
    sides: placesOf(other, context.graph).slice(0, 1),
  };
  // One against one: either day may be the wrong one.
  if (!entry.held && (weights.get(entry) as number) < (weights.get(other) as number))
    return proposeDate(entry.work, entry.date, { ...(tooLate ? { notAfter: other.date } : { notBefore: other.date }), ground }, context);
  const { mentions, documents } = entry.work;
  const against: CandidateDraft = {
    value: entry.date,
    mentions: mentions.length,
    witnesses: countSources([...mentions, ...documents.map((document) => ({ document }))], context.graph),
    supports: [],
    refutes: [ground],
  };
  return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [against] };
}

/** Bodies that are in no list and share a code by chance: "Ban Chỉ đạo 389 quốc gia" and "Ban Chỉ đạo 389 tỉnh". */
function areOfOtherBodies(entry: SeriesEntry, other: SeriesEntry, graph: CitationGraph): boolean {
  const [mine, theirs] = [entry, other].map(({ work }) => work.mentions.map((ref) => graph.mention(ref)).filter(({ issuerName }) => issuerName !== null));
  if (!mine?.length || !theirs?.length || [...mine, ...theirs].some(({ issuerId }) => issuerId !== null)) return false;
  const names = new Set(mine.map(({ issuerName }) => fold(issuerName ?? '')));
  return theirs.every(({ issuerName }) => !names.has(fold(issuerName ?? '')));
}

function weightOf({ held, work }: SeriesEntry, graph: CitationGraph): number {
  return (held ? HELD : 0) + countSources(work.mentions, graph);
}

function placesOf({ work, date }: SeriesEntry, graph: CitationGraph): SideDraft[] {
  const sides: SideDraft[] = [];
  for (const index of work.documents) {
    const { datePlace, numberPlace } = graph.document(index);
    const place = numberPlace ?? datePlace;
    if (place) sides.push({ document: index, place, value: date });
  }
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    if (mention.date !== date || mention.form === 'own') continue;
    for (const place of mention.places) if (sides.length < PLACES_SHOWN) sides.push({ document: ref.document, place, value: date });
  }
  return sides;
}
