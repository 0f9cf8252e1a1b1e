import { wordsOf } from './clean.ts';
import { afterBlanks, isShare, type SentenceView, type Value, withoutConjunction } from './sentence-view.ts';

/** In words. */
const LONGEST_COUNTED = 3;

/** Where that begins of which a value is a share: `chiếm 20% | trong | tổng số`, `đóng góp 6% | vào | GDP`. */
export function wholeAt({ folded, words }: SentenceView, { post }: Value): number {
  const from = afterBlanks(folded, post.start);
  const join = words.shareOf.startingAt(folded, from, post.end);
  return join ? afterBlanks(folded, join.end) : from;
}

/** The words behind a value that name what is counted or shared: without a leading preposition they are none. */
export function postNoun(sentence: SentenceView, value: Value): string {
  const { folded, text, words } = sentence;
  const { post, quantity } = value;
  let { holes } = sentence;
  let from = afterBlanks(folded, post.start);
  if (quantity.noun && !quantity.unit) from = quantity.noun.start;
  else if (from < post.end && (!/[\p{L}“"]/u.test(folded.charAt(from)) || words.nounStops.startingAt(folded, from, post.end) || words.base.startingAt(folded, from, post.end))) {
    const whole = wholeAt(sentence, value);
    if (whole === from || holes.some((hole) => hole.start === from) || !(value.lead.share || (isShare(quantity) && words.heads.startingAt(folded, whole)))) return '';
    from = whole;
  }
  // `75 học sinh | trở lên | đạt giải`
  if (quantity.noun && quantity.after && !quantity.unit) holes = [...holes, { start: quantity.noun.end, end: quantity.end }].sort((a, b) => a.start - b.start);
  const base = words.base.firstIn(folded, from, post.end);
  const { end, bound } = boundEnd(sentence, value, base ? base.start : post.end);
  return wordsOf(text, from, nounEnd(sentence, from, end), bound ? [...holes, bound].sort((a, b) => a.start - b.start) : holes);
}

/** Where what is counted ends before words that lead to something else: `50 khách sạn | với | tổng số …`, `03 dự án | trong | quý II/2025 với …`. */
function nounEnd(sentence: SentenceView, from: number, to: number): number {
  const { folded, holes, words } = sentence;
  const closed = withoutConjunction(sentence, from, to);
  const opener = words.companions.endingAt(folded, closed, from);
  const end = folded.slice(0, opener ? opener.start : closed).trimEnd().length;
  const last = holes.findLast((hole) => hole.start > from && hole.end >= end && hole.start < end);
  const led = last && words.trailWords.endingAt(folded, folded.slice(0, last.start).trimEnd().length, from);
  return led ? led.start : end;
}

/** `từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ | trở lên`: the bound closes what it counts. */
function boundEnd(sentence: SentenceView, value: Value, to: number): { end: number; bound: { start: number; end: number } | null } {
  const { folded, words } = sentence;
  if (!value.lead.rangeStart) {
    // `80% cơ sở | trở lên | đạt vững mạnh`: between what is counted and what is said of it; not `cán bộ có trình độ đại học trở lên`.
    const inner = isShare(value.quantity) && !value.quantity.after ? words.boundsAfter.firstIn(folded, value.post.start, to) : null;
    const counted = inner ? folded.slice(value.post.start, inner.start).trim() : '';
    const said = inner !== null && words.predicates.startingAt(folded, afterBlanks(folded, inner.end), to) !== null;
    if (!inner || !said || /\d/.test(counted) || counted.split(' ').length > LONGEST_COUNTED || words.predicates.firstIn(folded, value.post.start, inner.start))
      return { end: to, bound: null };
    value.quantity.after = inner.value;
    return { end: to, bound: inner };
  }
  const bound = words.boundsAfter.endingAt(folded, to, value.post.start);
  // `từ 90% số xã | trở lên | đạt chuẩn`: one without a figure of its own before it, as in `lao động từ 15 tuổi trở lên`.
  const inner = bound ?? words.boundsAfter.firstIn(folded, value.post.start, to);
  if (!inner || /\d/.test(folded.slice(value.post.start, inner.start))) return { end: to, bound: null };
  value.quantity.after ??= inner.value;
  return { end: bound ? bound.start : to, bound: inner };
}
