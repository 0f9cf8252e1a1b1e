import type { DocumentView } from './document-view.ts';

/** A piece of a passage: where it begins in the passage, and where in the document. */
interface Piece {
  at: number;
  from: number;
  length: number;
}

/**
 * Words that read as one text: a line of the document, a part of one, or a cell that a page break has cut in two.
 * Facts are found in `text`; `spans` leads them back to the document.
 */
export class Passage {
  readonly text: string;
  readonly folded: string;
  readonly #pieces: readonly Piece[];

  private constructor(text: string, folded: string, pieces: readonly Piece[]) {
    this.text = text;
    this.folded = folded;
    this.#pieces = pieces;
  }

  /** The words at `[start, end)` of a document. */
  static of(view: DocumentView, start: number, end: number): Passage {
    return new Passage(view.text.slice(start, end), view.folded.slice(start, end), [{ at: 0, from: start, length: end - start }]);
  }

  /** Several places of a document as one text, a blank between them; `null` where none has words. */
  static join(view: DocumentView, spans: readonly (readonly [start: number, end: number])[]): Passage | null {
    const filled = spans.filter(([start, end]) => view.text.slice(start, end).trim() !== '');
    const [only] = filled;
    if (!only) return null;
    if (filled.length === 1) return Passage.of(view, only[0], only[1]);
    let text = '';
    let folded = '';
    const pieces: Piece[] = [];
    for (const [start, end] of filled) {
      if (text !== '') {
        text += ' ';
        folded += ' ';
      }
      pieces.push({ at: text.length, from: start, length: end - start });
      text += view.text.slice(start, end);
      folded += view.folded.slice(start, end);
    }
    return new Passage(text, folded, pieces);
  }

  /** The words at `[start, end)` of this passage as one of their own. */
  sub(start: number, end: number): Passage {
    const pieces = this.#pieces.flatMap((piece) => {
      const from = Math.max(start, piece.at);
      const to = Math.min(end, piece.at + piece.length);
      return to > from ? [{ at: from - start, from: piece.from + from - piece.at, length: to - from }] : [];
    });
    return new Passage(this.text.slice(start, end), this.folded.slice(start, end), pieces.length > 0 ? pieces : [{ at: 0, from: this.offset(start), length: 0 }]);
  }

  /** Where the document has what stands at `[start, end)` of the passage: one span, or one for each piece it reaches into. */
  spans(start: number, end: number): [start: number, end: number][] {
    const spans: [number, number][] = [];
    for (const piece of this.#pieces) {
      const from = Math.max(start, piece.at);
      const to = Math.min(end, piece.at + piece.length);
      if (to > from) spans.push([piece.from + from - piece.at, piece.from + to - piece.at]);
    }
    return spans;
  }

  /** Where a span of the document stands in the passage; null where it is in none of its pieces. */
  locate(start: number, end: number): { start: number; end: number } | null {
    for (const piece of this.#pieces) {
      const from = Math.max(start, piece.from);
      const to = Math.min(end, piece.from + piece.length);
      if (to > from) return { start: piece.at + from - piece.from, end: piece.at + to - piece.from };
    }
    return null;
  }

  /** The document's offset of an offset of the passage; of a generated blank, that of the piece before it. */
  offset(at: number): number {
    let found = this.#pieces[0] as Piece;
    for (const piece of this.#pieces) if (piece.at <= at) found = piece;
    return found.from + Math.min(at - found.at, found.length);
  }
}
