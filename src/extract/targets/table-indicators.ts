import { fold } from '../../text/fold.ts';
import type { Passage } from '../passage.ts';
import type { Column } from '../tables/logical-table.ts';
import { captionName, headerName } from './table-caption.ts';
import type { ValueColumn } from './table-columns.ts';
import type { TargetTools } from './tools.ts';

/** In words. */
const LONGEST_KIND = 4;

/**
 * In a table of places: what the levels of a header name ("Chỉ tiêu năm 2026" above "Số hộ thoát nghèo" names nothing), or, where they give
 * but a year or say "Kế hoạch", the line above the table.
 */
export function indicatorOf(column: Column, found: readonly ValueColumn[], caption: Passage | null, tools: TargetTools): string | null {
  const [upper, lower] = column.levels;
  const opener = upper && lower ? tools.words.parts.startingAt(upper.folded.trim(), 0) : null;
  if (upper && lower && opener?.end === upper.folded.trim().replace(/[:,]$/, '').length) {
    // "Tổng số lao động | Trong đó" above "Đi làm việc ở nước ngoài"
    const whole = found.findLast((each) => !tools.words.parts.startingAt(each.column.levels[0]?.folded.trim() ?? '', 0))?.indicator;
    if (whole && !tools.words.heads.startingAt(lower.folded.trim(), 0)) return `${whole} (${lower.text.trim().toLowerCase()})`;
  }
  const { words, columns } = tools;
  const levels = column.levels.map(({ text }) => headerName(text, tools)).filter((name) => name !== '' && !columns.isTotal(name));
  const named = levels.filter((name) => words.parts.startingAt(fold(name), 0)?.end !== name.length);
  const lowest = named.at(-1);
  // "Giải quyết việc làm (người) | Trong đó | Làm việc ngoài tỉnh"
  if (lowest && named.length > 1 && named.length < levels.length && !words.heads.startingAt(fold(lowest), 0)) return `${named.slice(0, -1).join(' ')} (${lowest.toLowerCase()})`;
  const whole = wholeOf(named, column, caption, tools);
  if (whole !== null) return whole;
  // "Chỉ tiêu giảm hộ nghèo" above "Số hộ", "Tỷ lệ (%)": the lower names what is measured, the upper of what.
  if (lowest && named.length > 1 && tools.words.heads.startingAt(fold(lowest), 0)) return `${lowest} (${named.slice(0, -1).join(' ')})`;
  if (lowest) return named.join(' ');
  return caption === null ? null : captionName(caption.text, tools);
}

/**
 * "Mầm non", "Tiểu học" below "Chỉ tiêu trường đạt chuẩn quốc gia": kinds of what the line above the table names, "Cộng" all of them. Null
 * where the header names an indicator itself.
 */
function wholeOf(named: readonly string[], { levels }: Column, around: Passage | null, tools: TargetTools): string | null {
  const { words, columns } = tools;
  const [kind] = named;
  if (named.length > 1 || (kind && (kind.split(' ').length > LONGEST_KIND || words.heads.startingAt(fold(kind), 0) || !/^\p{L}/u.test(kind)))) return null;
  const caption = kind && around ? captionName(around.text, tools) : null;
  const folded = fold(caption ?? '');
  if (!caption || !(words.heads.startingAt(folded, 0) || words.countNouns.startingAt(folded, 0))) return null;
  return levels.some(({ text }) => columns.isTotal(text)) ? caption : `${caption} (${kind?.toLowerCase()})`;
}
