import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import { fold } from '../../../text/fold.ts';
import type { FindingDraft, OwnSide } from '../../rule.ts';
import { placeOfWords } from '../../words-at.ts';

/** Words for kinds of territories that are no more, with the day the last one ended: "huyện", "quận", "thị xã" since 1/7/2025. */
const endedKinds: (knowledge: Pick<Knowledge, 'territories' | 'anatomy'>) => ReadonlyMap<string, string> = compiledOnce(({ territories, anatomy }) => {
  const ended = new Map<string, string>();
  for (const [word, kind] of Object.entries(anatomy.territory_kinds)) {
    const days = territories.flatMap((row) => (row.kind === kind ? [row.valid_to] : []));
    if (days.length > 0 && days.every((day) => day !== null && day !== '')) ended.set(fold(word), (days as string[]).sort().at(-1) as string);
  }
  return ended;
});

/** Tasks for all units of a kind that is no more, told together, for they ended together: "Ủy ban nhân dân các huyện" in September 2025. */
export function endedCollectives({ assignments, text }: ExtractedDocument, issued: string, knowledge: Pick<Knowledge, 'territories' | 'anatomy'>): FindingDraft<OwnSide> | null {
  const kinds = endedKinds(knowledge);
  const names = new Set<string>();
  const sides: OwnSide[] = [];
  let day = '';
  for (const { agency, evidence } of assignments) {
    if (!agency.collective) continue;
    const words = ` ${fold(agency.raw).replaceAll(/[,;]/g, ' ')} `;
    const [over] = [...kinds].filter(([word, last]) => words.includes(` ${word} `) && last < issued.slice(0, last.length));
    if (!over) continue;
    day = over[1] > day ? over[1] : day;
    names.add(agency.name);
    const place = placeOfWords(text, agency.raw, evidence);
    if (!sides.some((side) => side.place[0] === place[0])) sides.push({ place, value: agency.name });
  }
  if (sides.length === 0) return null;
  return {
    subject: 'level',
    kind: 'level-ended',
    values: { agency: [...names].join('; '), day: { date: day }, issued: { date: issued } },
    sides,
    verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
  };
}
