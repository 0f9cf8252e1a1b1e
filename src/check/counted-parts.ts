import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../resolve/digest.ts';

/** A number that counts something, as printed: "02 đô thị loại II". */
export interface Counted {
  value: number;
  printed: string;
  /** Place of the number. */
  place: Place;
}

/** A number and those it is made of, or one that is a part of it. */
export interface WholeAndParts {
  whole: Counted;
  /** What is counted: "đô thị", "tỷ đồng". */
  unit: string;
  parts: Counted[];
  /** "khoảng 21 đô thị": the parts need not add up. */
  approximate: boolean;
  /** "trong đó": some of the parts; all of them are more. */
  partial: boolean;
}

/** How far before and behind the joining words their sentence is read. */
const BEFORE = 120;
const BEHIND = 600;
const COUNT = '\\d{1,3}(?:\\.\\d{3}){1,4}(?:,\\d{1,4})?|\\d{1,9}(?:,\\d{1,4})?';
const COUNTS = new RegExp(`(?<![\\d.,/])(?:${COUNT})(?![\\d%‰/.-]|,\\d)`, 'gu');
const PART = new RegExp(`^[^\\d.;]{0,30}?(?<count>${COUNT})\\s(?<words>\\p{L}[^\\d,.;:(]{0,40})`, 'u');
/** A sentence ends with its stop; "1.200" has none. */
const END = /\.(?!\d)|\n/u;
const BRACKETS = /\([^()\n]{0,300}\)/gu;

const joiningWords = compiledOnce(({ checks, targets }: Pick<Knowledge, 'checks' | 'targets'>) => ({
  sum: checks.sum_leads,
  part: checks.part_leads,
  approximate: targets.approximate,
}));

/** "có 21 đô thị, gồm: 02 đô thị loại II, 01 đô thị loại III, …", "125 tỷ đồng, trong đó: …": every list of parts in the text whose members are all counted in the unit of the whole. */
export function* sumsIn(text: string, knowledge: Pick<Knowledge, 'checks' | 'targets'>): Generator<WholeAndParts> {
  const words = joiningWords(knowledge);
  const leads = [...placesOf(text, words.sum)].map((place) => ({ place, partial: false })).concat([...placesOf(text, words.part)].map((place) => ({ place, partial: true })));
  for (const {
    place: [start, end],
    partial,
  } of leads) {
    const whole = wholeBefore(text, start, words.approximate);
    if (!whole) continue;
    const behind = untilNextTotal(sentenceBehind(text, end), words.sum);
    if (words.part.some((word) => behind.includes(word)) || (partial && words.sum.some((word) => behind.includes(word)))) continue;
    const parts = listOf(behind, whole, partial ? SYLLABLES_OF_A_WORD : 1);
    if (parts === null || parts.length < 2) continue;
    yield { ...whole, partial, parts: parts.map((part) => ({ ...part, place: [part.place[0] + end, part.place[1] + end] })) };
  }
}

/** "60 xã đạt chuẩn nông thôn mới, trong đó có 20 xã đạt chuẩn nâng cao": every whole with the first part named of it in the same unit. */
export function* partsIn(text: string, knowledge: Pick<Knowledge, 'checks' | 'targets'>): Generator<WholeAndParts> {
  const words = joiningWords(knowledge);
  for (const [start, end] of placesOf(text, words.part)) {
    const { count, words: named } = PART.exec(sentenceBehind(text, end))?.groups ?? {};
    if (count === undefined || named === undefined) continue;
    const before = clauseBefore(text, start);
    const last = [...before.matchAll(COUNTS)].at(-1);
    if (!last) continue;
    const unit = commonStart(before.slice(last.index + last[0].length), named);
    if (unit === '') continue;
    const at = text.indexOf(count, end);
    const from = start - before.length + last.index;
    yield {
      whole: { value: numberOf(last[0]), printed: last[0], place: [from, from + last[0].length] },
      unit,
      parts: [{ value: numberOf(count), printed: count, place: [at, at + count.length] }],
      approximate: false,
      partial: true,
    };
  }
}

/** The number and unit that the joining words stand right behind. */
function wholeBefore(text: string, start: number, approximate: readonly string[]): Omit<WholeAndParts, 'parts' | 'partial'> | null {
  const before = clauseBefore(text, start);
  const last = [...before.matchAll(COUNTS)].at(-1);
  if (!last) return null;
  const unit = before
    .slice(last.index + last[0].length)
    .replace(/[,:\s]{1,4}$/u, '')
    .trim();
  if (!/^\p{L}[\p{L} ]{0,40}$/u.test(unit)) return null;
  const from = start - before.length + last.index;
  const lead = before.slice(0, last.index).trimEnd().toLowerCase();
  return { whole: { value: numberOf(last[0]), printed: last[0], place: [from, from + last[0].length] }, unit, approximate: approximate.some((word) => lead.endsWith(word)) };
}

