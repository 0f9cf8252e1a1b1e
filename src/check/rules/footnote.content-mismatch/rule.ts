import type { Target } from '../../../model/targets.ts';
import type { Leaf } from '../../../model/tree.ts';
import type { Place } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule } from '../../rule.ts';
import { leavesOf } from '../../tree-walk.ts';

/** Two notes are copies of one another from this many equal words at their beginning. */
const COPIED_WORDS = 5;
/** A note stands at the foot of its page or table: its mark is no further before it. */
const FURTHEST_MARK = 60_000;

interface Note {
  leaf: Leaf;
  place: Place;
  annex: string;
  words: string[];
  /** The target its mark stands behind. */
  target: Target;
}

/** A note copied from the note of another indicator: `đất cây xanh đạt 10-15 m²/người ³` / `³ Đạt tiêu chuẩn về giao thông …`. */
export const rule: DocumentRule = {
  name: 'footnote.content-mismatch',
  *checkDocument({ tree, text, targets }) {
    const notes: Note[] = [];
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
      if (target?.indicator.id != null) notes.push({ leaf, place, annex: annexBefore, words: wordsOf(text.slice(...place)).slice(1), target });
      if (mark !== -1) from = mark;
    }
    for (const [at, note] of notes.entries()) {
      const source = notes.slice(Math.max(0, at - 4), at).find((earlier) => earlier.annex === note.annex && copiedFrom(earlier, note));
      if (!source) continue;
      const indicator = note.target.indicator.name;
      const values = { mark: note.leaf.marker as string, source: source.leaf.marker as string, indicator, other: source.target.indicator.name };
      const sides = [
        { place: note.place, value: null },
        { place: [note.target.evidence.start, note.target.evidence.end] as const, value: indicator },
        { place: source.place, value: null },
      ];
      yield {
        subject: `${note.annex}:${values.mark.normalize('NFKC')}`,
        values,
        sides,
        verdict: { value: indicator, confidence: 'medium', decidedBy: ['note-mark'], reason: 'note-mark', values: { value: indicator }, candidates: [] },
      };
    }
  },
};

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

/** The words both begin with speak of what the earlier note's indicator is about, and the later note of nothing its own is about. */
function copiedFrom(earlier: Note, later: Note): boolean {
  if (earlier.target.indicator.id === later.target.indicator.id) return false;
  let same = 0;
  while (same < later.words.length && later.words[same] === earlier.words[same]) same++;
  if (same < COPIED_WORDS) return false;
  const theirs = pairs(wordsOf(earlier.target.indicator.name));
  const own = pairs(wordsOf(later.target.indicator.name));
  const opening = pairs(later.words.slice(0, same));
  const note = pairs(later.words);
  return [...theirs].some((pair) => !own.has(pair) && opening.has(pair)) && ![...own].some((pair) => !theirs.has(pair) && note.has(pair));
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const pairs = (words: readonly string[]): Set<string> => new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
