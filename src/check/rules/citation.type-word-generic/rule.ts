import { foreignSubject } from '../../foreign-subject.ts';
import { isPrinted, isWiderName, typedMentions, typeOfNumber } from '../../printed-types.ts';
import type { CorpusRule, SideDraft } from '../../rule.ts';

const PLACES_SHOWN = 6;

/** One work called by its type in some places and only "văn bản" in others; a joint circular called a circular. */
export const rule: CorpusRule = {
  name: 'citation.type-word-generic',
  *checkWork(work, context) {
    const type = typeOfNumber(work, context);
    if (type === null) return;
    const mentions = typedMentions(work, context);
    // A subject that is not this work's is more than a loose word: `citation.type-word-conflict` has it.
    const foreign = foreignSubject(work, type, mentions, context)?.mentions;
    const generic = mentions.filter((one) => (one.type.hypernym || isWiderName(one, type)) && !foreign?.has(one) && isPrinted(one, context));
    const specific = mentions.filter((one) => one.type.rows.some((row) => row.code === work.typeCode));
    const [first] = generic;
    // "Văn bản số 334-KL/TU" is right by itself; "Thông tư" for a joint circular is loose wherever it stands.
    if (!first || (specific.length === 0 && generic.every(({ type: { hypernym } }) => hypernym))) return;
    const sides = (list: typeof mentions) => list.flatMap(({ document, mention }) => mention.places.map((place): SideDraft => ({ document, place, value: mention.type })));
    yield {
      subject: work.id,
      values: { number: work.number, word: first.mention.type as string, type: type.name },
      sides: [...sides(generic), ...sides(specific).slice(0, PLACES_SHOWN)],
      verdict: {
        value: type.name,
        confidence: 'certain',
        decidedBy: ['type-of-code'],
        reason: 'type',
        values: { value: type.name },
        candidates: [
          {
            value: type.name,
            mentions: specific.length,
            witnesses: 1,
            supports: [{ constraint: 'type-of-code', hard: true, values: { type: type.name }, sides: [] }],
            refutes: [],
          },
        ],
      },
    };
  },
};
