import type { TargetDraft } from './draft.ts';
import { onlyJoins, type SentenceView, type Value } from './sentence-view.ts';
import { unitKind } from './siblings.ts';

/**
 * The targets of the sentence before that the values of one refer to, in order:
 *
 *     … nữ cấp ủy viên đạt 15%, nữ đại biểu Hội đồng nhân dân đạt 35%. Đến năm 2030, | các tỷ lệ tương ứng là | 20% và 40%.
 *
 * Null where the sentence does not refer to it, or not to as many.
 */
export function referredTo(sentence: SentenceView, values: readonly Value[]): readonly TargetDraft[] | null {
  const { folded, words, context, tools } = sentence;
  const [first] = values;
  const before = context.before?.filter(({ comparator }) => comparator !== 'status') ?? [];
  if (!first || before.length !== values.length || before.length < 2) return null;
  if (!words.backReferences.firstIn(folded, first.clause, first.quantity.start)) return null;
  if (!values.every((value, at) => (before[at] as TargetDraft).unit === (unitKind(value.quantity, tools) ?? null))) return null;
  return values.slice(1).every((value, at) => onlyJoins(sentence, (values[at] as Value).quantity.end, value.lead.start)) ? before : null;
}
