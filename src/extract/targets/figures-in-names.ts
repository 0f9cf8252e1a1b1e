import type { Quantity } from '../../grammar/quantities.ts';
import { type Lead, readLead } from './lead.ts';
import { afterBlanks, isShare, type SentenceView, type Value } from './sentence-view.ts';
import { unitKind } from './siblings.ts';

/** Numbers that a rate is counted per. */
const PER = new Set([1, 100, 1000, 10_000, 100_000, 1_000_000]);

/** A number that belongs to a name: a class, the base of a rate. */
export function isPartOfName(sentence: SentenceView, quantity: Quantity, read: Lead, before: Value | undefined, next: Quantity | undefined): boolean {
  const { folded, words } = sentence;
  if (quantity.noun && words.classNouns.startingAt(folded, quantity.noun.start)) return true;
  if (next && !read.verb && !read.level && read.change === null && quantity.unit && leadsToNext(sentence, quantity, next)) {
    // `phụ nữ được khám thai 4 lần trở lên | đạt 90%`
    if (words.classNouns.startingAt(folded, quantity.unit.start)) return true;
    // `giá trị sản phẩm trên 1 ha đất trồng trọt | đạt 150 triệu đồng`
    if (read.comparator === 'gt' && PER.has(quantity.low)) return true;
  }
  // `tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo | trên 25% | giảm từ 4%`
  if (next && read.comparator !== null && !read.verb && !read.level && read.change === null && quantity.unit && !quantity.after) {
    const then = readLead(folded, next.start, quantity.end, words, sentence.holes);
    if (then.change !== null && !then.level && folded.slice(quantity.end, then.start).trim() === '') return true;
  }
  if (read.comparator !== 'gt' || !PER.has(quantity.low)) return false;
  // `bác sĩ | trên 10.000 dân`
  if (!read.verb && words.rateBases.startingAt(folded, quantity.start)) return true;
  // `200 người | trên 1 km²`: the second number says per what.
  return before !== undefined && folded.slice(before.quantity.end, read.start).trim() === '';
}

/**
 * A figure in the name of a ratio, whose value is a share: `tỷ lệ phụ nữ được khám thai ít nhất | 4 lần | đạt 85%`, `tỷ lệ trẻ | 6 - 23 tháng | được
 * ăn bổ sung đúng, đủ đạt 65%`.
 */
export function isOfRatioName({ folded, words }: SentenceView, name: { start: number; end: number }, quantity: Quantity, { verb, level, change, comparator }: Lead): boolean {
  if (!words.ratioHeads.startingAt(folded, name.start, name.end)) return false;
  // `Tỷ lệ ký sinh trùng sốt rét/1.000 dân duy trì dưới | 0,02`
  if (quantity.unit === null) return quantity.noun !== null || !(verb || comparator !== null) || words.rateBases.firstIn(folded, name.start, name.end) === null;
  const { symbol, unit } = quantity.unit;
  return !unit?.dimension.startsWith('share') && !symbol.includes('/') && !verb && !level && change === null;
}

/** A figure in another name, whose value is measured otherwise: `số hộ có thu nhập | trên 100 triệu đồng | đạt 1.200 hộ`. */
export function isWithinName(sentence: SentenceView, head: boolean, quantity: Quantity, lead: Lead, next: Quantity | undefined): boolean {
  const { folded, words, tools } = sentence;
  if (!head || !next || lead.verb || lead.level || lead.change !== null || quantity.unit === null) return false;
  if (unitKind(quantity, tools) === unitKind(next, tools) || !leadsToNext(sentence, quantity, next)) return false;
  if (isShare(next) && words.planShares.startingAt(folded, afterBlanks(folded, next.end))) return false;
  return folded.slice(quantity.end, readLead(folded, next.start, quantity.end, words, sentence.holes).start).trim() !== '';
}

/** True where the next value is said of the words up to it: nothing parts them, and a verb stands before it. */
function leadsToNext({ folded, holes, words }: SentenceView, quantity: Quantity, next: Quantity): boolean {
  const lead = readLead(folded, next.start, quantity.end, words, holes);
  return lead.verb && !/[,;:()]/.test(folded.slice(quantity.end, lead.start));
}

/** `100% trạm y tế thực hiện được | tối thiểu 80% danh mục`: within what the value before counts. */
export function isWithinCount(sentence: SentenceView, quantity: Quantity, read: Lead, before: Value | undefined): boolean {
  const { folded, horizons, words } = sentence;
  if (!before) return false;
  const gap = folded.slice(before.quantity.end, read.start);
  // `85% diện tích đất lúa | 2 vụ`, `05 tổ chức đảng trong doanh nghiệp có từ | 50 lao động`: which ones are counted.
  const plain = quantity.unit === null && /^ \p{L}[\p{L} ]* $/u.test(gap) && words.conjunctions.firstIn(folded, before.quantity.end, read.start) === null;
  if (plain && read.start === quantity.start && isShare(before.quantity)) return true;
  if (plain && (isShare(before.quantity) || (before.quantity.noun && !before.quantity.unit)) && read.verb && read.rangeStart && quantity.after) return true;
  // `nâng cấp 150 km đường dây | 110 kV`: what is counted is of that size.
  if (before.pre.start < before.pre.end) {
    const sized = before.quantity.unit !== null && quantity.unit !== null && !isShare(quantity) && read.start === quantity.start;
    return sized && /^ \p{L}[\p{L} ]* $/u.test(gap) && words.conjunctions.firstIn(folded, before.quantity.end, read.start) === null;
  }
  // `30 xã | đạt 12 tiêu chí`: what the counted ones have.
  if (gap.trim() === '' && read.verb && read.change === null && before.quantity.noun && quantity.noun && !before.quantity.unit && !quantity.unit) return true;
  const apart =
    /[,;:()]/.test(gap) ||
    words.conjunctions.firstIn(folded, before.quantity.end, read.start) !== null ||
    read.level ||
    read.change !== null ||
    horizons.some((horizon) => horizon.start >= before.quantity.end && horizon.end <= read.start);
  return !apart && gap.trim() !== '';
}
