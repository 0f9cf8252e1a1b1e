import type { TargetWords } from '../../grammar/target-words.ts';
import type { Period } from '../../model/targets.ts';
import { referredTo } from './back-references.ts';
import { isTarget } from './commitment.ts';
import type { TargetDraft } from './draft.ts';
import { draftOf } from './measure.ts';
import { type Naming, nameOf, sentenceLead } from './naming.ts';
import { attachHorizons } from './periods.ts';
import { afterBlanks, type SentencePlace, type SentenceView, type Value } from './sentence-view.ts';
import { readStates } from './status.ts';
import { placeValues } from './values.ts';
import { viewSentence } from './view-sentence.ts';

export interface SentenceResult {
  drafts: TargetDraft[];
  /** The periods that govern what follows in the same item. */
  periods: Period[];
}

/**
 * The targets of one sentence (domain reference 6.1, 6.4). Each value finds its bound and verb before it, its unit behind it, its
 * indicator in the words before it, else behind it, else in the value before; and its year by the nearest horizon of its clause.
 *
 *     Đến năm 2025, | tỷ lệ đô thị hóa | đạt trên | 40% |; | đến năm 2030 | đạt | 45%
 */
export function readSentence(...place: SentencePlace): SentenceResult {
  const [passage, start, end, allHorizons, , context, tools] = place;
  const { folded } = passage;
  const { words } = tools;
  // Neither a year, nor a section of targets, nor a word of will: whatever figures it has, nothing is promised.
  const governed = context.inGoals || context.periodsFrom === 'lead' || allHorizons.some((span) => span.start >= start && span.end <= end);
  if (!governed && !words.modality.firstIn(folded, start, end)) return { drafts: [], periods: context.periods };
  // A sentence without a figure sets a state at most.
  if (!hasDigit(folded, start, end)) {
    const own = allHorizons.filter((span) => span.start >= start && span.end <= end);
    return { drafts: readStates(passage, start, end, own, context.periods, [], context, words), periods: context.periods };
  }
  const sentence = viewSentence(...place);
  const { horizons, quantities, leading, governing } = sentence;
  const result: SentenceResult = { drafts: [], periods: governing };
  if (context.inGoals || horizons.length > 0) result.drafts.push(...readStates(passage, start, end, horizons, governing, quantities, context, words));
  const values = quantities.length > 0 ? placeValues(sentence) : [];
  const [first] = values;
  if (!first) return { drafts: result.drafts, periods: announced(sentence) ?? governing };
  attachHorizons(sentence, values);
  const pastAt = context.inPast ? start : pastIn(folded, start, end, words);
  const modality = words.modality.firstIn(folded, start, first.lead.start)?.value ?? context.modality;
  const naming: Naming = {
    values,
    lead: sentenceLead(sentence, first) ?? context.lead,
    previous: null,
    anchor: null,
    family: null,
    sharer: '',
    sharedOf: '',
    respective: [],
    subject: '',
  };
  // `Tốc độ tăng trưởng đạt 10,8%. | Trong đó | nông nghiệp tăng 3,4%; …`: the parts of what the sentence before told last.
  const told = words.parts.startingAt(folded, afterBlanks(folded, start), end) ? context.before?.findLast(({ comparator }) => comparator !== 'status') : undefined;
  if (told && told.value.passage === passage) {
    naming.previous = told;
    naming.anchor = { draft: told, until: end };
  }
  const referred = referredTo(sentence, values);
  for (const [index, value] of values.entries()) {
    const same = referred?.[index];
    const named = same ? { ...same, start: value.lead.start } : nameOf(sentence, naming, value, index);
    if (!named) continue;
    const draft = draftOf(sentence, value, named, naming.previous, modality);
    const committed = isTarget(sentence, value, named.name, pastAt, same !== undefined);
    if (committed) result.drafts.push(draft);
    naming.previous = committed ? draft : { ...draft, periods: [] };
  }
  const lastValue = values.at(-1) as Value;
  const last = [...horizons].reverse().find((horizon) => horizon.end > lastValue.quantity.start - FARTHEST_HORIZON);
  if (!leading && last && last.periods.length === 1 && context.periods.length === 0) result.periods = last.periods;
  return result;
}

/** `Đại hội đặt ra các chỉ tiêu cho 5 năm 2026-2030.`: the years of the goals that the sentences behind it tell; null where it announces none. */
function announced({ folded, start, end, horizons, context, words }: SentenceView): Period[] | null {
  if (!words.goalHeadings.firstIn(folded, start, end)) return null;
  const horizon = horizons.findLast(({ periods, modality }) => modality === null && periods[0]?.kind !== 'vision');
  const future = horizon?.periods.some((period) => (period.to ?? period.from ?? 0) >= (context.issueYear ?? 0));
  return horizon && future ? horizon.periods : null;
}

/** Where a sentence turns to what has been, -1 where it does not: `…; hiện có 40 trạm`, but not `bảo vệ rừng | hiện có`. */
function pastIn(folded: string, start: number, end: number, words: TargetWords): number {
  for (let at = start; ; ) {
    const past = words.past.firstIn(folded, at, end);
    if (!past) return -1;
    // `từ trên 20% | hiện nay | xuống dưới 10%`: where it stood, before a level that is to come.
    const level = words.lead.startingAt(folded, afterBlanks(folded, past.end), end)?.value.some(({ kind }) => kind === 'level');
    // `so với | ước thực hiện | năm 2024`, `bằng 106% | ước thực hiện | năm 2024`: what is compared with.
    const compared = words.base.endingAt(folded, folded.slice(0, past.start).trimEnd().length, start) !== null || folded.slice(start, past.start).endsWith('% ');
    if (
      !compared &&
      !(past.value.narrows && (isWithinRatio(folded, past.start, past.end, start, words) || isWithinShare(folded, past.start, past.end, start, end, words))) &&
      !(level && /\d\S{0,2} $/.test(folded.slice(start, past.start))) &&
      (!past.value.adjective || !/\p{L} $/u.test(folded.slice(start, past.start)))
    )
      return past.start;
    at = past.end;
  }
}

/** `tỷ lệ lao động | đã | qua đào tạo đạt 64%`: within the name of a ratio, before a word of its own. */
function isWithinRatio(folded: string, from: number, to: number, start: number, words: TargetWords): boolean {
  const clause = Math.max(start, ...[',', ';', ':', '('].map((mark) => folded.lastIndexOf(mark, from) + 1));
  if (!words.ratioHeads.firstIn(folded, clause, from)) return false;
  return !words.lead.startingAt(folded, afterBlanks(folded, to))?.value.some(({ kind }) => kind === 'verb' || kind === 'level' || kind === 'change');
}

/** `95% người | đã | được chẩn đoán nhiễm HIV được điều trị`: of what a share is, before what is said of it. */
function isWithinShare(folded: string, from: number, to: number, start: number, end: number, words: TargetWords): boolean {
  if (!COUNTED.test(folded.slice(Math.max(start, from - LONGEST_COUNTED), from))) return false;
  const first = words.predicates.startingAt(folded, afterBlanks(folded, to), end);
  const next = first && words.predicates.firstIn(folded, first.end, end);
  return next !== null && next !== undefined && !/[,;:.]/.test(folded.slice(to, next.start));
}

/** A share and what it is of: `95% người`. */
const COUNTED = /% \p{L}[\p{L} ]{1,30}$/u;
const LONGEST_COUNTED = 34;

/** A horizon farther before the last value than this does not govern the next sentence. */
const FARTHEST_HORIZON = 400;

function hasDigit(folded: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = folded.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
