import type { FoundHorizon } from '../../grammar/dates.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { Modality, Period } from '../../model/targets.ts';
import type { Calendar } from '../dates.ts';

/** A horizon as targets see it: one period, or several for one value (`vào các năm 2025, 2030`). */
export interface Horizon {
  start: number;
  end: number;
  periods: Period[];
  /** `so với năm 2020`: the year a change is measured against. */
  base: boolean;
  /** Of a full date, `trước ngày 31/12/2025`: that day. */
  day?: string;
  modality: Modality | null;
}

const FARTHEST_BASE = 40;

/** Years that follow a horizon and share its words: `năm 2025 và năm 2030`, `các năm 2025, 2030`. */
const NEXT_YEAR = /\s?(?<join>,|\S{1,4})\s(?:\p{L}{2,4}\s){0,2}(?<y>(?:19|20|21)\d\d)(?![\d/]|\s?[-–]\s?\d)/uy;

/**
 * The horizons of a stretch of folded text, in order (domain reference 5.2, 6.4). Of full dates (`trước ngày 31/12/2025`) the year
 * is the horizon. Recurring ones (`hằng năm`) and terms are none.
 */
export function findHorizons(folded: string, { dates, horizons: found }: Calendar, words: TargetWords): Horizon[] {
  const horizons: Horizon[] = [];
  for (let i = 0; i < found.length; i++) {
    const each = found[i] as FoundHorizon;
    const period = periodOf(each);
    if (!period) continue;
    const last = horizons.at(-1);
    if (last && each.start < last.end) continue;
    const horizon: Horizon = { start: each.start, end: each.end, periods: [period], base: isBase(folded, each.start, words), modality: null };
    // `định hướng đến năm 2030` is a horizon of weaker commitment, `tầm nhìn` a vision.
    const modality = period.kind === 'vision' ? (words.modality.startingAt(folded, each.start)?.value ?? null) : null;
    if (modality !== null) {
      horizon.modality = modality;
      horizon.periods = [{ ...period, kind: 'by' }];
    }
    addYears(folded, horizon, period.kind, words);
    horizons.push(horizon);
  }
  for (const date of dates) {
    const year = Number(date.iso?.slice(0, 4));
    const led = date.iso ? deadlineStart(folded, date.start, words) : null;
    if (led === null || horizons.some((other) => other.start < date.end && date.start < other.end)) continue;
    horizons.push({ day: date.iso as string, start: led, end: date.end, periods: [{ kind: 'by', from: null, to: year }], base: isBase(folded, date.start, words), modality: null });
  }
  return horizons.sort((a, b) => a.start - b.start);
}

/** Where `trước | ngày 31/12/2025` begins: the day of a letter is no horizon. */
function deadlineStart(folded: string, start: number, words: TargetWords): number | null {
  let end = start;
  while (folded.charAt(end - 1) === ' ') end--;
  return words.deadlines.endingAt(folded, end, Math.max(0, end - 30))?.start ?? null;
}

/** `so với | dự toán | năm 2025`, `gấp 2 lần | năm 2025` */
function isBase(folded: string, start: number, words: TargetWords): boolean {
  let end = start;
  while (folded.charAt(end - 1) === ' ') end--;
  if (words.base.endingAt(folded, end, Math.max(0, end - 30))) return true;
  // `bằng 106% | ước thực hiện | năm 2024`
  const result = words.results.endingAt(folded, end, Math.max(0, end - 30));
  if (result && folded.slice(0, result.start).endsWith('% ')) return true;
  const from = folded.lastIndexOf(' ', Math.max(0, end - FARTHEST_BASE)) + 1;
  const base = words.base.firstIn(folded, from, end);
  if (base)
    return (
      /^[\p{L}\s]*$/u.test(folded.slice(base.end, end)) &&
      folded.slice(base.end, end).trim().split(' ').length <= 4 &&
      !words.lead.firstIn(folded, base.end, end)?.value.some(({ kind }) => kind === 'verb')
    );
  const unit = folded.lastIndexOf(' ', end - 1);
  const figure = folded.lastIndexOf(' ', unit - 1);
  return words.multipleUnits.has(folded.slice(unit + 1, end)) && words.lead.endingAt(folded, figure)?.value.some((word) => word.kind === 'change' && word.multiple) === true;
}

/** A year that another joins by a comma is a list only where the values do not begin in between. */
function addYears(folded: string, horizon: Horizon, kind: Period['kind'], words: TargetWords): void {
  const yearAt = horizon.end - 4;
  const plural = words.pluralYears.endingAt(folded, folded.charAt(yearAt - 1) === ' ' ? yearAt - 1 : yearAt, Math.max(0, horizon.start - 4)) !== null;
  for (;;) {
    NEXT_YEAR.lastIndex = horizon.end;
    const match = NEXT_YEAR.exec(folded);
    if (!match?.groups) return;
    const end = NEXT_YEAR.lastIndex;
    const joined = match.groups.join === ',' ? plural : words.conjunctions.startingAt(folded, match.index + match[0].indexOf(match.groups.join as string)) !== null;
    const last = horizon.periods.at(-1) as Period;
    if (!joined && !(match.groups.join === ',' && !startsValue(folded, end, words))) return;
    const year = Number(match.groups.y);
    if (last.to === null || year <= last.to) return;
    horizon.periods.push({ kind: kind === 'during' ? 'in' : kind, from: null, to: year });
    horizon.end = end;
  }
}

/** True where a value follows: `…, năm 2030 đạt 45%`. */
function startsValue(folded: string, at: number, words: TargetWords): boolean {
  let next = at;
  while (/[\s,:]/.test(folded.charAt(next))) next++;
  return /[\d≥≤<>]/.test(folded.charAt(next)) || words.lead.startingAt(folded, next) !== null;
}

function periodOf({ kind, from, to }: FoundHorizon): Period | null {
  const year = (iso: string | null) => (iso === null ? null : Number(iso.slice(0, 4)));
  const [first, last] = [year(from), year(to)];
  switch (kind) {
    case 'by':
    case 'vision':
      return last === null ? null : { kind, from: null, to: last };
    case 'in':
      return last === null ? null : { kind: 'in', from: null, to: last };
    case 'before':
      return last === null ? null : { kind: 'before', from: null, to: last + 1 };
    case 'after':
      return first === null ? null : { kind: 'from', from: first, to: null };
    case 'period':
      return last === null ? null : { kind: 'during', from: first, to: last };
    default:
      return null;
  }
}
