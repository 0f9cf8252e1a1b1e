import type { Quantity } from '../../grammar/quantities.ts';
import type { Comparator, Modality, TargetFlag } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import type { TargetDraft } from './draft.ts';
import { placeBefore } from './named-places.ts';
import type { Named } from './naming.ts';
import { afterBlanks, isShare, type SentenceView, type Value } from './sentence-view.ts';

export function draftOf(sentence: SentenceView, value: Value, named: Named, previous: TargetDraft | null, firstModality: Modality | null): TargetDraft {
  const { passage, folded, every, words } = sentence;
  const { quantity, lead: before } = value;
  const flags: TargetFlag[] = [];
  if (quantity.arrow) flags.push('arrow');
  if (!value.own && value.periods.length > 0) flags.push('year-inherited');
  const next = sentence.quantities.find(({ start }) => start >= quantity.end);
  const behind = every.find(
    (horizon) =>
      horizon.base &&
      horizon.start >= quantity.end &&
      (horizon.start - quantity.end < 60 || ((!next || next.start > horizon.start) && !folded.slice(quantity.end, horizon.start).includes(';'))),
  );
  // `đến năm 2030 | so với năm 2025 | tăng 30%`
  const ahead = (horizon: (typeof every)[number]) =>
    horizon.base && horizon.start >= value.clause && horizon.end <= quantity.start && !/[,;:]/.test(folded.slice(horizon.end, quantity.start));
  const base = behind ?? (before.change ? every.findLast(ahead) : undefined);
  const growth =
    words.growthHeads.firstIn(folded, value.pre.start, value.pre.end) !== null ||
    (value.pre.head && words.growthHeads.startingAt(folded, value.pre.start) !== null) ||
    // `Tốc độ tăng trưởng đạt 10%, trong đó dịch vụ tăng | 12%`: a part of the rate.
    (named.part && words.growthHeads.startingAt(fold(named.name), 0) !== null);
  let change: TargetDraft['change'] = null;
  // `tăng lên 1,5 lần so với năm 2025`
  const multiple = quantity.unit !== null && words.multipleUnits.has(quantity.unit.symbol) && (before.change?.multiple || base !== undefined);
  const raised = multiple && before.level ? (words.raiseWords.firstIn(folded, before.start, quantity.start)?.value ?? null) : null;
  const raisedName = value.pre.raise && value.pre.start < value.pre.end && !before.verb && !before.level && !isForCounted(sentence, value);
  const exceeds = before.exceeds && isShare(quantity) && outdone(sentence, value);
  const direction = exceeds ? 'increase' : (before.change?.direction ?? raised ?? (raisedName ? value.pre.raise : null));
  if (direction && (multiple || (!before.level && !growth))) {
    const perYear = before.perYear || isPerYear(sentence, value);
    change = { direction, base: base ? (base.periods[0]?.to ?? null) : null, per: perYear ? 'year' : null };
    if (base) flags.push('base-year');
  }
  let comparator: Comparator;
  let low: number | null = quantity.low;
  let high: number | null = quantity.high;
  const bound = quantity.after ?? (exceeds && before.comparator === 'gt' ? null : before.comparator);
  if (change) {
    comparator = 'change';
    if (bound === 'ge' || bound === 'gt') high = null;
    else if (bound === 'le' || bound === 'lt') low = null;
  } else if (quantity.shape === 'min-to-ge') comparator = 'min-to-ge';
  else if (quantity.shape === 'range') comparator = 'range';
  else if (bound === null) comparator = 'eq';
  else {
    comparator = bound;
    if (bound === 'ge' || bound === 'gt') high = null;
    else low = null;
    if (bound === 'ge' && low === 100 && isShare(quantity)) {
      comparator = 'eq';
      high = 100;
      flags.push('vacuous-bound');
    }
  }
  let approximate = before.approximate;
  if (!approximate && previous?.approximate && previous.name === named.name && comparator === previous.comparator && !before.verb) {
    approximate = true;
    flags.push('approximate-inherited');
  }
  const clauseEnd = Math.max(quantity.end, value.own ? trailingEnd(sentence, value) : 0);
  return {
    name: named.name,
    context: named.context,
    part: named.part,
    scope: named.scope,
    area: areaOf(sentence, value),
    periods: value.periods,
    comparator,
    low,
    high,
    unit: unitOf(sentence, quantity, named.name),
    approximate,
    modality: before.modality ?? words.modality.firstIn(folded, value.clause, value.quantity.start)?.value ?? modalityOf(sentence, value) ?? firstModality,
    state: null,
    change,
    flags,
    value: { passage, start: quantity.start, end: quantity.unit || quantity.after ? quantity.end : quantity.figuresEnd },
    clause: { passage, start: Math.min(named.start, quantity.start), end: clauseEnd },
    further: [],
  };
}

/** Whether what is outdone stands behind a value: `vượt 15% | so với dự toán`, `vượt 15% | kế hoạch`. */
function outdone({ folded, words }: SentenceView, { post }: Value): boolean {
  const start = afterBlanks(folded, post.start);
  return words.base.startingAt(folded, start) !== null || words.planShares.startingAt(folded, start) !== null;
}

/** `nâng cao năng lực cho | 1.700 phụ nữ`: those counted are as many, nothing rises by them. */
export function isForCounted({ folded, words }: SentenceView, { quantity, pre, lead }: Value): boolean {
  if (quantity.noun === null || quantity.unit !== null) return false;
  return words.beneficiaries.endingAt(folded, folded.slice(0, lead.start).trimEnd().length, pre.start) !== null;
}

function modalityOf(sentence: SentenceView, value: Value): Modality | null {
  const { horizons } = sentence;
  return horizons.find((horizon) => horizon.periods === value.periods)?.modality ?? null;
}

function trailingEnd(sentence: SentenceView, value: Value): number {
  const { folded, horizons } = sentence;
  const horizon = horizons.find((each) => each.start >= value.quantity.end && each.periods === value.periods);
  return horizon && !/[,;:()]/.test(folded.slice(value.quantity.end, horizon.start)) ? horizon.end : 0;
}

function isPerYear(sentence: SentenceView, value: Value): boolean {
  const { folded, words } = sentence;
  const { quantity, post } = value;
  if (quantity.unit && /\/năm$/.test(quantity.unit.symbol)) return true;
  // `Mỗi năm | giảm tỷ lệ hộ nghèo từ 1 - 1,5%`
  if (words.perYear.startingAt(folded, afterBlanks(folded, sentence.start))) return true;
  if (words.perYear.firstIn(folded, value.clause, value.lead.start)) return true;
  return words.perYear.startingAt(folded, afterBlanks(folded, post.start)) !== null;
}

function unitOf(sentence: SentenceView, quantity: Quantity, name: string): string | null {
  const { folded, tools } = sentence;
  const symbol = quantity.unit?.symbol ?? (quantity.noun ? folded.slice(quantity.noun.start, quantity.noun.end) : null);
  return symbol === null ? null : tools.unitFor(symbol, name);
}

function areaOf(sentence: SentenceView, value: Value): TargetDraft['area'] {
  const { passage, folded, words } = sentence;
  const to = Math.max(value.post.end, value.quantity.end);
  if (words.country.firstIn(folded, value.clause, to) && !words.homeWords.firstIn(folded, value.clause, to)) return 'country';
  const place = placeBefore(sentence, value);
  if (place) return { passage, start: place.start, end: value.pre.end, whole: true };
  return { passage, start: value.clause, end: to, opening: sentence.opening };
}
