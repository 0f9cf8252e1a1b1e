import type { Period } from '../../model/targets.ts';
import { afterBlanks, onlyJoins, onlyJoinsAndHoles, type SentenceView, type Span, type Value } from './sentence-view.ts';
import { unitKind } from './siblings.ts';

/** Rules 1 to 3 of 6.4: a horizon behind a value in its clause is its own; one before it governs until the next. */
export function attachHorizons(sentence: SentenceView, placed: Value[]): void {
  const { folded, end, horizons, leading, governing, context } = sentence;
  let governs: Period[] = governing;
  let governsOwn = leading !== undefined;
  let at = 0;
  for (const horizon of horizons) {
    if (placed.some(({ origin }) => origin && origin.start <= horizon.start && horizon.end <= origin.end)) continue;
    while (at < placed.length && (placed[at] as Value).quantity.start < horizon.start) at++;
    const before = placed[at - 1];
    const next = placed[at];
    const between = before ? folded.slice(before.quantity.end, horizon.start) : '';
    const behind =
      before !== undefined &&
      !(before.post.end >= horizon.start ? /[;:()]/ : /[,;:()]/).test(between) &&
      !(next && horizon.start >= next.clause && between.trim() !== '' && next.clause > before.quantity.end) &&
      !isOfState(sentence, before, horizon);
    if (behind && next && !before.trailing && horizon.periods.length === 2 && folded.slice(horizon.end, next.lead.start).trim() === '') {
      // `38 ngàn lao động vào năm 2028 và năm 2030 | là 45 ngàn`: the second year is the next value's.
      before.periods = horizon.periods.slice(0, 1);
      next.periods = horizon.periods.slice(1);
      for (const value of [before, next]) value.own = true;
      before.trailing = true;
    } else if (behind && !before.trailing) {
      const chain = chainTo(sentence, placed, at - 1, horizon.periods.length);
      for (const [index, value] of chain.entries()) {
        value.periods = chain.length > 1 ? [horizon.periods[index] as Period] : horizon.periods;
        value.own = true;
        value.trailing = true;
      }
    } else {
      // `… và đạt chuẩn nông thôn mới vào năm 2022; | …`: of what stands before it, which has no value.
      if (governing.length > 0 && horizon !== leading && (horizon.end >= end || /[;.]/.test(folded.charAt(horizon.end)))) continue;
      // Leading: for every value from here on.
      // A day is the deadline of its own clause: `gửi báo cáo trước ngày 13/3/2024; | báo cáo dài không quá 05 trang`.
      // So is a year within a clause where others govern: `thu nhập đến năm 2025 đạt 70 triệu đồng; | tỷ lệ hộ nghèo còn 2%`.
      const within = governing.length > 0 && (leading !== undefined || context.periodsFrom === 'lead') && next !== undefined && next.pre.start < horizon.start;
      let mark = (horizon.day || within) && horizon !== leading ? folded.indexOf(';', horizon.end) : -1;
      // `bình quân giai đoạn 2021 - 2030 đạt 9,5%; | trong đó: công nghiệp tăng 11,8%`
      while (within && mark !== -1 && sentence.words.parts.startingAt(folded, afterBlanks(folded, mark + 1))) mark = folded.indexOf(';', mark + 1);
      const semicolon = within && mark !== -1 && sentence.words.parts.firstIn(folded, horizon.end, mark) ? -1 : mark;
      const bracket = bracketEnd(sentence, horizon.start);
      const close = semicolon === -1 ? bracket : Math.min(bracket, semicolon);
      for (const value of placed.slice(at)) {
        if (value.quantity.start > close) break;
        value.periods = horizon.periods;
        value.own = true;
      }
      if (close < end) continue;
      governs = horizon.periods;
      governsOwn = true;
    }
  }
  repeat(sentence, placed);
  for (const [index, value] of placed.entries()) {
    if (value.periods.length > 0) continue;
    // `đạt 50% năm 2020, trong đó | rừng ven biển đạt 90%`: a part is for the year of its whole.
    const whole = placed.slice(0, index).findLast((other) => other.trailing);
    const behind = whole ? folded.slice(whole.quantity.end, value.quantity.start) : ';';
    if (whole && !behind.includes(';') && sentence.words.parts.firstIn(folded, whole.quantity.end, value.quantity.start)) {
      value.periods = whole.periods;
      value.own = true;
      continue;
    }
    // `03 dự án trong quý II/2025 với quy mô | 1.250 căn`: nothing parts it from the value that has a year.
    const before = placed[index - 1];
    if (before?.own && before.trailing && !/[,;:()]/.test(folded.slice(before.quantity.end, value.quantity.start))) {
      value.periods = before.periods;
      value.own = true;
      continue;
    }
    // `A đạt x, B đạt y vào năm 2025`: a value without a horizon of its own takes the next one's; `A giảm còn x (năm 2024 là y)` does not.
    const next = placed.slice(index + 1).find((other) => other.own && other.depth <= value.depth);
    // Nor does `A đạt x; | đến năm 2027, B đạt y`: that year begins what stands behind the semicolon.
    const later = horizons.find((horizon) => horizon.periods === governs && horizon.start >= value.quantity.end);
    if (later && governing.length > 0 && folded.slice(value.quantity.end, later.start).includes(';')) value.periods = governing;
    else if (governs.length > 0 && !later && (governsOwn || !next)) {
      value.periods = governs;
      value.own = leading !== undefined;
    } else if (next && !leadsNext(sentence, value, next) && !(context.periods.length > 0 && isSeries(sentence, value, next, placed))) {
      value.periods = next.periods;
      value.own = !folded.slice(value.quantity.end, next.quantity.start).includes(';');
    } else value.periods = context.periods;
  }
  distribute(placed);
}

