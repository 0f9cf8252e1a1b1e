import { fold } from '../../text/fold.ts';
import type { TargetDraft } from './draft.ts';
import type { Naming } from './naming.ts';
import { wholeAt } from './post-noun.ts';
import { afterBlanks, onlyJoins, type SentenceView, type Value } from './sentence-view.ts';
import { unitKind } from './siblings.ts';

/** In words. */
const LONGEST_COMPANION = 4;
const LONGEST_BRACKETED = 8;

/** What a share without a name of its own is of: `kinh tế tư nhân tăng 11%/năm, đóng góp | 55% GRDP`, `tốc độ tăng trưởng của | kinh tế tư nhân | …`; empty where that is not told. */
export function sharerOf(sentence: SentenceView, previous: TargetDraft, value: Value): string {
  const { folded, words } = sentence;
  const { lead } = value;
  const name = fold(previous.name);
  if (!words.heads.startingAt(folded, wholeAt(sentence, value))) return '';
  const growth = words.growthHeads.startingAt(name, 0);
  // `giá trị sản xuất tăng 20% hằng năm và | đóng góp 35% vào tổng giá trị`, `tổng thu đạt 10 tỷ USD, | đóng góp 6% vào GDP`
  const amount = previous.change !== null || (!isShareUnit(previous.unit) && previous.comparator !== 'status');
  if (amount && !words.ratioHeads.startingAt(name, 0) && !growth) return joinsOnly(sentence, previous.value.end, lead.start) ? previous.name : '';
  const owner = growth ? words.possessives.firstIn(name, growth.end, name.length) : null;
  return owner ? previous.name.slice(owner.end).trim() : '';
}

function isShareUnit(unit: string | null): boolean {
  return unit?.startsWith('%') === true;
}

/** True where only commas, conjunctions and `hằng năm` stand between two values. */
function joinsOnly(sentence: SentenceView, start: number, end: number): boolean {
  const { folded, words } = sentence;
  const at = afterBlanks(folded, start);
  return onlyJoins(sentence, words.perYear.startingAt(folded, at, end)?.end ?? start, end);
}

/**
 * `Số lượng đô thị loại V đến năm 2025 đạt 15 đô thị, | đến năm 2030 đạt 52 đô thị`: behind another year the bare noun is the one
 * that the name before its own value counts.
 */
export function isCountedAgain({ folded, start, horizons }: SentenceView, { name, unit, value: before }: TargetDraft, { quantity, lead }: Value, noun: string): boolean {
  const [said, again] = [fold(name), fold(noun)];
  if (unit === null || fold(unit) !== again) return false;
  if (!lead.verb && !lead.perYear && !(` ${said} `.includes(` ${again} `) && folded.slice(start, before.start).includes(said))) return false;
  // `…, bình quân mỗi năm | 46.000 lao động`
  return lead.perYear || horizons.some((horizon) => horizon.start >= before.end && horizon.end <= quantity.start);
}

/** The value a part word refers to: `… đạt 95%, trong đó: | mầm non 93%`. */
export function anchorOf(sentence: SentenceView, state: Naming, value: Value): TargetDraft | null {
  const { folded, words } = sentence;
  if (!state.previous || value.pre.head) return null;
  if (state.anchor && state.anchor.until >= value.quantity.start) return state.anchor.draft;
  const from = state.previous.value.end;
  const bracket = bracketOf(sentence, state.previous, value);
  if (bracket !== null) {
    state.anchor = { draft: state.previous, until: bracket };
    return state.previous;
  }
  const part = words.parts.firstIn(folded, from, value.pre.end);
  // `đạt 98,5%; | riêng | trẻ 5 tuổi đạt 99,9%`: the part word begins what stands behind the semicolon.
  if (!part || (folded.slice(from, part.start).includes(';') && !/;\s*$/.test(folded.slice(from, part.start)))) return null;
  // `tỷ lệ giải ngân đạt 100%; riêng | các dự án cao tốc hoàn thành | 3.000 km`: no part of a share.
  if (isShareUnit(state.previous.unit) && value.quantity.unit && !isShareUnit(value.quantity.unit.symbol) && value.pre.start < value.pre.end) return null;
  const semicolon = folded.indexOf(';', part.start);
  // `trong đó: nông nghiệp 310 tỷ đồng; | công nghiệp 580 tỷ đồng`: behind a colon the whole list tells the parts.
  const listed = /^ ?:/.test(folded.slice(part.end, part.end + 2)) && value.depth === 0;
  state.anchor = { draft: state.previous, until: semicolon === -1 || listed ? sentence.end : Math.max(semicolon, value.depth > 0 ? folded.indexOf(')', value.quantity.end) : 0) };
  return state.previous;
}

