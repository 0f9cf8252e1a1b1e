import type { Quantity, QuantityGrammar } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { Comparator, Modality, Period, TargetFlag } from '../../model/targets.ts';
import { isWordAt } from '../../text/word-chars.ts';
import type { Passage } from '../passage.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import { type Lead, readLead } from './lead.ts';
import { readStates } from './status.ts';

export interface SentenceTools {
  quantities: QuantityGrammar;
  words: TargetWords;
  /** `m²` of an indicator per head is `m²/người`, `bác sĩ` of one per 10,000 `bác sĩ/vạn dân`. */
  unitFor(symbol: string, name: string): string;
}

export interface SentenceResult {
  drafts: TargetDraft[];
  /** The periods that govern what follows in the same item. */
  periods: Period[];
}

/** A value in a sentence with the stretches around it that may name its indicator. */
interface Value {
  quantity: Quantity;
  lead: Lead;
  /** Start of the clause the value stands in. */
  clause: number;
  /** The name before the value, and what follows it. */
  pre: { start: number; end: number; raise: 'increase' | 'decrease' | null; head: boolean };
  post: { start: number; end: number };
  /** Bracket depth. */
  depth: number;
  periods: Period[];
  own: boolean;
  /** Its horizon stands behind it. */
  trailing: boolean;
}

const SHORT_LEAD = 14;
const LONGEST_POST = 160;

/**
 * The targets of one sentence (domain reference 6.1, 6.4). Each value finds its bound and verb before it, its unit behind it, its
 * indicator in the words before it, else behind it, else in the value before; and its year by the nearest horizon of its clause.
 *
 *     Đến năm 2025, | tỷ lệ đô thị hóa | đạt trên | 40% |; | đến năm 2030 | đạt | 45%
 */
