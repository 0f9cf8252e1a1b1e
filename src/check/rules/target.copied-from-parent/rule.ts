import type { Figure } from '../../../resolve/figures.ts';
import { figuresOf, ownFigures } from '../../higher-documents.ts';
import { documentLabel } from '../../label.ts';
import type { CorpusRule, GroundDraft, SideDraft } from '../../rule.ts';
import { groupBy, printAmount, printBound } from '../../target-series.ts';

/** From this weight of values that are no quotas, of so many indicators, values are copied and not set anew. */
const COPIED_WEIGHT = 3;
const COPIED_INDICATORS = 2;

/** A place sets itself, to the digit, the targets of the territory above it: 31 - 32%, 34 - 35%, 74 - 76% in the plans of a city and of its district. */
export const rule: CorpusRule = {
  name: 'target.copied-from-parent',
  *checkCiting(document, { graph }) {
    const mine = groupBy(ownFigures(document), keyOf);
    if (mine.size === 0) return;
    for (const { document: index, territory } of graph.above(document.index)) {
      const higher = graph.document(index);
      const copied = new Map<string | number, [Figure, Figure]>();
      for (const theirs of figuresOf(higher, territory)) {
        const key = keyOf(theirs);
        const [one] = mine.get(key) ?? [];
        if (one && weightOf(one) > 0 && !copied.has(key)) copied.set(key, [one, theirs]);
      }
      const pairs = [...copied.values()].sort(([a], [b]) => a.place[0] - b.place[0]);
      const weight = pairs.reduce((sum, [one]) => sum + weightOf(one), 0);
      const indicators = new Set(pairs.map(([one]) => one.indicator)).size;
      if (weight < COPIED_WEIGHT || indicators < COPIED_INDICATORS) continue;
      const side = (at: number, figure: Figure, value: string): SideDraft => ({ document: at, place: figure.place, value });
      // Whose the values are is certain: the place below is to be asked, not the one above.
      const ground: GroundDraft = { constraint: 'value-of-above', hard: true, values: {}, sides: [] };
      const theirValue = (figure: Figure) => `${printBound(figure)} (${higher.number?.value ?? documentLabel(higher)})`;
      const values = [...new Set(pairs.map(([one]) => printBound(one)))];
      yield {
        subject: `${document.id}|${higher.id}`,
        values: {
          document: documentLabel(document),
          higher: documentLabel(higher),
          count: String(pairs.length),
          indicators: String(indicators),
          values: [...new Set(pairs.map(([one]) => printAmount(one, one.unit)))].join('; '),
        },
        sides: [...pairs.map(([one]) => side(document.index, one, printBound(one))), ...pairs.map(([, theirs]) => side(index, theirs, theirValue(theirs)))],
        verdict: {
          value: null,
          confidence: 'none',
          decidedBy: [],
          reason: 'copied',
          values: {},
          candidates: values.map((value) => ({ value, mentions: 1, witnesses: 1, supports: [], refutes: [ground] })),
        },
      };
      return;
    }
  },
};

/** Values alike to the digit; a misread sign between the two ends of a range is no difference. */
const keyOf = ({ indicator, scope, unit, year, low, high }: Figure): string => `${indicator}|${scope}|${unit}|${year}|${low}|${high}`;

/** How much an equal value tells: nothing where it is a quota such as 50, 90 or 100, which is alike for everyone; most with decimals. */
function weightOf({ low, high }: Figure): number {
  const ends = [low, high].filter((end): end is number => end !== null);
  if (ends.some((end) => !Number.isInteger(end))) return 1.5;
  return ends.some((end) => end % 5 !== 0) ? 1 : 0;
}
