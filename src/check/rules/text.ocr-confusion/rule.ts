import { misreadings } from '../../../grammar/misreadings.ts';
import { foldedText } from '../../folded-text.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { stretchesOf } from '../../stretches.ts';

/** Set words with another accent or letter, which a machine read so: `chông chéo` for `chồng chéo`. A suggestion, nothing is changed. */
export const rule: DocumentRule = {
  name: 'text.ocr-confusion',
  *checkDocument(document, knowledge) {
    const stretches = stretchesOf(knowledge);
    const folded = foldedText(document);
    const sides: OwnSide[] = [];
    const told = new Map<string, string>();
    for (const { start, end, words, sure } of misreadings(knowledge)(folded)) {
      if (!sure && !stretches.beginsAt(folded, start)) continue;
      sides.push({ place: [start, end], value: words });
      told.set(document.text.slice(start, end), words);
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
