import { misreadings } from '../../../grammar/misreadings.ts';
import { foldedText } from '../../folded-text.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { stretchesOf } from '../../stretches.ts';

/** Set words with another accent or letter, which a machine read so: `chông chéo` for `chồng chéo`. A suggestion, nothing is changed. */
export const rule: DocumentRule = {
  name: 'text.ocr-confusion',
  *checkDocument(document, knowledge) {
    const { pattern, right } = misreadings(knowledge);
    const stretches = stretchesOf(knowledge);
    const folded = foldedText(document);
    const sides: OwnSide[] = [];
    const told = new Map<string, string>();
    for (const { index, 0: words } of folded.matchAll(pattern)) {
      const meant = right(words);
      if (meant === null || !(meant.sure || stretches.beginsAt(folded, index))) continue;
      const end = index + words.length;
      sides.push({ place: [index, end], value: meant.words });
      told.set(document.text.slice(index, end), meant.words);
    }
    if (sides.length === 0) return;
    const rights = [...new Set(told.values())];
    const [value] = rights as [string, ...string[]];
    yield {
      subject: '',
      values: { words: [...told].map(([printed, meant]) => `${printed} → ${meant}`).join('; ') },
      sides,
      verdict: rights.length > 1 ? null : { value, confidence: 'medium', decidedBy: ['known-misreading'], reason: 'known-misreading', values: { value }, candidates: [] },
    };
  },
};
