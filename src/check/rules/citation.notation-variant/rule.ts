import { numberGrammar } from '../../../grammar/numbers.ts';
import type { Mention } from '../../../resolve/digest.ts';
import { isNumbered } from '../../../resolve/series.ts';
import type { Work } from '../../../resolve/works.ts';
import { bodyRegistry } from '../../bodies.ts';
import { uncutCode } from '../../cut-codes.ts';
import type { CheckContext, CorpusRule, FindingDraft, SideDraft } from '../../rule.ts';
import { underOwnCode } from '../../under-own-code.ts';

const HYPHENS_SINCE = 2011;

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
    yield* cutCode(work, context);
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
    const [kind, printed, constraint] = isHyphened(mention)
      ? (['hyphen-for-slash', mention.printed.replace(/\s+/g, ''), 'system-separators'] as const)
      : isJoined(mention)
        ? (['hyphen-lost', mention.printed.replace(/\s+/g, ''), 'system-separators'] as const)
        : number.separator === null && number.typeCode !== null && !mention.printed.includes(`-${number.typeCode}-`)
          ? (['separator-lost', mention.printed, 'system-separators'] as const)
          : canonical !== number.value
            ? (['separators-swapped', number.value, 'system-separators'] as const)
            : isSlashed(mention)
              ? (['slash-for-hyphen', mention.printed.replace(/\s+/g, ''), 'system-separators'] as const)
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

/** Since 2011 a hyphen joins type and body (Thông tư 01/2011/TT-BNV, Phụ lục I, II.3): "749/QĐ/TTg" of 2020 is a slip, "12/CT/UB" of 1998 is none. */
function isSlashed(mention: Mention): boolean {
  return isOfPresentShape(mention) && mention.printed.replace(/\s+/g, '').includes(`/${mention.number?.typeCode}/`);
}

/** "411-QĐ-TTg", "44/2015-NĐ-CP": the hyphen before the type is a slash; in 1990 it was none. */
function isHyphened(mention: Mention): boolean {
  return isOfPresentShape(mention) && mention.number?.separator === null && mention.printed.includes(`-${mention.number.typeCode}-`);
}

/** "2115/QĐUBND": the codes of type and body are printed as one. */
function isJoined({ number, printed }: Mention): boolean {
  return number !== null && number.typeCode !== null && number.bodyCode !== null && printed.includes(`${number.typeCode}${number.bodyCode}`);
}

/** True for a number of a State document with a type, of a year in which its shape was prescribed. */
function isOfPresentShape({ number, date }: Mention): boolean {
  const year = number?.year ?? (date === null ? 0 : Number(date.slice(0, 4)));
  return number !== null && number.system === 'state' && number.typeCode !== null && year > HYPHENS_SINCE;
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
      confidence: kind === 'body' || kind === 'letter' ? 'high' : 'certain',
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

/** "14/TB-CP … của Văn phòng Chính phủ" beside "14/TB-VPCP …": the code is another body's than the one in words, whose number of that day is known. */
function* otherBody(work: Work, { graph, knowledge }: CheckContext): Generator<FindingDraft> {
  const bodies = bodyRegistry(knowledge);
  const found = new Map<Work, { printed: string; body: string; sides: SideDraft[] }>();
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    if (mention.form !== 'full' || mention.issuerId === null || mention.issuerName === null) continue;
    const meant = underOwnCode(work, mention, bodies.byId(mention.issuerId), graph, bodies);
    if (meant === null) continue;
    const one = found.get(meant) ?? { printed: mention.number?.value ?? mention.printed, body: mention.issuerName, sides: [] };
    found.set(meant, one);
    for (const place of mention.places) one.sides.push({ document: ref.document, place, value: mention.printed });
  }
  for (const [meant, { printed, body, sides }] of found) yield variant(`${meant.id}|${work.notation}`, 'body', printed, meant.number, 'body-text', sides, { body });
}

/** "942/QĐ-TT … của Thủ tướng Chính phủ": the code has a letter less than that of the body in words. */
function* cutCode(work: Work, { graph, knowledge }: CheckContext): Generator<FindingDraft> {
  const bodies = bodyRegistry(knowledge);
  const codes = new Set([...knowledge.citations.state_body_codes, ...knowledge.citations.party_body_codes]);
  const found = new Map<string, { printed: string; body: string; sides: SideDraft[] }>();
  for (const ref of work.mentions) {
    const mention = graph.mention(ref);
    const { number, issuerId, issuerName } = mention;
    if (number === null || number.value === null || issuerId === null || issuerName === null) continue;
    const body = bodies.byId(issuerId);
    const code = body && uncutCode(mention, body, bodies, codes);
    if (!code) continue;
    const right = number.value.replace(new RegExp(`(?<=[/-])${number.bodyCode}(?![\\p{L}])`, 'u'), code);
    const one = found.get(right) ?? { printed: number.value, body: issuerName, sides: [] };
    found.set(right, one);
    for (const place of mention.places) one.sides.push({ document: ref.document, place, value: mention.printed });
  }
  for (const [right, { printed, body, sides }] of found) yield variant(work.id, 'letter', printed, right, 'body-text', sides, { body });
}
