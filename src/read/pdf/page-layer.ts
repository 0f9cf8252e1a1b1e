import type { SetAside } from '../../model/layout.ts';
import type { AnnotationRole } from './annotations.ts';
import { edgesOf, type PageEdges, setAside } from './furniture.ts';
import { linesOf, type TextLine, turnWords } from './lines.ts';
import { markNotes } from './notes.ts';
import type { PageContent, Picture } from './page-content.ts';
import { gridsOf, turnRulings } from './rulings.ts';
import { fillTables, type Table } from './tables.ts';
import { watermarksOf } from './watermarks.ts';
import type { Turn, Word } from './words.ts';

/** The text layer of a page, taken apart into lines and tables; `setAside` is what is not to be read. */
export interface PageLayer {
  width: number;
  height: number;
  /** Quarter turns, clockwise, in which most of the text runs. */
  turn: Turn;
  words: Word[];
  lines: TextLine[];
  tables: Table[];
  edges: PageEdges;
  setAside: SetAside[];
  /** Pictures on the page, and how many painted shapes that are neither rulings nor rectangles. */
  pictures: Picture[];
  shapes: number;
  /** True where the words lie unseen under a picture of the page, as recognition programs leave them. */
  invisible: boolean;
}

/** Reads the geometry of a page's text. `laysOut` tells a table that only arranges a letterhead or signatures from one of data. */
export function layerOf(content: PageContent, words: readonly Word[], roles: ReadonlyMap<string, AnnotationRole>, laysOut: (text: string) => boolean): PageLayer {
  const aside: SetAside[] = [];
  const all: Word[] = [];
  const marks = new Map<string, Word[]>();
  for (const word of words) {
    const role = word.annotation === null ? 'text' : roles.get(word.annotation);
    if (role === 'text') all.push(word);
    else if (word.annotation !== null) marks.set(word.annotation, [...(marks.get(word.annotation) ?? []), word]);
  }
  for (const [id, own] of marks) aside.push(setAside(roles.get(id) === 'stamp' ? 'stamp' : 'signature', { words: own }));
  const invisibleLetters = letters(all.filter((word) => word.hidden === 'invisible'));
  const invisible = invisibleLetters > 0 && invisibleLetters >= letters(all.filter((word) => word.hidden === null));
  const seen = (word: Word) => word.hidden === null || (invisible && word.hidden === 'invisible');
  const shown = all.filter(seen);
  const turn = mainTurn(shown);
  const [width, height] = turn % 2 === 0 ? [content.width, content.height] : [content.height, content.width];
  const hidden = all.filter((word) => !seen(word));
  if (hidden.length > 0) aside.push(...linesOf(hidden).map((line) => setAside('hidden', line)));
  const watermarks = watermarksOf(shown);
  if (watermarks.size > 0) aside.push(setAside('watermark', { words: [...watermarks] }));
  const upright = turnWords(
    shown.filter((word) => !watermarks.has(word)),
    turn,
    content.width,
    content.height,
  );
  const rulings = turnRulings(content.rulings, turn, content.width, content.height);
  const { tables, rest } = fillTables(gridsOf(rulings), upright, laysOut);
  const lines = markNotes(linesOf(rest), rulings, width, height);
  return {
    width,
    height,
    turn,
    words: upright,
    lines,
    tables,
    edges: edgesOf(lines, height, laysOut),
    setAside: aside,
    pictures: content.pictures,
    shapes: content.shapes,
    invisible,
  };
}

/** The direction of most letters. */
function mainTurn(words: readonly Word[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const word of words) if (word.turn !== null) counts[word.turn] = (counts[word.turn] as number) + word.text.length;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

const letters = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.text.length, 0);
