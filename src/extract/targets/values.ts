import type { Quantity } from '../../grammar/quantities.ts';
import { isWordAt } from '../../text/word-chars.ts';
import { trimName } from './clean.ts';
import { type Lead, readLead } from './lead.ts';
import { afterBlanks, isShare, onlyJoins, type SentenceView, type Value, withoutConjunction } from './sentence-view.ts';

const LONGEST_POST = 160;
const LONGEST_NOUN_LIST = 60;
/** In words. */
const LONGEST_LISTED = 4;
/** Numbers that a rate is counted per. */
const PER = new Set([1, 100, 1000, 10_000, 100_000, 1_000_000]);

/** Finds lead, clause and neighbouring words of every value. */
export function placeValues(sentence: SentenceView): Value[] {
  const { folded, start, end, holes, quantities, words } = sentence;
  const placed: Value[] = [];
  let floor = start;
  let depth = 0;
  let scanned = start;
  for (const [index, quantity] of quantities.entries()) {
    for (; scanned < quantity.start; scanned++) {
      const char = folded.charAt(scanned);
      if (char === '(') depth++;
      else if (char === ')') depth = Math.max(0, depth - 1);
    }
    const read = readLead(folded, quantity.start, floor, words, holes);
    const before = placed.at(-1);
    const clause = clauseStart(sentence, floor, read.start, before === undefined, read.verb);
    if (isPartOfName(sentence, quantity, read, before, quantities[index + 1]) || (isWithinCount(sentence, quantity, read, before) && lastHead(sentence, clause, read.start) === -1))
      continue;
    const trimmed = trimName(folded, clause, read.start, words, holes);
    // `với mục tiêu giảm | tỷ lệ hộ nghèo bình quân 1 - 1,5%/năm`: the verb stands before the name that begins the clause.
    if (trimmed.raise === null && folded.charAt(trimmed.start - 1) === ' ')
      trimmed.raise = words.raiseWords.endingAt(folded, trimmed.start - 1, Math.max(floor, trimmed.start - 12))?.value ?? null;
    // `Chỉ tiêu 1: | 60% cơ quan …`
    const goal = words.goalHeadings.startingAt(folded, trimmed.start, trimmed.end);
    if (goal && /^[\s\d.:]*$/.test(folded.slice(goal.end, trimmed.end))) trimmed.start = trimmed.end;
    const head =
      trimmed.end > trimmed.start &&
      // `Số hóa | 100% tài liệu`
      !words.compounds.startingAt(folded, trimmed.start, trimmed.end) &&
      (words.heads.startingAt(folded, trimmed.start, trimmed.end) !== null || words.growthHeads.startingAt(folded, trimmed.start, trimmed.end) !== null);
    // `tỷ lệ phụ nữ được khám thai ít nhất | 4 lần | đạt 85%`: a count in the name of a ratio is no value.
    if (quantity.unit === null && words.ratioHeads.startingAt(folded, trimmed.start, trimmed.end)) continue;
    placed.push({ quantity, lead: read, clause, pre: { ...trimmed, head }, post: { start: quantity.end, end: quantity.end }, depth, periods: [], own: false, trailing: false });
    floor = quantity.end;
  }
  // `tăng từ 35% năm 2020 | lên 45% năm 2025`: the first tells where it stood.
  for (let at = placed.length - 1; at > 0; at--) {
    const [value, next] = [placed[at - 1] as Value, placed[at] as Value];
    if (value.lead.rangeStart && next.lead.level && !/[,;]/.test(folded.slice(value.quantity.end, next.lead.start))) {
      next.pre = value.pre;
      next.clause = value.clause;
      placed.splice(at - 1, 1);
    }
  }
  for (let at = placed.length - 2; at >= 0; at--) shareBase(sentence, placed[at] as Value, placed[at + 1] as Value);
  placed.forEach((value, index) => {
    const next = placed[index + 1];
    value.post = postOf(sentence, value, next ? next.clause : end);
  });
  for (let at = 1; at < placed.length; at++) shareChange(sentence, placed[at - 1] as Value, placed[at] as Value);
  return placed;
}

