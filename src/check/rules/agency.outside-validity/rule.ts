import { knownAgencies } from '../../../grammar/succession.ts';
import { spellingsOf } from '../../agency-spellings.ts';
import { ownDay } from '../../own-day.ts';
import type { DocumentRule } from '../../rule.ts';

/** A task for a body that had ended when the document was issued, or had not begun: Sở Kế hoạch và Đầu tư in a plan of August 2025. */
export const rule: DocumentRule = {
  name: 'agency.outside-validity',
  *checkDocument(document, knowledge) {
    const issued = ownDay(document);
    if (issued === null) return;
    const country = knowledge.territories.find(({ kind }) => kind === 'country')?.id;
    const agencyOf = knownAgencies(knowledge);
    for (const [id, { agency, places }] of spellingsOf(document)) {
      const known = agencyOf(id);
      if (!known) continue;
      const { validFrom, validTo } = known;
      const ended = validTo !== null && validTo < issued.slice(0, validTo.length);
      // "Cục Thống kê" in a province's plan is its branch there, not the central body that later took the name.
      const local = known.level === 'central' && document.identity.issuer?.territory?.id !== country;
      const unborn = !local && validFrom !== null && validFrom > issued.slice(0, validFrom.length);
      if (!ended && !unborn) continue;
      const successors = known.successors.flatMap((next) => agencyOf(next)?.name ?? []);
      const [right] = successors;
      const one = ended && successors.length === 1 ? (right as string) : null;
      yield {
        subject: id,
        kind: ended ? 'ended' : 'unborn',
        values: { agency: agency.name, day: ended ? (validTo as string) : (validFrom as string), issued: { date: issued } },
        sides: [...places.values()].flat(),
        verdict: {
          value: one,
          confidence: one === null ? 'none' : 'medium',
          decidedBy: one === null ? [] : ['successor'],
          reason: one === null ? 'cannot-tell' : 'successor',
          values: one === null ? {} : { value: one },
          candidates: [],
        },
      };
    }
  },
};
