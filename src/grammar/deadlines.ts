import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Deadline } from '../model/assignments.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';
import { dateGrammar } from './dates.ts';
import { anyOf } from './words.ts';

export interface DeadlineGrammar {
  /** The deadline of a clause: "hoàn thành trước ngày 30/6/2025", "định kỳ hằng quý"; null where it names none. */
  inClause(text: string, folded: string): Deadline | null;
  /** What a cell or a line "Thời gian thực hiện: …" says: "2023-2030", "Quý II/2024", "Thường xuyên". */
  ofCell(text: string): Deadline | null;
  /** True for hours of a day: a column of them is the programme of a meeting. */
  isHours(text: string): boolean;
}

type Found = Deadline & { start: number };

const YEARS = /^(?<from>(?:19|20)\d\d)(?:\s?[-–]\s?(?<to>(?:19|20)\d\d))?$/;
/** "năm 2024 - 2029", "giai đoạn 2024-2029": two years with words before them. */
const WORDED_YEARS = /^(?:\p{L}{2,6} ){1,3}(?<from>(?:19|20)\d\d)\s?[-–]\s?(?<to>(?:19|20)\d\d)$/u;
/** "6/2025", "03-2025": in a column of deadlines a month and its year. */
const MONTH = /^(?<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?<y>(?:19|20)\d\d)$/;
const LEAD = 36;
/** "2024-06" */
const MONTH_LENGTH = 7;
const DIGIT = /\d/;
/** "1/3 - 15/3/2025" alone may be a fraction or a number: a day in a sentence has words with it. */
const LETTER = /\p{L}/u;
const LONGEST_CELL = 120;

