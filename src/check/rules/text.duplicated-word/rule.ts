import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule } from '../../rule.ts';

/** A word typed twice: `các các`, `An Lão An Lão`. */
export const rule: DocumentRule = {
  name: 'text.duplicated-word',
  *checkDocument({ text }, knowledge) {
    const found = [...fold(text).matchAll(doubled(knowledge)), ...text.matchAll(TWO_SYLLABLES)].sort((a, b) => a.index - b.index);
    const sides = found.map(({ index, 0: words }) => ({ place: [index, index + words.length] as const, value: words }));
    if (sides.length > 0) yield { subject: '', values: { words: [...new Set(sides.map(({ value }) => value))].join(', ') }, sides, verdict: null };
  },
};

/** Two syllables that come again, in the same letters: `Sở Xây dựng xây dựng kế hoạch` is a name and a verb. */
const TWO_SYLLABLES = /(?<!\p{L})(\p{L}{2,7} \p{L}{2,7}) \1(?!\p{L})/gu;

/** One syllable twice is mostly two words (`thi công công trình`): only words count that no word ends or begins with. */
const doubled = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>) => new RegExp(`(?<!\\p{L})(${anyOf(checks.never_doubled)}) \\1(?!\\p{L})`, 'gu'));
