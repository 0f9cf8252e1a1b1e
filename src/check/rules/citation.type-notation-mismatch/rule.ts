import { isPrinted, typedMentions } from '../../printed-types.ts';
import type { CorpusRule, SideDraft } from '../../rule.ts';

/** A number called by a type whose code it lacks: "hướng dẫn số 693/BXD-PTĐT" has the shape of a letter. */
export const rule: CorpusRule = {
  name: 'citation.type-notation-mismatch',
  *checkWork(work, context) {
    const { graph } = context;
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
      verdict: null,
    };
  },
};
