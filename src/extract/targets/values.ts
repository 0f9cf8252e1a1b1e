import type { Quantity } from '../../grammar/quantities.ts';
import { isCapitalAt } from '../../text/word-chars.ts';
import { clauseStart, lastHead } from './clauses.ts';
import { trimName } from './clean.ts';
import { isOfRatioName, isPartOfName, isWithinCount, isWithinName } from './figures-in-names.ts';
import { readLead } from './lead.ts';
import { afterBlanks, isShare, onlyJoins, onlyJoinsAndHoles, type SentenceView, spanAt, type Value } from './sentence-view.ts';
import { unitKind } from './siblings.ts';

const LONGEST_POST = 160;

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
    const clause = afterAnnouncement(sentence, clauseStart(sentence, floor, read.start, before === undefined, read.verb || read.comparator !== null), read.start);
    if (isPartOfName(sentence, quantity, read, before, quantities[index + 1]) || (isWithinCount(sentence, quantity, read, before) && lastHead(sentence, clause, read.start) === -1))
      continue;
    const trimmed = nameBefore(sentence, clause, read.start);
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
    if (isOfRatioName(sentence, trimmed, quantity, read) || isWithinName(sentence, head, quantity, read, quantities[index + 1])) continue;
    placed.push({
      quantity,
      lead: read,
      clause,
      pre: { ...trimmed, head },
      post: { start: quantity.end, end: quantity.end },
      origin: null,
      depth,
      periods: [],
      own: false,
      trailing: false,
    });
    floor = quantity.end;
  }
  // `tăng từ 35% năm 2020 | lên 45% năm 2025`: the first tells where it stood.
  for (let at = placed.length - 1; at > 0; at--) {
    const [value, next] = [placed[at - 1] as Value, placed[at] as Value];
    if (value.lead.rangeStart && next.lead.level && !/[,;(]/.test(folded.slice(value.quantity.end, next.lead.start))) {
      next.pre = value.pre;
      next.clause = value.clause;
      next.origin = { start: value.quantity.start, end: next.quantity.start };
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

/** `Quy hoạch đặt mục tiêu | đón 9 triệu lượt khách`: the clause begins behind what announces it. */
function afterAnnouncement({ folded, words }: SentenceView, clause: number, end: number): number {
  const said = words.announcements.firstIn(folded, clause, end);
  return said?.end ?? clause;
}

/** The words of a clause that may name its value: `Sở Xây dựng | khởi công | 03 dự án`, without who is to do it. */
function nameBefore({ folded, text, holes, words, tools }: SentenceView, clause: number, end: number): ReturnType<typeof trimName> {
  const trimmed = trimName(folded, clause, end, words, holes);
  if (!isCapitalAt(text, trimmed.start) || words.heads.startingAt(folded, trimmed.start, trimmed.end)) return trimmed;
  const agency = tools.agencies.at(text, folded, trimmed.start, true);
  return agency && agency.end <= end ? trimName(folded, agency.end, end, words, holes) : trimmed;
}

/** `10 bác sĩ và | 30 giường bệnh/vạn dân`: what the rate behind the last is counted per. */
function shareBase(sentence: SentenceView, value: Value, next: Value): void {
  const { folded, words, tools } = sentence;
  const { quantity } = value;
  const base = next.quantity.unit?.symbol.split('/')[1];
  const counted = quantity.unit ?? quantity.noun;
  if (!base || !counted || isShare(quantity) || quantity.unit?.symbol.includes('/') || !words.rateBases.startingAt(base, 0) || next.pre.start < next.pre.end) return;
  // `đạt 120 người, | bình quân | 01 luật sư/10.000 dân`: words of its own lead to the rate.
  if (next.lead.start < next.quantity.start && next.lead.comparator === null) return;
  if (!onlyJoins(sentence, quantity.end, next.lead.start)) return;
  const written = `${folded.slice(counted.start, counted.end)}/${base}`;
  const listed = tools.units.named(written);
  value.quantity = { ...quantity, noun: null, unit: { start: counted.start, end: counted.end, symbol: listed?.symbol ?? written, unit: listed?.unit ?? null } };
}

/** `giảm 20% thời gian hội họp, | 30% giấy tờ`: the verb of the first is that of the whole list. */
function shareChange(sentence: SentenceView, before: Value, value: Value): void {
  const { folded, words } = sentence;
  const { lead, pre, post, quantity, depth } = value;
  if (!before.lead.change || before.lead.level || before.depth !== depth) return;
  // `giá trị sản xuất nông nghiệp tăng 3,2%/năm; giá trị sản xuất công nghiệp | 11%/năm`
  const yearly = isYearly(quantity) && isYearly(before.quantity) && !words.ratioHeads.startingAt(folded, pre.start) && !words.growthHeads.startingAt(folded, pre.start);
  if (yearly && !lead.verb && !lead.level && lead.change === null) {
    value.lead = { ...lead, change: before.lead.change };
    return;
  }
  if (lead.verb || lead.level || lead.change !== null || lead.perYear || pre.start < pre.end || isShare(quantity) !== isShare(before.quantity)) return;
  if (isSameAgain(sentence, before, value)) {
    value.lead = { ...lead, change: before.lead.change };
    return;
  }
  if (before.pre.start < before.pre.end || before.post.start >= before.post.end) return;
  if (!onlyJoins(sentence, before.post.end, lead.start) || /;/.test(folded.slice(before.post.end, lead.start))) return;
  // `giảm 20% chi phí, 100% hồ sơ | được | giải quyết`: a sentence of its own.
  if (quantity.low === 100 || words.predicates.firstIn(folded, post.start, post.end) || words.base.firstIn(folded, before.post.start, before.post.end)) return;
  value.lead = { ...lead, change: before.lead.change };
}

/** `11%/năm`: the growth of an amount. */
function isYearly({ unit }: Quantity): boolean {
  return unit?.symbol === '%/năm';
}

/** `tăng 1,5 lần vào năm 2025 và | 2 lần | vào năm 2030`, `tăng 2 cm đối với nam và | 1,5 cm | đối với nữ`: the same, for another year or part. */
function isSameAgain(sentence: SentenceView, before: Value, value: Value): boolean {
  const { folded, words } = sentence;
  if (unitKind(before.quantity, sentence.tools) !== unitKind(value.quantity, sentence.tools) || before.quantity.unit === null) return false;
  const told = (each: Value) => words.partPrepositions.startingAt(folded, afterBlanks(folded, each.post.start), each.post.end);
  if (told(before) && told(value)) return onlyJoins(sentence, before.post.end, value.lead.start);
  const bare = ({ post }: Value) => onlyJoinsAndHoles(sentence, post.start, words.base.firstIn(folded, post.start, post.end)?.start ?? post.end);
  return bare(before) && bare(value) && onlyJoinsAndHoles(sentence, before.quantity.end, value.lead.start) && !folded.slice(before.quantity.end, value.lead.start).includes(';');
}

/** What follows a value and belongs to it: up to the next clause, a bracket, or a comma that begins another clause. */
function postOf(sentence: SentenceView, value: Value, limit: number): { start: number; end: number } {
  const { folded, holes, words } = sentence;
  let at = value.quantity.unit ? value.quantity.end : (value.quantity.noun?.start ?? value.quantity.end);
  const from = at;
  for (; at < limit; at++) {
    const hole = spanAt(holes, at);
    if (hole) {
      if (at > from && /[,;]\s*$/.test(folded.slice(from, at))) break;
      // `85% nhu cầu đến năm 2030 và | tiến tới tự chủ hoàn toàn`
      const and = words.conjunctions.startingAt(folded, afterBlanks(folded, hole.end), limit);
      if (and && words.modality.startingAt(folded, afterBlanks(folded, and.end), limit)) return { start: from, end: Math.min(hole.end, limit) };
      at = hole.end - 1;
      continue;
    }
    const char = folded.charAt(at);
    // `45% lao động được đào tạo | và mỗi hợp tác xã …`
    if (char === ' ') {
      const and = words.conjunctions.startingAt(folded, at + 1, limit);
      if (and && (words.each.startingAt(folded, afterBlanks(folded, and.end), limit) || isPlaceSaid(sentence, afterBlanks(folded, and.end), limit))) break;
    }
    if (char === ';' || char === '(' || char === ')' || char === ':' || (char === '.' && /^(?:\s|$)/.test(folded.charAt(at + 1)))) break;
    if (char === ',') {
      if (at === from || at - from > LONGEST_POST || /^\s*(?:\d|$)/.test(folded.slice(at + 1, at + 4))) break;
      const next = afterBlanks(folded, at + 1);
      if (
        words.leadWords.startingAt(folded, next, limit) ||
        words.parts.startingAt(folded, next, limit) ||
        words.clauseVerbs.startingAt(folded, next, limit) ||
        words.negations.startingAt(folded, next, limit)
      )
        break;
    }
  }
  return { start: from, end: Math.min(at, limit) };
}

/** `01 xã kiểu mẫu và | huyện Ngọc Hồi đạt chuẩn …`: a place of which something else is said. */
function isPlaceSaid({ folded, text, words, tools }: SentenceView, at: number, limit: number): boolean {
  const place = at < limit ? tools.agencies.placeAt(text, folded, at) : null;
  return place !== null && place.kind !== null && place.name !== null && words.predicates.startingAt(folded, afterBlanks(folded, place.end), limit) !== null;
}