/** `10 bác sĩ và | 30 giường bệnh/vạn dân`: what the rate behind the last is counted per. */
function shareBase(sentence: SentenceView, value: Value, next: Value): void {
  const { folded, words, tools } = sentence;
  const { quantity } = value;
  const base = next.quantity.unit?.symbol.split('/')[1];
  const counted = quantity.unit ?? quantity.noun;
  if (!base || !counted || quantity.unit?.symbol.includes('/') || !words.rateBases.startingAt(base, 0) || next.pre.start < next.pre.end) return;
  if (!onlyJoins(sentence, quantity.end, next.lead.start)) return;
  const written = `${folded.slice(counted.start, counted.end)}/${base}`;
  const listed = tools.units.named(written);
  value.quantity = { ...quantity, noun: null, unit: { start: counted.start, end: counted.end, symbol: listed?.symbol ?? written, unit: listed?.unit ?? null } };
}

/** `giảm 20% thời gian hội họp, | 30% giấy tờ`: the verb of the first is that of the whole list. */
function shareChange(sentence: SentenceView, before: Value, value: Value): void {
  const { folded, words } = sentence;
  const { lead, pre, post, quantity, depth } = value;
  if (!before.lead.change || before.lead.level || before.pre.start < before.pre.end || before.post.start >= before.post.end || before.depth !== depth) return;
  if (lead.verb || lead.level || lead.change !== null || lead.perYear || pre.start < pre.end || isShare(quantity) !== isShare(before.quantity)) return;
  if (!onlyJoins(sentence, before.post.end, lead.start) || /;/.test(folded.slice(before.post.end, lead.start))) return;
  // `giảm 20% chi phí, 100% hồ sơ | được | giải quyết`: a sentence of its own.
  if (quantity.low === 100 || words.predicates.firstIn(folded, post.start, post.end) || words.base.firstIn(folded, before.post.start, before.post.end)) return;
  value.lead = { ...lead, change: before.lead.change };
}

/** A number that belongs to a name: a class, the base of a rate. */
function isPartOfName(sentence: SentenceView, quantity: Quantity, read: Lead, before: Value | undefined, next: Quantity | undefined): boolean {
  const { folded, words } = sentence;
  if (quantity.noun && words.classNouns.startingAt(folded, quantity.noun.start)) return true;
  if (next && !read.verb && !read.level && read.change === null && quantity.unit && leadsToNext(sentence, quantity, next)) {
    // `phụ nữ được khám thai 4 lần trở lên | đạt 90%`
    if (words.classNouns.startingAt(folded, quantity.unit.start)) return true;
    // `giá trị sản phẩm trên 1 ha đất trồng trọt | đạt 150 triệu đồng`
    if (read.comparator === 'gt' && PER.has(quantity.low)) return true;
  }
  if (read.comparator !== 'gt' || !PER.has(quantity.low)) return false;
  // `bác sĩ | trên 10.000 dân`
  if (!read.verb && words.rateBases.startingAt(folded, quantity.start)) return true;
  // `200 người | trên 1 km²`: the second number says per what.
  return before !== undefined && folded.slice(before.quantity.end, read.start).trim() === '';
}

/** True where the next value is said of the words up to it: nothing parts them, and a verb stands before it. */
function leadsToNext({ folded, holes, words }: SentenceView, quantity: Quantity, next: Quantity): boolean {
  const lead = readLead(folded, next.start, quantity.end, words, holes);
  return lead.verb && !/[,;:()]/.test(folded.slice(quantity.end, lead.start));
}

