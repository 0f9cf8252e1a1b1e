import type { Work } from '../../../resolve/works.ts';
import { isPrinted, typedMentions } from '../../printed-types.ts';
import type { CheckContext, CorpusRule, SideDraft, VerdictDraft } from '../../rule.ts';

/** "2563/SXD-PTĐT": no year, a body, a unit. */
const UNIT_SHAPE = /^\d{1,5}\/\p{Lu}[^-/]{0,14}-[^-/]{1,14}$/u;

/** A number called by a type whose code it lacks: "hướng dẫn số 693/BXD-PTĐT" has the shape of a letter. */
export const rule: CorpusRule = {
  name: 'citation.type-notation-mismatch',
  *checkWork(work, context) {
    const { graph, knowledge } = context;
    // "693/BXD-PTĐT": a body and a unit of it, no type; laws and old numbers have none either, but no unit.
    if (work.system !== 'state' || work.typeCode !== null || !/^[^-]+-[^-]+/u.test(work.notation)) return;
    const [ref] = work.mentions;
    const number = ref ? graph.mention(ref).number : null;
    if (!number || number.year !== null || number.separator !== '/') return;
    const mentions = typedMentions(work, context).filter((one) => one.type.rows.every((row) => row.code !== '' && row.kind !== 'hypernym') && isPrinted(one, context));
    const [first] = mentions;
    if (!first) return;
    yield {
      subject: work.id,
      values: { number: work.number, word: first.mention.type as string, code: first.type.rows[0]?.code ?? '' },
      sides: mentions.flatMap(({ document, mention }) => mention.places.map((place): SideDraft => ({ document, place, value: mention.type }))),
      verdict: letter(work, knowledge),
    };
  },
};

/** The type whose numbers have that shape: a body and a unit of it, without a code. */
function letter({ number }: Work, { documentTypes }: CheckContext['knowledge']): VerdictDraft | null {
  const type = documentTypes.find(({ code, system, examples }) => code === '' && system === 'state' && examples.some((example) => UNIT_SHAPE.test(example)));
  if (!type) return null;
  const supports = [{ constraint: 'shape-of-number', hard: false, values: { number, type: type.name }, sides: [] }];
  const candidates = [{ value: type.name, mentions: 0, witnesses: 0, supports, refutes: [] }];
  return { value: type.name, confidence: 'medium', decidedBy: ['shape-of-number'], reason: 'type', values: { value: type.name }, candidates };
}
