import type { Citation } from '../../model/facts.ts';
import type { DocumentView } from '../document-view.ts';

/** For an offset the end of what covers it, 0 where nothing does. */
type Cover = (offset: number) => number;

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
  return (offset) => {
    let low = 0;
    let high = merged.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = merged[middle] as [number, number];
      if (offset < start) high = middle - 1;
      else if (offset >= end) low = middle + 1;
      else return end;
    }
    return 0;
  };
}
