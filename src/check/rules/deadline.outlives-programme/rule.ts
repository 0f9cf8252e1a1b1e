import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Deadline } from '../../../model/assignments.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { DateMention } from '../../../model/facts.ts';
import type { Place } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { placeOfDeadline } from '../../words-at.ts';

/** Tasks that run on after the programme they carry out has ended: `2023-2030` for "thực hiện chương trình … giai đoạn 2021 - 2025". */
export const rule: DocumentRule = {
  name: 'deadline.outlives-programme',
  *checkDocument(document, knowledge) {
    const spoken = wordsOf(knowledge);
    const sides: OwnSide[] = [];
    const pairs = new Set<string>();
    for (const { deadline, place, task } of dueTasks(document)) {
      const ended = endedProgrammes(document, task, place, deadline, spoken);
      if (ended.length === 0) continue;
      sides.push({ place, value: deadline.to }, ...ended.map(({ evidence, to }): OwnSide => ({ place: [evidence.start, evidence.end], value: to })));
      for (const { raw } of ended) pairs.add(`${deadline.raw} (${raw})`);
    }
    if (pairs.size > 0) yield { subject: '', values: { pairs: [...pairs].join('; ') }, sides, verdict: null };
  },
};

const ENDS: ReadonlySet<Deadline['kind']> = new Set(['by', 'in', 'before', 'period']);
const HORIZONS: ReadonlySet<DateMention['kind']> = new Set(['by', 'in', 'period', 'vision']);
/** So far before its period a programme and what is done with it are looked for. */
const REACH = 400;
/** A sentence says so few words beside its deadline where it is about what was said before: "Thời gian hoàn thành: năm 2029." */
const FEW_WORDS = 4;
/** "triển khai " before the words of a task. */
const LEAD_IN = 24;
/** `. ` before a capital: what stands before speaks of something else. `khoản 1. Điều` is cut too soon, which is no harm. */
const SENTENCE_END = /[.!?]\s+(?=[\p{Lu}+-])/gu;
const CLAUSE_END = /[.!?]\s+(?=[\p{Lu}+-])|[;\t\n]/gu;

/** Each deadline with the stretches that say what is due: its row; or its sentence from the last agency before it on, with the task of that agency where a sentence or line of its own gives the deadline. */
function* dueTasks({ text, assignments }: ExtractedDocument): Generator<{ deadline: Deadline; place: Place; task: Place[] }> {
  const due = new Map<number, { deadline: Deadline; place: Place; row: boolean; from: number; words: string }>();
  for (const { deadline, evidence, where, task } of assignments) {
    if (deadline === null || deadline.to === null || !ENDS.has(deadline.kind)) continue;
    const place = placeOfDeadline(text, deadline.raw, evidence);
    const known = due.get(place[0]) ?? { deadline, place, row: where === 'table', from: 0, words: '' };
    if (evidence.start < place[0] && evidence.start >= known.from) Object.assign(known, { from: evidence.start, words: task.text });
    due.set(place[0], known);
  }
  for (const { deadline, place, row, from, words } of due.values()) {
    if (row) yield { deadline, place, task: [lineAround(text, place)] };
    else {
      const [start, end] = sentenceAround(text, place);
      const own: Place = [Math.max(start, from), end];
      yield { deadline, place, task: [own, ...(from < start ? taskBefore(text, words, [start, end], place) : [])] };
    }
  }
}

/** "Sở Xây dựng chủ trì thực hiện Chương trình …. Thời gian hoàn thành: năm 2029": what is due stands in the sentence before, or the words of the task are found there. */
function taskBefore(text: string, words: string, [start, end]: Place, place: Place): Place[] {
  const at = text.lastIndexOf(words, start - 1);
  if (words !== '' && at !== -1 && start - at <= REACH) return [[at, at + words.length]];
  const said = text.slice(start, place[0]) + text.slice(place[1], end);
  if (said.split(/\s+/).filter(Boolean).length > FEW_WORDS) return [];
  const [line] = lineAround(text, place);
  return start > line ? [sentenceAround(text, [Math.max(line, start - 3), Math.max(line, start - 3)])] : [];
}

/** The periods of programmes that the task carries out and that end before it; none where it names a later time as well. */
function endedProgrammes(document: ExtractedDocument, task: readonly Place[], own: Place, deadline: Deadline, spoken: Spoken): DateMention[] {
  const due = Number(deadline.to?.slice(0, 4));
  // The report on the last year and the last payments are due at the beginning of the next one.
  const last = (deadline.to?.slice(5, 7) ?? '12') <= '03' && deadline.to?.length !== 4 ? due - 1 : due;
  const named = document.dates.flatMap((date) => {
    const stretch = task.find(([start, end]) => date.evidence.start >= start && date.evidence.end <= end);
    return stretch && HORIZONS.has(date.kind) && date.to !== null && !overlap(date.evidence, own)
      ? [{ date, from: stretch === task[0] ? stretch[0] : Math.max(0, stretch[0] - LEAD_IN) }]
      : [];
  });
  if (named.some(({ date: { to } }) => Number(to?.slice(0, 4)) >= last)) return [];
  return named.flatMap(({ date, from }) => {
    const before = document.text.slice(Math.max(from, date.evidence.start - REACH), date.evidence.start);
    return date.kind === 'period' && isCarriedOut(before, spoken) ? [date] : [];
  });
}

const overlap = (one: { start: number; end: number }, [start, end]: Place) => one.start < end && start < one.end;

/** True where the last words before a period name a programme, and those before it say that it is carried out: "triển khai … Kế hoạch quốc gia về …". */
function isCarriedOut(before: string, { programmes, carryingOut, lookingBack }: Spoken): boolean {
  let from = 0;
  for (const match of before.matchAll(CLAUSE_END)) from = match.index + match[0].length;
  const clause = fold(before.slice(from));
  const programme = [...clause.matchAll(programmes)].at(-1);
  if (!programme) return false;
  const lead = clause.slice(0, programme.index);
  return carryingOut.test(lead) && !lookingBack.test(lead);
}

interface Spoken {
  programmes: RegExp;
  carryingOut: RegExp;
  lookingBack: RegExp;
}

const wordsOf: (knowledge: Pick<Knowledge, 'checks'>) => Spoken = compiledOnce(({ checks: { programmes } }) => ({
  programmes: new RegExp(`(?<!\\p{L})${anyOf(programmes.nouns)}(?!\\p{L})`, 'gu'),
  carryingOut: new RegExp(`(?<!\\p{L})${anyOf(programmes.carrying_out)}(?!\\p{L})`, 'u'),
  lookingBack: new RegExp(`(?<!\\p{L})${anyOf(programmes.looking_back)}(?!\\p{L})`, 'u'),
}));

function lineAround(text: string, [start, end]: Place): Place {
  const stop = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start) + 1, stop === -1 ? text.length : stop];
}

function sentenceAround(text: string, place: Place): Place {
  const [from, to] = lineAround(text, place);
  let start = from;
  for (const match of text.slice(from, to).matchAll(SENTENCE_END)) {
    const at = from + match.index;
    if (at >= place[1]) return [start, at];
    if (at < place[0]) start = at + match[0].length;
  }
  return [start, to];
}
