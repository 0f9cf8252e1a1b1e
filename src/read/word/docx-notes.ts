import { noteMark, type Run } from './body.ts';
import { childElements, type XmlElement } from './xml.ts';

/** A note referred to, by the number it has in the text. */
interface NumberedNote {
  number: number;
  note: XmlElement;
}

/** Footnotes and endnotes of a DOCX file (`word/footnotes.xml`, `word/endnotes.xml`), numbered as they are referred to. */
export class DocxNotes {
  readonly #notes = new Map<string, XmlElement>();
  /** Referred to and not yet set at a foot. */
  #pending: NumberedNote[] = [];
  #count = 0;

  /** Adds the notes of one kind. */
  add(kind: 'footnote' | 'endnote', root: XmlElement): void {
    for (const note of childElements(root)) if (note.name === `w:${kind}`) this.#notes.set(`${kind} ${note.attributes['w:id']}`, note);
  }

  /** The mark that a reference shows in the text; nothing where the text has a mark of its own or the note is not there. */
  mark(reference: XmlElement): Run[] {
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const note = this.#notes.get(`${kind} ${reference.attributes['w:id']}`);
    if (!note || reference.attributes['w:customMarkFollows'] === '1') return [];
    const number = ++this.#count;
    this.#pending.push({ number, note });
    return [noteMark(number)];
  }

  /** The notes to be set at the foot reached. */
  take(): NumberedNote[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }
}
