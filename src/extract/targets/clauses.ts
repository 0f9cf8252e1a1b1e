import { isWordAt } from '../../text/word-chars.ts';
import { trimName } from './clean.ts';
import { afterBlanks, isShare, type SentenceView, spanAt, withoutConjunction } from './sentence-view.ts';

const LONGEST_NOUN_LIST = 60;
/** In words. */
const LONGEST_LISTED = 4;

/** Where the clause of a value begins: behind the last separator, or at the last name of an indicator. */
export function clauseStart(sentence: SentenceView, from: number, to: number, first: boolean, led: boolean): number {
  const { folded, holes, closed, words, start } = sentence;
  let strong = first ? start : from;
  let opening = -1;
  let comma = -1;
  let and = -1;
  for (let at = from; at < to; at++) {
    const hole = spanAt(holes, at) ?? spanAt(closed, at);
    if (hole) {
      at = hole.end - 1;
      continue;
    }
    const char = folded.charAt(at);
    if (char === ';' || char === '(' || char === ')' || (char === ':' && at < to - 1)) {
      strong = at + 1;
      comma = -1;
      and = -1;
    } else if (char === ',') {
      // `đạt trên 85%, | án rất nghiêm trọng, đặc biệt nghiêm trọng đạt …`
      if (comma === -1 && !first && onlyHorizons(sentence, strong, at)) opening = at + 1;
      comma = at + 1;
    } else if (char === ' ') {
      const joined = words.conjunctions.startingAt(folded, at + 1, to);
      if (!joined) continue;
      and = joined.end;
      // `45% lao động được đào tạo và | mỗi hợp tác xã có ít nhất …`: who is meant begins anew.
      if (words.each.startingAt(folded, afterBlanks(folded, and), to)) {
        strong = and;
        comma = -1;
        and = -1;
      }
    }
  }
  // `nâng cao chất lượng …, | xây dựng | được 2 đến 3 xóm`: the verb alone begins what is counted.
  const verb = comma === -1 ? null : words.clauseVerbs.startingAt(folded, afterBlanks(folded, comma), to);
  if (verb && folded.slice(verb.end, to).trim() === '') return comma;
  const head = lastHead(sentence, strong, to);
  if (head !== -1) return first && folded.charAt(to) === ':' ? jointStart(sentence, strong, head, to) : head;
  if (comma > -1 || and > -1) {
    const at = Math.max(comma, and);
    const rest = trimName(folded, at, to, words, holes);
    // `…, | 100% xã`, `… và | 20% thôn`: nothing stands before the number.
    if (rest.start >= rest.end) return at;
    if (opening > -1) return opening;
    if (comma > -1) return (first || strong > from) && isNounList(sentence, strong, comma) ? strong : comma;
    // `đạt 99% và | hoàn thành cấp trung học phổ thông | đạt 95%`
    if (!first && led && onlyHorizons(sentence, from, withoutConjunction(sentence, from, and))) return and;
  }
  if (first || strong > from) return strong;
  return to;
}

/** `Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ | : 39.000 tỷ đồng`: two names before one colon, which begins the value. */
function jointStart({ folded, holes, words }: SentenceView, from: number, head: number, to: number): number {
  const begin = afterBlanks(folded, from);
  const stretch = folded.slice(begin, to);
  if (begin === head || !words.heads.startingAt(folded, begin, head) || words.ratioHeads.startingAt(folded, head)) return head;
  return stretch.length > LONGEST_NOUN_LIST || /[\d:(]/.test(stretch) || holes.some((hole) => hole.start < to && hole.end > begin) ? head : begin;
}

/** `Cơ cấu kinh tế: | công nghiệp, xây dựng | 45%`: short names up to the last comma, no clauses. */
function isNounList({ folded, holes, words }: SentenceView, begin: number, end: number): boolean {
  // `trồng | rừng phòng hộ, đặc dụng`: the list is what the verb does.
  const first = afterBlanks(folded, begin);
  const verb = words.clauseVerbs.startingAt(folded, first, end);
  const from = verb && folded.indexOf(',', verb.end) + 1 === end ? verb.end : begin;
  const stretch = folded.slice(from, end);
  if (stretch.length > LONGEST_NOUN_LIST || /[\d:(]/.test(stretch) || holes.some((hole) => hole.start < end && hole.end > from)) return false;
  if (words.predicates.firstIn(folded, from, end) || words.scopes.some(({ pattern }) => pattern.test(stretch))) return false;
  for (let at = from; at < end; ) {
    const comma = folded.indexOf(',', at);
    const first = afterBlanks(folded, at);
    if (first >= comma || folded.slice(first, comma).split(' ').length > LONGEST_LISTED) return false;
    if (words.leadWords.startingAt(folded, first) || words.clauseVerbs.startingAt(folded, first) || words.noTargetBefore.startingAt(folded, first)) return false;
    at = comma + 1;
  }
  return true;
}

function onlyHorizons(sentence: SentenceView, from: number, to: number): boolean {
  const { folded, holes } = sentence;
  let rest = folded.slice(from, to);
  for (const hole of holes) if (hole.start >= from && hole.end <= to) rest = rest.replace(folded.slice(hole.start, hole.end), '');
  return rest.trim() === '';
}

/** The last place in a stretch where the name of an indicator begins a clause: at its start, after a separator or a leading word. */
export function lastHead(sentence: SentenceView, from: number, to: number): number {
  const { folded, start, holes, closed, quantities, words } = sentence;
  let found = -1;
  let headEnd = -1;
  for (let at = from; at < to; at++) {
    if (at > from && isWordAt(folded, at - 1)) continue;
    const bracket = spanAt(closed, at);
    if (bracket) {
      at = bracket.end - 1;
      continue;
    }
    const head = words.heads.startingAt(folded, at, to);
    if (!head) continue;
    let back = at;
    while (back > from && folded.charAt(back - 1) === ' ') back--;
    const opens =
      back <= from ||
      /[,;:.(–-]/.test(folded.charAt(back - 1)) ||
      holes.some((hole) => hole.end === back) ||
      (words.openers.endingAt(folded, back, Math.max(from, back - 24)) !== null && !words.base.endingAt(folded, back, from) && !words.growthHeads.endingAt(folded, back, from)) ||
      (from > start && words.conjunctions.endingAt(folded, back, from) !== null && !isJoined(sentence, found, at)) ||
      (words.modality.endingAt(folded, back, Math.max(from, back - 24)) !== null && words.nameTails.endingAt(folded, back, from) === null);
    // `tốc độ tăng | giá trị sản xuất`: one name.
    // `100% | số xã đạt chuẩn, ít nhất 50% …`: what the share before is of, no name of the next value.
    const counted = back === from && quantities.some((quantity) => quantity.end === from && isShare(quantity));
    if (opens && back !== headEnd && !counted) found = at;
    headEnd = head.end;
    at = head.end - 1;
  }
  return found;
}

/** `tổng mức bán lẻ hàng hóa và | doanh thu dịch vụ tăng 12%`: two heads of one value; a ratio stands alone. */
function isJoined({ folded, words }: SentenceView, head: number, at: number): boolean {
  return head !== -1 && !folded.slice(head, at).includes(',') && words.ratioHeads.startingAt(folded, at) === null;
}