export function readSentence(
  passage: Passage,
  start: number,
  end: number,
  allHorizons: readonly Horizon[],
  masks: readonly { start: number; end: number }[],
  context: SentenceContext,
  tools: SentenceTools,
): SentenceResult {
  const { folded, text } = passage;
  const { words } = tools;
  // A sentence without a figure sets a state at most.
  if (!hasDigit(folded, start, end)) {
    const own = allHorizons.filter((span) => span.start >= start && span.end <= end);
    return { drafts: readStates(passage, start, end, own, context.periods, [], context, words), periods: context.periods };
  }
  const within = (span: { start: number; end: number }) => span.start >= start && span.end <= end;
  const every = allHorizons.filter(within);
  const horizons = every.filter((horizon) => !horizon.base && !masks.some((mask) => mask.start <= horizon.start && horizon.end <= mask.end));
  const holes = [...every, ...masks.filter(within)].sort((a, b) => a.start - b.start);
  const quantities = tools.quantities.find(folded, start, end, holes);
  const leading = horizons.find((horizon) => trimStart(folded, start) >= horizon.start - 14 && /^[\p{L}\s,]*$/u.test(folded.slice(start, horizon.start)));
  const governing = leading ? leading.periods : context.periods;
  const result: SentenceResult = { drafts: [], periods: leading ? leading.periods : context.periods };

  // `sản phẩm (GDP)`, `nội thành, nội thị`: no clause begins in a bracket without a value or within the name of a scope.
  const closed = quantities.length > 0 ? [...bracketsWithoutValue(), ...scopeNames()] : [];
  const values = quantities.length > 0 ? placeValues() : [];
  const firstModality = values[0] ? (words.modality.firstIn(folded, start, values[0].lead.start)?.value ?? null) : null;
  if (context.inGoals || horizons.length > 0) result.drafts.push(...readStates(passage, start, end, horizons, governing, quantities, context, words));
  if (values.length === 0) return result;
  const pastAt = context.inPast ? start : (words.past.firstIn(folded, start, end)?.start ?? -1);
  attachHorizons(values);
  const lead = sentenceLead(values[0] as Value) ?? context.lead;
  let previous: TargetDraft | null = null;
  let anchor: { draft: TargetDraft; until: number } | null = null;
  let subject = '';
  for (const [index, value] of values.entries()) {
    const named = nameOf(value, index);
    if (!named) continue;
    const draft = draftOf(value, named);
    if (draft && isTarget(value, named.name)) {
      result.drafts.push(draft);
      previous = draft;
    } else if (draft) previous = { ...draft, periods: [] };
  }
  const last = [...horizons].reverse().find((horizon) => horizon.end > (values.at(-1) as Value).quantity.start - 400);
  if (!leading && last && last.periods.length === 1 && context.periods.length === 0) result.periods = last.periods;
  return result;

  function bracketsWithoutValue(): { start: number; end: number }[] {
    const brackets: { start: number; end: number }[] = [];
    for (let open = folded.indexOf('(', start); open !== -1 && open < end; open = folded.indexOf('(', open + 1)) {
      const close = folded.indexOf(')', open);
      if (close === -1 || close >= end) break;
      if (!quantities.some((quantity) => quantity.start > open && quantity.start < close)) brackets.push({ start: open, end: close + 1 });
    }
    return brackets;
  }

  function scopeNames(): { start: number; end: number }[] {
    const stretch = folded.slice(start, end);
    return words.scopes.flatMap(({ pattern }) => {
      const match = pattern.exec(stretch);
      return match?.[0].includes(',') ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
    });
  }

  /** Finds lead, clause and neighbouring words of every value. */
  function placeValues(): Value[] {
    const placed: Value[] = [];
    let floor = start;
    let depth = 0;
    let scanned = start;
    for (const quantity of quantities) {
      for (; scanned < quantity.start; scanned++) {
        const char = folded.charAt(scanned);
        if (char === '(') depth++;
        else if (char === ')') depth = Math.max(0, depth - 1);
      }
      const read = readLead(folded, quantity.start, floor, words, holes);
      const before = placed.at(-1);
      const clause = clauseStart(floor, read.start, before === undefined);
      if (isPartOfName(quantity, read, before) || (isWithinCount(read, before) && lastHead(clause, read.start) === -1)) continue;
      const trimmed = trimName(folded, clause, read.start, words, holes);
      // `Chỉ tiêu 1: | 60% cơ quan …`
      const goal = words.goalHeadings.startingAt(folded, trimmed.start, trimmed.end);
      if (goal && /^[\s\d.:]*$/.test(folded.slice(goal.end, trimmed.end))) trimmed.start = trimmed.end;
      const head =
        trimmed.end > trimmed.start &&
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
    placed.forEach((value, index) => {
      const next = placed[index + 1];
      value.post = postOf(value, next ? next.clause : end);
    });
    return placed;
  }

  /** A number that belongs to a name: a class, the base of a rate. */
  function isPartOfName(quantity: Quantity, read: Lead, before: Value | undefined): boolean {
    if (quantity.noun && words.classNouns.startingAt(folded, quantity.noun.start)) return true;
    if (read.comparator !== 'gt' || !PER.has(quantity.low)) return false;
    // `bác sĩ | trên 10.000 dân`
    if (!read.verb && words.rateBases.startingAt(folded, quantity.start)) return true;
    // `200 người | trên 1 km²`: the second number says per what.
    return before !== undefined && folded.slice(before.quantity.end, read.start).trim() === '';
  }

  /** `100% trạm y tế thực hiện được | tối thiểu 80% danh mục`: within what the value before counts. */
  function isWithinCount(read: Lead, before: Value | undefined): boolean {
    if (!before || before.pre.start < before.pre.end) return false;
    const gap = folded.slice(before.quantity.end, read.start);
    const apart =
      /[,;:()]/.test(gap) ||
      / và /.test(`${gap} `) ||
      read.level ||
      read.change !== null ||
      horizons.some((horizon) => horizon.start >= before.quantity.end && horizon.end <= read.start);
    return !apart && gap.trim() !== '';
  }

  /** Where the clause of a value begins: behind the last separator, or at the last name of an indicator. */
  function clauseStart(from: number, to: number, first: boolean): number {
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
        if (comma === -1 && !first && onlyHorizons(strong, at)) opening = at + 1;
        comma = at + 1;
      } else if (char === ' ' && folded.startsWith(' và ', at)) and = at + 3;
    }
    const head = lastHead(strong, to);
    if (head !== -1) return head;
    if (comma > -1 || and > -1) {
      const at = Math.max(comma, and);
      const rest = trimName(folded, at, to, words, holes);
      // `…, | 100% xã`, `… và | 20% thôn`: nothing stands before the number.
      if (rest.start >= rest.end) return at;
      if (opening > -1) return opening;
      if (comma > -1) return comma;
    }
    if (first || strong > from) return strong;
    return to;
  }

  function onlyHorizons(from: number, to: number): boolean {
    let rest = folded.slice(from, to);
    for (const hole of holes) if (hole.start >= from && hole.end <= to) rest = rest.replace(folded.slice(hole.start, hole.end), '');
    return rest.trim() === '';
  }

  /** The last place in a stretch where the name of an indicator begins a clause: at its start, after a separator or a leading word. */
  function lastHead(from: number, to: number): number {
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
        words.openers.endingAt(folded, back, Math.max(from, back - 24)) !== null ||
        (from > start && folded.startsWith(' và', back - 3)) ||
        words.modality.endingAt(folded, back, Math.max(from, back - 24)) !== null;
      // `tốc độ tăng | giá trị sản xuất`: one name.
      if (opens && back !== headEnd) found = at;
      headEnd = head.end;
      at = head.end - 1;
    }
    return found;
  }

  /** What follows a value and belongs to it: up to the next clause, a bracket, or a comma that begins another clause. */
  function postOf(value: Value, limit: number): { start: number; end: number } {
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
        const next = trimStart(folded, at + 1);
        if (words.leadWords.startingAt(folded, next, limit) || words.parts.startingAt(folded, next, limit) || words.clauseVerbs.startingAt(folded, next, limit)) break;
      }
    }
    return { start: from, end: Math.min(at, limit) };
  }

  /** Rules 1 to 3 of 6.4: a horizon behind a value in its clause is its own; one before it governs until the next. */
  function attachHorizons(placed: Value[]): void {
    let governs: Period[] = governing;
    let governsOwn = leading !== undefined;
    let at = 0;
    for (const horizon of horizons) {
      while (at < placed.length && (placed[at] as Value).quantity.start < horizon.start) at++;
      const before = placed[at - 1];
      const next = placed[at];
      const between = before ? folded.slice(before.quantity.end, horizon.start) : '';
      const behind = before !== undefined && !/[,;:()]/.test(between) && !(next && horizon.start >= next.clause && between.trim() !== '' && next.clause > before.quantity.end);
      if (behind && !before.trailing) {
        const chain = chainTo(placed, at - 1, horizon.periods.length);
        for (const [index, value] of chain.entries()) {
          value.periods = chain.length > 1 ? [horizon.periods[index] as Period] : horizon.periods;
          value.own = true;
          value.trailing = true;
        }
      } else {
        // Leading: for every value from here on.
        const close = bracketEnd(horizon.start);
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
    for (const [index, value] of placed.entries()) {
      if (value.periods.length > 0) continue;
      // `A đạt x, B đạt y vào năm 2025`: a value without a horizon of its own takes the next one's.
      const next = placed.slice(index + 1).find((other) => other.own);
      if (governs.length > 0 && (governsOwn || !next)) {
        value.periods = governs;
        value.own = leading !== undefined;
      } else if (next) {
        value.periods = next.periods;
        value.own = true;
      } else value.periods = context.periods;
    }
    distribute(placed);
  }

  /** The end of the bracket an offset lies in, else of the sentence: `(năm 2020 là 35%)` says nothing of what follows. */
  function bracketEnd(at: number): number {
    const open = folded.lastIndexOf('(', at);
    if (open < start || folded.slice(open, at).includes(')')) return end;
    const close = folded.indexOf(')', at);
    return close === -1 ? end : close;
  }

  /** The value a horizon stands behind, or as many as it has years: `lần lượt đạt 50%, 70%, 100% vào các năm 2023, 2024, 2025`. */
  function chainTo(placed: readonly Value[], last: number, years: number): Value[] {
    const end = placed[last] as Value;
    if (years < 2 || last + 1 < years) return [end];
    const chain = placed.slice(last + 1 - years, last + 1);
    const listed = chain.slice(1).every((value, index) => /^\s*(?:,|và|;)?\s*(?:và)?\s*$/u.test(folded.slice((chain[index] as Value).quantity.end, value.lead.start)));
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

  /** `Cơ cấu kinh tế: nông nghiệp 15%, …`: what a colon announces before the first value. */
  function sentenceLead(first: Value): string | null {
    const colon = folded.lastIndexOf(':', first.clause);
    if (colon < start || colon >= first.lead.start) return null;
    const from = trimName(folded, Math.max(start, ...['.', ';'].map((mark) => folded.lastIndexOf(mark, colon) + 1)), colon, words, holes);
    const name = wordsOf(text, from.start, from.end, holes);
    if (name === '' || name.split(' ').length > SHORT_LEAD || !words.heads.startingAt(folded, from.start, from.end)) return null;
    return words.goalHeadings.startingAt(folded, from.start, from.end) ? null : name;
  }

  function nameOf(value: Value, index: number): { name: string; context: string; scope: TargetDraft['scope']; start: number; change: boolean } | null {
    const { pre, post, quantity } = value;
    const preWords = wordsOf(text, pre.start, pre.end, holes);
    const postWords = postNoun(value);
    const scope = scopeOf(folded.slice(pre.start, pre.end));
    const whole = anchorOf(value);
    const at = preWords === '' ? value.lead.start : pre.start;
    const made = (name: string, context = '') => ({ name, context, scope: scopeOf(folded.slice(value.clause, post.end)) ?? scopeOf(name.toLowerCase()), start: at, change: false });
    if (preWords !== '' && scope && isOnlyScope(folded.slice(pre.start, pre.end), scope.name, words) && (previous || lead)) {
      return { name: previous?.name ?? (lead as string), context: '', scope, start: at, change: false };
    }
    if (preWords !== '') {
      if (pre.head) {
        subject = '';
        return made(value.lead.share && postWords !== '' ? `${preWords} trong ${postWords}` : preWords, lead ?? '');
      }
      const percent = isShare(quantity);
      if (whole && !(postWords !== '' && quantity.noun && !quantity.unit))
        return made(`${whole.name} (${preWords}${value.lead.share && postWords !== '' ? ` ${postWords}` : ''})`, preWords);
      if (postWords !== '' && percent && !value.lead.share) {
        subject = preWords;
        return made(`${words.shareHead} ${postWords} (${preWords})`);
      }
      if (postWords !== '' && quantity.noun && !quantity.unit) return made(`${words.countHead} ${postWords} (${preWords})`, lead ?? '');
      if (postWords === '' && quantity.unit?.unit?.dimension.startsWith('count')) return made(`${words.countHead} ${quantity.unit.symbol} (${preWords})`);
      if (postWords !== '' && quantity.unit && !percent) return made(`${preWords} ${postWords}`, lead ?? '');
      if (value.depth > 0 && !previous) {
        const outer = outerName(quantity.start);
        if (outer !== '') return made(outer, preWords);
      }
      subject = '';
      const name = value.lead.share && postWords !== '' ? `${preWords} ${postWords}` : preWords;
      return made(lead && index >= 0 ? `${lead} ${name}` : name, lead ?? '');
    }
    if (postWords !== '') {
      const percent = isShare(quantity);
      const predicate = words.predicates.firstIn(folded, post.start, post.end) !== null;
      const shared = predicate ? '' : sharedPredicate(index);
      if (percent && shared !== '') return made(`${words.shareHead} ${postWords} ${shared}`);
      if (percent) return made(`${words.shareHead} ${postWords}${predicate || subject === '' ? '' : ` (${subject})`}`);
      if (quantity.noun && !quantity.unit) {
        if (lead && !predicate && !previous) return made(`${lead}`, postWords);
        return made(`${words.countHead} ${postWords}`, subject);
      }
      if (!value.lead.change) return made(postWords, subject);
    }
    if (value.depth > 0 && !previous) {
      const outer = outerName(quantity.start);
      if (outer !== '') return made(outer);
    }
    // `đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan …`: what is counted stands behind the last.
    const next = values[index + 1];
    if (!previous && !lead && next && isShare(next.quantity) && next.pre.start >= next.pre.end) {
      const shared = postNoun(next);
      if (shared !== '') return made(`${words.shareHead} ${shared}`);
    }
    if (previous) return { name: previous.name, context: previous.context, scope: previous.scope, start: value.lead.start, change: false };
    if (lead) return made(lead);
    // `Đất cây xanh bình quân đầu người theo Quyết định số …, | đạt 10-13 m²/người`
    const far = trimName(folded, start, value.lead.start, words, holes);
    const farWords = index === 0 && value.lead.verb && quantity.unit ? wordsOf(text, far.start, far.end, holes) : '';
    if (farWords.split(' ').length > 2) return made(farWords);
    const [what, base] = quantity.unit?.symbol.split('/') ?? [];
    return what && base && words.rateBases.startingAt(base, 0) ? made(`${words.countHead} ${what} trên ${base}`) : null;
  }

  /** `100% khu công nghiệp và trên 50% cụm công nghiệp | có hệ thống xử lý nước thải`: what the next value says of both. */
  function sharedPredicate(index: number): string {
    const [value, next] = [values[index] as Value, values[index + 1]];
    if (!next || next.pre.start < next.pre.end || !isShare(next.quantity) || !AND_AT_END.test(folded.slice(value.post.start, next.lead.start).trimEnd())) return '';
    const predicate = words.predicates.firstIn(folded, next.post.start, next.post.end);
    return predicate ? wordsOf(text, predicate.start, next.post.end, holes) : '';
  }

  /** The value a part word refers to: `… đạt 95%, trong đó: | mầm non 93%`. */
  function anchorOf(value: Value): TargetDraft | null {
    if (!previous || value.pre.head) return null;
    if (anchor && anchor.until >= value.quantity.start) return anchor.draft;
    const from = previous.value.end;
    const part = words.parts.firstIn(folded, from, value.pre.end);
    if (!part || folded.slice(from, part.start).includes(';')) return null;
    const semicolon = folded.indexOf(';', from);
    anchor = { draft: previous, until: semicolon === -1 ? end : Math.max(semicolon, value.depth > 0 ? folded.indexOf(')', value.quantity.end) : 0) };
    return previous;
  }

  /** The name before the bracket a value stands in. */
  function outerName(at: number): string {
    const open = folded.lastIndexOf('(', at);
    const from = Math.max(start, ...[';', ':', '.'].map((mark) => folded.lastIndexOf(mark, open - 1) + 1));
    const trimmed = trimName(folded, from, open, words, holes);
    return wordsOf(text, trimmed.start, trimmed.end, holes);
  }

  /** The words behind a value that name what is counted or shared: without a leading preposition they are none. */
  function postNoun(value: Value): string {
    const { post, quantity } = value;
    let from = trimStart(folded, post.start);
    if (quantity.noun && !quantity.unit) from = quantity.noun.start;
    else if (from < post.end && (!/[\p{L}“"]/u.test(folded.charAt(from)) || words.nounStops.startingAt(folded, from, post.end) || words.base.startingAt(folded, from, post.end))) {
      const skip = words.nounStops.startingAt(folded, from, post.end);
      if (!(skip && value.lead.share && words.shareOf.startingAt(folded, from, post.end))) return '';
      from = trimStart(folded, skip.end);
    }
    const base = words.base.firstIn(folded, from, post.end);
    return wordsOf(text, from, boundEnd(value, base ? base.start : post.end), holes).replace(AND_AT_END, '');
  }

  /** `từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ | trở lên`: the bound closes what it counts. */
  function boundEnd(value: Value, to: number): number {
    const bound = words.boundsAfter.endingAt(folded, to, value.post.start);
    if (!bound || !value.lead.rangeStart) return to;
    value.quantity.after ??= bound.value;
    return bound.start;
  }

  function draftOf(value: Value, named: NonNullable<ReturnType<typeof nameOf>>): TargetDraft | null {
    const { quantity, lead: before } = value;
    const flags: TargetFlag[] = [];
    if (quantity.arrow) flags.push('arrow');
    if (!value.own && value.periods.length > 0) flags.push('year-inherited');
    const base = every.find((horizon) => horizon.base && horizon.start >= quantity.end && horizon.start - quantity.end < 60);
    const growth = words.growthHeads.firstIn(folded, value.pre.start, value.pre.end) !== null || (value.pre.head && words.growthHeads.startingAt(folded, value.pre.start) !== null);
    let change: TargetDraft['change'] = null;
    const multiple = quantity.unit !== null && words.multipleUnits.has(quantity.unit.symbol) && (before.change?.multiple ?? false);
    const direction = before.change?.direction ?? (value.pre.raise && !before.verb && !before.level ? value.pre.raise : null);
    if (direction && (multiple || (!before.level && !growth))) {
      const perYear = before.perYear || isPerYear(quantity, value.post);
      change = { direction, base: base ? (base.periods[0]?.to ?? null) : null, per: perYear ? 'year' : null };
      if (base) flags.push('base-year');
    }
    let comparator: Comparator;
    let low: number | null = quantity.low;
    let high: number | null = quantity.high;
    const bound = quantity.after ?? before.comparator;
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
    const clauseEnd = Math.max(quantity.end, value.own ? trailingEnd(value) : 0);
    return {
      name: named.name,
      context: named.context,
      scope: named.scope,
      area: areaOf(value),
      periods: value.periods,
      comparator,
      low,
      high,
      unit: unitOf(quantity, named.name),
      approximate,
      modality: before.modality ?? words.modality.firstIn(folded, value.clause, value.quantity.start)?.value ?? modalityOf(value) ?? firstModality ?? context.modality,
      state: null,
      change,
      flags,
      value: { passage, start: quantity.start, end: quantity.unit || quantity.after ? quantity.end : quantity.figuresEnd },
      clause: { passage, start: Math.min(named.start, quantity.start), end: clauseEnd },
      further: [],
    };
  }

  function modalityOf(value: Value): Modality | null {
    return horizons.find((horizon) => horizon.periods === value.periods)?.modality ?? null;
  }

  function trailingEnd(value: Value): number {
    const horizon = horizons.find((each) => each.start >= value.quantity.end && each.periods === value.periods);
    return horizon && !/[,;:()]/.test(folded.slice(value.quantity.end, horizon.start)) ? horizon.end : 0;
  }

  function isPerYear(quantity: Quantity, post: { start: number; end: number }): boolean {
    if (quantity.unit && /\/năm$/.test(quantity.unit.symbol)) return true;
    return words.perYear.startingAt(folded, trimStart(folded, post.start)) !== null;
  }

  function unitOf(quantity: Quantity, name: string): string | null {
    const symbol = quantity.unit?.symbol ?? (quantity.noun ? folded.slice(quantity.noun.start, quantity.noun.end) : null);
    return symbol === null ? null : tools.unitFor(symbol, name);
  }

  function scopeOf(stretch: string): TargetDraft['scope'] {
    for (const { id, pattern } of words.scopes) {
      const match = pattern.exec(stretch);
      if (match) return { id, name: match[0].replace(/^(?:tại|ở) /u, '') };
    }
    return null;
  }

  function areaOf(value: Value): TargetDraft['area'] {
    const to = Math.max(value.post.end, value.quantity.end);
    if (words.country.firstIn(folded, value.clause, to) && !words.homeWords.firstIn(folded, value.clause, to)) return 'country';
    return { passage, start: value.clause, end: to };
  }

  /** Whether a value is a commitment: not what has been, not a declared count, not money for the plan. */
  function isTarget(value: Value, name: string): boolean {
    const { quantity, lead: before } = value;
    const years = value.periods.map((period) => period.to ?? period.from ?? 0);
    const future = years.length > 0 && (context.issueYear === null || years.some((year) => year >= (context.issueYear as number)));
    if (years.length > 0 && !future) return false;
    if (context.inPast && context.issueYear !== null && !years.some((year) => year > (context.issueYear as number))) return false;
    if (pastAt >= 0 && pastAt <= value.lead.start && !(value.own && future && pastAt === start && context.inPast)) {
      const again = horizons.find((horizon) => horizon.start > pastAt && horizon.start < quantity.end + 40 && horizon.periods === value.periods);
      if (!again || context.inPast) return false;
    }
    let back = value.lead.start;
    while (back > start && folded.charAt(back - 1) === ' ') back--;
    if (words.noTargetBefore.endingAt(folded, back, Math.max(start, back - 40))) return false;
    if (value.depth > 0 && isAside(value)) return false;
    if (quantity.unit && words.timeUnits.has(quantity.unit.symbol) && !words.timeHeads.firstIn(folded, value.clause, quantity.start)) return false;
    if (quantity.unit === null) {
      const { noun } = quantity;
      if (noun) {
        const declared = words.declaredNouns.startingAt(folded, noun.start);
        const counted = words.countNouns.startingAt(folded, noun.start);
        if (declared && !(counted && counted.end > declared.end)) return false;
        if (!context.inGoals && words.activityNouns.startingAt(folded, noun.start) && !value.pre.head) return false;
      } else if (!value.pre.head || !before.verb) return false;
    }
    const funding = words.fundingHeads.startingAt(folded, value.pre.start) !== null;
    if (funding && !context.inGoals) return false;
    if (name === '') return false;
    if (!future && quantity.unit === null && !value.pre.head && !(context.inGoals && words.perYear.firstIn(folded, start, end))) return false;
    if (future) return value.own || context.periodsFrom === 'lead' || context.inGoals || before.modality !== null;
    return context.inGoals || (before.modality !== null && (quantity.unit !== null || before.comparator !== null));
  }

  /** `(năm 2020 là 35%)`, `(tăng 5% so với năm 2020)`: beside the target, where the indicator stood. */
  function isAside(value: Value): boolean {
    const open = folded.lastIndexOf('(', value.quantity.start);
    const first = trimStart(folded, open + 1);
    if (words.parts.startingAt(folded, first)) return false;
    if (first >= value.lead.start) return true;
    return words.baseBrackets.startingAt(folded, first) !== null && !horizons.some((horizon) => horizon.start >= open && horizon.end <= value.quantity.end + 30);
  }
}

const AND_AT_END = /\s(?:và|hoặc)$/u;
const PER = new Set([1, 100, 1000, 10_000, 100_000, 1_000_000]);

function hasDigit(folded: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = folded.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

function isShare(quantity: Quantity): boolean {
  return quantity.unit?.symbol === '%' || quantity.unit?.symbol === '‰';
}

function trimStart(folded: string, at: number): number {
  let next = at;
  while (/\s/.test(folded.charAt(next))) next++;
  return next;
}

/** True where nothing but a scope stands in a stretch: `khu vực nội thị`. */
function isOnlyScope(stretch: string, name: string, words: TargetWords): boolean {
  let rest = stretch.replace(name, ' ');
  for (let at = 0; at < rest.length; at++) {
    const found = words.scopeWords.startingAt(rest, at);
    if (found) rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end);
  }
  return rest.replace(/[\s,:]/g, '').length <= 3;
}