/** Deadlines (domain reference 5.2); `from` and `to` are as precise as printed. */
export const deadlineGrammar: (knowledge: Pick<Knowledge, 'dates' | 'roles'>) => DeadlineGrammar = compiledOnce((knowledge) => {
  const { deadlines } = knowledge.roles;
  const dates = dateGrammar(knowledge);
  const recurring = new RegExp(deadlines.recurring.pattern, 'gu');
  const vague = new Set(deadlines.vague.map(fold));
  const days = new RegExp(deadlines.days.pattern, 'u');
  const day = new RegExp(deadlines.day.pattern, 'u');
  const yearly = new RegExp(deadlines.yearly.pattern, 'u');
  const half = new RegExp(deadlines.half.pattern, 'u');
  const hours = new RegExp(deadlines.hours.pattern, 'u');
  const relative = new RegExp(deadlines.relative.pattern, 'u');
  const lead = new RegExp(`(?:^|[^\\p{L}])(?<lead>${anyOf(deadlines.leads)})(?:\\s${deadlines.clock.pattern})?\\s?$`, 'u');
  const before = new RegExp(`(?<!\\p{L})${anyOf(deadlines.before)}(?!\\p{L})`, 'u');
  const startsWithLead = new RegExp(`^${anyOf(deadlines.leads)}(?!\\p{L})`, 'u');

  const leadBefore = (folded: string, at: number): { word: string; start: number } | null => {
    const words = folded.slice(Math.max(0, at - LEAD), at);
    const found = lead.exec(words)?.groups?.lead;
    return found === undefined ? null : { word: found, start: at - (words.length - words.lastIndexOf(found)) };
  };

  /** Days and months behind a word that makes them a deadline; every one of them where `bare`. */
  const fromDates = (text: string, folded: string, bare: boolean): Found | null => {
    for (const date of dates.find(folded)) {
      const leading = leadBefore(folded, date.start);
      if (date.iso === null || (!leading && !bare)) continue;
      const start = leading?.start ?? date.start;
      // A month alone is all of it, as "6/2025" is; a day alone is the last one.
      const isBefore = leading === null ? date.iso.length > MONTH_LENGTH : before.test(leading.word);
      return { start, raw: text.slice(start, date.end), from: isBefore ? null : date.iso, to: date.iso, kind: isBefore ? 'by' : 'in' };
    }
    return null;
  };

  const fromHorizons = (text: string, folded: string, bare: boolean): Found | null => {
    const horizons = dates.findHorizons(folded, dates.find(folded));
    let best: Found | null = null;
    for (const [index, horizon] of horizons.entries()) {
      if (horizon.kind === 'vision' || horizon.kind === 'term' || horizon.kind === 'impossible' || horizon.kind === 'recurring' || horizon.kind === 'date') continue;
      const raw = text.slice(horizon.start, horizon.end);
      const leading = startsWithLead.test(folded.slice(horizon.start, horizon.end)) ? { start: horizon.start } : leadBefore(folded, horizon.start);
      // "giai đoạn 2021-2025" and a horizon with a vision behind it belong to the name of a programme.
      if (!bare && (!leading || horizon.kind === 'period' || horizons[index + 1]?.kind === 'vision')) continue;
      const start = leading?.start ?? horizon.start;
      const quarter = horizon.from !== null && horizon.to !== null && horizon.from.slice(5) !== '01-01';
      const whole = quarter || (horizon.from?.endsWith('01-01') && horizon.to?.endsWith('03-31'));
      const cut = (iso: string | null) => iso?.slice(0, whole ? 7 : 4) ?? null;
      const kind = horizon.kind === 'after' ? 'from' : horizon.kind === 'in' && /\d/.test(raw) ? 'in' : horizon.kind;
      const found: Found = { start, raw: text.slice(start, horizon.end), from: cut(horizon.from), to: cut(horizon.to), kind };
      if (whole) return found;
      // "… phát triển từ năm 2013, trình … trước năm 2015": a beginning is a time only where there is no end.
      if (!best || (best.kind === 'from' && kind !== 'from')) best = found;
    }
    return best;
  };

  const plain = (text: string, folded: string, pattern: RegExp, kind: Deadline['kind']): Found | null => {
    const match = pattern.exec(folded);
    return match && { start: match.index, raw: text.slice(match.index, match.index + match[0].length), from: null, to: null, kind };
  };

  /** The first time that comes again and again, a definite one before "thường xuyên"; with the day of each year that stands elsewhere in the clause. */
  const fromRecurring = (text: string, folded: string): Found | null => {
    let found: RegExpMatchArray | null = null;
    for (const match of folded.matchAll(recurring)) {
      if (!found || (vague.has(found[0]) && !vague.has(match[0]))) found = match;
    }
    if (!found) return null;
    const start = found.index ?? 0;
    const raw = text.slice(start, start + found[0].length);
    const once = DIGIT.test(found[0]) || vague.has(found[0]) ? null : yearly.exec(folded);
    return { start, raw: once ? `${raw} … ${text.slice(once.index, once.index + once[0].length)}` : raw, from: null, to: null, kind: 'recurring' };
  };

  const fromHalf = (text: string, folded: string): Found | null => {
    const match = half.exec(folded);
    const { half: part, y } = match?.groups ?? {};
    if (!match) return null;
    const [first, last] = part === deadlines.second_half ? ['07', '12'] : ['01', '06'];
    return { start: match.index, raw: text.slice(match.index, match.index + match[0].length), from: `${y}-${first}`, to: `${y}-${last}`, kind: 'in' };
  };

  /** "từ ngày 01/11 đến ngày 18/11/2025": the first day has month and year of the last where it names none. */
  const fromDays = (text: string, folded: string, bare: boolean): Found | null => {
    const match = days.exec(folded);
    const { d1, m1, y1, d2, m2, y2 } = match?.groups ?? {};
    if (!match || !d1 || !d2 || !m2 || !y2 || !(bare || LETTER.test(match[0]))) return null;
    const iso = (d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    const [from, to] = [iso(d1, m1 ?? m2, y1 ?? y2), iso(d2, m2, y2)];
    if (!isDay(from) || !isDay(to) || from > to) return null;
    return { start: match.index, raw: text.slice(match.index, match.index + match[0].length), from, to, kind: 'period' };
  };

  /** The first of the deadlines a text names, the more definite before the vaguer. */
  const search = (text: string, folded: string, bare: boolean): Found | null => {
    // All but what comes again and again and some horizons has a figure.
    const again = fromRecurring(text, folded);
    if (!DIGIT.test(folded)) return again ?? fromHorizons(text, folded, bare);
    if (again && !vague.has(fold(again.raw))) return again;
    return (
      fromDays(text, folded, bare) ??
      fromDates(text, folded, bare) ??
      fromHalf(text, folded) ??
      fromHorizons(text, folded, bare) ??
      plain(text, folded, day, 'by') ??
      plain(text, folded, relative, 'relative') ??
      again
    );
  };

  const finish = (found: Found | null): Deadline | null => found && { raw: found.raw.replace(/\s+/g, ' ').trim(), from: found.from, to: found.to, kind: found.kind };

  return {
    inClause: (text, folded) => finish(search(text, folded, false)),
    isHours: (text) => hours.test(fold(text.trim())),
    ofCell(cell) {
      const text = withoutMark(cell.trim().slice(0, LONGEST_CELL));
      if (text === '') return null;
      const years = (YEARS.exec(text) ?? WORDED_YEARS.exec(text))?.groups;
      if (years?.from) return { raw: text, from: years.from, to: years.to ?? years.from, kind: years.to ? 'period' : 'in' };
      const { m, y } = MONTH.exec(text)?.groups ?? {};
      if (m && y) return { raw: text, from: `${y}-${m.padStart(2, '0')}`, to: `${y}-${m.padStart(2, '0')}`, kind: 'in' };
      const folded = fold(text);
      const found = search(text, folded, true);
      return { raw: text, from: found?.from ?? null, to: found?.to ?? null, kind: found?.kind ?? 'open' };
    },
  };
});

function withoutMark(cell: string): string {
  return cell.endsWith('.') || cell.endsWith(';') ? cell.slice(0, -1).trimEnd() : cell;
}

function isDay(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}
