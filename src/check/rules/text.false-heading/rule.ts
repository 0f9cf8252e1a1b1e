import type { Repair } from '../../../model/text.ts';
import type { DocumentRule } from '../../rule.ts';

/** What a break puts at the start of a line and reads like a label: `trước năm` / `2025. Bảo đảm …`. */
const LIKE_A_LABEL = /^(?:\d{1,4}|[IVX]{1,6}|[a-zđ])[.)]\s/u;

/** Of so many lines of a text one was joined to the line before: all its lines are broken at some width. */
const WRAPPED = 4;

/** A line broken before a year or number that then looks like the label of a heading. */
export const rule: DocumentRule = {
  name: 'text.false-heading',
  *checkDocument({ repairs, text }) {
    const joins = repairs.filter(({ rule: repair }) => repair === 'join-line' || repair === 'join-page-break');
    const usual = usualBreak(joins, text);
    const sides = joins
      .filter(({ before, end }) => before !== usual && LIKE_A_LABEL.test(text.slice(end, end + 10)))
      .map(({ end }) => ({ place: [end, end + (LIKE_A_LABEL.exec(text.slice(end, end + 10))?.[0].trimEnd().length ?? 1)] as const, value: null }));
    if (sides.length > 0) yield { subject: '', values: { labels: sides.map(({ place }) => text.slice(...place)).join(', ') }, sides, verdict: null };
  },
};

/** What stands between the lines of a paragraph in a text whose lines are all broken; a year at the start of one is no damage there. Null in others. */
function usualBreak(joins: readonly Repair[], text: string): string | null {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  if (joins.length * WRAPPED < lines) return null;
  const counts = new Map<string, number>();
  for (const { before } of joins) counts.set(before, (counts.get(before) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
