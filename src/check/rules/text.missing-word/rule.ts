import { cutPhrases } from '../../../grammar/cut-phrases.ts';
import { foldedText } from '../../folded-text.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { stretchesOf } from '../../stretches.ts';

/** A set phrase that lost a syllable: `theo định` for `theo quy định`, `phối với` for `phối hợp với`. A suggestion. */
export const rule: DocumentRule = {
  name: 'text.missing-word',
  *checkDocument(document, knowledge) {
    const { pattern, of } = cutPhrases(knowledge);
    const stretches = stretchesOf(knowledge);
    const folded = foldedText(document);
    const sides: OwnSide[] = [];
    const rights = new Set<string>();
    const printed = new Set<string>();
    for (const { index, 0: words } of folded.matchAll(pattern)) {
      const end = index + words.length;
      const phrase = of(words);
      if (!phrase || (phrase.openBefore && !stretches.beginsAt(folded, index)) || (phrase.openBehind && !stretches.endsAt(folded, end))) continue;
      sides.push({ place: [index, end], value: phrase.right });
      rights.add(phrase.right);
      printed.add(document.text.slice(index, end));
    }
    const [right] = rights;
    if (right === undefined) return;
    yield {
      subject: '',
      values: { printed: [...printed].join(', '), right: [...rights].join(', ') },
      sides,
      verdict: rights.size > 1 ? null : { value: right, confidence: 'high', decidedBy: ['set-phrase'], reason: 'wording', values: { value: right }, candidates: [] },
    };
  },
};
