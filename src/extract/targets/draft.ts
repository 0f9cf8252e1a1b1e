import type { Comparator, Modality, Period, Target, TargetFlag } from '../../model/targets.ts';
import type { Passage } from '../passage.ts';

/** Where a span of a passage is. */
export interface Place {
  passage: Passage;
  start: number;
  end: number;
}

/** A target before its indicator is linked and its evidence quoted. */
export interface TargetDraft {
  /** The indicator in words, and where the first of them stand. */
  name: string;
  /** The indicator's words with those around it that may belong to its name: what linking looks at as well. */
  context: string;
  /** The context names a part of the indicator: `Số lượt khách (khách quốc tế)`. */
  part: boolean;
  scope: { id: string; name: string } | null;
  /** Words that may name a place: those of the clause, else of what opens the sentence, or the label of a row, which is the name of one. */
  area: (Place & { whole?: boolean; opening?: { start: number; end: number } | null }) | 'country' | null;
  periods: Period[];
  comparator: Comparator;
  low: number | null;
  high: number | null;
  unit: string | null;
  approximate: boolean;
  modality: Modality | null;
  state: string | null;
  change: Target['change'];
  flags: TargetFlag[];
  /** The value as printed. */
  value: Place;
  /** From the first word of the clause to the last of the value or its horizon. */
  clause: Place;
  further: Place[];
}

/** What a sentence takes from around it. */
export interface SentenceContext {
  /** Periods of a lead-in, heading or earlier sentence; empty where none governs. */
  periods: Period[];
  /** Where those stand: `inherited` within the item and its lead-ins, `title` of the document. */
  periodsFrom: 'lead' | 'title' | null;
  /** An indicator a lead-in announces: `Tỷ lệ hộ nghèo:` above `- Khu vực thành thị: dưới 1%`. */
  lead: string | null;
  modality: Modality | null;
  /** Below a heading that announces targets. */
  inGoals: boolean;
  /** Below a heading that tells what has been. */
  inPast: boolean;
  /** The targets of the sentence before in the same item, which `các tỷ lệ tương ứng` refers to. */
  before?: readonly TargetDraft[];
  /** Day of issue; null where unknown. */
  issuedOn?: string | null;
  /** Year of issue, or the earliest it can be; null where unknown. */
  issueYear: number | null;
}
