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
/** "6/2025", "03-2025": in a column of deadlines a month and its year. */
const MONTH = /^(?<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?<y>(?:19|20)\d\d)$/;
const LEAD = 36;
/** "2024-06" */
const MONTH_LENGTH = 7;
const DIGIT = /\d/;
const LONGEST_CELL = 120;

/** Deadlines (domain reference 5.2); `from` and `to` are as precise as printed. */
export const deadlineGrammar: (knowledge: Pick<Knowledge, 'dates' | 'roles'>) => DeadlineGrammar = compiledOnce((knowledge) => {
  const { deadlines } = knowledge.roles;
  const dates = dateGrammar(knowledge);
  const recurring = new RegExp(deadlines.recurring.pattern, 'u');
  const day = new RegExp(deadlines.day.pattern, 'u');
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

  const fromHalf = (text: string, folded: string): Found | null => {
    const match = half.exec(folded);
    const { half: part, y } = match?.groups ?? {};
    if (!match) return null;
    const [first, last] = part === deadlines.second_half ? ['07', '12'] : ['01', '06'];
    return { start: match.index, raw: text.slice(match.index, match.index + match[0].length), from: `${y}-${first}`, to: `${y}-${last}`, kind: 'in' };
  };

  /** The first of the deadlines a text names, the more definite before the vaguer. */
  const search = (text: string, folded: string, bare: boolean): Found | null => {
    // All but what comes again and again and some horizons has a figure.
    if (!DIGIT.test(folded)) return plain(text, folded, recurring, 'recurring') ?? fromHorizons(text, folded, bare);
    return (
      plain(text, folded, recurring, 'recurring') ??
      fromDates(text, folded, bare) ??
      fromHalf(text, folded) ??
      fromHorizons(text, folded, bare) ??
      plain(text, folded, day, 'by') ??
      plain(text, folded, relative, 'relative')
    );
  };

  const finish = (found: Found | null): Deadline | null => found && { raw: found.raw.replace(/\s+/g, ' ').trim(), from: found.from, to: found.to, kind: found.kind };

  return {
    inClause: (text, folded) => finish(search(text, folded, false)),
    isHours: (text) => hours.test(fold(text.trim())),
    ofCell(cell) {
      const text = withoutMark(cell.trim().slice(0, LONGEST_CELL));
      if (text === '') return null;
      const years = YEARS.exec(text)?.groups;
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
