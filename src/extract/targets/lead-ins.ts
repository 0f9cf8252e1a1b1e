import type { Passage } from '../passage.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import { labelEnd } from './item-labels.ts';
import type { TargetTools } from './tools.ts';

const LONGEST_LEAD_IN = 220;
/** A line that announces targets without a colon or year is a heading. */
const LONGEST_BARE_LEAD_IN = 80;
/** Of a heading, what is looked at. */
export const HEADING_SEEN = 160;

/** Whether a heading announces targets or tells what has been. */
export function titled(passage: Passage, context: SentenceContext, { words }: TargetTools): SentenceContext {
  const end = Math.min(passage.folded.length, HEADING_SEEN);
  const goal = words.goalHeadings.firstIn(passage.folded, 0, end);
  const past = words.pastHeadings.firstIn(passage.folded, 0, end);
  if (past && (!goal || past.start < goal.start)) return { ...context, inPast: true, inGoals: false };
  if (goal) return { ...context, inGoals: true, inPast: false };
  return context;
}

/** What a line without values of its own says for those below or after it: its years, its indicator. */
export function leadIn(
  passage: Passage,
  found: readonly Horizon[],
  drafts: readonly TargetDraft[],
  context: SentenceContext,
  outer: SentenceContext,
  { words }: TargetTools,
): SentenceContext {
  const { folded, text } = passage;
  const open = /[:：]\s*$/.test(folded);
  if ((drafts.length > 0 && !open) || folded.length > LONGEST_LEAD_IN) return context;
  if (!open && folded.length > LONGEST_BARE_LEAD_IN && !/(?:19|20|21)\d\d/.test(folded)) return context;
  const horizons = found.filter((horizon) => !horizon.base);
  const trimmed = trimName(folded, labelEnd(folded), folded.length, words, horizons);
  const name =
    open && words.heads.startingAt(folded, trimmed.start, trimmed.end) && !words.goalHeadings.startingAt(folded, trimmed.start)
      ? wordsOf(text, trimmed.start, trimmed.end, horizons)
      : null;
  const goal = words.goalHeadings.firstIn(folded, 0, folded.length) !== null;
  // `MỤC TIÊU ĐẾN NĂM 2020, ĐỊNH HƯỚNG ĐẾN NĂM 2025`: what stands below is for the first.
  const horizon = horizons.findLast(({ periods, modality }) => modality === null && periods[0]?.kind !== 'vision') ?? horizons.at(-1);
  const modality = words.modality.firstIn(folded, 0, folded.length)?.value ?? null;
  if (!horizon && !name && !open && !goal) return context;
  const future = horizon && (context.issueYear === null || horizon.periods.some((period) => (period.to ?? period.from ?? 0) >= (context.issueYear as number)));
  // "Trong những năm qua, … còn 6,25% năm 2022." says nothing of what follows.
  if (horizon && !future && !open && /\.\s*$/.test(folded)) return context;
  return {
    ...context,
    periods: horizon && drafts.length === 0 ? (future ? horizon.periods : []) : context.periods,
    periodsFrom: horizon && drafts.length === 0 ? 'lead' : context.periodsFrom,
    lead: name ?? (open ? null : outer.lead),
    modality: open ? (modality ?? context.modality) : context.modality,
    inGoals: context.inGoals || (goal && !context.inPast),
  };
}
