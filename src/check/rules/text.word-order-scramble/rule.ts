import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import { fromRoman } from '../../../text/roman.ts';
import { foldedText } from '../../folded-text.ts';
import { proposal } from '../../proposal.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** A numeral that stands within a word of two syllables: `Đại hội Đảng XVI bộ thành phố` for `Đại hội XVI Đảng bộ thành phố`. */
export const rule: DocumentRule = {
  name: 'text.word-order-scramble',
  *checkDocument(document, knowledge) {
    const { text } = document;
    const { pattern, leads } = splitCompounds(knowledge);
    const sides: OwnSide[] = [];
    const rights: string[] = [];
    for (const { index, 0: words } of foldedText(document).matchAll(pattern)) {
      const place: [number, number] = [index, index + words.length];
      const [first = '', numeral = '', last = ''] = text.slice(...place).split(/\s+/);
      // In capitals: "Ban cán sự đảng 3 bộ" counts ministries.
      if (fromRoman(numeral) === null) continue;
      const compound = `${first} ${last}`;
      const right = leads.has(fold(compound)) ? `${numeral} ${compound}` : `${compound} ${numeral}`;
      sides.push({ place, value: right });
      rights.push(right);
    }
    if (sides.length === 0) return;
    const printed = new Set(sides.map(({ place }) => text.slice(...place)));
    yield { subject: '', values: { printed: [...printed].join(', '), right: [...new Set(rights)].join(', ') }, sides, verdict: proposal(rights, 'high', 'wording') };
  },
};

const splitCompounds: (knowledge: Pick<Knowledge, 'checks'>) => { pattern: RegExp; leads: ReadonlySet<string> } = compiledOnce(({ checks: { split_compounds } }) => {
  const compounds = [...split_compounds.numeral_before, ...split_compounds.numeral_behind].map((words) => words.split(' ') as [string, string]);
  const split = compounds.map(([first, last]) => `${anyOf([first])}\\s{1,2}[ivxl]{1,7}\\s{1,2}${anyOf([last])}`);
  return { pattern: new RegExp(`(?<!\\p{L})(?:${split.join('|')})(?!\\p{L})`, 'gu'), leads: new Set(split_compounds.numeral_before.map(fold)) };
});
