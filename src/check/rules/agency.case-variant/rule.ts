import { fold } from '../../../text/fold.ts';
import { registeredName, spellingsOf } from '../../agency-spellings.ts';
import { bodyRegistry } from '../../bodies.ts';
import type { DocumentRule } from '../../rule.ts';

/** A body written with other capitals than its registered name: `Sở Thông tin và truyền thông` for `Sở Thông tin và Truyền thông`. */
export const rule: DocumentRule = {
  name: 'agency.case-variant',
  *checkDocument(document, knowledge) {
    const { byId } = bodyRegistry(knowledge);
    for (const [id, { agency, places }] of spellingsOf(document)) {
      // "Bộ Chỉ huy Quân sự tỉnh" is as usual as "Bộ Chỉ huy quân sự tỉnh": another listed name is no slip.
      const others = byId(id)?.aliases ?? [];
      const variants = [...places].filter(
        ([raw]) => fold(agency.name).startsWith(fold(raw)) && !agency.name.startsWith(raw) && raw !== raw.toUpperCase() && !others.some((alias) => raw.startsWith(alias)),
      );
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
