import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import { isLetterAt } from '../../../text/word-chars.ts';
import { foldedText } from '../../folded-text.ts';
import { proposal } from '../../proposal.ts';
import { repeatedWords } from '../../repeated-words.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { stretchesOf } from '../../stretches.ts';

/** Each takes one pass over the text. */
const MOST_LOOKED_UP = 100;
const LONGEST_SYLLABLE = 7;
const SYLLABLE_BEFORE = /(?<!\p{L})(\p{L}{1,7}) $/u;
const FRACTION_BAR = '------';
const DOCUMENT_NUMBER = /^ \d{1,5}[a-z]?[-/]/;

/** A word typed twice: `các các`, `An Lão An Lão`; or one syllable of a word: `của trách trách nhiệm`, `triển khai khai thực hiện`. */
export const rule: DocumentRule = {
  name: 'text.duplicated-word',
  *checkDocument(document, knowledge) {
    const { text } = document;
    const folded = foldedText(document);
    const { never, alone, compounds, verbMarks, small, numberWords } = syllables(knowledge);
    const stretches = stretchesOf(knowledge);
    let lookedUp = 0;
    /** True where a syllable that comes twice is one too many: "thi công công trình" is the end of a word and the beginning of the next. */
    const isTypedTwice = (start: number, end: number, syllable: string): boolean => {
      if (never.has(syllable)) return true;
      // "Nghị quyết số số 11-NQ/TW"; "Tổ công nghệ số số 5" is no number of a document.
      if (numberWords.has(syllable) && DOCUMENT_NUMBER.test(folded.slice(end, end + 10))) return true;
      if (syllable.length < 2) return false;
      // "triển khai khai thực hiện", "tăng cường cường.": the last syllable of a word, and no word begins with the second one.
      if (!alone.has(syllable) && endsCompound(start, syllable) && (stretches.endsAt(folded, end) || compoundBegins(end + 1))) return true;
      if (stretches.endsAt(folded, end)) return false;
      // Behind a comma or "để" it ends no word; "tổ" and "chính" are words by themselves.
      if (!alone.has(syllable) && stretches.beginsAt(folded, start)) return true;
      const following = /^\p{L}{1,7}/u.exec(folded.slice(end + 1, end + 9))?.[0];
      if (!compounds.has(`${syllable} ${following}`)) return false;
      if (stretches.isBehindMark(folded, start)) return true;
      const before = /\p{L}{1,7} $/u.exec(folded.slice(Math.max(0, start - 8), start))?.[0];
      if (before === undefined) return false;
      // "đang tổ tổ chức": behind "đang" stands a verb, and "tổ" is none.
      if (verbMarks.has(before.trimEnd())) return true;
      if (++lookedUp > MOST_LOOKED_UP) return false;
      // "triển khai tổ tổ chức": wherever else the word before goes on with this syllable, it begins "tổ chức".
      const others = othersGoOn(folded, `${before}${syllable}`, ` ${following}`, start - before.length);
      if (others === null) return false;
      // "có hành vi vi phạm": where nothing else tells, "hành vi" may be a word. Behind "phối hợp" the syllable ends none.
      if (others === 0) return !alone.has(syllable) && stretches.isBehindCompound(folded, start);
      return !alone.has(syllable) || !small.has(before.trimEnd());
    };
    const endsCompound = (start: number, syllable: string): boolean => {
      const before = SYLLABLE_BEFORE.exec(folded.slice(Math.max(0, start - LONGEST_SYLLABLE - 2), start))?.[1];
      return before !== undefined && compounds.has(`${before} ${syllable}`);
    };
    const compoundBegins = (at: number): boolean => compounds.has(/^\p{L}{1,7} \p{L}{1,7}(?!\p{L})/u.exec(folded.slice(at, at + 2 * LONGEST_SYLLABLE + 2))?.[0] ?? '');
    const sides: OwnSide[] = [];
    for (const { start, end, syllables } of repeatedWords(folded)) {
      const middle = (start + end - 1) / 2;
      const word = folded.slice(start, middle);
      // "Tổng doanh thu trong kỳ / ----------- x / trong kỳ của …": the columns of a formula stand beside each other in one line.
      if (isOfFormula(text, start)) continue;
      // In the same letters: "Sở Xây dựng xây dựng kế hoạch" is a name and a verb, "Hà Nội nội dung" two words.
      const alike = never.has(word) || text.slice(start, middle) === text.slice(middle + 1, end);
      if (alike && (syllables === 2 ? word.split(' ').every((syllable) => syllable.length > 1) : isTypedTwice(start, end, word)))
        sides.push({ place: [start, end], value: text.slice(start, end) });
    }
    if (sides.length === 0) return;
    const once = sides.map(({ place: [start, end] }) => text.slice(start, (start + end - 1) / 2));
    yield { subject: '', values: { words: [...new Set(sides.map(({ value }) => value ?? ''))].join(', ') }, sides, verdict: proposal(once, 'high', 'wording') };
  },
};

/** True where a fraction bar stands in the line of `at`. */
function isOfFormula(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end).includes(FRACTION_BAR);
}

/** How often some words stand in a text besides at `own`, always with the same behind them; null where one goes on otherwise. */
function othersGoOn(text: string, words: string, behind: string, own: number): number | null {
  let count = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (at === own || isLetterAt(text, at - 1) || isLetterAt(text, end)) continue;
    if (!text.startsWith(behind, end)) return null;
    count++;
  }
  return count;
}

const syllables = compiledOnce(({ checks, anatomy }: Pick<Knowledge, 'checks' | 'anatomy'>) => ({
  never: new Set(checks.never_doubled.map(fold)),
  alone: new Set(checks.may_be_doubled.map(fold)),
  compounds: new Set(checks.set_compounds.map(fold)),
  verbMarks: new Set(checks.verb_marks.map(fold)),
  small: new Set(checks.small_words.map(fold)),
  numberWords: new Set(anatomy.number_words.map(fold)),
}));
