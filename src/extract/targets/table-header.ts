import type { Period } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import { readCalendar } from '../dates.ts';
import type { Passage } from '../passage.ts';
import type { Column } from '../tables/logical-table.ts';
import { wordsOf } from './clean.ts';
import { findHorizons, type Horizon } from './horizons.ts';
import { isOnlyScope, scopeOf } from './sentence-view.ts';
import type { TargetTools } from './tools.ts';

const BRACKET_UNIT = /\((?<unit>[^()]{1,30})\) ?[:.]? ?$|(?<= )(?<sign>[%‰]) ?$/u;
/** In words. */
const LONGEST_MEASURE = 7;
const BARE_YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/g;

/** The years of a header, those of its lowest level that has any: `2026` below `Giai đoạn 2026 - 2030`; else bare years (`2025`). */
export function periodsOf({ levels }: Column, tools: TargetTools): Period[] {
  for (let at = levels.length - 1; at >= 0; at--) {
    const own = (levels[at] as Passage).folded;
    const periods = periodsIn(own, tools);
    if (periods.length === 0) continue;
    const [period] = periods;
    const above = levels[at - 1]?.folded.trim();
    // "Đến năm" above "2025": the words are in the upper cell, the year in this one.
    const joined = above === undefined || /\d/.test(above) || period?.kind !== 'in' ? [] : periodsIn(`${above} ${own.trim()}`, tools);
    return joined.length === 1 && joined[0]?.to === period?.to ? joined : periods;
  }
  return [];
}

function periodsIn(folded: string, tools: TargetTools): Period[] {
  const horizons = horizonsIn(folded, tools);
  if (horizons.length > 0) return horizons.at(-1)?.periods ?? [];
  const years = [...folded.matchAll(BARE_YEAR)].map((match) => Number(match[0]));
  const [first, second] = years;
  if (first === undefined) return [];
  return second !== undefined && second > first && /\d\s?[-–]\s?\d/.test(folded)
    ? [{ kind: 'during', from: first, to: second }]
    : [{ kind: 'in', from: null, to: years.at(-1) as number }];
}

function horizonsIn(folded: string, { knowledge, words }: TargetTools): Horizon[] {
  return findHorizons(folded, readCalendar(folded, knowledge), words).filter((horizon) => !horizon.base);
}

/**
 * What a header names as a part of a whole: "khu vực thành thị" in "Kế hoạch 2024 | Trong đó: khu vực thành thị" and in "Năm 2026 |
 * Thành thị"; null for another value. `opened` tells that a word such as "trong đó" points at the column before.
 */
export function partOf({ header, levels }: Column, { words }: TargetTools): { name: string; opened: boolean } | null {
  const opener = words.parts.startingAt(fold(header), 0);
  if (opener) {
    const name = header
      .slice(opener.end)
      .replace(/^[\s,:]{1,4}/, '')
      .trim();
    return name === '' ? null : { name: name.toLowerCase(), opened: true };
  }
  for (const level of levels) {
    const printed = level.folded.trim();
    const scope = scopeOf(words, printed);
    if (scope && isOnlyScope(printed, scope.name, words)) return { name: printed, opened: false };
  }
  return null;
}

/** What the lowest level of a header measures: "Diện tích" in "Năm 2025 | Diện tích (ha)", "Số trường"; null where it says but a year, a unit or that values stand below. */
export function measureOf({ levels }: Column, tools: TargetTools): string | null {
  const words = withoutYears(levels.at(-1)?.text ?? '', tools);
  // "Điểm", "Số trường" count what they name, "Tỷ lệ (%)" is of it; "Điểm" alone is but a unit.
  const measures = tools.words.heads.startingAt(fold(words), 0) !== null && tools.units.named(words) === null && !tools.columns.saysValue(words) && !tools.columns.isTotal(words);
  return measures && words.split(' ').length <= LONGEST_MEASURE ? words : null;
}

/** The level of a header that is the name of a place and nothing else: "Huyện Nam Đàn", "Diễn Châu". */
export function placeIn({ levels }: Column, { agencies }: TargetTools): Passage | null {
  return (
    levels.find(({ text, folded }) => {
      const found = agencies.placeAt(text, folded, 0);
      return found !== null && found.name !== null && found.end >= text.trimEnd().length;
    }) ?? null
  );
}

/** The words of a header or caption without its unit and years. */
export function withoutYears(header: string, tools: TargetTools): string {
  const bare = header.replace(BRACKET_UNIT, '');
  const years = [...bare.matchAll(BARE_YEAR)].map((match) => ({ start: match.index, end: match.index + 4 }));
  return wordsOf(
    bare,
    0,
    bare.length,
    [...horizonsIn(fold(bare), tools), ...years].sort((x, y) => x.start - y.start),
  );
}

/**
 * The unit that a header gives, in brackets or as its lowest level: "Kim ngạch (triệu USD)", "Mục tiêu năm 2024 | Điểm số"; that of an upper level
 * where the lower names no measure of its own: "Kế hoạch trồng rừng (ha) | Rừng sản xuất".
 */
export function unitOfHeader({ header, levels }: Column, tools: TargetTools): string | null {
  const lowest = levels.length > 1 ? levels.at(-1) : undefined;
  const own = unitBracket(header, tools)?.unit ?? (lowest === undefined ? null : (tools.units.named(lowest.text.trim())?.symbol ?? null));
  if (own !== null || lowest === undefined || tools.words.ratioHeads.startingAt(lowest.folded.trim(), 0)) return own;
  const above = levels.slice(0, -1).findLast(({ text }) => unitBracket(text, tools) !== null);
  return above === undefined ? null : (unitBracket(above.text, tools)?.unit ?? null);
}

/** Where the unit in brackets at the end of a label or header stands: "Tỷ lệ đô thị hóa | (%)". */
export function unitBracket(label: string, tools: TargetTools): { start: number; unit: string } | null {
  const bracket = BRACKET_UNIT.exec(label);
  const printed = bracket?.groups?.unit ?? bracket?.groups?.sign;
  if (!bracket || printed === undefined) return null;
  const { units, words } = tools;
  const counted = printed.trim().toLowerCase();
  const unit = units.named(printed)?.symbol ?? (words.countNouns.startingAt(counted, 0)?.end === counted.length ? counted : null);
  return unit === null ? null : { start: bracket.index, unit };
}
