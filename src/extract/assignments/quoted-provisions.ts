import { compiledOnce } from '../../grammar/compiled.ts';
import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import { type Phrases, phraseList } from '../../grammar/phrases.ts';
import type { AssignmentKnowledge } from './assignments.ts';

const amendmentWords = compiledOnce((knowledge: AssignmentKnowledge) => phraseList(knowledge.roles.amendments));

/** No new wording has more paragraphs: behind a lost closing mark the document's own words go on. */
const LONGEST_PROVISION = 60;

/**
 * Follows the paragraphs of a document in order and tells those that are the new wording of another one: "Sửa đổi khoản 1 Điều 4 như
 * sau: “1. Cục Hóa chất cấp giấy phép …”". Such a provision binds through the document it belongs to and is no task of this one.
 */
export class QuotedProvisions {
  readonly #amendments: Phrases<string>;
  /** True behind "… sửa đổi … như sau:": a quotation mark that comes next opens a provision. */
  #announced = false;
  /** Paragraphs that an open provision may still have. */
  #left = 0;

  constructor(knowledge: AssignmentKnowledge) {
    this.#amendments = amendmentWords(knowledge);
  }

  /** True where the next paragraph, read from behind its label, is or holds a quoted provision. */
  holds({ text, folded }: Words, from: number): boolean {
    const start = skipBlanks(text, from);
    const quotes = text.includes('“') || text.includes('”') || text.includes('"');
    if (this.#amendments.at(folded, start)) {
      this.#announced = true;
      const open = quotes && openMarks(text) > 0;
      this.#left = open ? LONGEST_PROVISION : 0;
      return open || (quotes && ANNOUNCED.test(text));
    }
    if (this.#left > 0) {
      this.#left = quotes && openMarks(text) < 0 ? 0 : this.#left - 1;
      return true;
    }
    if (!this.#announced) return false;
    this.#announced = OPENING.test(text.charAt(start));
    if (this.#announced) this.#left = openMarks(text) > 0 ? LONGEST_PROVISION : 0;
    return this.#announced;
  }
}

const OPENING = /[“"]/;
/** A provision on the line that announces it: "… như sau: “1. …”". */
const ANNOUNCED = /:\s?[“"]/;

/** How many more quotation marks a text opens than it closes; of straight ones, whether their number is odd. */
function openMarks(text: string): number {
  let open = 0;
  let straight = 0;
  for (const mark of text) {
    if (mark === '“') open++;
    else if (mark === '”') open--;
    else if (mark === '"') straight++;
  }
  // A straight mark at the end closes what an earlier paragraph has opened.
  if (straight % 2 === 1) return /"[.;,]?\s*$/.test(text.slice(-4)) ? open - 1 : open + 1;
  return open;
}