/** `tỷ lệ hộ nghèo dưới 2% và | đạt chuẩn nông thôn mới vào năm 2022`: behind a value that is named before it, a state has the year. */
function isOfState({ folded, words }: SentenceView, { quantity, pre }: Value, horizon: Span): boolean {
  const and = words.conjunctions.startingAt(folded, afterBlanks(folded, quantity.end), horizon.start);
  if (!and || pre.start >= pre.end) return false;
  const state = words.stateVerbs.startingAt(folded, afterBlanks(folded, and.end), horizon.start);
  return state !== null && state.end < horizon.start && folded.slice(state.end, horizon.start).trim() !== '';
}

/** `100% hộ được vay vốn; | 70% hộ … vào năm 2025, 90% vào năm 2030`: behind a semicolon years of one indicator, which say nothing of the one before. */
function isSeries({ folded }: SentenceView, { quantity }: Value, next: Value, placed: readonly Value[]): boolean {
  const after = placed[placed.indexOf(next) + 1];
  const other = after?.own === true && after.trailing && after.pre.start >= after.pre.end && after.periods !== next.periods;
  return next.trailing && other && folded.slice(quantity.end, next.quantity.start).includes(';');
}

/** `giảm mỗi năm 5 - 10%, | hướng tới năm 2030 giảm ít nhất 50%`: the year begins the next clause, behind a comma. */
function leadsNext({ folded, horizons }: SentenceView, { quantity }: Value, next: Value): boolean {
  if (next.trailing) return false;
  const horizon = horizons.find((each) => each.periods === next.periods);
  return horizon !== undefined && horizon.start > quantity.end && horizon.end <= next.quantity.start && /[,;]/.test(folded.slice(quantity.end, horizon.start));
}

/**
 * `… giảm xuống dưới 8% vào năm 2025 và dưới 5% vào năm 2030; riêng miền núi giảm xuống dưới | 25% | và dưới | 20%`: as many values as those before
 * have years of their own have the same years.
 */
function repeat(sentence: SentenceView, placed: readonly Value[]): void {
  const unit = ({ quantity }: Value) => unitKind(quantity, sentence.tools);
  const ellipsis = (values: readonly Value[]) =>
    values.slice(1).every((value, at) => value.pre.start >= value.pre.end && onlyJoinsAndHoles(sentence, (values[at] as Value).quantity.end, value.lead.start));
  for (let at = 2; at < placed.length; at++) {
    let end = at;
    while (end < placed.length && (placed[end] as Value).periods.length === 0) end++;
    const count = end - at;
    const [own, before] = [placed.slice(at, end), placed.slice(at - count, at)];
    if (count < 2 || before.length < count || !before.every((value) => value.trailing && value.periods.length === 1)) continue;
    if (!ellipsis(own) || !ellipsis(before) || [...own, ...before].some((value) => unit(value) !== unit(own[0] as Value))) continue;
    own.forEach((value, index) => {
      value.periods = (before[index] as Value).periods;
      value.own = true;
    });
    at = end;
  }
}

/** The end of the bracket an offset lies in, else of the sentence: `(năm 2020 là 35%)` says nothing of what follows. */
function bracketEnd(sentence: SentenceView, at: number): number {
  const { folded, start, end } = sentence;
  const open = folded.lastIndexOf('(', at);
  if (open < start || folded.slice(open, at).includes(')')) return end;
  const close = folded.indexOf(')', at);
  return close === -1 ? end : close;
}

/** The value a horizon stands behind, or as many as it has years: `lần lượt đạt 50%, 70%, 100% vào các năm 2023, 2024, 2025`. */
function chainTo(sentence: SentenceView, placed: readonly Value[], last: number, years: number): Value[] {
  const end = placed[last] as Value;
  if (years < 2 || last + 1 < years) return [end];
  const chain = placed.slice(last + 1 - years, last + 1);
  const listed = chain.slice(1).every((value, index) => onlyJoins(sentence, (chain[index] as Value).quantity.end, value.lead.start));
  return listed ? chain : [end];
}

/** `các năm 2025, 2030 lần lượt đạt 40%, 50%`: as many values as years share them out. */
function distribute(placed: Value[]): void {
  for (let at = 0; at < placed.length; at++) {
    const value = placed[at] as Value;
    const count = value.periods.length;
    if (count < 2) continue;
    const group = placed.slice(at, at + count);
    const inherits = group.slice(1).every((other) => other.periods === value.periods && other.pre.start >= other.pre.end && other.post.end - other.post.start < 3);
    if (group.length !== count || !inherits) continue;
    const { periods } = value;
    group.forEach((other, index) => {
      other.periods = [periods[index] as Period];
    });
    at += count - 1;
  }
}
