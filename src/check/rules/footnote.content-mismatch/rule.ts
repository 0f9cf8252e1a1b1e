import { fold } from '../../../text/fold.ts';
import { type MarkedNote, markedNotes } from '../../marked-notes.ts';
import type { DocumentRule } from '../../rule.ts';

/** Two notes are copies of one another from this many equal words at their beginning. */
const COPIED_WORDS = 5;

interface Note extends MarkedNote {
  words: string[];
}

/** A note copied from the note of another indicator: `đất cây xanh đạt 10-15 m²/người ³` / `³ Đạt tiêu chuẩn về giao thông …`. */
export const rule: DocumentRule = {
  name: 'footnote.content-mismatch',
  *checkDocument(document) {
    const notes = markedNotes(document).flatMap((note): Note[] =>
      note.target.indicator.id === null ? [] : [{ ...note, words: wordsOf(document.text.slice(...note.place)).slice(1) }],
    );
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
