import type { DocumentDigest, Mention, Place } from '../../../resolve/digest.ts';
import { type BodyRegistry, bodyRegistry } from '../../bodies.ts';
import type { CandidateDraft, CheckContext, CorpusRule, GroundDraft, Value, VerdictDraft } from '../../rule.ts';

/** How far apart two citations may stand and still be named together. */
const TOGETHER = 400;

/** Dots where a cited document's number belongs: `Chương trình hành động số ....-CTr/TU`. */
export const rule: CorpusRule = {
  name: 'citation.blank-number',
  *checkCiting(document, context) {
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
        verdict: likelyNumber(document, notation, mentions, context),
      };
    }
  },
};

/** The work of that notation which the same document names beside the same neighbours, if day and body printed at the blank may be its. */
function likelyNumber(document: DocumentDigest, notation: string, blanks: readonly Mention[], { graph, knowledge }: CheckContext): VerdictDraft {
  const named = document.mentions
    .flatMap((mention, at) =>
      mention.key === null || mention.form === 'blank' ? [] : mention.places.map((place) => ({ at, mention, key: mention.key, notation: mention.number?.notation, place })),
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
  const neighbours = new Set(blanks.flatMap(({ places }) => places.flatMap((place) => beside(place).map(({ key }) => key))));
  const days = new Set(blanks.flatMap(({ date }) => (date?.length === 10 ? [date] : [])));
  const bodies = bodyRegistry(knowledge);
  const found = new Map<string, Candidate>();
  for (const one of named) {
    const work = one.notation === notation ? graph.workOf(document.index, one.at) : null;
    if (!work) continue;
    const dates = graph.datesOf(work);
    const sameDay = dates.find((date) => days.has(date)) ?? null;
    const entry = found.get(work.id) ?? { together: 0, number: work.number, sameDay, otherDay: sameDay === null && days.size > 0 ? (dates[0] ?? null) : null, otherBody: null };
    if (beside(one.place).some((other) => other.notation !== notation && neighbours.has(other.key))) entry.together++;
    if (blanks.every(({ issuerId }) => areApart(bodies, issuerId, one.mention.issuerId))) entry.otherBody ??= one.mention.issuerName;
    found.set(work.id, entry);
  }
  const ranked = [...found.values()].sort(
    (a, b) => Number(isRefuted(a)) - Number(isRefuted(b)) || Number(b.sameDay !== null) - Number(a.sameDay !== null) || b.together - a.together,
  );
  const open = ranked.filter((candidate) => !isRefuted(candidate));
  const [first, second] = open;
  const candidates = ranked.map(toDraft);
  const proposed = (confidence: VerdictDraft['confidence'], decidedBy: string): VerdictDraft => ({
    ...{ value: first?.number ?? null, confidence, decidedBy: [decidedBy], reason: 'named-together' },
    ...{ values: { value: first?.number ?? '' }, candidates },
  });
  if (first?.sameDay && !second?.sameDay) return proposed('high', 'day-at-blank');
  // A day that is no other known one's may be that of a document named nowhere else.
  if (first && first.together > 0 && days.size === 0 && (!second || first.together >= 2 * second.together)) return proposed(second ? 'medium' : 'high', 'named-together');
  return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
}

/** A work the blank may stand for. */
interface Candidate {
  number: string;
  /** How often it is named beside the same works as the blank. */
  together: number;
  /** Its day, where that is printed at the blank. */
  sameDay: string | null;
  /** Its day, where another one is printed at the blank. */
  otherDay: string | null;
  /** Its body, where another one is named at the blank. */
  otherBody: string | null;
}

const isRefuted = ({ otherDay, otherBody }: Candidate): boolean => otherDay !== null || otherBody !== null;

/** True for two bodies of which neither is a part of the other: "Thành ủy" and its standing board are one. */
function areApart(bodies: BodyRegistry, one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return false;
  const [a, b] = [bodies.byId(one), bodies.byId(other)];
  return a !== null && b !== null && a !== b && !bodies.isPartOf(a, b) && !bodies.isPartOf(b, a);
}

function toDraft({ number, together, sameDay, otherDay, otherBody }: Candidate): CandidateDraft {
  const ground = (constraint: string, hard: boolean, values: Record<string, Value>): GroundDraft => ({ constraint, hard, values, sides: [] });
  return {
    value: number,
    mentions: together,
    witnesses: 1,
    supports: [...(sameDay === null ? [] : [ground('day-at-blank', true, { date: { date: sameDay } })]), ground('named-together', false, { number, count: String(together) })],
    refutes: [
      ...(otherDay === null ? [] : [ground('other-day-than-blank', true, { number, date: { date: otherDay } })]),
      ...(otherBody === null ? [] : [ground('other-body-than-blank', true, { number, body: otherBody })]),
    ],
  };
}
