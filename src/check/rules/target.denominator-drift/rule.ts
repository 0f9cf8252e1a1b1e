import type { Target } from '../../../model/targets.ts';
import type { Figure } from '../../../resolve/figures.ts';
import { figuresOf, ownFigures } from '../../higher-documents.ts';
import { documentLabel } from '../../label.ts';
import type { CorpusRule, DocumentRule, OwnSide, SideDraft } from '../../rule.ts';
import { type ShareName, shareNames } from '../../share-names.ts';
import { type Bound, boundOf, groupBy, printAmount, printBound } from '../../target-series.ts';

/** So many names of one rest are compared: more of them are a list of populations, each with a share of its own. */
const NAMES_COMPARED = 6;

/** One share with one value, once of another whole: 50% "dân số" and 50% "dân số trưởng thành tại đô thị" have an account. */
export const rule: CorpusRule & DocumentRule = {
  name: 'target.denominator-drift',
  *checkDocument({ targets }, knowledge) {
    const nameOf = shareNames(knowledge);
    const named = targets.flatMap((target) => {
      const name = target.period?.to == null ? null : (nameOf(target.indicator.raw) ?? nameOf(target.indicator.name));
      return name ? [{ target, name }] : [];
    });
    for (const [rest, own] of groupBy(named, ({ name, target }) => `${name.rest}|${target.unit}|${target.area?.name ?? ''}`)) {
      const populations = [...groupBy(own, ({ name }) => name.whole)].slice(0, NAMES_COMPARED);
      const [one, other] = populations.flatMap(([, mine], at) => populations.slice(at + 1).flatMap(([, theirs]) => (isOneShare(mine, theirs) ? [[mine, theirs]] : [])))[0] ?? [];
      if (!one || !other) continue;
      const side = ({ target, name }: Named): OwnSide => ({ place: [target.evidence.start, target.evidence.end], value: name.population });
      const [first, second] = [one[0] as Named, other[0] as Named];
      yield {
        subject: String(rest),
        kind: 'two-places',
        values: { rest: first.name.rest, value: printAmount(boundOf(first.target), first.target.unit), one: first.name.population, other: second.name.population },
        sides: [...one.map(side), ...other.map(side)],
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
  },
  *checkCiting(document, { graph, knowledge }) {
    const mine = ownFigures(document);
    if (mine.length === 0) return;
    const nameOf = shareNames(knowledge);
    const names = new Map(knowledge.indicators.map(({ id, name }) => [id, name]));
    const shareOf = ({ indicator }: Figure) => nameOf(names.get(indicator) ?? '');
    const given = new Set(mine.map(({ indicator }) => indicator));
    const givenIn = new Set(mine.map(({ indicator, year }) => `${indicator}|${year}`));
    for (const { document: index, territory } of [...graph.carriedOut(document.index), ...graph.above(document.index)]) {
      const higher = graph.document(index);
      const theirs = figuresOf(higher, territory);
      const named = new Set(theirs.map(({ indicator }) => indicator));
      const byRest = groupBy(theirs, (figure) => valueKey(shareOf(figure), figure));
      for (const figure of mine) {
        const share = shareOf(figure);
        const key = valueKey(share, figure);
        if (!share || key === null || named.has(figure.indicator)) continue;
        const other = byRest.get(key)?.find(({ indicator, year }) => indicator !== figure.indicator && !givenIn.has(`${indicator}|${year}`));
        const right = other && shareOf(other);
        if (!other || !right || right.whole === share.whole) continue;
        const elsewhere = mine.find(({ indicator }) => indicator === other.indicator);
        const side = (at: number, { place }: Figure, value: string): SideDraft => ({ document: at, place, value });
        const constraint = given.has(other.indicator) ? 'own-other-year' : 'higher-document';
        const ground = { constraint, hard: false, values: {}, sides: [side(index, other, right.population)] };
        yield {
          subject: `${document.id}|${figure.indicator}`,
          kind: 'above',
          values: {
            rest: share.rest,
            value: printAmount(figure, figure.unit),
            document: documentLabel(document),
            one: share.population,
            higher: documentLabel(higher),
            other: right.population,
          },
          sides: [side(document.index, figure, share.population), side(index, other, right.population), ...(elsewhere ? [side(document.index, elsewhere, right.population)] : [])],
          verdict: {
            value: right.population,
            confidence: elsewhere ? 'medium' : 'low',
            decidedBy: [constraint],
            reason: 'denominator',
            values: { value: right.population },
            candidates: [
              { value: share.population, mentions: 1, witnesses: 1, supports: [], refutes: [ground] },
              { value: right.population, mentions: 1, witnesses: 1, supports: [], refutes: [] },
            ],
          },
        };
        return;
      }
    }
  },
};

interface Named {
  target: Target;
  name: ShareName;
}

/** A whole share is the aim of everyone and tells nothing. */
const tells = ({ low, high }: Bound) => ![low, high].includes(100) && ![low, high].includes(0);

/**
 * One stands in the text only, and where tables give a value for the other it is the same, in every year that both have; or the other
 * way round. What the other has in the text as well is another matter: its table row may be the misnamed one.
 */
function isOneShare(one: readonly Named[], other: readonly Named[]): boolean {
  const inTable = ({ target }: Named) => target.where === 'table';
  const inText = (named: Named) => !inTable(named);
  return (
    (one.every(inText) && isSame(one, other.filter(inTable))) ||
    (one.every(inTable) && isSame(one, other.filter(inText))) ||
    (other.every(inText) && isSame(other, one.filter(inTable))) ||
    (other.every(inTable) && isSame(other, one.filter(inText)))
  );
}

/** In every year that both have a value they have one in common, and in some year it is no whole. */
function isSame(one: readonly Named[], other: readonly Named[]): boolean {
  const yearOf = ({ target }: Named) => target.period?.to ?? null;
  const amount = ({ target }: Named) => `${boundOf(target).low}|${boundOf(target).high}`;
  const theirs = groupBy(other, yearOf);
  const common = [...groupBy(one, yearOf)].filter(([year]) => theirs.has(year));
  return (
    common.some(([, mine]) => mine.some(({ target }) => tells(boundOf(target)))) &&
    common.every(([year, mine]) => mine.every((named) => theirs.get(year)?.some((their) => amount(their) === amount(named))))
  );
}

function valueKey(share: ShareName | null, figure: Figure): string | null {
  // "98%" and "tối thiểu 98%" are one commitment.
  const comparator = figure.comparator === 'ge' ? 'eq' : figure.comparator;
  return share === null || !tells(figure) ? null : `${share.rest}|${figure.unit}|${figure.year}|${printBound({ ...figure, comparator })}`;
}
