import type { DocumentRule } from '../../rule.ts';

/** What a break puts at the start of a line and reads like a label: `trước năm` / `2025. Bảo đảm …`. */
const LIKE_A_LABEL = /^(?:\d{1,4}|[IVX]{1,6}|[a-zđ])[.)]\s/u;

/** A line broken before a year or number that then looks like the label of a heading. */
export const rule: DocumentRule = {
  name: 'text.false-heading',
  *checkDocument({ repairs, text }) {
    const sides = repairs
      .filter(({ rule: repair, end }) => (repair === 'join-line' || repair === 'join-page-break') && LIKE_A_LABEL.test(text.slice(end, end + 10)))
      .map(({ end }) => ({ place: [end, end + (LIKE_A_LABEL.exec(text.slice(end, end + 10))?.[0].trimEnd().length ?? 1)] as const, value: null }));
    if (sides.length > 0) yield { subject: '', values: { labels: sides.map(({ place }) => text.slice(...place)).join(', ') }, sides, verdict: null };
  },
};
