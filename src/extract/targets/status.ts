import type { Quantity } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { Period } from '../../model/targets.ts';
import type { Passage } from '../passage.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import { afterBlanks } from './sentence-view.ts';

const LONGEST_STATE = 160;
const NAME_BEHIND = /^ ?(?:\([^()]{0,200}\) ?)?: ?$/;
/** What is counted is named in no more letters before its state. */
const LONGEST_COUNTED = 60;

/**
 * States to be reached by a year, without a number (domain reference 6.2): `Đến năm 2030, thị xã Hồng Lĩnh | trở thành | thành phố
 * phía Bắc của tỉnh`. Outside of a section of targets `hoàn thành …` is a task and none.
 */
export function readStates(
  passage: Passage,
  start: number,
  end: number,
  horizons: readonly Horizon[],
  governing: readonly Period[],
  quantities: readonly Quantity[],
  context: SentenceContext,
  words: TargetWords,
): TargetDraft[] {
  if (context.inPast) return [];
  // "CHỈ TIÊU TRƯỜNG ĐẠT CHUẨN QUỐC GIA" is a heading.
  if (!/\p{Ll}/u.test(passage.text.slice(start, end))) return [];
  const drafts: TargetDraft[] = [];
  for (let at = start; at < end; ) {
    const verb = words.stateVerbs.firstIn(passage.folded, at, end);
    if (!verb) break;
    const draft = readState(passage, at, end, verb, horizons, governing, quantities, context, words);
    if (draft && !quantities.some((quantity) => isCountedState(passage.folded, quantity, draft, words))) drafts.push(draft);
    at = draft ? draft.clause.end : verb.end;
  }
  return drafts;
}

/** Where the words begin that a conjunction joins to a value right before them; null where none does. */
function joinedBehind(folded: string, { end, noun }: Quantity, limit: number, words: TargetWords): number | null {
  const and = noun ? null : words.conjunctions.startingAt(folded, afterBlanks(folded, end), limit);
  return and ? afterBlanks(folded, and.end) : null;
}

/** `100% | xã, thị trấn | đạt chuẩn phổ cập giáo dục`: the state is what the value counts, not one of its own. */
function isCountedState(folded: string, quantity: Quantity, { clause }: TargetDraft, words: TargetWords): boolean {
  // `tỷ lệ thôn đạt chuẩn nông thôn mới kiểu mẫu | 1,8%`: the name of the value in it.
  if (quantity.start > clause.start && quantity.end <= clause.end) return true;
  // `Số thôn đạt chuẩn nông thôn mới (theo …): | 4/9 thôn`: the name of what follows.
  if (quantity.start >= clause.end) return NAME_BEHIND.test(folded.slice(clause.end, quantity.start));
  if (quantity.end < clause.start - LONGEST_COUNTED) return false;
  // `tỷ lệ hộ nghèo dưới 2% và | đạt chuẩn nông thôn mới`
  if (joinedBehind(folded, quantity, clause.start + 1, words) !== null) return false;
  const between = folded.slice(quantity.end, clause.start);
  if (!/[;,]/.test(between)) return quantity.start >= clause.start - 30;
  return /^ ?\p{L}[^;:.()]*$/u.test(between) && !words.predicates.firstIn(folded, quantity.end, clause.start) && !words.clauseVerbs.firstIn(folded, quantity.end, clause.start);
}

function readState(
  passage: Passage,
  start: number,
  end: number,
  verb: { start: number; end: number; value: { task: boolean } },
  horizons: readonly Horizon[],
  governing: readonly Period[],
  quantities: readonly Quantity[],
  context: SentenceContext,
  words: TargetWords,
): TargetDraft | null {
  const { folded, text } = passage;
  if (verb.value.task && !context.inGoals) return null;
  const own =
    horizons.find((horizon) => horizon.start >= verb.end && !/[,;]/.test(folded.slice(verb.end, horizon.start))) ??
    [...horizons].reverse().find((horizon) => horizon.end <= verb.start);
  const periods = own ? own.periods : !verb.value.task && (context.periodsFrom === 'lead' || context.inGoals) ? [...governing] : [];
  if (periods.length === 0) return null;
  if (context.issueYear !== null && periods.every((period) => (period.to ?? period.from ?? 0) < (context.issueYear as number))) return null;
  const past = words.past.firstIn(folded, start, verb.start);
  if (past) return null;
  const value = quantities.findLast((quantity) => quantity.end <= verb.start);
  const joined = value ? joinedBehind(folded, value, verb.end, words) : null;
  const clauseStart = Math.max(start, joined ?? 0, ...[';', ',', ':'].map((mark) => folded.lastIndexOf(mark, verb.start - 1) + 1));
  const subject = trimName(folded, clauseStart, verb.start, words, horizons);
  let stateEnd = verb.end;
  for (; stateEnd < end && stateEnd - verb.end < LONGEST_STATE; stateEnd++) {
    const char = folded.charAt(stateEnd);
    if (char === ';' || char === '(' || (char === '.' && /\s|^$/.test(folded.charAt(stateEnd + 1)))) break;
    if (char !== ',') continue;
    const next = stateEnd + 1 + (/^\s*/.exec(folded.slice(stateEnd + 1, stateEnd + 4))?.[0].length ?? 0);
    if (
      words.leadWords.startingAt(folded, next, end) ||
      words.clauseVerbs.startingAt(folded, next, end) ||
      words.stateVerbs.startingAt(folded, next, end) ||
      horizons.some((horizon) => horizon.start >= stateEnd && horizon.start <= next + 1)
    )
      break;
    if (words.stateVerbs.firstIn(folded, next, Math.min(end, next + 60))) break;
  }
  if (folded.charAt(stateEnd - 1) === '.') stateEnd--;
  // "Chỉ tiêu trường đạt chuẩn quốc gia giao các xã:" tells what stands below.
  if (words.goalHeadings.startingAt(folded, start) && folded.slice(start, stateEnd).trimEnd().endsWith(':') && folded.slice(stateEnd, end).trim() === '') return null;
  const tail = wordsOf(text, verb.end, stateEnd, horizons);
  const object = wordsOf(text, verb.start, stateEnd, horizons);
  if (tail.split(' ').length < 2) return null;
  const subjectWords = wordsOf(text, subject.start, subject.end, horizons);
  const name = subjectWords === '' ? object : `${subjectWords} ${object}`;
  return {
    name,
    context: object,
    part: false,
    scope: null,
    area: { passage, start: subjectWords === '' ? verb.start : subject.start, end: stateEnd },
    periods,
    comparator: 'status',
    low: null,
    high: null,
    unit: null,
    approximate: false,
    modality: words.modality.firstIn(folded, start, verb.end)?.value ?? context.modality,
    state: object,
    change: null,
    flags: own ? [] : ['year-inherited'],
    value: { passage, start: verb.start, end: stateEnd },
    clause: { passage, start: subjectWords === '' ? verb.start : subject.start, end: stateEnd },
    further: [],
  };
}
