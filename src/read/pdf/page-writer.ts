import type { PlacedWords } from '../../model/layout.ts';
import type { Mark, ReadRepair } from '../../model/source.ts';
import { segmentsOf, type TextLine } from './lines.ts';
import type { Word } from './words.ts';

/** The text of a page as it grows, with marks and the places of its words. */
export interface PageText {
  text: string;
  marks: Mark[];
  words: PlacedWords;
  repairs: ReadRepair[];
}

/** A gap this wide between words of a line is kept: what stands behind it may be another column. In type sizes. */
const KEPT_GAP = 1.6;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes lines, blank lines and table rows of a page one after the other. */
export class PageWriter {
  #text = '';
  readonly #marks: Mark[] = [];
  readonly #repairs: ReadRepair[] = [];
  readonly #confidence: (number | null)[] = [];
  readonly #words: PlacedWords = { start: [], end: [], box: [], confidence: null };

  get isEmpty(): boolean {
    return this.#text === '';
  }

  blank(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n\n')) this.#text += '\n';
  }

  line(line: TextLine): void {
    const start = this.#text.length;
    segmentsOf(line, KEPT_GAP).forEach((segment, i) => {
      if (i > 0) this.#text += '   ';
      this.#segment(segment);
    });
    this.#strong(line.words, start);
    this.#text += '\n';
  }

  /** A row of a table: the lines of a cell are joined with blanks. */
  row(cells: readonly (readonly TextLine[])[]): void {
    const start = this.#text.length;
    const separators: Mark[] = [];
    cells.forEach((cell, column) => {
      if (column > 0) {
        separators.push({ kind: 'cell', start: this.#text.length, end: this.#text.length + 1 });
        this.#text += '\t';
      }
      cell.forEach((line, i) => {
        if (i > 0) this.#text += ' ';
        this.#segment(line);
      });
    });
    this.#strong(
      cells.flatMap((cell) => cell.flatMap((line) => line.words)),
      start,
    );
    this.#marks.push({ kind: 'row', start, end: this.#text.length }, ...separators);
    this.#text += '\n';
  }

  finish(): PageText {
    let end = this.#text.length;
    while (this.#text[end - 1] === '\n') end--;
    const text = this.#text.slice(0, end);
    const confidence = this.#confidence.some((value) => value !== null) ? this.#confidence.map((value) => value ?? 1) : null;
    return { text, marks: [...this.#marks].sort((a, b) => a.start - b.start || a.end - b.end), words: { ...this.#words, confidence }, repairs: this.#repairs };
  }

  #segment(line: TextLine): void {
    const runs: { rule: string; before: string; start: number; end: number }[] = [];
    let goesOn = false;
    line.words.forEach((word, i) => {
      if (i > 0 && !word.glued) this.#text += ' ';
      const start = this.#text.length;
      this.#text += printed(word);
      const run = goesOn && runs.at(-1)?.rule === word.changed?.rule ? runs.at(-1) : undefined;
      if (word.changed && run) {
        run.before += (word.glued ? '' : ' ') + word.changed.from;
        run.end = this.#text.length;
      } else if (word.changed) runs.push({ rule: word.changed.rule, before: word.changed.from, start, end: this.#text.length });
      goesOn = word.changed !== undefined;
      this.#words.start.push(start);
      this.#words.end.push(this.#text.length);
      this.#confidence.push(word.confidence === undefined ? null : Math.round(word.confidence * 100) / 100);
      this.#words.box.push(...word.place.map((value) => Math.round(value * 10) / 10));
    });
    for (const { rule, before, start, end } of runs) this.#repairs.push({ rule, before, after: this.#text.slice(start, end), start, end });
  }

  #strong(words: readonly Word[], start: number): void {
    if (words.length > 0 && words.every((word) => word.font.bold)) this.#marks.push({ kind: 'strong', start, end: this.#text.length });
  }
}

/** A raised number is written with raised digits: an exponent ("m²") or the mark of a footnote. */
function printed(word: Word): string {
  const text = word.text.replace(/[\t\n\r\f\v]/g, ' ');
  return word.raised && /^\d{1,3}$/.test(text) ? [...text].map((digit) => RAISED_DIGITS[Number(digit)]).join('') : text;
}
