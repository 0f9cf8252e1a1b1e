import { fold } from '../../../text/fold.ts';
import { registeredName, spellingsOf } from '../../agency-spellings.ts';
import type { DocumentRule } from '../../rule.ts';

/** A body written with other capitals than its registered name: `Sở Thông tin và truyền thông` for `Sở Thông tin và Truyền thông`. */
export const rule: DocumentRule = {
  name: 'agency.case-variant',
  *checkDocument(document) {
    for (const [id, { agency, places }] of spellingsOf(document)) {
      const variants = [...places].filter(([raw]) => fold(agency.name).startsWith(fold(raw)) && !agency.name.startsWith(raw) && raw !== raw.toUpperCase());
      if (variants.length === 0) continue;
      const right = [...places].filter(([raw]) => agency.name.startsWith(raw));
      yield {
        subject: id,
        values: { printed: variants.map(([raw]) => raw).join(', '), right: agency.name },
        sides: [...variants, ...right].flatMap(([, sides]) => sides),
        verdict: registeredName(agency.name, right.length > 0),
      };
    }
  },
};
