import { fold } from '../../../text/fold.ts';
import { spellingsOf } from '../../agency-spellings.ts';
import type { DocumentRule } from '../../rule.ts';

/** One body under names that differ by a joining word: `Sở Giao thông và vận tải` beside `Sở Giao thông vận tải`. */
export const rule: DocumentRule = {
  name: 'agency.name-variant',
  *checkDocument(document, { citations }) {
    const joining = new Set(citations.list_connectors.map(fold));
    for (const [id, { agency, places }] of spellingsOf(document)) {
      const right = fold(agency.name);
      const core = bare(right, joining);
      const wrong = [...places].filter(([raw]) => !right.startsWith(fold(raw)) && bare(fold(raw), joining) !== fold(raw) && core.startsWith(bare(fold(raw), joining)));
      const own = [...places].filter(([raw]) => right.startsWith(fold(raw)));
      for (const [raw, sides] of wrong) {
        yield {
          subject: `${id}|${fold(raw)}`,
          values: { printed: raw, right: agency.name },
          sides: [...sides, ...own.flatMap(([, others]) => others)],
          verdict: {
            value: agency.name,
            confidence: own.length > 0 ? 'certain' : 'high',
            decidedBy: ['registry'],
            reason: 'registered-name',
            values: { value: agency.name },
            candidates: [],
          },
        };
      }
    }
  },
};

/** A folded name without its joining words. */
function bare(folded: string, joining: ReadonlySet<string>): string {
  return folded
    .split(/[\s,]+/)
    .filter((word) => !joining.has(word))
    .join(' ');
}
