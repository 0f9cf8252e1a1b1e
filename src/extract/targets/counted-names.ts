import type { Quantity } from '../../grammar/quantities.ts';
import { wordsOf } from './clean.ts';
import type { Naming } from './naming.ts';
import { afterBlanks, endsInConjunction, isShare, type SentenceView, type Value, withoutConjunction } from './sentence-view.ts';

/** `3 triệu lượt khách | lưu trú` → `Số lượt khách lưu trú`, `99 km đường | huyện` → `đường huyện`: what the unit says of what is counted. */
export function countedBy(sentence: SentenceView, { quantity }: Value, noun: string): string {
  const { words, tools } = sentence;
  const { unit } = quantity;
  if (!unit?.unit) return noun;
  if (unit.unit.dimension.startsWith('count')) return `${words.countHead} ${tools.units.canonical(unit.unit).unit} ${noun}`;
  return `${kindOf(sentence, quantity)}${noun}`;
}

/** What a unit says besides its symbol: `99 km | đường`. */
export function kindOf({ folded }: SentenceView, { unit }: Quantity): string {
  const printed = unit ? folded.slice(unit.start, unit.end) : '';
  return unit && printed.startsWith(`${unit.symbol} `) ? `${printed.slice(unit.symbol.length + 1)} ` : '';
}

/** What a rate counts is the indicator: `bảo hiểm y tế đạt 95% dân số; | 12 bác sĩ/vạn dân` → `Số bác sĩ trên vạn dân`. */
export function rateName({ words }: SentenceView, { quantity }: Value): string | null {
  const [what, base] = quantity.unit?.symbol.split('/') ?? [];
  return what && base && words.rateBases.startingAt(base, 0) ? `${words.countHead} ${what} ${words.rateJoin} ${base}` : null;
}

/** Whether a unit is a noun that is counted: `xã`, `triệu lượt khách`. */
export function countsIn({ tools }: SentenceView, unit: string | null): boolean {
  if (unit === null || unit.includes('/')) return false;
  const listed = tools.units.named(unit)?.unit;
  return listed ? listed.dimension.startsWith('count') : true;
}

/** What is said of what a value counts: `95% thanh niên là cán bộ | được tập huấn`; that they are something only narrows it. */
export function predicateOf({ folded, words }: SentenceView, { post }: Value): { start: number; end: number } | null {
  for (let at = post.start; ; ) {
    const predicate = words.predicates.firstIn(folded, at, post.end);
    if (!predicate || !words.copulas.startingAt(folded, predicate.start)) return predicate;
    at = predicate.end;
  }
}

/** `100% khu công nghiệp, trên 50% cụm công nghiệp | có hệ thống xử lý nước thải`: what the last of a list says of all. */
export function sharedPredicate(sentence: SentenceView, state: Naming, index: number): string {
  const { folded, text, holes } = sentence;
  for (let at = index; ; at++) {
    const [value, next] = [state.values[at] as Value, state.values[at + 1]];
    if (!next || next.pre.start < next.pre.end || !isShare(next.quantity) || next.depth !== value.depth) return '';
    const between = folded.slice(value.post.end, next.lead.start).trim();
    if (between !== '' && between !== ',' && between !== ';' && !endsInConjunction(sentence, value.post.start, next.lead.start)) return '';
    const predicate = predicateOf(sentence, next);
    if (predicate) return predicate.start > afterBlanks(folded, next.post.start) ? wordsOf(text, predicate.start, next.post.end, holes) : '';
  }
}

/** What a value says behind it of whom it is for: `đối với nam`; empty where nothing. */
export function partBehind(sentence: SentenceView, value: Value | undefined): string {
  const { folded, text, holes, words } = sentence;
  if (!value?.quantity.unit) return '';
  const start = afterBlanks(folded, value.post.start);
  if (!words.partPrepositions.startingAt(folded, start, value.post.end)) return '';
  const base = words.base.firstIn(folded, start, value.post.end);
  return wordsOf(text, start, withoutConjunction(sentence, start, base ? base.start : value.post.end), holes);
}
