import { anyPrinted } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { lineFlags } from '../text/line-flags.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-date';
/** A digit or one of the signs that are read for it; the longest such run is a year. */
const DIGITS = '[\\dOolI|!\\[\\]SZBÏÌÍóÓ]';
const ALL_DIGITS = /^\d+$/;
/** The place of a day that a hand filled. */
const BLANK = '[.…_]{1,8}';
const EARLIEST_YEAR = 1945;
const LATEST_YEAR = 2100;

/**
 * Corrects signs that were read for digits inside of a date: `tháng 0]` → `tháng 01`, `ngày 24/0l/2022`. Only where day, month and year
 * all stand in their places and are possible, or the day was left to a hand; a digit read for another one cannot be told. `recognized` tells which lines come from a picture.
 */
export function recognizedDateEdits(text: string, recognized: readonly boolean[], { anatomy, repairs }: Pick<Knowledge, 'anatomy' | 'repairs'>): RuledEdit[] {
  const digits = new Map(Object.entries(repairs.digit_signs));
  const day = anyPrinted(anatomy.date_words, false);
  const month = anyPrinted(anatomy.month_words, false);
  const year = anyPrinted(anatomy.year_words, false);
  const gap = '[\\s.…_]{1,8}';
  const date = new RegExp(
    `(?<!\\p{L})${day}${gap}(?:(?:(?<d>${DIGITS}{1,2})|${BLANK})${gap}${month}${gap}(?<m>${DIGITS}{1,2})${gap}${year}${gap}|(?<sd>${DIGITS}{1,2})/(?<sm>${DIGITS}{1,2})/)(?<y>${DIGITS}{4})(?![\\p{L}\\d/])`,
    'dgu',
  );
  const recognizedAt = lineFlags(text, recognized);
  const edits: RuledEdit[] = [];
  for (const { index, groups = {}, indices } of text.matchAll(date)) {
    if (!recognizedAt(index)) continue;
    const read = (name: string) => Array.from(groups[name] ?? '', (sign) => digits.get(sign) ?? sign).join('');
    const isBlank = groups.d === undefined && groups.sd === undefined;
    // Half of the month must have been read where the day says nothing: "0]", not "]".
    if (isBlank && !/\d/.test(groups.m ?? '')) continue;
    const [d, m, y] = [isBlank ? 1 : Number(read('d') || read('sd')), Number(read('m') || read('sm')), Number(read('y'))];
    if (!(d >= 1 && d <= 31 && m >= 1 && m <= 12 && y >= EARLIEST_YEAR && y <= LATEST_YEAR)) continue;
    for (const name of ['d', 'm', 'sd', 'sm', 'y']) {
      const place = indices?.groups?.[name];
      if (place && !ALL_DIGITS.test(groups[name] ?? '')) edits.push({ start: place[0], end: place[1], replacement: read(name), rule: RULE });
    }
  }
  return edits;
}
