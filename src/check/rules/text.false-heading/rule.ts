import type { Repair } from '../../../model/text.ts';
import type { DocumentRule } from '../../rule.ts';

/** What a break puts at the start of a line and reads like a label: `trước năm` / `2025. Bảo đảm …`. */
const LIKE_A_LABEL = /^(?:\d{1,4}|[IVX]{1,6}|[a-zđ])[.)]\s/u;

/** Of so many lines of a text one was joined to the line before: all its lines are broken at some width. */
const WRAPPED = 4;
/** Fewer joined lines are chance. */
const LEAST_JOINED = 3;

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

/**
 * What stands between the lines of a paragraph in a text whose lines are all broken; a year at the start of one is no damage there. Null
 * in others. All are broken where many were joined, or where several were and no line of prose is longer than the longest of them.
 */
function usualBreak(joins: readonly Repair[], text: string): string | null {
  const counts = new Map<string, number>();
  for (const { before } of joins) counts.set(before, (counts.get(before) ?? 0) + 1);
  const [usual, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < LEAST_JOINED) return null;
  const { lines, width, longest } = measure(joins, text);
  return joins.length * WRAPPED >= lines || longest <= width ? usual : null;
}

/** How many lines a text has, how long the longest line is that was joined to the next one, and how long the longest line of prose that was not. */
function measure(joins: readonly Repair[], text: string): { lines: number; width: number; longest: number } {
  const measured = { lines: 0, width: 0, longest: 0 };
  let next = 0;
  for (let from = 0, to = 0; to !== -1; from = to + 1) {
    to = text.indexOf('\n', from);
    const end = to === -1 ? text.length : to;
    let piece = from;
    for (let join = joins[next]; join && join.start < end; join = joins[++next]) {
      measured.width = Math.max(measured.width, join.start - piece);
      piece = join.end;
    }
    measured.lines++;
    // A row of a table is one line however long it is.
    if (piece === from && end - from > measured.longest && !text.slice(from, end).includes('\t')) measured.longest = end - from;
  }
  return measured;
}
