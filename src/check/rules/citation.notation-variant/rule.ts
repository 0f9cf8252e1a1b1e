import { numberGrammar } from '../../../grammar/numbers.ts';
import type { DocumentDigest, Mention } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';
import type { CorpusRule, FindingDraft, SideDraft } from '../../rule.ts';

/** One number in another shape: separators of the other system, a lost slash, another body's code, another case. */
export const rule: CorpusRule = {
  name: 'citation.notation-variant',
  *check({ corpus, graph, knowledge }) {
    const numbers = numberGrammar(knowledge);
    const found = new Map<string, FindingDraft>();
    const add = (subject: string, kind: string, printed: string, right: string, sides: SideDraft[], decidedBy: string) => {
      const key = `${subject}|${kind}`;
      const earlier = found.get(key);
      if (earlier) {
        earlier.sides.push(...sides);
        return;
      }
      found.set(key, {
        subject: key,
        kind,
        values: { printed, right },
        sides,
        verdict: { value: right, confidence: kind === 'body' ? 'high' : 'certain', decidedBy: [decidedBy], reason: 'shape', values: { value: right }, candidates: [] },
      });
    };
    const bySerial = new Map<string, { mention: Mention; document: DocumentDigest }[]>();
    for (const document of corpus.documents) {
      for (const [at, mention] of document.mentions.entries()) {
        const { number } = mention;
        if (number === null || number.value === null) continue;
        const subject = graph.workOf(document.index, at)?.id ?? `${document.id}|${mention.key}`;
        const sides = mention.places.map((place) => ({ document: document.index, place, value: mention.printed }));
        const canonical = numbers.canonical(number) ?? '';
        if (number.separator === null) add(subject, 'separator-lost', mention.printed, canonical, sides, 'system-separators');
        else if (canonical !== number.value) add(subject, 'separators-swapped', number.value, canonical, sides, 'system-separators');
        else if (number.typeCode !== null && !mention.printed.includes(number.typeCode) && !(mention.type !== null && mention.type === mention.type.toUpperCase()))
          add(subject, 'case', mention.printed.replace(/\s+/g, ''), canonical, sides, 'type-code');
        if (mention.date !== null && number.typeCode !== null && mention.form === 'full') {
          const key = `${number.system}|${number.serial}|${number.year ?? ''}|${number.typeCode}|${mention.date}`;
          const list = bySerial.get(key);
          if (list) list.push({ mention, document });
          else bySerial.set(key, [{ mention, document }]);
        }
      }
    }
    for (const group of bySerial.values())
      for (const { mention, document, right } of otherBodies(group)) {
        add(
          `${right}|${mention.date}`,
          'body',
          mention.number?.value ?? mention.printed,
          right,
          mention.places.map((place) => ({ document: document.index, place, value: mention.printed })),
          'body-text',
        );
      }
    yield* found.values();
  },
};

/**
 * "14/TB-CP … của Văn phòng Chính phủ" beside "14/TB-VPCP … của Văn phòng Chính phủ": same type, serial and day, and the body
 * named in words is the other code's. Needs the body's words on both sides; two bodies may issue a number 14 on one day.
 */
function otherBodies(group: readonly { mention: Mention; document: DocumentDigest }[]): { mention: Mention; document: DocumentDigest; right: string }[] {
  const codes = new Map<string, { count: number; issuers: Set<string>; number: string; key: string | null }>();
  for (const { mention } of group) {
    const code = mention.number?.notation ?? '';
    const entry = codes.get(code) ?? { count: 0, issuers: new Set<string>(), number: mention.number?.value ?? '', key: mention.key };
    entry.count += mention.places.length;
    if (mention.issuerName) entry.issuers.add(fold(mention.issuerName));
    codes.set(code, entry);
  }
  if (codes.size < 2) return [];
  const [right] = [...codes].sort((a, b) => b[1].count - a[1].count);
  if (!right) return [];
  return group.flatMap(({ mention, document }) => {
    const notation = mention.number?.notation ?? '';
    const issuer = mention.issuerName ? fold(mention.issuerName) : null;
    const related =
      mention.key !== right[1].key &&
      notation !== right[0] &&
      issuer !== null &&
      right[1].issuers.has(issuer) &&
      (right[0].endsWith(notation.split('-').at(-1) ?? ' ') || notation.endsWith(right[0].split('-').at(-1) ?? ' '));
    return related ? [{ mention, document, right: right[1].number }] : [];
  });
}
