import { leavesOf } from '../../../model/tree-walk.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

interface Note {
  side: OwnSide;
  annex: string;
  mark: string;
  words: string;
}

/** Footnotes of one annex after the other that begin again with 1: a mark alone does not name a note. And two notes of one part with one mark. */
export const rule: DocumentRule = {
  name: 'footnote.marker-reuse',
  *checkDocument({ tree, text }) {
    const notes: Note[] = [];
    for (const { leaf, annex } of leavesOf(tree, 'footnote')) {
      if (!leaf.marker) continue;
      const place = [leaf.position.start.offset, leaf.position.end.offset] as const;
      notes.push({ side: { place, value: leaf.marker }, annex: annex?.eId ?? '', mark: leaf.marker, words: fold(text.slice(...place)) });
    }
    const twice = twiceInOnePart(notes);
    if (twice.length > 0) yield draftOf('one-part', twice);
    const annexes = new Map<string, Set<string>>();
    for (const { mark, annex } of notes) annexes.set(mark, (annexes.get(mark) ?? new Set()).add(annex));
    const reused = notes.filter(({ mark }) => (annexes.get(mark)?.size ?? 0) > 1);
    if (reused.length > 0) yield draftOf('annexes', reused);
  },
};

function draftOf(kind: string, notes: readonly Note[]) {
  const marks = [...new Set(notes.map(({ mark }) => mark))];
  return { subject: kind === 'annexes' ? '' : kind, kind, values: { marks: marks.join(', ') }, sides: notes.map(({ side }) => side), verdict: null };
}

/** Notes whose mark stands before another note of their part already; where notes begin again with 1 they are counted page by page. */
function twiceInOnePart(notes: readonly Note[]): Note[] {
  const found = new Set<Note>();
  const seen = new Map<string, Note>();
  let part = '';
  for (const note of notes) {
    if (note.annex !== part || numberOf(note.mark) === 1) seen.clear();
    part = note.annex;
    const earlier = seen.get(note.mark);
    // A note printed again below the next piece of its table is one note.
    if (earlier && earlier.words !== note.words) found.add(earlier).add(note);
    seen.set(note.mark, note);
  }
  return [...found];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `¹²` and `[12]` are 12. */
function numberOf(mark: string): number {
  const digits = [...mark].map((sign) => (RAISED.includes(sign) ? String(RAISED.indexOf(sign)) : sign)).filter((sign) => /\d/.test(sign));
  return Number(digits.join(''));
}
