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
  if (words.descriptions.startingAt(passage.folded, labelEnd(passage.folded))) return { ...context, inPast: true, inGoals: false };
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
  around: SentenceContext,
  outer: SentenceContext,
  tools: TargetTools,
): SentenceContext {
  const { words } = tools;
  const { folded, text } = passage;
  // "KẾT QUẢ THỰC HIỆN NĂM 2023" in capitals is a heading, wherever it stands.
  const context = folded.length <= HEADING_SEEN && !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text) ? titled(passage, around, tools) : around;
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
  // "Trong những năm qua, … còn 6,25% năm 2022." and "Kính mời dự hội nghị triển khai nhiệm vụ năm 2024." say nothing of what follows.
  if (horizon && !open && /\.\s*$/.test(folded) && (!future || (!goal && modality === null))) return context;
  return {
    ...context,
    periods: horizon && drafts.length === 0 ? (future ? horizon.periods : []) : context.periods,
    periodsFrom: horizon && drafts.length === 0 ? 'lead' : context.periodsFrom,
    lead: name ?? (open ? null : outer.lead),
    modality: open ? (modality ?? context.modality) : context.modality,
    inGoals: context.inGoals || (goal && !context.inPast),
  };
}
