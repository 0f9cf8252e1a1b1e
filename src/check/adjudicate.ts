import type { Work } from '../resolve/works.ts';
import { isOneSlip } from './day-slips.ts';
import { refutations } from './refutations.ts';
import type { CandidateDraft, CheckContext, SideDraft, VerdictDraft } from './rule.ts';
import { countSources, independentSources } from './witnesses.ts';

/** Places of one candidate that are listed; a work cited ten thousand times stays readable. */
const PLACES_SHOWN = 40;

/** A day some mentions and documents give for a work. */
export interface DateClaim {
  date: string;
  sides: SideDraft[];
  mentions: number;
  witnesses: number;
  held: boolean;
}

/** Who says which day: every place, and how many independent sources. Documents that came in one file are one witness. */
export function dateClaims(work: Work, { graph }: CheckContext): DateClaim[] {
  const claims = new Map<string, DateClaim & { sources: Set<string> }>();
  const claimOf = (date: string) => {
    let claim = claims.get(date);
    if (!claim) {
      claim = { date, sides: [], mentions: 0, witnesses: 0, held: false, sources: new Set() };
      claims.set(date, claim);
    }
    return claim;
  };
  for (const index of work.documents) {
    const document = graph.document(index);
    if (document.date?.length !== 10 || !document.datePlace) continue;
    const claim = claimOf(document.date);
    claim.held = true;
    claim.sources.add(document.sha256);
    claim.sides.push({ document: index, place: document.datePlace, value: document.date });
  }
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    if (mention.date?.length !== 10 || (mention.form === 'own' && mention.date === graph.document(ref.document).date)) continue;
    const claim = claimOf(mention.date);
    claim.mentions += mention.places.length;
    claim.sources.add(graph.document(ref.document).sha256);
    for (const place of mention.places) if (claim.sides.length < PLACES_SHOWN) claim.sides.push({ document: ref.document, place, value: mention.date });
  }
  return [...claims.values()].map(({ sources, ...claim }) => ({ ...claim, witnesses: sources.size })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * Weighs the days given for one work (DESIGN section 5, domain reference 1.4 step 6). Hard constraints beat any count: the
 * work's own header, the dates of documents that already cite it, cause before effect, the steps of one procedure. Then the
 * number of independent witnesses. It may conclude that it cannot tell.
 */
export function adjudicateDates(work: Work, claims: readonly DateClaim[], context: CheckContext): VerdictDraft {
  const candidates = claims.map((claim): CandidateDraft => {
    // Places beyond those that are kept count as sources of their own.
    const witnesses = claim.witnesses - countSources(claim.sides, context.graph) + independentSources(claim.sides, context);
    return { value: claim.date, mentions: claim.mentions, witnesses, supports: [], refutes: [] };
  });
  for (const [at, claim] of claims.entries()) {
    const candidate = candidates[at] as CandidateDraft;
    if (claim.held) {
      candidate.supports.push({ constraint: 'own-header', hard: true, values: { date: { date: claim.date } }, sides: claim.sides.slice(0, 1) });
    }
    candidate.refutes.push(...refutations(work, claim.date, context));
    if (candidate.witnesses > 0)
      candidate.supports.push({ constraint: 'witnesses', hard: false, values: { count: String(candidate.witnesses), mentions: String(claim.mentions) }, sides: [] });
  }
  // A ground that refutes every candidate alike is itself the doubtful one.
  const universal = new Set(
    candidates
      .flatMap((candidate) => candidate.refutes.map((ground) => `${ground.constraint}|${String(ground.values.other ?? '')}`))
      .filter((key) => candidates.every((candidate) => candidate.refutes.some((ground) => `${ground.constraint}|${String(ground.values.other ?? '')}` === key))),
  );
  for (const candidate of candidates) candidate.refutes = candidate.refutes.filter((ground) => !universal.has(`${ground.constraint}|${String(ground.values.other ?? '')}`));
  const held = candidates.filter((candidate) => candidate.supports.some((ground) => ground.constraint === 'own-header'));
  // "Số: 27/2025/NQ-HĐND … ngày 10 tháng 12 năm 2024": a letterhead that contradicts itself decides nothing.
  const sound = held.length === 1 && !held[0]?.refutes.some(({ constraint }) => constraint === 'embedded-year' || constraint === 'legislature');
  if (sound && held[0]) return decide(held[0], candidates, ['own-header'], 'certain', 'decided');
  const standing = candidates.filter((candidate) => !candidate.refutes.some((ground) => ground.hard));
  const fallen = candidates.filter((candidate) => candidate.refutes.some((ground) => ground.hard));
  if (standing.length === 1 && standing[0] && fallen.length > 0) {
    const grounds = new Set(fallen.flatMap((candidate) => candidate.refutes.filter((ground) => ground.hard).map((ground) => ground.constraint)));
    const direct = grounds.has('cited-earlier') || grounds.has('embedded-year') || grounds.has('legislature') || grounds.size > 1;
    return decide(standing[0], candidates, [...grounds], direct ? 'certain' : 'high', 'decided');
  }
  if (standing.length === 0) return { value: null, confidence: 'none', decidedBy: [], reason: 'all-refuted', values: {}, candidates };
  const ranked = [...standing].sort((a, b) => b.witnesses - a.witnesses);
  const [first, second] = ranked;
  const softly = standing.filter((candidate) => candidate.refutes.length === 0);
  if (softly.length === 1 && softly[0] && standing.length > 1) {
    const grounds = new Set(standing.flatMap((candidate) => candidate.refutes.map((ground) => ground.constraint)));
    return decide(softly[0], candidates, [...grounds], 'medium', 'decided');
  }
  if (first && second && first.witnesses >= 2 && first.witnesses >= 2 * second.witnesses)
    return decide(first, candidates, ['witnesses'], first.witnesses >= 3 ? 'medium' : 'low', 'majority');
  // Last of all the keyboard: of three days or more the one from which each other is a single slip.
  const middle = standing.filter((candidate) => candidates.every((other) => other === candidate || isOneSlip(other.value, candidate.value)));
  if (candidates.length > 2 && middle.length === 1 && middle[0]) {
    middle[0].supports.push({ constraint: 'one-keystroke-from-all', hard: false, values: { date: { date: middle[0].value } }, sides: [] });
    return decide(middle[0], candidates, ['one-keystroke-from-all'], 'low', 'majority');
  }
  return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
}

function decide(winner: CandidateDraft, candidates: CandidateDraft[], decidedBy: string[], confidence: VerdictDraft['confidence'], reason: string): VerdictDraft {
  return { value: winner.value, confidence, decidedBy: decidedBy.sort(), reason, values: { value: { date: winner.value } }, candidates };
}