/** `100% trạm y tế thực hiện được | tối thiểu 80% danh mục`: within what the value before counts. */
function isWithinCount(sentence: SentenceView, quantity: Quantity, read: Lead, before: Value | undefined): boolean {
  const { folded, horizons, words } = sentence;
  if (!before) return false;
  const gap = folded.slice(before.quantity.end, read.start);
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

/** Where the clause of a value begins: behind the last separator, or at the last name of an indicator. */
function clauseStart(sentence: SentenceView, from: number, to: number, first: boolean, verb: boolean): number {
  const { folded, holes, closed, words, start } = sentence;
  let strong = first ? start : from;
  let opening = -1;
  let comma = -1;
  let and = -1;
  for (let at = from; at < to; at++) {
    const hole = holes.find((each) => each.start <= at && at < each.end) ?? closed.find((each) => each.start <= at && at < each.end);
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
    } else if (char === ' ' && words.conjunctions.startingAt(folded, at + 1, to)) and = (words.conjunctions.startingAt(folded, at + 1, to) as { end: number }).end;
  }
  const head = lastHead(sentence, strong, to);
  if (head !== -1) return head;
  if (comma > -1 || and > -1) {
    const at = Math.max(comma, and);
    const rest = trimName(folded, at, to, words, holes);
    // `…, | 100% xã`, `… và | 20% thôn`: nothing stands before the number.
    if (rest.start >= rest.end) return at;
    if (opening > -1) return opening;
    if (comma > -1) return (first || strong > from) && isNounList(sentence, strong, comma) ? strong : comma;
    // `đạt 99% và | hoàn thành cấp trung học phổ thông | đạt 95%`
    if (!first && verb && onlyHorizons(sentence, from, withoutConjunction(sentence, from, and))) return and;
  }
  if (first || strong > from) return strong;
  return to;
}

/** `Cơ cấu kinh tế: | công nghiệp, xây dựng | 45%`: short names up to the last comma, no clauses. */
function isNounList({ folded, holes, words }: SentenceView, from: number, end: number): boolean {
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
function lastHead(sentence: SentenceView, from: number, to: number): number {
  const { folded, start, holes, closed, quantities, words } = sentence;
  let found = -1;
  let headEnd = -1;
  for (let at = from; at < to; at++) {
    if (at > from && isWordAt(folded, at - 1)) continue;
    const bracket = closed.find((each) => each.start <= at && at < each.end);
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
      (words.openers.endingAt(folded, back, Math.max(from, back - 24)) !== null && !words.base.endingAt(folded, back, from)) ||
      (from > start && words.conjunctions.endingAt(folded, back, from) !== null && !isJoined(sentence, found, at)) ||
      words.modality.endingAt(folded, back, Math.max(from, back - 24)) !== null;
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

/** What follows a value and belongs to it: up to the next clause, a bracket, or a comma that begins another clause. */
function postOf(sentence: SentenceView, value: Value, limit: number): { start: number; end: number } {
  const { folded, holes, words } = sentence;
  let at = value.quantity.unit ? value.quantity.end : (value.quantity.noun?.start ?? value.quantity.end);
  const from = at;
  for (; at < limit; at++) {
    const hole = holes.find((each) => each.start <= at && at < each.end);
    if (hole) {
      if (at > from && /[,;]\s*$/.test(folded.slice(from, at))) break;
      at = hole.end - 1;
      continue;
    }
    const char = folded.charAt(at);
    if (char === ';' || char === '(' || char === ')' || char === ':' || (char === '.' && /^(?:\s|$)/.test(folded.charAt(at + 1)))) break;
    if (char === ',') {
      if (at === from || at - from > LONGEST_POST || /^\s*(?:\d|$)/.test(folded.slice(at + 1, at + 4))) break;
      const next = afterBlanks(folded, at + 1);
      if (words.leadWords.startingAt(folded, next, limit) || words.parts.startingAt(folded, next, limit) || words.clauseVerbs.startingAt(folded, next, limit)) break;
    }
  }
  return { start: from, end: Math.min(at, limit) };
}
