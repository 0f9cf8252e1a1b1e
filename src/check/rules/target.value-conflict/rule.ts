import type { ExtractedDocument } from '../../../model/document.ts';
import type { Target } from '../../../model/targets.ts';
import type { Figure } from '../../../resolve/figures.ts';
import { figuresOf, ownFigures } from '../../higher-documents.ts';
import { documentLabel } from '../../label.ts';
import { markedNotes } from '../../marked-notes.ts';
import type { CandidateDraft, CorpusRule, DocumentRule, OwnSide, SideDraft, VerdictDraft } from '../../rule.ts';
import { partedTargets } from '../../target-parts.ts';
import { type Bound, boundOf, groupBy, namedSeriesOf, printAmount, printBound, seriesOf } from '../../target-series.ts';

/**
 * One indicator of one area and year with two values: the table of targets says 10 - 13, a task of the annex 10 - 15; a province's plan
 * says 70% where the programme it carries out says 72%.
 */
export const rule: DocumentRule & CorpusRule = {
  name: 'target.value-conflict',
  *checkDocument(document, knowledge) {
    const isParted = partedTargets(document, knowledge);
    const told = new Set<Target>();
    const tasks = new Set(document.assignments.flatMap(({ deadline, task }) => (deadline === null || task.eId === null ? [] : [task.eId])));
    for (const [key, own] of groupBy(document.targets, (target) => seriesOf(target) ?? namedSeriesOf(target))) {
      const conflicts = [...groupBy(own, ({ period }) => period?.to ?? null)].filter(([, values]) => inConflict(values, isParted));
      if (conflicts.length === 0) continue;
      for (const [, values] of conflicts) for (const value of values) told.add(value);
      yield draftOf(String(key), own[0] as Target, conflicts, tasks);
    }
    for (const { note, target, values } of noteValues(document)) {
      const conflicts = [...groupBy(values, ({ period }) => period?.to ?? null)].filter(([, both]) => new Set(both.map(amountOf)).size > 1);
      if (conflicts.length === 0 || conflicts.every(([, both]) => both.every((value) => told.has(value)))) continue;
      yield draftOf(`${seriesOf(target)}|${note}`, target, conflicts, tasks);
    }
  },
  *checkCiting(document, { graph, knowledge }) {
    const carriedOut = graph.carriedOut(document.index);
    if (carriedOut.length === 0) return;
    const polarity = new Map(knowledge.indicators.map(({ id, polarity }) => [id, polarity]));
    const mine = groupBy(ownFigures(document), keyOf);
    for (const { document: index, territory } of carriedOut) {
      const higher = graph.document(index);
      const pairs = [...groupBy(figuresOf(higher, territory), keyOf)].flatMap(([key, theirs]) => {
        const own = mine.get(key) ?? [];
        const [one] = own;
        const [other] = theirs;
        // Where a document has several values for one year they are of several things, or its own contradiction.
        if (!one || !other || own.length > 1 || theirs.length > 1 || one.approximate || other.approximate) return [];
        return fallsShort(one, other, polarity.get(one.indicator) ?? '') ? [[one, other] as const] : [];
      });
      const [first] = pairs;
      if (!first) continue;
      const side = (at: number, figure: Figure): SideDraft => ({ document: at, place: figure.place, value: printAmount(figure, figure.unit) });
      const names = new Map(knowledge.indicators.map(({ id, name }) => [id, name]));
      yield {
        subject: `${document.id}|${higher.id}`,
        kind: 'carried-out',
        values: {
          document: documentLabel(document),
          higher: documentLabel(higher),
          values: pairs.map(([one, other]) => `${names.get(one.indicator)} ${one.year}: ${printAmount(one, one.unit)} ≠ ${printAmount(other, other.unit)}`).join('; '),
        },
        sides: pairs.flatMap(([one, other]) => [side(document.index, one), side(index, other)]),
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
      };
    }
  },
};

const keyOf = ({ indicator, scope, unit, year }: Figure): string => `${indicator}|${scope}|${unit}|${year}`;

/**
 * True where a value is less than the one that is to be carried out, by the direction of improvement: 70% for 72%, "tối thiểu 23 m2" for
 * "tối thiểu 32 m2". A body may set itself more. Where no direction is known values that exclude each other differ.
 */
function fallsShort(own: Bound, above: Bound, polarity: string): boolean {
  const [low, high] = endsOf(own);
  const [lowAbove, highAbove] = endsOf(above);
  if (polarity === 'up') return Number.isFinite(lowAbove) ? low < lowAbove : high < highAbove;
  if (polarity === 'down') return Number.isFinite(highAbove) ? high > highAbove : low > lowAbove;
  return high < lowAbove || low > highAbove;
}

/** The least and the greatest value a bound admits. */
function endsOf({ comparator, low, high }: Bound): [number, number] {
  if (comparator === 'ge' || comparator === 'gt') return [low ?? high ?? Number.NaN, Number.POSITIVE_INFINITY];
  if (comparator === 'le' || comparator === 'lt') return [Number.NEGATIVE_INFINITY, high ?? low ?? Number.NaN];
  return [low ?? high ?? Number.NaN, high ?? low ?? Number.NaN];
}

