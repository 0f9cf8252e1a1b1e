import type { DocumentNumber } from '../../../model/facts.ts';
import type { Terms } from '../../../resolve/terms.ts';
import type { CorpusRule, SideDraft } from '../../rule.ts';

/** A legislature's suffix that does not fit the year or day: `26/2022/UBTVQH13`. */
export const rule: CorpusRule = {
  name: 'citation.legislature-term-mismatch',
  *checkWork(work, { graph, terms }) {
    const sides: SideDraft[] = [];
    const fitting: SideDraft[] = [];
    let wrong: { number: DocumentNumber; printed: string; year: string; sitting: number[] } | null = null;
    for (const ref of work.mentions) {
      const mention = graph.mention(ref);
      const { number } = mention;
      if (number?.legislature == null) continue;
      const sitting = sittingLegislatures(number, mention.date, terms);
      if (sitting === null || sitting.length === 0) continue;
      const place = mention.places.map((at): SideDraft => ({ document: ref.document, place: at, value: number.value }));
      if (sitting.includes(number.legislature)) {
        fitting.push(...place);
        continue;
      }
      wrong ??= { number, printed: mention.printed, year: String(number.year ?? mention.date?.slice(0, 4) ?? ''), sitting };
      sides.push(...place);
    }
    if (wrong === null) return;
    const { number, printed, year, sitting } = wrong;
    const legislature = String(number.legislature);
    const value = number.value ?? printed;
    const right = sitting.length === 1 ? value.replace(new RegExp(`${legislature}$`), String(sitting[0])) : null;
    const witnesses = (list: readonly SideDraft[]) => new Set(list.map((side) => graph.document(side.document).sha256)).size;
    const suffix = { constraint: 'suffix-of-year', hard: true, values: { legislature, year, sitting: sitting.join(', ') }, sides: [] };
    yield {
      subject: work.id,
      values: { number: value, legislature, year, sitting: sitting.join(', ') },
      sides,
      verdict: {
        value: right,
        confidence: right ? 'certain' : 'none',
        decidedBy: ['suffix-of-year'],
        reason: right ? 'number' : 'cannot-tell',
        values: { value: right ?? '' },
        candidates: [
          { value, mentions: sides.length, witnesses: witnesses(sides), supports: [], refutes: [suffix] },
          ...(right === null ? [] : [{ value: right, mentions: fitting.length, witnesses: witnesses(fitting), supports: [], refutes: [] }]),
        ],
      },
    };
  },
};

function sittingLegislatures(number: DocumentNumber, date: string | null, terms: Terms): number[] | null {
  if (date !== null && date.length === 10) {
    const at = terms.legislature(date);
    if (!at) return null;
    if (!at.boundary) return [at.number];
  }
  const year = number.year ?? (date ? Number(date.slice(0, 4)) : null);
  return year === null ? null : terms.legislaturesOf(year);
}
