import { fold } from '../../text/fold.ts';
import { trimName } from './clean.ts';
import { withoutYears } from './table-header.ts';
import type { TargetTools } from './tools.ts';

/**
 * The indicator that the line above a table names for all its values: "Tỷ lệ giải ngân vốn đầu tư công" in "BIỂU GIAO CHỈ TIÊU TỶ LỆ GIẢI
 * NGÂN VỐN ĐẦU TƯ CÔNG CHO CÁC HUYỆN NĂM 2024"; null where it names none.
 */
export function captionName(caption: string, tools: TargetTools): string | null {
  const words = withoutYears(caption, tools).toLowerCase();
  const folded = fold(words);
  let start = 0;
  for (let lead = tools.columns.captionLead(folded, start); lead !== null; lead = tools.columns.captionLead(folded, start)) {
    start = lead;
    while (/[\s:.,\d]/.test(folded.charAt(start))) start++;
  }
  const { start: from, end } = trimName(folded, start, tools.columns.captionTail(folded, start), tools.words, []);
  const name = words.slice(from, end);
  return name.includes(' ') ? name : null;
}
