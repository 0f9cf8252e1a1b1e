import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { AssignedAgency } from '../../../model/assignments.ts';
import { fold } from '../../../text/fold.ts';
import { spellingsOf, unlistedSpellings } from '../../agency-spellings.ts';
import type { DocumentRule } from '../../rule.ts';

/** One body under names that differ by what joins their words: `Sở Giao thông và vận tải`, `Sở Kế hoạch Đầu tư`. */
export const rule: DocumentRule = {
  name: 'agency.name-variant',
  *checkDocument(document, knowledge) {
    const { core, properName } = namesOf(knowledge);
    for (const [id, { agency, places }] of [...spellingsOf(document), ...unlistedSpellings(document)]) {
      const right = properOf(agency, properName);
      if (right === null) continue;
      const proper = spaced(right);
      // "Đài Phát thanh - Truyền hình": provinces join such names in either way.
      const isWrong = (raw: string) =>
        (proper.includes(' - ') || !spaced(raw).includes(' - ')) &&
        !proper.startsWith(spaced(raw)) &&
        `${core(right)} `.startsWith(`${core(raw)} `) &&
        core(raw).split(' ').length > 2;
      const own = [...places].filter(([raw]) => proper.startsWith(spaced(raw)));
      for (const [raw, sides] of places) {
        if (!isWrong(raw)) continue;
        yield {
          subject: `${id}|${fold(raw)}`,
          values: { printed: raw, right },
          sides: [...sides, ...own.flatMap(([, others]) => others)],
          verdict: { value: right, confidence: own.length > 0 ? 'certain' : 'high', decidedBy: ['registry'], reason: 'registered-name', values: { value: right }, candidates: [] },
        };
      }
    }
  },
};

/** Folded, with one blank between words and around hyphens. */
const spaced = (name: string): string =>
  fold(name)
    .replace(/\s*-\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .trim();

/** The proper name of a body: the registry's; of a body that is in no list under its words, the one name made of the same words. */
function properOf({ id, name }: AssignedAgency, properName: (name: string) => string | null): string | null {
  return id === null ? properName(name) : name;
}

const namesOf = compiledOnce(({ agencies, citations }: Pick<Knowledge, 'agencies' | 'citations'>) => {
  const joining = new Set(citations.list_connectors.map(fold));
  /** A name without what joins its words: "sở kế hoạch đầu tư". */
  const core = (name: string): string =>
    fold(name)
      .split(/[\s,-]+/)
      .filter((word) => word !== '' && !joining.has(word))
      .join(' ');
  const names = new Map<string, string | null>();
  for (const { name } of agencies) {
    const known = names.get(core(name));
    names.set(core(name), known === undefined || known === name ? name : null);
  }
  return { core, properName: (name: string) => names.get(core(name)) ?? null };
});