/** What a note says of the target its mark stands behind, with that target's values in its row; whatever the note calls the scope. */
function* noteValues(document: ExtractedDocument): Generator<{ note: string; target: Target; values: Target[] }> {
  const noted = document.targets.filter(({ where }) => where === 'footnote');
  if (noted.length === 0) return;
  for (const { leaf, place, target } of markedNotes(document)) {
    const isComparable = (other: Target) => other.indicator.id === target.indicator.id && other.unit === target.unit && seriesOf(other) !== null;
    const inNote = noted.filter((other) => other.evidence.start >= place[0] && other.evidence.end <= place[1] && isComparable(other));
    const inRow = document.targets.filter((other) => other.eId === target.eId && other.where !== 'footnote' && seriesOf(other) !== null && seriesOf(other) === seriesOf(target));
    if (inNote.length > 0 && inRow.length > 0) yield { note: leaf.marker ?? '', target, values: [...inRow, ...inNote] };
  }
}

function draftOf(subject: string, { indicator, area }: Target, conflicts: readonly [string | number, Target[]][], tasks: ReadonlySet<string>) {
  const sides = conflicts.flatMap(([, values]) => values).map(({ evidence, raw }): OwnSide => ({ place: [evidence.start, evidence.end], value: raw }));
  const said = conflicts.map(([year, values]) => `${year}: ${wordsOf(values).join(' ≠ ')}`).join('; ');
  return { subject, kind: 'one-document', values: { indicator: indicator.name, area: area?.name ?? '', values: said }, sides, verdict: verdictOf(conflicts, tasks) };
}

/** The values as printed; where one number is bound in opposite ways ("dưới 3%", "trên 3%") with the sign of how it binds. */
function wordsOf(values: readonly Target[]): string[] {
  const told = [...new Map(values.map((value) => [amountOf(value), value])).values()];
  const raws = told.map(({ raw }) => raw);
  return new Set(raws).size === raws.length ? raws : told.map((value) => `${printBound(boundOf(value))}${value.unit === null ? '' : ` ${value.unit}`}`);
}

/**
 * A table of targets sets a value, a task with a deadline quotes it: where one value is set and all others stand in tasks, it is the
 * one set. A goal in the text and a table are of equal weight, and the more so two items: it cannot be told.
 */
function verdictOf(conflicts: readonly [string | number, Target[]][], tasks: ReadonlySet<string>): VerdictDraft<OwnSide> {
  const isTask = ({ eId }: Target) => eId !== null && tasks.has(eId);
  const isSet = (target: Target) => target.where === 'table' && !isTask(target);
  const values = conflicts.flatMap(([, all]) => all);
  const candidates = [...groupBy(values, printed)].map(
    ([value, own]): CandidateDraft<OwnSide> => ({ value: String(value), mentions: own.length, witnesses: own.length, supports: [], refutes: [] }),
  );
  const set = conflicts.map(([, all]) => [...new Set(all.filter(isSet).map(printed))]);
  const quoted = conflicts.every(([, all]) => all.every((one) => isTask(one) || all.some((other) => isSet(other) && printed(other) === printed(one))));
  if (!quoted || set.some((own) => own.length !== 1)) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
  const value = set.flat().join(' / ');
  const ground = { constraint: 'table-of-targets', hard: false, values: {}, sides: [] };
  for (const candidate of candidates) (set.some(([own]) => own === candidate.value) ? candidate.supports : candidate.refutes).push(ground);
  return {
    value,
    confidence: 'medium',
    decidedBy: ['table-of-targets'],
    reason: 'binding',
    values: { value },
    candidates: [{ ...(candidates[0] as CandidateDraft<OwnSide>), value, supports: [ground], refutes: [] }, ...candidates.filter((one) => one.refutes.length > 0)],
  };
}

/** An amount without how it binds: 29,2 or 10 - 13. */
const printed = (target: Target): string => {
  const bound = boundOf(target);
  return printBound({ ...bound, comparator: bound.low !== null && bound.high !== null && bound.low !== bound.high ? 'range' : 'eq' });
};

/** An amount in comparable form: bounds and how they bind. A bare value and the same as a minimum are one commitment. */
function amountOf({ low, high, canonical }: Target): string {
  const amount = canonical ?? { low, high };
  return amount.high === null || amount.low === amount.high ? String(amount.low) : `${amount.low}-${amount.high}`;
}

/**
 * True where two items differ. Within one item several values are of several things: "đạt 90% đối với bệnh nội trú, 85% đối với
 * bệnh ngoại trú".
 */
function inConflict(values: readonly Target[], isParted: (one: Target, other: Target) => boolean): boolean {
  return values.some((one, at) => values.slice(at + 1).some((other) => one.eId !== other.eId && amountOf(one) !== amountOf(other) && !isParted(one, other)));
}
