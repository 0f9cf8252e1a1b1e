import type { Passage } from '../passage.ts';
import type { TargetDraft } from './draft.ts';
import { readLead } from './lead.ts';
import type { TargetTools } from './tools.ts';

/** What a cell of values says: a measure, a state in words (`Đạt`), sentences of its own, or nothing. */
export type CellReading =
  | ({ kind: 'measure' /** The unit or counted noun in the cell. */; unit: string | null; noun: string | null } & Pick<
      TargetDraft,
      'comparator' | 'low' | 'high' | 'approximate' | 'change' | 'flags'
    >)
  | ({ kind: 'state' } & Pick<TargetDraft, 'modality'> & { state: string })
  | { kind: 'sentences' }
  | { kind: 'nothing' };

/** Reads a cell: `≥ 95`, `45 - 50%`, `Khoảng 9`, `02 đô thị`. A value without a bound of its own has the one its header sets. */
export function readCell({ text, folded }: Passage, headerBound: 'ge' | 'le' | null, { quantities, words }: TargetTools): CellReading {
  const read = quantities.cell(folded);
  if (!read) {
    const state = text.trim();
    if (!/\p{L}{2}/u.test(state)) return { kind: 'nothing' };
    return { kind: 'state', state, modality: words.modality.firstIn(folded, 0, folded.length)?.value ?? null };
  }
  const { quantity } = read;
  const lead = readLead(folded, quantity.start, 0, words, []);
  const before = folded.slice(0, lead.start).trim();
  // `Nhóm 2`, `Top 20`: a place in an order, no measure.
  if (quantity.unit === null && words.noTargetBefore.endingAt(folded, folded.slice(0, lead.start).trimEnd().length, 0)?.start === folded.search(/\S/))
    return { kind: 'state', state: text.trim(), modality: null };
  if (before.includes(' ') && /\p{L}{2}/u.test(before)) return { kind: 'sentences' };
  // `Khoảng 70 trường, trong đó 03 trường tiếp cận trình độ ASEAN-4`
  const part = words.parts.firstIn(folded, quantity.end, folded.length);
  if (part && /\d/.test(folded.slice(part.end))) return { kind: 'sentences' };
  const change: TargetDraft['change'] = lead.change && !lead.level ? { direction: lead.change.direction, base: null, per: lead.perYear ? 'year' : null } : null;
  const bounded = quantity.shape === 'single' ? (quantity.after ?? lead.comparator ?? headerBound ?? 'eq') : quantity.shape;
  const comparator = change ? 'change' : bounded;
  return {
    kind: 'measure',
    comparator,
    low: comparator === 'le' || comparator === 'lt' ? null : quantity.low,
    high: comparator === 'ge' || comparator === 'gt' ? null : quantity.high,
    unit: quantity.unit?.symbol ?? null,
    noun: quantity.noun ? folded.slice(quantity.noun.start, quantity.noun.end) : null,
    approximate: lead.approximate,
    change,
    flags: quantity.arrow ? ['arrow'] : [],
  };
}
