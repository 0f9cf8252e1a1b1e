import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import { foldedText } from '../../folded-text.ts';
import { repeatedWords } from '../../repeated-words.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { stretchesOf } from '../../stretches.ts';

/** A word typed twice: `các các`, `An Lão An Lão`; or the first syllable of one: `của trách trách nhiệm`. */
export const rule: DocumentRule = {
  name: 'text.duplicated-word',
  *checkDocument(document, knowledge) {
    const { text } = document;
    const folded = foldedText(document);
    const { never, alone, compounds } = syllables(knowledge);
    const stretches = stretchesOf(knowledge);
    /** True where a syllable that comes twice is one too many: "thi công công trình" is the end of a word and the beginning of the next. */
    const isTypedTwice = (start: number, end: number, syllable: string): boolean => {
      if (never.has(syllable)) return true;
      if (syllable.length < 2 || stretches.endsAt(folded, end)) return false;
      // Behind a comma or "để" it ends no word; "tổ" and "chính" are words by themselves.
      if (!alone.has(syllable) && stretches.beginsAt(folded, start)) return true;
      const following = /^\p{L}{1,7}/u.exec(folded.slice(end + 1, end + 9))?.[0];
      if (!compounds.has(`${syllable} ${following}`)) return false;
      if (stretches.isBehindMark(folded, start)) return true;
      const before = /\p{L}{1,7} $/u.exec(folded.slice(Math.max(0, start - 8), start))?.[0];
      // "đồng bộ quy quy hoạch": nowhere else does the word before go on with this syllable.
      return !alone.has(syllable) && before !== undefined && folded.split(`${before}${syllable}`, 3).length === 2;
    };
    const sides: OwnSide[] = [];
    for (const { start, end, syllables } of repeatedWords(folded)) {
      const middle = (start + end - 1) / 2;
      const word = folded.slice(start, middle);
      // In the same letters: "Sở Xây dựng xây dựng kế hoạch" is a name and a verb, "Hà Nội nội dung" two words.
      const alike = never.has(word) || text.slice(start, middle) === text.slice(middle + 1, end);
      if (alike && (syllables === 2 ? word.split(' ').every((syllable) => syllable.length > 1) : isTypedTwice(start, end, word)))
        sides.push({ place: [start, end], value: text.slice(start, end) });
    }
    if (sides.length > 0) yield { subject: '', values: { words: [...new Set(sides.map(({ value }) => value ?? ''))].join(', ') }, sides, verdict: null };
  },
};

const syllables = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>) => ({
  never: new Set(checks.never_doubled.map(fold)),
  alone: new Set(checks.may_be_doubled.map(fold)),
  compounds: new Set(checks.set_compounds.map(fold)),
}));
