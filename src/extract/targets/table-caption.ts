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
  const start = leadEnd(folded, tools);
  const { start: from, end } = trimName(folded, start, tools.columns.captionTail(folded, start), tools.words, []);
  const name = words.slice(from, end);
  return name.includes(' ') ? name : null;
}

/** What a level of a header names: "giảm hộ nghèo" in "Chỉ tiêu giảm hộ nghèo năm 2026"; empty where it says no more than "Chỉ tiêu giao năm 2026". */
export function headerName(header: string, tools: TargetTools): string {
  const words = withoutYears(header, tools);
  if (words === '' || !tools.columns.saysValue(words)) return words;
  return words.slice(leadEnd(fold(words), tools)).trim();
}

/** Where the words begin that tell what a caption is about: behind "Điều 1. Giao chỉ tiêu phát triển | …". */
function leadEnd(folded: string, { columns }: TargetTools): number {
  let start = 0;
  for (let lead = columns.captionLead(folded, start); lead !== null; lead = columns.captionLead(folded, start)) {
    start = lead;
    while (/[\s:.,\d]/.test(folded.charAt(start))) start++;
  }
  return start;
}
