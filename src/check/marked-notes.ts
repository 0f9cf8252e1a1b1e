import type { ExtractedDocument } from '../model/document.ts';
import type { Target } from '../model/targets.ts';
import type { Leaf } from '../model/tree.ts';
import { leavesOf } from '../model/tree-walk.ts';
import type { Place } from '../resolve/digest.ts';

/** A note stands at the foot of its page or table: its mark is no further before it. */
const FURTHEST_MARK = 60_000;

/** A footnote and the target its mark stands behind. */
export interface MarkedNote {
  leaf: Leaf;
  place: Place;
  /** Address of the annex it belongs to; empty in the body. */
  annex: string;
  target: Target;
}

/** The footnotes of a document whose marks stand behind targets, in order; marks begin again in each annex. */
export function markedNotes({ tree, text, targets }: ExtractedDocument): MarkedNote[] {
  const notes: MarkedNote[] = [];
  const inOrder = [...targets].sort((a, b) => a.evidence.start - b.evidence.start);
  let from = 0;
  let annexBefore = '';
  for (const { leaf, annex } of leavesOf(tree, 'footnote')) {
    if (!leaf.marker) continue;
    const place: Place = [leaf.position.start.offset, leaf.position.end.offset];
    if ((annex?.eId ?? '') !== annexBefore) from = annex?.position.start.offset ?? 0;
    annexBefore = annex?.eId ?? '';
    const mark = markBefore(text, leaf.marker, Math.max(from, place[0] - FURTHEST_MARK), place[0]);
    const target = mark === -1 ? undefined : targetBefore(inOrder, text, mark);
    if (target) notes.push({ leaf, place, annex: annexBefore, target });
    if (mark !== -1) from = mark;
  }
  return notes;
}

/** The mark in the text: behind a blank or a bracket. `m²` is a unit. */
function markBefore(text: string, marker: string, from: number, to: number): number {
  for (let at = text.indexOf(marker, from); at !== -1 && at < to; at = text.indexOf(marker, at + 1)) {
    if (/[\s)]/.test(text[at - 1] ?? '') && text[at - 1] !== '\n') return at;
  }
  return -1;
}

/** The last of some targets in order that begins before a mark of its line: `đạt 16% - 24% ¹ vào năm 2025` goes on behind its mark. */
function targetBefore(inOrder: readonly Target[], text: string, mark: number): Target | undefined {
  let low = 0;
  for (let high = inOrder.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] as Target).evidence.start < mark) low = middle + 1;
    else high = middle;
  }
  const nearest = inOrder[low - 1];
  return nearest && nearest.evidence.start > text.lastIndexOf('\n', mark) ? nearest : undefined;
}
