import type { LeadWord, TargetWords } from '../../grammar/target-words.ts';
import type { Modality } from '../../model/targets.ts';

/** What the words before a value say of it. */
export interface Lead {
  /** Where those words begin. */
  start: number;
  comparator: 'ge' | 'gt' | 'le' | 'lt' | null;
  /** `vượt 15% so với dự toán`: one of the words may say by how much something is outdone. */
  exceeds: boolean;
  approximate: boolean;
  verb: boolean;
  /** `chiếm 20% GRDP`: the share of what follows. */
  share: boolean;
  level: boolean;
  change: { direction: 'increase' | 'decrease'; multiple: boolean } | null;
  perYear: boolean;
  modality: Modality | null;
  rangeStart: boolean;
  /** `Tỷ lệ che phủ rừng: 42%` */
  colon: boolean;
}

/** Reads backwards from a value over bounds, verbs and what stands between them: `phấn đấu | đạt | tối thiểu | khoảng | 40%`. */
export function readLead(folded: string, valueStart: number, floor: number, words: TargetWords, holes: readonly { start: number; end: number }[]): Lead {
  const lead: Lead = {
    start: valueStart,
    comparator: null,
    exceeds: false,
    approximate: false,
    verb: false,
    share: false,
    level: false,
    change: null,
    perYear: false,
    modality: null,
    rangeStart: false,
    colon: false,
  };
  let at = valueStart;
  for (let steps = 0; steps < 14; steps++) {
    let end = at;
    while (end > floor && folded.charAt(end - 1) === ' ') end--;
    if (folded.charAt(end - 1) === ':' && !lead.colon && end > floor) {
      lead.colon = true;
      lead.verb = true;
      at = end - 1;
      lead.start = at;
      continue;
    }
    const hole = holes.find((each) => each.end === end && each.start >= floor);
    if (hole) {
      at = hole.start;
      lead.start = at;
      continue;
    }
    if (words.nameTails.endingAt(folded, end, floor)) break;
    const found = words.lead.endingAt(folded, end, floor);
    // `từ 3 sao trở lên | tăng thêm 2.500 phòng`: a bound of what stands before.
    if (!found || words.boundsAfter.endingAt(folded, end, floor)) break;
    // `tốc độ | tăng trưởng`: a name.
    if (found.value.some(({ kind }) => kind === 'change') && isHeadBefore(folded, found.start, floor, words) && isGrowth(folded, found, floor, words)) break;
    for (const word of found.value) apply(lead, word);
    at = found.start;
    lead.start = at;
    // The verb that gives a rise its direction is the last word that matters: `… giảm | xuống còn | 5%`.
    if (lead.change && lead.verb && lead.level) break;
  }
  return lead;
}

/** `tốc độ | tăng`, `tốc độ | tăng | bình quân` */
function isGrowth(folded: string, { start, end }: { start: number; end: number }, floor: number, words: TargetWords): boolean {
  const blank = folded.indexOf(' ', start);
  return words.growthHeads.endingAt(folded, end, floor) !== null || (blank !== -1 && blank < end && words.growthHeads.endingAt(folded, blank, floor) !== null);
}

function isHeadBefore(folded: string, start: number, floor: number, words: TargetWords): boolean {
  const end = folded.charAt(start - 1) === ' ' ? start - 1 : start;
  return words.heads.endingAt(folded, end, floor) !== null;
}

function apply(lead: Lead, word: LeadWord): void {
  switch (word.kind) {
    case 'comparator':
      // `vượt | ít nhất | 10%`: the word next to the value bounds it.
      lead.comparator ??= word.comparator;
      lead.exceeds ||= word.exceeds;
      break;
    case 'approximate':
      lead.approximate = true;
      break;
    case 'verb':
      lead.verb = true;
      lead.share ||= word.share;
      break;
    case 'level':
      lead.level = true;
      break;
    case 'change':
      lead.change ??= { direction: word.direction, multiple: word.multiple };
      break;
    case 'per-year':
      lead.perYear = true;
      break;
    case 'modality':
      lead.modality ??= word.modality;
      break;
    case 'range-start':
      lead.rangeStart = true;
      break;
    case 'filler':
      break;
  }
}
