import { proposal } from '../../proposal.ts';
import type { DocumentRule } from '../../rule.ts';

/** A number that was broken at the end of a line: `59-` / `CTr/TU`. */
export const rule: DocumentRule = {
  name: 'text.split-citation',
  *checkDocument({ repairs, citations, text, layout }) {
    // On a printed page every line ends somewhere: there a number broken behind its hyphen is no damage.
    if (layout !== null) return;
    const sides = repairs
      .filter(({ rule: repair }) => repair === 'join-number')
      .map(({ start }) => {
        const cited = citations.find(({ evidence }) => evidence.start <= start && evidence.end >= start);
        const lineEnd = text.indexOf('\n', start);
        const place = cited ? ([cited.evidence.start, cited.evidence.end] as const) : ([start, lineEnd === -1 ? text.length : lineEnd] as const);
        return { place, value: cited?.number ?? null };
      });
    if (sides.length === 0) return;
    const numbers = sides.flatMap(({ value }) => value ?? []);
    yield { subject: '', values: { count: String(sides.length) }, sides, verdict: numbers.length < sides.length ? null : proposal(numbers, 'certain', 'number') };
  },
};
