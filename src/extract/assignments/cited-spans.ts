import type { Citation } from '../../model/facts.ts';
import type { DocumentView } from '../document-view.ts';

/** Stretches of a document. */
export interface Cover {
  /** The end of the stretch an offset lies in, 0 where it lies in none. */
  endAt(offset: number): number;
  /** True where a stretch and `[start, end)` have something in common. */
  touches(start: number, end: number): boolean;
}

/** Longest blank or word between a citation and its title: " về ". */
const TITLE_GAP = 6;

/**
 * The places of citations (their issuers are given no task) and of cited titles (a horizon in one is no deadline). Of a title the
 * first part, up to a comma, counts as citation too: "của Bộ Tài chính hướng dẫn quản lý".
 */
export function citedSpans(view: DocumentView, citations: readonly Citation[]): { citations: Cover; titles: Cover } {
  const cited: (readonly [start: number, end: number])[] = [];
  const titles: (readonly [start: number, end: number])[] = [];
  for (const { evidence, title, form } of citations) {
    if (form === 'own') continue;
    cited.push([evidence.start, evidence.end]);
    if (title === null) continue;
    const cell = view.text.slice(evidence.end, evidence.end + title.length + TITLE_GAP).search(/[\t\n]/);
    const end = cell < 0 ? Math.min(view.text.length, evidence.end + title.length + TITLE_GAP) : evidence.end + cell;
    titles.push([evidence.start, end]);
    const comma = view.text.slice(evidence.end, end).indexOf(',');
    cited.push([evidence.end, comma < 0 ? end : evidence.end + comma]);
  }
  return { citations: cover(cited), titles: cover(titles) };
}

function cover(spans: readonly (readonly [start: number, end: number])[]): Cover {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  /** The last stretch that begins before or at an offset. */
  const before = (offset: number): readonly [start: number, end: number] | undefined => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle] as [number, number])[0] <= offset) low = middle + 1;
      else high = middle;
    }
    return merged[low - 1];
  };
  return {
    endAt(offset) {
      const end = before(offset)?.[1] ?? 0;
      return offset < end ? end : 0;
    },
    touches: (start, end) => (before(end - 1)?.[1] ?? 0) > start,
  };
}
