import type { Target } from '../../../model/targets.ts';
import { type Figure, isBare } from '../../../resolve/figures.ts';
import { figuresOf, ownFigures } from '../../higher-documents.ts';
import { documentLabel } from '../../label.ts';
import type { CandidateDraft, CorpusRule, DocumentRule, OwnSide, SideDraft, VerdictDraft } from '../../rule.ts';
import { partedTargets } from '../../target-parts.ts';
import { type Bound, boundOf, groupBy, operatorsDrift, printAmount, printBound, seriesOf, singleNumber } from '../../target-series.ts';

/** One number of one indicator and year under two bounds: "trên 90%" in a district's plan, a bare 90 in the table of its city's. */
export const rule: CorpusRule & DocumentRule = {
  name: 'target.operator-drift',
  *checkDocument(document, knowledge) {
    const { targets } = document;
    const isParted = partedTargets(document, knowledge);
    const numbered = targets.filter(({ approximate }) => !approximate);
    const groups = groupBy(numbered, (target) => {
      const series = seriesOf(target);
      const number = singleNumber(boundOf(target));
      return series === null || number === null ? null : `${series}|${target.period?.to}|${number}`;
    });
    for (const [key, own] of groups) {
      const pair = own.flatMap((one, at) =>
        own.slice(at + 1).flatMap((other) => (one.eId !== other.eId && operatorsDrift(boundOf(one), boundOf(other)) && !isParted(one, other) ? [[one, other]] : [])),
      )[0];
      if (!pair) continue;
      const [one, other] = pair as [Target, Target];
      // "trên 90%" in the text and 90 in the table: the cell has no room for words.
      const shortened = own.every((target) => isBare(target) || operatorsDrift({ ...boundOf(target), comparator: 'eq' }, boundOf(target)));
      const sides = own.map((target): OwnSide => ({ place: [target.evidence.start, target.evidence.end], value: printBound(boundOf(target)) }));
      yield {
        subject: String(key),
        kind: shortened ? 'bare-cell' : 'two-places',
        values: { indicator: one.indicator.name, year: String(one.period?.to), one: printAmount(boundOf(one), one.unit), other: printAmount(boundOf(other), other.unit) },
        sides,
        verdict: verdictOf(own.map((target) => ({ ...boundOf(target), bare: isBare(target) }))),
      };
    }
  },
  *checkCiting(document, { graph }) {
    const mine = groupBy(ownFigures(document), keyOf);
    for (const { document: index, territory } of mine.size === 0 ? [] : [...graph.carriedOut(document.index), ...graph.above(document.index)]) {
      const higher = graph.document(index);
      const pairs = figuresOf(higher, territory).flatMap((theirs) => {
        const one = (mine.get(keyOf(theirs) ?? '') ?? []).find((figure) => operatorsDrift(figure, theirs) && (theirs.bare || isLooser(figure, theirs)));
        return one ? [[one, theirs] as const] : [];
      });
      const [first] = pairs;
      if (!first) continue;
      const side = (at: number, figure: Figure): SideDraft => ({ document: at, place: figure.place, value: printBound(figure) });
      yield {
        subject: `${document.id}|${higher.id}`,
        kind: 'above',
        values: {
          document: documentLabel(document),
          higher: documentLabel(higher),
          values: pairs.map(([one, theirs]) => `${printAmount(one, one.unit)} ≠ ${printAmount(theirs, theirs.unit)} (${one.year})`).join('; '),
        },
        sides: pairs.flatMap(([one, theirs]) => [side(document.index, one), side(index, theirs)]),
        verdict: verdictOf(first),
      };
      // The same text stands in several documents above: the first of them is the one it follows.
      return;
    }
  },
};

function keyOf(figure: Figure): string | null {
  const number = singleNumber(figure);
  return number === null || figure.approximate ? null : `${figure.indicator}|${figure.scope}|${figure.unit}|${figure.year}|${number}`;
}

/** A body may bind itself more strictly than the one above it: "trên 39%" where that has "đạt 39%". */
const isLooser = (own: Bound, above: Bound) => (above.comparator === 'gt' ? own.comparator !== 'gt' : above.comparator === 'lt' && own.comparator !== 'lt');

/** Cells leave bounds out; where only bare cells have none the bound that is printed elsewhere is meant. Else it cannot be told. */
function verdictOf(figures: readonly (Bound & { bare: boolean })[]): VerdictDraft {
  const printed = new Set(figures.filter(({ bare }) => !bare).map(printBound));
  const bare = figures.filter((figure) => figure.bare);
  const counted = groupBy(figures, printBound);
  const candidates = [...counted].map(([value, own]): CandidateDraft => ({ value: String(value), mentions: own.length, witnesses: own.length, supports: [], refutes: [] }));
  const [value] = printed;
  if (printed.size === 1 && value !== undefined && bare.length > 0) {
    const ground = { constraint: 'bare-cell', hard: false, values: {}, sides: [] };
    for (const candidate of candidates) if (candidate.value !== value) candidate.refutes.push(ground);
    return { value, confidence: 'medium', decidedBy: ['bare-cell'], reason: 'bound', values: { value }, candidates };
  }
  return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
}