/**
 * The parts named behind a total. Where commas stand between them the first semicolon ends the list ("25.000 tỷ đồng, trong đó: thu nội địa
 * 22.500 tỷ đồng, thu xuất nhập khẩu 2.500 tỷ đồng; chi ngân sách địa phương 31.200 tỷ đồng"), unless what stands behind it completes the total.
 */
function listOf(behind: string, { whole, unit }: Pick<WholeAndParts, 'whole' | 'unit'>, shared: number): Counted[] | null {
  const all = membersOf(behind, unit, shared);
  const semicolon = behind.indexOf(';');
  if (semicolon === -1 || (all !== null && totalOf(all) === whole.value)) return all;
  const first = membersOf(behind.slice(0, semicolon), unit, shared);
  return first !== null && first.length > 1 ? first : all;
}

/** What counted things come to together. */
export function totalOf(parts: readonly Counted[]): number {
  return Math.round(parts.reduce((total, { value }) => total + value, 0) * 1e4) / 1e4;
}

/** The members of a list, each with one number before the unit or what begins like it; null where a member has none or several. Places are from the beginning of the list. */
function membersOf(list: string, unit: string, shared: number): Counted[] | null {
  // What stands in brackets is kept blank, so that places stay true.
  const plain = list.replace(BRACKETS, (inside) => ' '.repeat(inside.length));
  const members: Counted[] = [];
  for (const member of plain.matchAll(/(?:[^,;]|,\d){1,300}/gu)) {
    for (const piece of member[0].matchAll(/(?:(?!\svà\s).){1,300}/gsu)) {
      const text = piece[0];
      if (text.trim() === '' || text.trim() === 'và') continue;
      const counts = [...text.matchAll(COUNTS)];
      const [count] = counts;
      if (!count || counts.length > 1) return null;
      if (!beginLike(text.slice(count.index + count[0].length).trim(), unit, shared)) return null;
      const from = member.index + piece.index + count.index;
      members.push({ value: numberOf(count[0]), printed: count[0], place: [from, from + count[0].length] });
    }
  }
  return members;
}

/** A word has two syllables, mostly: "sản phẩm biển" are "sản phẩm du lịch", "sản lượng" is none. Behind "gồm", which leaves nothing out, one is enough: "xã". */
const SYLLABLES_OF_A_WORD = 2;

/** True where what a member counts begins with the unit of the whole, or with so many syllables of it. */
function beginLike(words: string, unit: string, shared: number): boolean {
  if (words.startsWith(unit)) return true;
  const [mine, theirs] = [words.split(/\s+/), unit.split(/\s+/)];
  return theirs.length >= shared && theirs.slice(0, shared).every((syllable, at) => syllable === mine[at]);
}

/** Every place of joining words, the longest words first. */
function* placesOf(text: string, words: readonly string[]): Generator<Place> {
  const found: Place[] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (/[\s,(]/u.test(text[at - 1] ?? '') && /[\s:,]/u.test(text[end] ?? '') && !found.some(([start, stop]) => at < stop && start < end && stop - start > end - at))
        found.push([at, end]);
    }
  }
  yield* found;
}

/** The words of the clause before an offset. */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  let from = 0;
  for (const stop of before.matchAll(/[;:\n]|\.(?!\d)/gu)) from = stop.index + 1;
  return before.slice(from);
}

function sentenceBehind(text: string, end: number): string {
  const behind = text.slice(end, end + BEHIND);
  const stop = END.exec(behind)?.index ?? behind.length;
  return behind.slice(0, stop).replace(/^[:,]/u, ' ');
}

/** "02 đô thị loại II, …, đến năm 2030 khoảng 34 đô thị, gồm …": a list ends where the total of the next one is named. */
function untilNextTotal(list: string, sumLeads: readonly string[]): string {
  const [next] = [...placesOf(list, sumLeads)].sort(([a], [b]) => a - b);
  if (!next) return list;
  const before = list.slice(0, next[0]);
  const total = [...before.matchAll(COUNTS)].at(-1)?.index ?? 0;
  return before.slice(0, Math.max(0, before.lastIndexOf(',', total), before.lastIndexOf(';', total)));
}

/** The words with which both begin: "xã" of "xã đạt chuẩn nông thôn mới" and "xã đạt chuẩn nâng cao" is enough. A ratio ("m²/người") is none. */
function commonStart(a: string, b: string): string {
  const [one, other] = [a, b].map((words) => words.trim().split(/[\s,]{1,4}/u)) as [string[], string[]];
  if (one[0] !== other[0] || !/^\p{L}{1,12}$/u.test(one[0] ?? '')) return '';
  let length = 1;
  while (length < 3 && one[length] !== undefined && one[length] === other[length]) length++;
  return one.slice(0, length).join(' ');
}

/** "1.200,5" → 1200.5 */
function numberOf(printed: string): number {
  return Number(printed.replace(/\./g, '').replace(',', '.'));
}
