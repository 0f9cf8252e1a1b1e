import { fitsLegislature } from '../../../grammar/legislature-types.ts';
import type { Work } from '../../../resolve/works.ts';
import { fold } from '../../../text/fold.ts';
import { foreignSubject } from '../../foreign-subject.ts';
import { isPrinted, isWiderName, type NumberType, type TypedMention, typedMentions, typeOfNumber } from '../../printed-types.ts';
import type { CandidateDraft, CheckContext, CorpusRule, DocumentRule, FindingDraft, GroundDraft, SideDraft, VerdictDraft } from '../../rule.ts';
import { ownType } from './own-type.ts';

const PLACES_SHOWN = 6;

/** A number called by another type than its code says, in a letterhead too; or called only "văn bản" and given a subject that no document of its type has. */
export const rule: CorpusRule & DocumentRule = {
  name: 'citation.type-word-conflict',
  *checkDocument(document, knowledge) {
    const draft = ownType(document, knowledge);
    if (draft) yield draft;
  },
  *checkWork(work, context) {
    const type = typeOfNumber(work, context);
    const mentions = typedMentions(work, context);
    if (type === null) {
      const draft = otherWord(work, mentions, context);
      if (draft) yield draft;
      return;
    }
    const draft = otherType(work, type, mentions, context) ?? otherSubject(work, type, mentions, context);
    if (draft) yield draft;
  },
};

/** "Nghị quyết số 01/NĐ-CP". */
function otherType(work: Work, type: NumberType, mentions: readonly TypedMention[], context: CheckContext): FindingDraft | null {
  const names = new Set(type.names.map(fold));
  const wrong = mentions.filter(
    (one) =>
      !one.type.hypernym &&
      !one.type.rows.some((row) => row.code === work.typeCode || names.has(fold(row.name))) &&
      !isWiderName(one, type) &&
      isPrinted(one, context) &&
      !namedBefore(one, type.names, context),
  );
  const [first] = wrong;
  if (!first) return null;
  const word = first.mention.type as string;
  const right = mentions.filter((one) => one.type.rows.some((row) => row.code === work.typeCode));
  return {
    subject: work.id,
    kind: 'other-type',
    values: { number: work.number, word, type: type.name },
    sides: [...sidesOf(wrong), ...sidesOf(right).slice(0, PLACES_SHOWN)],
    verdict: judgeType(word, type.name, wrong, right),
  };
}

/**
 * "Chỉ thị số 26/2022/UBTVQH15": the numbers of a legislature have no code that tells the type, but it gives laws and resolutions only.
 * Of two types it may give, the one most places have is right.
 */
function otherWord(work: Work, mentions: readonly TypedMention[], context: CheckContext): FindingDraft | null {
  const fits = fitsLegislature(context.knowledge);
  const named = mentions.filter((one) => one.mention.number?.legislature != null && !one.type.hypernym && isPrinted(one, context));
  const byType = new Map<string, TypedMention[]>();
  for (const one of named) {
    const name = one.type.rows[0]?.name ?? '';
    byType.set(name, [...(byType.get(name) ?? []), one]);
  }
  const [right, ...others] = [...byType].filter(([, own]) => own.every(({ type }) => fits(type))).sort((a, b) => b[1].length - a[1].length);
  const tied = others.some(([, own]) => own.length === right?.[1].length);
  // "1234/UBTVQH15-CTĐB": its letters have no year in their number.
  const unfit = named.filter(({ mention, type }) => !fits(type) && mention.number?.year !== null);
  const wrong = tied ? unfit : [...unfit, ...others.flatMap(([, own]) => own)];
  const [first] = wrong;
  if (!first) return null;
  const type = tied ? null : (right?.[0] ?? null);
  const word = first.mention.type as string;
  const refutes: GroundDraft[] = [{ constraint: 'type-of-legislature', hard: true, values: { number: work.number }, sides: [] }];
  const candidates = [...byType].map(
    ([value, own]): CandidateDraft => ({
      ...{ value, mentions: own.length, witnesses: new Set(own.map(({ document }) => document)).size, supports: [] },
      refutes: own.some((one) => unfit.includes(one)) ? refutes : [],
    }),
  );
  const decidedBy = unfit.length > 0 ? ['type-of-legislature'] : [];
  return {
    subject: work.id,
    kind: type === null ? 'no-type-of-legislature' : 'other-word',
    values: { number: work.number, word, ...(type === null ? {} : { type }) },
    sides: [...sidesOf(wrong), ...sidesOf(right?.[1] ?? []).slice(0, PLACES_SHOWN)],
    verdict:
      type === null
        ? { value: null, confidence: 'none', decidedBy, reason: 'cannot-tell', values: {}, candidates }
        : { value: type, confidence: 'medium', decidedBy, reason: 'type', values: { value: type }, candidates },
  };
}

/** The word agrees with the code elsewhere: the word is wrong. Else either may be. */
function judgeType(word: string, name: string, wrong: readonly TypedMention[], right: readonly TypedMention[]): VerdictDraft {
  const candidate = (value: string, of: readonly TypedMention[]): CandidateDraft => ({
    value,
    mentions: of.reduce((sum, { mention }) => sum + mention.places.length, 0),
    witnesses: new Set(of.map(({ document }) => document)).size,
    supports: [],
    refutes: [],
  });
  const candidates = [candidate(word, wrong), candidate(name, right)];
  if (right.length === 0) return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
  (candidates[0] as CandidateDraft).refutes.push({ constraint: 'type-of-code', hard: true, values: { type: name }, sides: [] });
  return { value: name, confidence: 'high', decidedBy: ['type-of-code'], reason: 'type', values: { value: name }, candidates };
}

/** "Thông báo Kết luận số 77-TB/TU": the right word stands before the one taken. */
function namedBefore({ document, mention }: TypedMention, names: readonly string[], { words }: CheckContext): boolean {
  const [start] = mention.places[0] ?? [0];
  const before = fold(words(document, start - 40, start)).trimEnd();
  return names.some((name) => before.endsWith(fold(name)));
}

/** A letter's subject under the number of a programme: the number was probably written over another one. */
function otherSubject(work: Work, type: NumberType, mentions: readonly TypedMention[], context: CheckContext): FindingDraft | null {
  const foreign = foreignSubject(work, type, mentions, context);
  const [word] = foreign?.mentions ?? [];
  if (!foreign || !word) return null;
  return {
    subject: work.id,
    kind: 'other-subject',
    values: { number: work.number, word: word.mention.type as string, type: type.name },
    sides: [...foreign.sides, ...foreign.known.sides.slice(0, PLACES_SHOWN).map((side) => ({ ...side, value: type.name }))],
    verdict: { value: null, confidence: 'none', decidedBy: ['other-subject'], reason: 'other-number', values: { number: work.number }, candidates: [] },
  };
}

function sidesOf(mentions: readonly TypedMention[]): SideDraft[] {
  return mentions.flatMap(({ document, mention }) => mention.places.map((place) => ({ document, place, value: mention.type })));
}
