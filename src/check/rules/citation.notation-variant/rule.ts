import { numberGrammar } from '../../../grammar/numbers.ts';
import type { Mention } from '../../../resolve/digest.ts';
import { isNumbered } from '../../../resolve/series.ts';
import type { Work } from '../../../resolve/works.ts';
import { fold } from '../../../text/fold.ts';
import type { CheckContext, CorpusRule, FindingDraft, SideDraft } from '../../rule.ts';

/** One number in another shape: separators of the other system, a lost slash, another body's code, another case. */
export const rule: CorpusRule = {
  name: 'citation.notation-variant',
  *checkWork(work, context) {
    const { graph } = context;
    yield* shapes(
      work.id,
      work.mentions.map((ref) => ({ document: ref.document, mention: graph.mention(ref) })),
      context,
    );
    yield* otherBody(work, context);
  },
  *checkCiting(document, context) {
    // A number that may be of several works has its shape all the same.
    const open = new Map<string, Mention[]>();
    for (const [at, mention] of document.mentions.entries()) {
      if (!isNumbered(mention) || context.graph.workOf(document.index, at) !== null) continue;
      const list = open.get(mention.key);
      if (list) list.push(mention);
      else open.set(mention.key, [mention]);
    }
    for (const [key, mentions] of open)
      yield* shapes(
        `${document.id}|${key}`,
        mentions.map((mention) => ({ document: document.index, mention })),
        context,
      );
  },
};

/** The mentions of one number whose shape is not that of their system. */
function shapes(subject: string, mentions: readonly { document: number; mention: Mention }[], { knowledge }: CheckContext): Iterable<FindingDraft> {
  const numbers = numberGrammar(knowledge);
  const found = new Map<string, FindingDraft>();
  for (const { document, mention } of mentions) {
    const { number } = mention;
    if (number === null || number.value === null) continue;
    const canonical = numbers.canonical(number) ?? '';
    const [kind, printed, constraint] =
      number.separator === null
        ? (['separator-lost', mention.printed, 'system-separators'] as const)
        : canonical !== number.value
          ? (['separators-swapped', number.value, 'system-separators'] as const)
          : number.typeCode !== null && !mention.printed.includes(number.typeCode) && !(mention.type !== null && mention.type === mention.type.toUpperCase())
            ? (['case', mention.printed.replace(/\s+/g, ''), 'type-code'] as const)
            : [null, '', ''];
    if (kind === null) continue;
    const sides = mention.places.map((place): SideDraft => ({ document, place, value: mention.printed }));
    const earlier = found.get(kind);
    if (earlier) earlier.sides.push(...sides);
    else found.set(kind, variant(subject, kind, printed, canonical, constraint, sides));
  }
  return found.values();
}

function variant(subject: string, kind: string, printed: string, right: string, constraint: string, sides: SideDraft[], words: { body?: string } = {}): FindingDraft {
  const ground = { constraint, hard: true, values: { printed, right, ...words }, sides: [] };
  return {
    subject: `${subject}|${kind}`,
    kind,
    values: { printed, right },
    sides,
    verdict: {
      value: right,
      confidence: kind === 'body' ? 'high' : 'certain',
      decidedBy: [constraint],
      reason: 'shape',
      values: { value: right },
      candidates: [
        { value: printed, mentions: sides.length, witnesses: new Set(sides.map((side) => side.document)).size, supports: [], refutes: [ground] },
        { value: right, mentions: 0, witnesses: 0, supports: [], refutes: [] },
      ],
    },
  };
}

/**
 * "14/TB-CP … của Văn phòng Chính phủ" beside "14/TB-VPCP … của Văn phòng Chính phủ": same type, serial and day, and the body
 * named in words is the other code's. Needs the body's words on both sides; two bodies may issue a number 14 on one day.
 */
function* otherBody(work: Work, { graph }: CheckContext): Generator<FindingDraft> {
  if (work.typeCode === null) return;
  for (const date of graph.datesOf(work)) {
    const kin = graph.sameDay(work, date);
    const right = kin.length < 2 ? null : mostAttested(kin, date, graph);
    if (right === null || right.work === work || !related(work.notation, right.work.notation)) continue;
    const sides: SideDraft[] = [];
    let printed: string | null = null;
    let body: string | null = null;
    for (const ref of work.mentions) {
      const mention = graph.mention(ref);
      if (mention.date !== date || mention.form !== 'full' || mention.issuerName === null || !right.issuers.has(fold(mention.issuerName))) continue;
      printed ??= mention.number?.value ?? mention.printed;
      body ??= mention.issuerName;
      for (const place of mention.places) sides.push({ document: ref.document, place, value: mention.printed });
    }
    if (printed !== null && body !== null) yield variant(`${right.work.id}|${work.notation}`, 'body', printed, right.work.number, 'body-text', sides, { body });
  }
}

interface Attested {
  work: Work;
  mentions: number;
  issuers: Set<string>;
}

/** Counted once for all works of one day, not once for each. */
const ATTESTED = new WeakMap<readonly Work[], Map<string, Attested | null>>();

/** Of works of one type, serial and day the one cited most often in full. */
function mostAttested(kin: readonly Work[], date: string, graph: CheckContext['graph']): Attested | null {
  const byDate = ATTESTED.get(kin) ?? new Map<string, Attested | null>();
  ATTESTED.set(kin, byDate);
  let most = byDate.get(date);
  if (most === undefined) {
    const all = kin.map((work) => attested(work, date, graph));
    most = all.sort((a, b) => b.mentions - a.mentions || (a.work.id < b.work.id ? -1 : 1))[0] ?? null;
    byDate.set(date, most);
  }
  return most;
}

/** How often a work is cited in full with a day, and the bodies named with it. */
function attested(work: Work, date: string, graph: CheckContext['graph']): Attested {
  const issuers = new Set<string>();
  let mentions = 0;
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    if (mention.date !== date || mention.form !== 'full') continue;
    mentions += mention.places.length;
    if (mention.issuerName) issuers.add(fold(mention.issuerName));
  }
  return { work, mentions, issuers };
}

/** One code is the end of the other: "CP" of "VPCP". */
function related(a: string, b: string): boolean {
  return a !== b && (b.endsWith(a.split('-').at(-1) ?? ' ') || a.endsWith(b.split('-').at(-1) ?? ' '));
}