/** `Diện tích lúa 103.607 ha (| vụ xuân | 58.853 ha, hè thu 44.290 ha)`: the end of a bracket that tells the parts of the value before it; null where it tells something else. */
function bracketOf({ folded, words, tools }: SentenceView, { value: whole, unit }: TargetDraft, { pre, depth, quantity }: Value): number | null {
  if (depth === 0 || pre.start >= pre.end) return null;
  const open = folded.lastIndexOf('(', pre.start);
  if (open < whole.end || folded.slice(whole.end, open).trim() !== '' || afterBlanks(folded, open + 1) !== pre.start) return null;
  if (words.baseBrackets.startingAt(folded, pre.start) || words.resultBrackets.startingAt(folded, pre.start) || unitKind(quantity, tools) !== kindOfUnit(unit, tools)) return null;
  const close = folded.indexOf(')', quantity.end);
  return close === -1 ? null : close;
}

function kindOfUnit(symbol: string | null, tools: SentenceView['tools']): string | null {
  const listed = symbol === null ? null : tools.units.named(symbol)?.unit;
  return listed ? tools.units.canonical(listed).unit : symbol;
}

/** `giá trị sản xuất đạt 245.000 tỷ đồng, | tốc độ tăng bình quân | 14,5%/năm`: the growth of what the value before tells of. */
export function growthName({ folded, text, words }: SentenceView, { pre, lead }: Value, previous: string): string | null {
  const growth = words.growthHeads.startingAt(folded, pre.start, lead.start);
  if (!growth || growth.end < pre.end) return null;
  return words.growthHeads.startingAt(fold(previous), 0) ? previous : `${text.slice(pre.start, growth.end)} ${previous.charAt(0).toLowerCase()}${previous.slice(1)}`;
}

/** `khởi công 03 dự án nhà ở xã hội | với | quy mô 1.250 căn`: whose size it is. */
export function companionOf(sentence: SentenceView, { pre }: Value, { name, value, unit }: TargetDraft): string | null {
  const { folded, words } = sentence;
  const end = folded.slice(0, pre.start).trimEnd().length;
  const longest = folded.charAt(end - 1) === '(' ? LONGEST_BRACKETED : LONGEST_COMPANION;
  if ((unit === '%' && folded.charAt(end - 1) !== '(') || folded.slice(pre.start, pre.end).split(' ').length > longest) return null;
  // `xử lý trên 70% nước thải (| công suất | 20.000 m³/ngày đêm)`
  const bracketed = folded.charAt(end - 1) === '(' && /^ ?[\p{L} ]*\($/u.test(folded.slice(value.end, end));
  if (!bracketed && (!words.companions.endingAt(folded, end, value.end) || /[,;:()]/.test(folded.slice(value.end, end)))) return null;
  return countedIn(sentence, name);
}

/** What a count counts: `dự án mới` in `Số dự án mới (thu hút)`. */
export function countedIn({ words }: SentenceView, name: string): string {
  const counted = `${words.countHead} `;
  return (name.startsWith(counted) ? name.slice(counted.length) : name).replace(/ ?\([^()]{0,200}\)/g, '');
}

/** Syllables of a name that says too little. */
const SHORT = 2;

/** `kiềm chế số vụ tai nạn giao thông, giảm 5% | số vụ`: the fuller name that stands before. */
export function fullerName({ folded, text, start, holes, words }: SentenceView, name: string, before: number): string {
  if (name.split(' ').length > SHORT) return name;
  const at = folded.slice(start, before).indexOf(`${fold(name)} `);
  if (at === -1) return name;
  let end = start + at;
  while (
    end < before &&
    /[\p{L}\s-]/u.test(folded.charAt(end)) &&
    !holes.some((hole) => hole.start === end) &&
    !(folded.charAt(end - 1) === ' ' && words.lead.startingAt(folded, end))
  )
    end++;
  return text.slice(start + at, end).trim();
}

/** `Năng suất cà phê 28 tạ/ha, | sản lượng | 68.000 tấn`: of what the head before is. */
export function objectOf({ folded, words }: SentenceView, { pre }: Value, { name, value }: TargetDraft): string | null {
  const own = words.sharedHeads.startingAt(folded, pre.start, pre.end);
  const before = words.sharedHeads.startingAt(fold(name), 0);
  if (!own || own.end < pre.end || !before || words.ratioHeads.startingAt(folded, pre.start) || folded.slice(value.end, pre.start).includes(';')) return null;
  const object = name.slice(before.end).trim();
  return object === '' || words.ratioHeads.startingAt(fold(name), 0) ? null : object;
}
