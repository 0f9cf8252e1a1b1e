import type { FoundHorizon } from '../../grammar/dates.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { Period } from '../../model/targets.ts';
import type { Horizon } from './horizons.ts';
import { labelEnd } from './item-labels.ts';

/** A term is the time of no target (domain reference 5.2) but where a longer heading does not say so. */
const LONGEST_HEADING = 160;

/** The years of a term, as dates.yaml finds it: `nhiệm kỳ 2025 - 2030`. */
export interface Term {
  from: number;
  to: number;
}

export function termOf({ kind, from, to }: FoundHorizon): Term | null {
  return kind === 'term' && from !== null && to !== null ? { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) } : null;
}

/**
 * Where a term is the period of targets: `trong nhiệm kỳ 2025 - 2030`, `đến cuối nhiệm kỳ` of a document about one term, and a heading
 * that announces targets, `CHỈ TIÊU NHIỆM KỲ 2025 - 2030`, and where it opens a line about years to come. `Đại hội nhiệm kỳ 2020 - 2025` is none.
 */
export function termHorizons(folded: string, found: readonly FoundHorizon[], own: Term | null, issueYear: number | null, words: TargetWords): Horizon[] {
  const horizons: Horizon[] = [];
  const add = (start: number, end: number, kind: 'during' | 'by', { from, to }: Term) => {
    const period: Period = { kind, from: kind === 'by' ? null : from, to };
    horizons.push({ start, end, periods: [period], base: false, modality: null });
  };
  for (let at = 0; ; ) {
    const led = words.termPeriods.firstIn(folded, at, folded.length);
    if (!led) break;
    const printed = found.find((each) => each.kind === 'term' && each.start < led.end && led.end <= each.end);
    const term = printed ? termOf(printed) : own;
    if (term) add(led.start, printed?.end ?? led.end, led.value, term);
    at = Math.max(led.end, printed?.end ?? 0);
  }
  for (const each of found) {
    const term = termOf(each);
    // `Nhiệm kỳ 2025 - 2030, | Đảng bộ đề ra 12 chỉ tiêu: …`; in 2025 `Nhiệm kỳ 2020 - 2025, …` tells what has been.
    const opens = term && folded.charAt(each.end) === ',' && labelEnd(folded) >= each.start && issueYear !== null && term.to > issueYear;
    if (term && opens && !horizons.some(({ start, end }) => start < each.end && each.start < end)) add(each.start, each.end, 'during', term);
  }
  if (horizons.length > 0 || folded.length > LONGEST_HEADING) return horizons;
  for (const each of found) {
    const term = termOf(each);
    if (term && words.goalHeadings.firstIn(folded, 0, each.start)) add(each.start, each.end, 'during', term);
  }
  return horizons;
}
