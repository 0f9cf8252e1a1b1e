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
    const found = new Map<string, { printed: Set<string>; sides: OwnSide[] }>();
    for (const { index, 0: words } of folded.matchAll(pattern)) {
      const end = index + words.length;
      const phrase = of(words);
      if (!phrase) continue;
      if (phrase.openBefore && !stretches.beginsAt(folded, index) && !stretches.isBehindCompound(folded, index)) continue;
      if (phrase.openBehind && !stretches.endsAt(folded, end) && !stretches.isBeforeCompound(folded, end)) continue;
      const one = found.get(phrase.right) ?? { printed: new Set(), sides: [] };
      found.set(phrase.right, one);
      one.sides.push({ place: [index, end], value: phrase.right });
      one.printed.add(document.text.slice(index, end));
    }
    for (const [value, { printed, sides }] of found) {
      yield {
        subject: value,
        kind: lostNoun(value) ? 'noun' : 'phrase',
        values: { printed: [...printed].join(', '), right: value },
        sides,
        verdict: lostNoun(value) ? null : { value, confidence: 'high', decidedBy: ['set-phrase'], reason: 'wording', values: { value }, candidates: [] },
      };
    }
  },
};

/** "các … có": which noun is missing only the author knows. */
const lostNoun = (right: string): boolean => right.includes('…');
